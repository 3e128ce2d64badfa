package vn.wardkpi.plan.headline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Records what reports published. Nothing on record changes: a correction is another row
 * that says why.
 */
@Service
@Transactional
public class HeadlineRecords {

	private static final String RECORDS = """
			select h.*, exists (select from published_headline later where later.supersedes_id = h.id) as superseded,
			       coalesce((select p.name from person_row p where p.username = h.recorded_by), h.recorded_by) as recorder
			from published_headline h
			""";

	private final JdbcClient jdbc;

	private final PlanCatalog plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	HeadlineRecords(JdbcClient jdbc, PlanCatalog plans, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Everything that was ever recorded, the latest year first, of one headline the
	 * latest first.
	 */
	@Transactional(readOnly = true)
	public List<RecordedHeadline> ofPlan(long planId) {
		return this.jdbc.sql(RECORDS + "where h.plan_id = ? order by h.year desc, h.issuer, h.stage desc, h.id desc")
			.param(planId)
			.query((rs, n) -> record(rs))
			.list();
	}

	/**
	 * @throws RefusedException NOT_FOUND if the plan has no such headline
	 */
	@Transactional(readOnly = true)
	public RecordedHeadline require(long planId, long id) {
		return this.jdbc.sql(RECORDS + "where h.plan_id = ? and h.id = ?")
			.params(planId, id)
			.query((rs, n) -> record(rs))
			.optional()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "headline.unknown", String.valueOf(id)));
	}

	/**
	 * Records a headline, or another in the place of one.
	 * @return its id
	 * @throws RefusedException NOT_FOUND, FORBIDDEN to others than the ward's
	 * administrators, CONFLICT if the plan is not published, if there is a valid one
	 * already or the one to be corrected is not valid any more, or INVALID with the
	 * fields that are wrong
	 */
	public long record(long planId, HeadlineInput input, Actor actor) {
		PlanSummary plan = held(planId, actor);
		RecordedHeadline former = former(planId, input);
		PublishedHeadline headline = CheckedHeadline.of(input, plan, former != null, LocalDate.now(this.clock));
		Optional<RecordedHeadline> same = valid(planId, headline);
		if (same.isPresent() && (former == null || same.get().id() != former.id())) {
			throw new RefusedException(Kind.CONFLICT, "headline.exists", String.valueOf(headline.year()));
		}
		long id = insert(planId, headline, former, CheckedHeadline.text(input.reason()), false, actor);
		this.events
			.publishEvent((former == null) ? new HeadlinePublished(actor.username(), plan.wardCode(), planId, headline)
					: new HeadlineCorrected(actor.username(), plan.wardCode(), planId, former.headline(), headline,
							Objects.requireNonNull(CheckedHeadline.text(input.reason()))));
		return id;
	}

	/**
	 * Takes back what should not have been recorded.
	 * @throws RefusedException as {@link #record}
	 */
	public void takeBack(long planId, long id, @Nullable String reason, Actor actor) {
		PlanSummary plan = held(planId, actor);
		RecordedHeadline former = standing(planId, id);
		var problems = CheckedHeadline.ofReason(reason);
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		String why = Objects.requireNonNull(CheckedHeadline.text(reason));
		insert(planId, former.headline(), former, why, true, actor);
		this.events.publishEvent(
				new HeadlineCorrected(actor.username(), plan.wardCode(), planId, former.headline(), null, why));
	}

	/** Lets nobody else record one until the transaction ends. */
	private PlanSummary held(long planId, Actor actor) {
		PlanSummary plan = this.plans.require(planId, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		this.jdbc.sql("select id from plan where id = ? for update").param(planId).query(Long.class).single();
		PlanSummary held = this.plans.require(planId, actor);
		if (!held.status().isPublished()) {
			throw new RefusedException(Kind.CONFLICT,
					(held.status() == PlanStatus.DRAFT) ? "plan.draft" : "plan.withdrawn", held.title());
		}
		return held;
	}

	private @Nullable RecordedHeadline former(long planId, HeadlineInput input) {
		if (input.corrects() != null) {
			return standing(planId, input.corrects());
		}
		if (!input.hasReason() || input.year() == null || input.issuer() == null || input.stage() == null) {
			return null;
		}
		return ofPlan(planId).stream()
			.filter((row) -> row.isValid() && row.headline().year() == input.year()
					&& row.headline().issuer() == input.issuer() && row.headline().stage().equals(input.stage().name()))
			.findFirst()
			.orElse(null);
	}

	private RecordedHeadline standing(long planId, long id) {
		RecordedHeadline former = require(planId, id);
		if (!former.isValid()) {
			throw new RefusedException(Kind.CONFLICT, "headline.superseded");
		}
		return former;
	}

	private Optional<RecordedHeadline> valid(long planId, PublishedHeadline like) {
		return ofPlan(planId).stream()
			.filter((row) -> row.isValid() && row.headline().year() == like.year()
					&& row.headline().issuer() == like.issuer() && row.headline().stage().equals(like.stage()))
			.findFirst();
	}

	private long insert(long planId, PublishedHeadline headline, @Nullable RecordedHeadline former,
			@Nullable String reason, boolean takenBack, Actor actor) {
		return this.jdbc
			.sql("""
					insert into published_headline (plan_id, year, issuer, stage, assigned, attained, exceeded, not_met, decision,
					                                reported_on, note, source, source_url, supersedes_id, taken_back, reason,
					                                recorded_at, recorded_by)
					values (:plan, :year, :issuer, :stage, :assigned, :attained, :exceeded, :notMet, :decision, :reportedOn, :note,
					        :source, :sourceUrl, :supersedes, :takenBack, :reason, :at, :by)
					returning id
					""")
			.param("plan", planId)
			.param("year", headline.year())
			.param("issuer", headline.issuer().name())
			.param("stage", headline.stage())
			.param("assigned", headline.assigned())
			.param("attained", headline.attained())
			.param("exceeded", headline.exceeded())
			.param("notMet", headline.notMet())
			.param("decision", headline.decision())
			.param("reportedOn", headline.reportedOn())
			.param("note", headline.note())
			.param("source", headline.source())
			.param("sourceUrl", headline.sourceUrl())
			.param("supersedes", (former != null) ? former.id() : null)
			.param("takenBack", takenBack)
			.param("reason", (former != null) ? reason : null)
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.param("by", actor.username())
			.query(Long.class)
			.single();
	}

	private static RecordedHeadline record(ResultSet rs) throws SQLException {
		OffsetDateTime at = rs.getObject("recorded_at", OffsetDateTime.class);
		Instant recorded = (at != null) ? at.toInstant() : null;
		return new RecordedHeadline(rs.getLong("id"), PublishedHeadlineCatalog.row(rs),
				rs.getObject("supersedes_id", Long.class), rs.getBoolean("superseded"), rs.getBoolean("taken_back"),
				rs.getString("reason"), recorded, rs.getString("recorded_by"), rs.getString("recorder"));
	}

}
