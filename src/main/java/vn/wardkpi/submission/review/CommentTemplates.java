package vn.wardkpi.submission.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.CommentTemplateEvent;

/**
 * Sentences that a ward keeps for what its reviewers write again and again, looked after
 * by its reviewers and administrators, and those that the installation's administrators
 * keep for all wards.
 */
@Service
@Transactional
public class CommentTemplates {

	/** More than anybody would look through. */
	private static final int MOST = 30;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CommentTemplates(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What the ward's reviewers are offered: its own and, after them, those for all wards
	 * that it has not left out, each in the order in which they were written.
	 */
	@Transactional(readOnly = true)
	public List<CommentTemplate> of(WardCode ward) {
		List<CommentTemplate> all = all(ward);
		List<CommentTemplate> own = all.stream().filter((one) -> !one.common()).toList();
		return all.stream()
			.filter((one) -> !one.common() || !(one.leftOut() || own.stream().anyMatch(one::saysTheSame)))
			.toList();
	}

	/**
	 * The ward's own and all those for all wards, for those who look after its own.
	 * @param ward {@code null} for those for all wards alone
	 * @throws RefusedException FORBIDDEN to all others
	 */
	@Transactional(readOnly = true)
	public List<CommentTemplate> keptBy(@Nullable WardCode ward, Actor actor) {
		refuseUnlessKeeper(ward, actor);
		return all(ward);
	}

	private List<CommentTemplate> all(@Nullable WardCode ward) {
		return this.jdbc.sql("""
				select t.id, t.text, t.ward_code is null as common, o.template_id is not null as left_out
				from comment_template t
				left join comment_template_left_out o on o.template_id = t.id and o.ward_code = :ward
				where t.ward_code = :ward or t.ward_code is null
				order by t.ward_code is null, t.id
				""").param("ward", (ward != null) ? ward.value() : null).query(CommentTemplate.class).list();
	}

	private List<CommentTemplate> own(@Nullable WardCode ward) {
		return all(ward).stream().filter((one) -> one.common() == (ward == null)).toList();
	}

	/**
	 * @param ward {@code null} for one for all wards
	 * @throws RefusedException FORBIDDEN; INVALID if there is no text, it is too long or
	 * there already, or there are too many
	 */
	public long add(@Nullable WardCode ward, @Nullable String text, Actor actor) {
		refuseUnlessKeeper(ward, actor);
		List<CommentTemplate> kept = own(ward);
		String written = written(text, null, kept);
		if (kept.size() >= MOST) {
			throw invalid(Problem.error("templates-too-many", String.valueOf(MOST)));
		}
		long id = this.jdbc.sql("""
				insert into comment_template (ward_code, text, created_by, created_at)
				values (:ward, :text, :by, :at) returning id
				""")
			.param("ward", (ward != null) ? ward.value() : null)
			.param("text", written)
			.param("by", actor.username())
			.param("at", Timestamp.from(this.clock.instant()))
			.query(Long.class)
			.single();
		publish(Action.CREATED, ward, null, written, actor);
		return id;
	}

	/**
	 * @param ward {@code null} for one for all wards
	 * @param text empty to take the template away
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; INVALID as for a new one
	 */
	public void change(@Nullable WardCode ward, long id, String text, Actor actor) {
		refuseUnlessKeeper(ward, actor);
		List<CommentTemplate> kept = own(ward);
		CommentTemplate before = find(id, kept);
		if (text.isEmpty()) {
			this.jdbc.sql("delete from comment_template where id = ?").param(id).update();
			publish(Action.DELETED, ward, before.text(), null, actor);
			return;
		}
		String written = written(text, before, kept);
		if (!written.equals(before.text())) {
			this.jdbc.sql("update comment_template set text = ? where id = ?").params(written, id).update();
			publish(Action.CHANGED, ward, before.text(), written, actor);
		}
	}

	/**
	 * Leaves a template for all wards out in one of them, or takes it up again.
	 * @throws RefusedException FORBIDDEN; NOT_FOUND if it is none for all wards
	 */
	public void use(WardCode ward, long id, boolean used, Actor actor) {
		refuseUnlessKeeper(ward, actor);
		CommentTemplate template = find(id, all(ward).stream().filter(CommentTemplate::common).toList());
		if (template.leftOut() != used) {
			return;
		}
		if (used) {
			this.jdbc.sql("delete from comment_template_left_out where ward_code = ? and template_id = ?")
				.params(ward.value(), id)
				.update();
			publish(Action.RESTORED, ward, null, template.text(), actor);
		}
		else {
			this.jdbc.sql("""
					insert into comment_template_left_out (ward_code, template_id, left_out_by, left_out_at)
					values (?, ?, ?, ?) on conflict do nothing
					""").params(ward.value(), id, actor.username(), Timestamp.from(this.clock.instant())).update();
			publish(Action.WITHDRAWN, ward, template.text(), null, actor);
		}
	}

	private void publish(Action action, @Nullable WardCode ward, @Nullable String before, @Nullable String after,
			Actor actor) {
		this.events.publishEvent(new CommentTemplateEvent(actor.username(), ward, action, before, after));
	}

	private static CommentTemplate find(long id, List<CommentTemplate> among) {
		return among.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "template.unknown"));
	}

	private static String written(@Nullable String text, @Nullable CommentTemplate own, List<CommentTemplate> kept) {
		String written = (text != null) ? text.strip() : "";
		if (written.isEmpty()) {
			throw invalid(Problem.error("required"));
		}
		FreeText.NAME.problem(written).ifPresent((problem) -> {
			throw invalid(problem);
		});
		if (kept.stream().anyMatch((one) -> !one.equals(own) && one.text().equalsIgnoreCase(written))) {
			throw invalid(Problem.error("template-there"));
		}
		return written;
	}

	private static void refuseUnlessKeeper(@Nullable WardCode ward, Actor actor) {
		if ((ward != null) ? !isKeeper(ward, actor) : !actor.mayAdministerInstallation()) {
			throw new RefusedException(Kind.FORBIDDEN, (ward != null) ? "template.keep" : "template.keep-common");
		}
	}

	/**
	 * Whether somebody looks after the ward's templates.
	 */
	public static boolean isKeeper(WardCode ward, Actor actor) {
		return actor.mayReview(ward) || actor.mayAdminister(ward);
	}

	private static RefusedException invalid(Problem problem) {
		return new RefusedException(Kind.INVALID, "input", List.of(), List.of(new FieldProblem("text", problem)));
	}

	/**
	 * @param text to be changed where it is used
	 * @param common whether it is for all wards
	 * @param leftOut whether the ward that asks does not use it
	 */
	public record CommentTemplate(long id, String text, boolean common, boolean leftOut) {

		boolean saysTheSame(CommentTemplate other) {
			return this.text.equalsIgnoreCase(other.text());
		}

	}

}
