package vn.wardkpi.council;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.council.Question.SessionName;
import vn.wardkpi.council.QuestionEvent.What;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * Takes questions, answers, and what is carried over to a later session.
 */
@Service
@Transactional
public class Questions {

	/** Days for an answer where nobody names the last one. */
	private static final int DAYS_TO_ANSWER = 15;

	private final JdbcClient jdbc;

	private final QuestionCatalog catalog;

	private final CouncilSessions sessions;

	private final PlanCatalog plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Questions(JdbcClient jdbc, QuestionCatalog catalog, CouncilSessions sessions, PlanCatalog plans,
			ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.catalog = catalog;
		this.sessions = sessions;
		this.plans = plans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What this person may ask in a ward: a delegate of it questions, a reviewer of it or
	 * a viewer of its province that something be explained; {@code null} for nothing.
	 */
	public static @Nullable QuestionKind kindOf(Actor actor, WardCode ward) {
		if (actor.mayReview(ward)) {
			return QuestionKind.EXPLANATION_REQUEST;
		}
		boolean sees = actor.maySeeHistory(ward);
		return switch (actor.role()) {
			case DELEGATE -> sees ? QuestionKind.QUESTION : null;
			case VIEWER -> sees ? QuestionKind.EXPLANATION_REQUEST : null;
			case OFFICIAL, REVIEWER, ADMIN -> null;
		};
	}

	/**
	 * Whether this person moves questions to a later session: who asked, delegates of the
	 * ward and its administrators.
	 */
	public static boolean mayCarryOver(Question question, Actor actor) {
		return actor.mayAdminister(question.ward()) || actor.username().equals(question.askedBy())
				|| (actor.role() == Role.DELEGATE && question.ward().equals(actor.ward()));
	}

	/**
	 * Asks about an indicator.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or INVALID with what is wrong
	 */
	public Question ask(long planId, String no, QuestionInput typed, Actor actor) {
		PlanSummary plan = this.plans.require(planId, actor);
		IndicatorRow indicator = indicator(planId, no);
		QuestionKind kind = kindOf(actor, plan.wardCode());
		if (kind == null) {
			throw new RefusedException(Kind.FORBIDDEN, "council.ask", plan.wardName());
		}
		List<FieldProblem> problems = new ArrayList<>();
		String text = words(typed.text(), problems);
		LocalDate today = LocalDate.now(this.clock);
		Long session = typed.session();
		if (session != null) {
			refusedSession(this.sessions.find(plan.wardCode(), session).orElse(null), session).ifPresent(problems::add);
		}
		LocalDate due = (typed.due() != null) ? typed.due() : today.plusDays(DAYS_TO_ANSWER);
		if (due.isBefore(today)) {
			problems.add(new FieldProblem("due", Problem.error("council.due-past")));
		}
		refuse(problems);
		long id = this.jdbc
			.sql("""
					insert into question (plan_id, indicator_id, kind, text, asked_by, asked_at, asked_session_id, session_id, due,
					                      state)
					values (:plan, :indicator, :kind, :text, :actor, :now, :session, :session, :due, 'OPEN')
					returning id
					""")
			.param("plan", planId)
			.param("indicator", indicator.id())
			.param("kind", kind.name())
			.param("text", text)
			.param("actor", actor.username())
			.param("now", now())
			.param("session", session)
			.param("due", due)
			.query(Long.class)
			.single();
		return tell(id, What.ASKED, indicator, actor);
	}

	/**
	 * Answers a question that is open.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN to others than officials of the
	 * indicator's lead units, INVALID, or CONFLICT if it is answered already
	 */
	public Question answer(long id, @Nullable String typed, Actor actor) {
		Question question = require(id, actor);
		IndicatorRow indicator = indicator(question.planId(), question.no());
		if (!actor.mayEnter(question.ward(), indicator.leadUnitCodes())) {
			throw new RefusedException(Kind.FORBIDDEN, "council.answer", indicator.no());
		}
		List<FieldProblem> problems = new ArrayList<>();
		String text = words(typed, problems);
		refuse(problems);
		if (this.jdbc.sql("update question set state = 'ANSWERED' where id = ? and state <> 'ANSWERED'")
			.param(id)
			.update() == 0) {
			throw new RefusedException(Kind.CONFLICT, "council.answered");
		}
		SessionName session = question.session();
		step(id, "ANSWER", text, (session != null) ? session.id() : null, actor);
		return tell(id, What.ANSWERED, indicator, actor);
	}

	/**
	 * Puts a question on the list of a later session, where an answer is owed again by
	 * the day of the session.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN; INVALID for a session that is
	 * unknown or not later; CONFLICT if it stands there already
	 */
	public Question carryOver(long id, @Nullable Long session, Actor actor) {
		Question question = require(id, actor);
		if (!mayCarryOver(question, actor)) {
			throw new RefusedException(Kind.FORBIDDEN, "council.carry-over");
		}
		if (session == null) {
			refuse(List.of(new FieldProblem("session", Problem.error("required"))));
		}
		long wanted = Objects.requireNonNull(session);
		CouncilSession to = this.sessions.find(question.ward(), wanted).orElse(null);
		SessionName from = question.session();
		refusedSession(to, wanted).ifPresent((problem) -> refuse(List.of(problem)));
		CouncilSession later = Objects.requireNonNull(to);
		if (from != null && from.id() == later.id()) {
			throw new RefusedException(Kind.CONFLICT, "council.carried-over", later.title());
		}
		if (from != null && later.date().isBefore(from.date())) {
			refuse(List.of(new FieldProblem("session", Problem.error("council.session-earlier", later.title()))));
		}
		LocalDate today = LocalDate.now(this.clock);
		LocalDate due = later.date().isBefore(today) ? today.plusDays(DAYS_TO_ANSWER) : later.date();
		int moved = this.jdbc.sql("""
				update question set session_id = :to, state = 'CARRIED_OVER', due = :due
				where id = :id and session_id is not distinct from cast(:from as bigint)
				""")
			.param("to", later.id())
			.param("due", due)
			.param("id", id)
			.param("from", (from != null) ? from.id() : null)
			.update();
		if (moved == 0) {
			throw new RefusedException(Kind.CONFLICT, "council.carried-over", later.title());
		}
		step(id, "CARRY_OVER", null, later.id(), actor);
		return tell(id, What.CARRIED_OVER, indicator(question.planId(), question.no()), actor);
	}

	/**
	 * A question about a plan that this person may see.
	 * @throws RefusedException NOT_FOUND
	 */
	@Transactional(readOnly = true)
	public Question require(long id, Actor actor) {
		Question question = this.catalog.require(id);
		return this.plans.find(question.planId())
			.filter((plan) -> plan.isVisibleTo(actor))
			.map((plan) -> question)
			.orElseThrow(() -> QuestionCatalog.unknown(id));
	}

	/**
	 * @throws RefusedException NOT_FOUND if the plan has no such indicator
	 */
	public IndicatorRow indicator(long planId, String no) {
		return this.plans.indicators(planId)
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
	}

	private void step(long question, String kind, @Nullable String text, @Nullable Long session, Actor actor) {
		this.jdbc.sql("""
				insert into question_step (question_id, kind, text, session_id, done_by, done_at)
				values (:question, :kind, :text, cast(:session as bigint), :actor, :now)
				""")
			.param("question", question)
			.param("kind", kind)
			.param("text", text)
			.param("session", session)
			.param("actor", actor.username())
			.param("now", now())
			.update();
	}

	private Question tell(long id, What what, IndicatorRow indicator, Actor actor) {
		Question question = this.catalog.require(id);
		this.events.publishEvent(new QuestionEvent(actor.username(), question, what, indicator.leadUnitCodes()));
		return question;
	}

	private static String words(@Nullable String typed, List<FieldProblem> problems) {
		String text = (typed != null) ? typed.strip() : "";
		if (text.isEmpty()) {
			problems.add(new FieldProblem("text", Problem.error("required")));
		}
		FreeText.WORDS.problemAt("text", text).ifPresent(problems::add);
		return text;
	}

	/** A session that there is not, or that is not held. */
	private static Optional<FieldProblem> refusedSession(@Nullable CouncilSession session, long wanted) {
		if (session == null) {
			return Optional
				.of(new FieldProblem("session", Problem.error("council.session-unknown", String.valueOf(wanted))));
		}
		return session.isCancelled()
				? Optional.of(new FieldProblem("session", Problem.error("council.session-cancelled", session.title())))
				: Optional.empty();
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
