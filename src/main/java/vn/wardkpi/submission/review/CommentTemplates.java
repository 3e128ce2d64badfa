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
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.CommentTemplateEvent;

/**
 * Sentences that a ward keeps for what its reviewers write again and again. Its reviewers
 * and administrators look after them.
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
	 * In the order in which they were written.
	 */
	@Transactional(readOnly = true)
	public List<CommentTemplate> of(WardCode ward) {
		return this.jdbc.sql("select id, text from comment_template where ward_code = ? order by id")
			.param(ward.value())
			.query(CommentTemplate.class)
			.list();
	}

	/**
	 * As {@link #of}, for those who look after them.
	 * @throws RefusedException FORBIDDEN to all others
	 */
	@Transactional(readOnly = true)
	public List<CommentTemplate> keptBy(WardCode ward, Actor actor) {
		refuseUnlessKeeper(ward, actor);
		return of(ward);
	}

	/**
	 * @throws RefusedException FORBIDDEN; INVALID if there is no text, it is too long or
	 * there already, or there are too many
	 */
	public void add(WardCode ward, @Nullable String text, Actor actor) {
		refuseUnlessKeeper(ward, actor);
		List<CommentTemplate> kept = of(ward);
		String written = written(text, null, kept);
		if (kept.size() >= MOST) {
			throw invalid(Problem.error("templates-too-many", String.valueOf(MOST)));
		}
		this.jdbc.sql("insert into comment_template (ward_code, text, created_by, created_at) values (?, ?, ?, ?)")
			.params(ward.value(), written, actor.username(), Timestamp.from(this.clock.instant()))
			.update();
		this.events.publishEvent(new CommentTemplateEvent(actor.username(), ward, null, written));
	}

	/**
	 * @param text empty to take the template away
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; INVALID as for a new one
	 */
	public void change(WardCode ward, long id, String text, Actor actor) {
		refuseUnlessKeeper(ward, actor);
		List<CommentTemplate> kept = of(ward);
		CommentTemplate before = kept.stream()
			.filter((one) -> one.id() == id)
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "template.unknown"));
		if (text.isEmpty()) {
			this.jdbc.sql("delete from comment_template where id = ?").param(id).update();
			this.events.publishEvent(new CommentTemplateEvent(actor.username(), ward, before.text(), null));
			return;
		}
		String written = written(text, before, kept);
		if (!written.equals(before.text())) {
			this.jdbc.sql("update comment_template set text = ? where id = ?").params(written, id).update();
			this.events.publishEvent(new CommentTemplateEvent(actor.username(), ward, before.text(), written));
		}
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

	private static void refuseUnlessKeeper(WardCode ward, Actor actor) {
		if (!isKeeper(ward, actor)) {
			throw new RefusedException(Kind.FORBIDDEN, "template.keep");
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
	 */
	public record CommentTemplate(long id, String text) {
	}

}
