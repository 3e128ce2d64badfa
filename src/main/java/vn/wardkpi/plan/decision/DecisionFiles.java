package vn.wardkpi.plan.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.intake.FileSize;
import vn.wardkpi.intake.FileIntake;
import vn.wardkpi.intake.content.AcceptedKind;
import vn.wardkpi.intake.content.CheckedFile;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Keeps the documents of decisions. Whoever may see the plan may read them; none is ever
 * changed or removed.
 */
@Service
public class DecisionFiles {

	private static final String ROWS = """
			select f.id, f.decision_id, f.name, f.kind, f.size, f.sha256, f.added_by, f.added_at
			from decision_file f join target_decision d on d.id = f.decision_id
			""";

	private final PlanCatalog plans;

	private final FileIntake intake;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DecisionFiles(PlanCatalog plans, FileIntake intake, JdbcClient jdbc, ApplicationEventPublisher events,
			Clock clock) {
		this.plans = plans;
		this.intake = intake;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Checks a file; stores nothing.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or saying what is wrong with the
	 * file
	 */
	public FileIntake.Taken check(long planId, String name, byte[] content, Actor actor) {
		PlanSummary plan = administered(planId, actor);
		return this.intake.take(name, content,
				"document of ward " + plan.wardCode() + ", plan " + planId + " from " + actor.username());
	}

	/**
	 * Keeps a checked file with its decision.
	 * @return its id
	 * @throws RefusedException NOT_FOUND, FORBIDDEN; CONFLICT before the plan is adopted,
	 * or if the decision has this very file
	 */
	@Transactional
	public long attach(long planId, long decisionId, FileIntake.Taken taken, Actor actor) {
		PlanSummary plan = administered(planId, actor);
		if (!plan.status().isPublished()) {
			throw plan.status().refusal(plan.title());
		}
		String decision = this.jdbc
			.sql("select coalesce(number, title, issuer) from target_decision where id = ? and plan_id = ?")
			.params(decisionId, planId)
			.query(String.class)
			.optional()
			.orElseThrow(() -> unknown(decisionId));
		CheckedFile file = taken.file();
		of(planId).stream()
			.filter((kept) -> kept.decisionId() == decisionId && kept.sha256().equals(file.sha256()))
			.findFirst()
			.ifPresent((same) -> {
				throw new RefusedException(Kind.CONFLICT, "decision.same-file", decision);
			});
		try {
			long id = this.jdbc.sql("""
					insert into decision_file (decision_id, name, kind, size, sha256, scanned_by, added_by, added_at,
					                           content)
					values (:decision, :name, :kind, :size, :sha256, :scannedBy, :by, :at, :content)
					returning id
					""")
				.param("decision", decisionId)
				.param("name", file.name())
				.param("kind", file.kind().name())
				.param("size", file.size())
				.param("sha256", file.sha256())
				.param("scannedBy", taken.scannedBy())
				.param("by", actor.username())
				.param("at", this.clock.instant().atOffset(ZoneOffset.UTC))
				.param("content", file.content())
				.query(Long.class)
				.single();
			this.events.publishEvent(new DecisionFileAttached(actor.username(), plan.wardCode(), planId, decision,
					file.name() + " (" + FileSize.write(file.size()) + ")"));
			return id;
		}
		catch (DuplicateKeyException ex) {
			RefusedException refused = new RefusedException(Kind.CONFLICT, "decision.same-file", decision);
			refused.initCause(ex);
			throw refused;
		}
	}

	/**
	 * The files of a plan's decisions, of each the latest first.
	 */
	public List<DecisionFile> of(long planId) {
		return this.jdbc.sql(ROWS + "where d.plan_id = ? order by f.decision_id, f.id desc")
			.param(planId)
			.query(DecisionFiles::file)
			.list();
	}

	/**
	 * @throws RefusedException NOT_FOUND, also to those who may not see the plan
	 */
	public Opened open(long planId, long decisionId, long fileId, Actor actor) {
		this.plans.require(planId, actor);
		return opened(of(planId).stream()
			.filter((file) -> file.decisionId() == decisionId && file.id() == fileId)
			.findFirst(), fileId);
	}

	/**
	 * The latest file of a decision.
	 * @throws RefusedException NOT_FOUND, also to those who may not see the plan
	 */
	public Opened latest(long planId, long decisionId, Actor actor) {
		this.plans.require(planId, actor);
		return opened(of(planId).stream().filter((file) -> file.decisionId() == decisionId).findFirst(), decisionId);
	}

	private Opened opened(Optional<DecisionFile> found, long asked) {
		DecisionFile file = found.orElseThrow(() -> unknown(asked));
		byte[] content = this.jdbc.sql("select content from decision_file where id = ?")
			.param(file.id())
			.query((rs, n) -> Objects.requireNonNull(rs.getBytes(1)))
			.single();
		return new Opened(file, new ByteArrayResource(content));
	}

	private PlanSummary administered(long planId, Actor actor) {
		PlanSummary plan = this.plans.require(planId, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	private static RefusedException unknown(long id) {
		return new RefusedException(Kind.NOT_FOUND, "decision.unknown", String.valueOf(id));
	}

	private static DecisionFile file(ResultSet rs, int rowNumber) throws SQLException {
		return new DecisionFile(rs.getLong("id"), rs.getLong("decision_id"), text(rs, "name"),
				AcceptedKind.valueOf(text(rs, "kind")), rs.getLong("size"), text(rs, "sha256"), text(rs, "added_by"),
				Objects.requireNonNull(rs.getObject("added_at", OffsetDateTime.class)).toInstant());
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

	/**
	 * A file with its bytes.
	 */
	public record Opened(DecisionFile file, Resource content) {
	}

}
