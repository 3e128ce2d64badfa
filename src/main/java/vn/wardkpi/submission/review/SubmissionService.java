package vn.wardkpi.submission.review;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.ActualFormat;
import vn.wardkpi.actual.ApprovedActuals;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecisions;
import vn.wardkpi.submission.Submission;
import vn.wardkpi.submission.SubmissionEvent;
import vn.wardkpi.submission.SubmissionEvent.Approved;
import vn.wardkpi.submission.SubmissionEvent.FormFigure;
import vn.wardkpi.submission.SubmissionEvent.Reopened;
import vn.wardkpi.submission.SubmissionEvent.Returned;
import vn.wardkpi.submission.SubmissionEvent.ReturnedFigure;
import vn.wardkpi.submission.SubmissionEvent.Submitted;
import vn.wardkpi.submission.SubmissionEvent.TakenBack;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.Submissions;
import vn.wardkpi.submission.sheet.Completeness;
import vn.wardkpi.submission.sheet.PlanYear;
import vn.wardkpi.submission.sheet.PlanYearReader;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;

/**
 * Moves a lead unit's form on its way: submitted, approved, returned by row or as a
 * whole, reopened. Whoever decides may name the version they have before them: a form
 * that has moved on since is not decided upon unseen.
 */
@Service
@Transactional
public class SubmissionService {

	private final PlanYearReader years;

	private final SheetReader sheets;

	private final ApprovedActuals approved;

	private final Submissions submissions;

	private final RowDecisions decisions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SubmissionService(PlanYearReader years, SheetReader sheets, ApprovedActuals approved, Submissions submissions,
			RowDecisions decisions, ApplicationEventPublisher events, Clock clock) {
		this.years = years;
		this.sheets = sheets;
		this.approved = approved;
		this.submissions = submissions;
		this.decisions = decisions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Hands a form over for review. Figures may be missing, explanations may not.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT, also while the reporting
	 * calendar has it closed; INVALID naming each indicator whose explanation is missing
	 * or whose figure is wrong
	 */
	public Sheet submit(SubmissionKey key, Actor actor) {
		return submit(key, null, actor);
	}

	/**
	 * As {@link #submit(SubmissionKey, Actor)}.
	 * @param expectedVersion the form's version its author has before them; {@code null}
	 * not to ask
	 * @throws RefusedException also CONFLICT if it has moved on
	 */
	public Sheet submit(SubmissionKey key, @Nullable Integer expectedVersion, Actor actor) {
		FormUnderReview form = form(key, SubmissionStep.SUBMIT, expectedVersion, actor);
		EntryLock closed = form.sheet().submission().locked();
		if (closed != null && !form.sheet().submission().may(SubmissionStep.SUBMIT)) {
			throw closed.refusal();
		}
		List<FieldProblem> open = Completeness.stillOpen(form.sheet());
		if (!open.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "submission.incomplete", List.of(), open);
		}
		SubmissionStatus before = form.submission().status();
		form.submission().submit(actor.username(), this.clock.instant());
		return moved(form, new Submitted(actor.username(), form.ward(), key, before), actor);
	}

	/**
	 * Takes a form back on which nobody has decided since it was handed over.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN; CONFLICT if somebody has
	 */
	public Sheet takeBack(SubmissionKey key, Actor actor) {
		FormUnderReview form = form(key, SubmissionStep.TAKE_BACK, null, actor);
		SubmissionStatus before = form.submission().status();
		form.submission().takeBack();
		return moved(form, new TakenBack(actor.username(), form.ward(), key, before), actor);
	}

	/**
	 * Puts a form's figures in force.
	 * @throws RefusedException NOT_FOUND, CONFLICT; FORBIDDEN, also to whoever entered
	 * one of them
	 */
	public Sheet approve(SubmissionKey key, Actor actor) {
		return approve(key, null, actor);
	}

	/**
	 * As {@link #approve(SubmissionKey, Actor)}.
	 * @param expectedVersion the form's version its author has before them; {@code null}
	 * not to ask
	 * @throws RefusedException also CONFLICT if it has moved on
	 */
	public Sheet approve(SubmissionKey key, @Nullable Integer expectedVersion, Actor actor) {
		return approve(form(key, SubmissionStep.APPROVE, expectedVersion, actor), actor);
	}

	/**
	 * Puts a form's figures in force if nothing about its rows is unusual, also by now.
	 * @param expectedVersion the form's version its author has before them
	 * @throws RefusedException NOT_FOUND, FORBIDDEN as for one form; CONFLICT if it has
	 * moved on, or has a mark
	 */
	public Sheet approveUnmarked(SubmissionKey key, int expectedVersion, Actor actor) {
		FormUnderReview form = form(key, SubmissionStep.APPROVE, expectedVersion, actor);
		int marked = form.sheet().marked().size();
		if (marked > 0) {
			throw new RefusedException(Kind.CONFLICT, "submission.marked", String.valueOf(marked));
		}
		return approve(form, actor);
	}

	private Sheet approve(FormUnderReview form, Actor actor) {
		SubmissionStatus before = form.submission().status();
		Instant now = this.clock.instant();
		form.submission().approve(actor.username(), form.enteredBy(), now);
		List<Sheet.Row> rows = form.entered().stream().filter((row) -> !row.isApprovedAlready()).toList();
		putInForce(form.sheet().key(), rows, now, actor);
		this.decisions.forget(form.submission().id());
		return moved(form, new Approved(actor.username(), form.ward(), form.sheet().key(), before, figures(rows)),
				actor);
	}

	/**
	 * Gives a whole form back to its lead unit.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT; INVALID without a comment
	 */
	public Sheet returnToUnit(SubmissionKey key, @Nullable String comment, Actor actor) {
		return returnToUnit(key, ReturnedRows.whole(comment), null, actor);
	}

	/**
	 * Gives a form back to its lead unit, with what is to be corrected in which row. The
	 * other answered rows stay open, or come into force at once and are locked.
	 * @param expectedVersion the form's version its author has before them; {@code null}
	 * not to ask
	 * @throws RefusedException NOT_FOUND, CONFLICT; FORBIDDEN, also to whoever would
	 * approve what they entered; INVALID without any comment, or naming the rows that
	 * lack one or are none of the form's
	 */
	public Sheet returnToUnit(SubmissionKey key, ReturnedRows returned, @Nullable Integer expectedVersion,
			Actor actor) {
		FormUnderReview form = form(key, SubmissionStep.RETURN, expectedVersion, actor);
		Map<Long, String> comments = form.comments(returned);
		List<Sheet.Row> rest = returned.approveRest() ? form.entered()
			.stream()
			.filter((row) -> row.isAnswered() && !row.isApprovedAlready() && !returned.rows().containsKey(row.no()))
			.toList() : List.of();
		if (!rest.isEmpty() && !form.sheet().submission().may(SubmissionStep.APPROVE)) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.own");
		}
		SubmissionStatus before = form.submission().status();
		Instant now = this.clock.instant();
		form.submission().returnToUnit(actor.username(), returned.comment(), now);
		long id = form.submission().id();
		this.decisions.forgetReturned(id);
		this.decisions.returnToUnit(id, comments, actor.username(), now);
		this.decisions.approve(id, rest.stream().map((row) -> row.indicator().id()).toList(), actor.username(), now);
		putInForce(key, rest, now, actor);
		List<ReturnedFigure> toCorrect = returned.rows()
			.entrySet()
			.stream()
			.map((row) -> new ReturnedFigure(figure(form.row(row.getKey())), row.getValue()))
			.toList();
		return moved(form,
				new Returned(actor.username(), form.ward(), key, before, figures(rest), toCorrect, returned.comment()),
				actor);
	}

	/**
	 * Opens an approved form again; what was approved stays in force until the next
	 * approval.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT; INVALID without a reason
	 */
	public Sheet reopen(SubmissionKey key, @Nullable String reason, Actor actor) {
		return reopen(key, reason, null, actor);
	}

	/**
	 * As {@link #reopen(SubmissionKey, String, Actor)}.
	 * @param expectedVersion the form's version its author has before them; {@code null}
	 * not to ask
	 * @throws RefusedException also CONFLICT if it has moved on
	 */
	public Sheet reopen(SubmissionKey key, @Nullable String reason, @Nullable Integer expectedVersion, Actor actor) {
		FormUnderReview form = form(key, SubmissionStep.REOPEN, expectedVersion, actor);
		if (reason == null || reason.isBlank()) {
			throw required("reason");
		}
		FreeText.WORDS.problemAt("reason", reason.strip()).ifPresent((problem) -> {
			throw new RefusedException(Kind.INVALID, "input", List.of(), List.of(problem));
		});
		SubmissionStatus before = form.submission().status();
		form.submission().reopen(actor.username(), reason.strip(), this.clock.instant());
		this.decisions.forget(form.submission().id());
		return moved(form, new Reopened(actor.username(), form.ward(), key, before, reason.strip()), actor);
	}

	/**
	 * The form as it stands, locked until the transaction ends: of two who decide at once
	 * the second is told what the first did.
	 */
	private FormUnderReview form(SubmissionKey key, SubmissionStep step, @Nullable Integer expectedVersion,
			Actor actor) {
		PlanYear of = this.years.require(key.planId(), key.year());
		long unitId = of.unit(key.leadUnit()).id();
		if (!step.isFor(actor, of.plan().wardCode(), key.leadUnit())) {
			throw new RefusedException(Kind.FORBIDDEN, step.refusal());
		}
		EntryLock.of(of.plan().status()).ifPresent((closed) -> {
			throw closed.refusal();
		});
		this.submissions.startIfAbsent(key.planId(), key.year(), key.period(), unitId);
		Submission submission = this.submissions.lock(key.planId(), key.year(), key.period(), unitId).orElseThrow();
		submission.refuseUnless(step, this.submissions::nameOf);
		if (expectedVersion != null) {
			submission.requireVersion(expectedVersion);
		}
		return new FormUnderReview(of, submission, this.sheets.read(of, key, actor));
	}

	private void putInForce(SubmissionKey key, List<Sheet.Row> rows, Instant now, Actor actor) {
		this.approved.add(rows.stream().map((row) -> row.indicator().id()).toList(), key.year(), key.period(),
				actor.username(), now);
	}

	private Sheet moved(FormUnderReview form, SubmissionEvent event, Actor actor) {
		this.submissions.saveAndFlush(form.submission());
		this.events.publishEvent(event);
		return this.sheets.read(form.of(), event.key(), actor);
	}

	private static List<FormFigure> figures(List<Sheet.Row> rows) {
		return rows.stream().map(SubmissionService::figure).toList();
	}

	private static FormFigure figure(Sheet.Row row) {
		StoredActual stored = row.stored();
		return new FormFigure(row.no(), (stored != null) ? ActualFormat.write(stored.entry()) : null);
	}

	private static RefusedException required(String field) {
		return new RefusedException(Kind.INVALID, "input", List.of(),
				List.of(new FieldProblem(field, Problem.error("required"))));
	}

}
