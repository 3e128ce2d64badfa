package vn.wardkpi.actual;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Moves a lead unit's form on its way: submitted, approved, returned, reopened.
 */
@Service
@Transactional
public class SubmissionService {

	private final PlanYears years;

	private final Actuals actuals;

	private final ApprovedActuals approved;

	private final Submissions submissions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SubmissionService(PlanYears years, Actuals actuals, ApprovedActuals approved, Submissions submissions,
			ApplicationEventPublisher events, Clock clock) {
		this.years = years;
		this.actuals = actuals;
		this.approved = approved;
		this.submissions = submissions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Hands a form over for review. Figures may be missing, explanations may not.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT; INVALID naming each
	 * indicator whose explanation is missing or whose figure is wrong
	 */
	public SubmissionView submit(FormKey key, Actor actor) {
		Form form = form(key, Step.SUBMIT, actor);
		form.submission().refuseUnless(Step.SUBMIT);
		List<FieldProblem> open = form.stillOpen();
		if (!open.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "submission.incomplete", List.of(), open);
		}
		SubmissionStatus before = form.submission().status();
		form.submission().submit(actor.username(), this.clock.instant());
		return moved(form, before, "SUBMITTED", null, actor);
	}

	/**
	 * Puts a form's figures in force.
	 * @throws RefusedException NOT_FOUND, CONFLICT; FORBIDDEN, also to whoever entered
	 * one of them
	 */
	public SubmissionView approve(FormKey key, Actor actor) {
		Form form = form(key, Step.APPROVE, actor);
		SubmissionStatus before = form.submission().status();
		form.submission().approve(actor.username(), form.enteredBy(), this.clock.instant());
		this.approved.add(form.actuals().stream().map(Actual::id).toList(), actor.username(), this.clock.instant());
		SubmissionView view = moved(form, before, "APPROVED", null, actor);
		for (Actual actual : form.actuals()) {
			String text = FigureNotation.write(actual.entry().figure());
			this.events.publishEvent(new Change(actor.username(), form.of().plan().wardCode(), key.planId(),
					form.no(actual), Subject.ACTUAL, key.year() + " " + key.period(), "APPROVED", text, text, null));
		}
		return view;
	}

	/**
	 * Gives a form back to its lead unit.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT; INVALID without a comment
	 */
	public SubmissionView giveBack(FormKey key, @Nullable String comment, Actor actor) {
		Form form = form(key, Step.RETURN, actor);
		form.submission().refuseUnless(Step.RETURN);
		String why = required("comment", comment);
		SubmissionStatus before = form.submission().status();
		form.submission().giveBack(actor.username(), why, this.clock.instant());
		return moved(form, before, "RETURNED", why, actor);
	}

	/**
	 * Opens an approved form again; what was approved stays in force until the next
	 * approval.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT; INVALID without a reason
	 */
	public SubmissionView reopen(FormKey key, @Nullable String reason, Actor actor) {
		Form form = form(key, Step.REOPEN, actor);
		form.submission().refuseUnless(Step.REOPEN);
		String why = required("reason", reason);
		SubmissionStatus before = form.submission().status();
		form.submission().reopen(actor.username(), why, this.clock.instant());
		return moved(form, before, "REOPENED", why, actor);
	}

	private Form form(FormKey key, Step step, Actor actor) {
		PlanYear of = this.years.require(key.planId(), key.year());
		List<IndicatorRow> rows = of.indicatorsOf(key.leadUnit());
		if (!step.isFor(actor, of.plan().wardCode(), key.leadUnit())) {
			throw new RefusedException(Kind.FORBIDDEN, step.refusal());
		}
		long unitId = of.unit(key.leadUnit()).id();
		this.submissions.startIfAbsent(key.planId(), key.year(), key.period(), unitId);
		Submission submission = this.submissions.lock(key.planId(), key.year(), key.period(), unitId).orElseThrow();
		List<Actual> stored = this.actuals.findByIndicatorIdInAndYearAndPeriod(
				rows.stream().map(IndicatorRow::id).toList(), key.year(), key.period());
		return new Form(key, of, rows, submission, stored);
	}

	private SubmissionView moved(Form form, SubmissionStatus before, String action, @Nullable String reason,
			Actor actor) {
		this.submissions.saveAndFlush(form.submission());
		this.events.publishEvent(
				new Change(actor.username(), form.of().plan().wardCode(), form.key().planId(), null, Subject.SUBMISSION,
						form.key().toString(), action, before.name(), form.submission().status().name(), reason));
		return form.submission().view(form.key(), form.of().plan().wardCode(), form.enteredBy(), actor);
	}

	private static String required(String field, @Nullable String text) {
		if (text == null || text.isBlank()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem(field, Problem.error("required"))));
		}
		return text.strip();
	}

	private record Form(FormKey key, PlanYear of, List<IndicatorRow> rows, Submission submission,
			List<Actual> actuals) {

		Set<String> enteredBy() {
			return this.actuals.stream().map(Actual::enteredBy).collect(Collectors.toSet());
		}

		String no(Actual actual) {
			return this.rows.stream()
				.filter((row) -> row.id() == actual.indicatorId())
				.map(IndicatorRow::no)
				.findFirst()
				.orElseThrow();
		}

		/**
		 * What must be mended before submission; {@code 2.1.explanation} names the
		 * explanation of indicator 2.1.
		 */
		List<FieldProblem> stillOpen() {
			List<FieldProblem> open = new ArrayList<>();
			if (this.actuals.stream().allMatch((actual) -> actual.entry().isEmpty())) {
				open.add(new FieldProblem(null, Problem.error("submission-empty")));
			}
			Map<Long, Actual> stored = this.actuals.stream()
				.collect(Collectors.toMap(Actual::indicatorId, Function.identity()));
			for (IndicatorRow row : this.rows) {
				Actual actual = stored.get(row.id());
				if (actual != null && !actual.entry().isEmpty()) {
					open.addAll(stillOpen(this.of, row, actual.entry()));
				}
			}
			return open;
		}

		static List<FieldProblem> stillOpen(PlanYear of, IndicatorRow row, Entry entry) {
			Checked checked = of.check(row, entry.figure());
			List<FieldProblem> open = new ArrayList<>();
			checked.problems()
				.stream()
				.filter((field) -> field.problem().severity() == Severity.ERROR)
				.forEach((field) -> open.add(new FieldProblem(row.no() + "." + field.field(), field.problem())));
			if (checked.explanationRequired() && !entry.isExplained()) {
				open.add(new FieldProblem(row.no() + ".explanation",
						Problem.error("explanation-missing", row.no(), row.name())));
			}
			if (row.rule().valueType() == ValueType.QUALITATIVE && entry.note() == null && !entry.isExplained()) {
				open.add(new FieldProblem(row.no() + ".note",
						Problem.error("word-without-reason", row.no(), row.name())));
			}
			return open;
		}

	}

}
