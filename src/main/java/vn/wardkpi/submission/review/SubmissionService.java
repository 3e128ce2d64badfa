package vn.wardkpi.submission.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualFormat;
import vn.wardkpi.actual.ApprovedActuals;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecisions;
import vn.wardkpi.submission.Submission;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.Submissions;
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
	 * As {@link #submit(FormKey, Actor)}.
	 * @param seen the form's version its author has seen; {@code null} not to ask
	 * @throws RefusedException also CONFLICT if it has moved on
	 */
	public Sheet submit(SubmissionKey key, @Nullable Integer seen, Actor actor) {
		Form form = form(key, SubmissionStep.SUBMIT, seen, actor);
		EntryLock closed = form.sheet().submission().locked();
		if (closed != null && !form.sheet().submission().may(SubmissionStep.SUBMIT)) {
			throw closed.refusal();
		}
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
	public Sheet approve(SubmissionKey key, Actor actor) {
		return approve(key, null, actor);
	}

	/**
	 * As {@link #approve(FormKey, Actor)}.
	 * @param seen the form's version its author has seen; {@code null} not to ask
	 * @throws RefusedException also CONFLICT if it has moved on
	 */
	public Sheet approve(SubmissionKey key, @Nullable Integer seen, Actor actor) {
		return approve(form(key, SubmissionStep.APPROVE, seen, actor), actor);
	}

	/**
	 * Puts a form's figures in force if nothing about its rows is unusual, also by now.
	 * @param seen the form's version its author has seen
	 * @throws RefusedException NOT_FOUND, FORBIDDEN as for one form; CONFLICT if it has
	 * moved on, or has a mark
	 */
	public Sheet approveUnmarked(SubmissionKey key, int seen, Actor actor) {
		Form form = form(key, SubmissionStep.APPROVE, seen, actor);
		int marked = form.sheet().marked().size();
		if (marked > 0) {
			throw new RefusedException(Kind.CONFLICT, "submission.marked", String.valueOf(marked));
		}
		return approve(form, actor);
	}

	private Sheet approve(Form form, Actor actor) {
		SubmissionStatus before = form.submission().status();
		Instant now = this.clock.instant();
		form.submission().approve(actor.username(), form.enteredBy(), now);
		List<Sheet.Row> rows = form.entered().stream().filter((row) -> !row.isApprovedAlready()).toList();
		putInForce(form, rows, now, actor);
		this.decisions.forget(form.submission().id());
		return moved(form, before, "APPROVED", null, actor);
	}

	/**
	 * Gives a whole form back to its lead unit.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT; INVALID without a comment
	 */
	public Sheet giveBack(SubmissionKey key, @Nullable String comment, Actor actor) {
		return giveBack(key, ReturnedRows.whole(comment), null, actor);
	}

	/**
	 * Gives a form back to its lead unit, with what is to be mended in which row. The
	 * other answered rows stay open, or come into force at once and are locked.
	 * @param seen the form's version its author has seen; {@code null} not to ask
	 * @throws RefusedException NOT_FOUND, CONFLICT; FORBIDDEN, also to whoever would
	 * approve what they entered; INVALID without any comment, or naming the rows that
	 * lack one or are none of the form's
	 */
	public Sheet giveBack(SubmissionKey key, ReturnedRows back, @Nullable Integer seen, Actor actor) {
		Form form = form(key, SubmissionStep.RETURN, seen, actor);
		Map<Long, String> comments = form.comments(back);
		List<Sheet.Row> rest = back.approveRest() ? form.entered()
			.stream()
			.filter((row) -> row.isAnswered() && !row.isApprovedAlready() && !back.rows().containsKey(row.no()))
			.toList() : List.of();
		if (!rest.isEmpty() && !form.sheet().submission().may(SubmissionStep.APPROVE)) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.own");
		}
		SubmissionStatus before = form.submission().status();
		Instant now = this.clock.instant();
		form.submission().giveBack(actor.username(), back.comment(), now);
		long id = form.submission().id();
		this.decisions.forgetReturned(id);
		this.decisions.giveBack(id, comments, actor.username(), now);
		this.decisions.approve(id, rest.stream().map((row) -> row.indicator().id()).toList(), actor.username(), now);
		putInForce(form, rest, now, actor);
		back.rows().forEach((no, why) -> {
			Sheet.Row row = form.row(no);
			publish(form, row, "RETURNED", written(row), why, actor);
		});
		return moved(form, before, "RETURNED", back.comment(), actor);
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
	 * As {@link #reopen(FormKey, String, Actor)}.
	 * @param seen the form's version its author has seen; {@code null} not to ask
	 * @throws RefusedException also CONFLICT if it has moved on
	 */
	public Sheet reopen(SubmissionKey key, @Nullable String reason, @Nullable Integer seen, Actor actor) {
		Form form = form(key, SubmissionStep.REOPEN, seen, actor);
		if (reason == null || reason.isBlank()) {
			throw required("reason");
		}
		SubmissionStatus before = form.submission().status();
		form.submission().reopen(actor.username(), reason.strip(), this.clock.instant());
		this.decisions.forget(form.submission().id());
		return moved(form, before, "REOPENED", reason.strip(), actor);
	}

	/**
	 * The form as it stands, locked until the transaction ends: of two who decide at once
	 * the second is told what the first did.
	 */
	private Form form(SubmissionKey key, SubmissionStep step, @Nullable Integer seen, Actor actor) {
		PlanYear of = this.years.require(key.planId(), key.year());
		long unitId = of.unit(key.leadUnit()).id();
		if (!step.isFor(actor, of.plan().wardCode(), key.leadUnit())) {
			throw new RefusedException(Kind.FORBIDDEN, step.refusal());
		}
		this.submissions.startIfAbsent(key.planId(), key.year(), key.period(), unitId);
		Submission submission = this.submissions.lock(key.planId(), key.year(), key.period(), unitId).orElseThrow();
		submission.refuseUnless(step);
		if (seen != null) {
			submission.refuseUnlessSeen(seen);
		}
		return new Form(of, submission, this.sheets.read(of, key, actor));
	}

	private void putInForce(Form form, List<Sheet.Row> rows, Instant now, Actor actor) {
		SubmissionKey key = form.sheet().key();
		this.approved.add(rows.stream().map((row) -> row.indicator().id()).toList(), key.year(), key.period(),
				actor.username(), now);
		for (Sheet.Row row : rows) {
			publish(form, row, "APPROVED", written(row), null, actor);
		}
	}

	private Sheet moved(Form form, SubmissionStatus before, String action, @Nullable String reason, Actor actor) {
		Sheet sheet = form.sheet();
		this.submissions.saveAndFlush(form.submission());
		this.events.publishEvent(
				new Change(actor.username(), sheet.plan().wardCode(), sheet.key().planId(), null, Subject.SUBMISSION,
						sheet.key().toString(), action, before.name(), form.submission().status().name(), reason));
		return this.sheets.read(form.of(), sheet.key(), actor);
	}

	private void publish(Form form, Sheet.Row row, String action, @Nullable String to, @Nullable String reason,
			Actor actor) {
		SubmissionKey key = form.sheet().key();
		WardCode ward = form.sheet().plan().wardCode();
		this.events.publishEvent(new Change(actor.username(), ward, key.planId(), row.no(), Subject.ACTUAL,
				key.year() + " " + key.period(), action, written(row), to, reason));
	}

	private static @Nullable String written(Sheet.Row row) {
		StoredActual stored = row.stored();
		return (stored != null) ? ActualFormat.write(stored.entry()) : null;
	}

	private static RefusedException required(String field) {
		return new RefusedException(Kind.INVALID, "input", List.of(),
				List.of(new FieldProblem(field, Problem.error("required"))));
	}

	private record Form(PlanYear of, Submission submission, Sheet sheet) {

		/** Rows in which something was entered, be it that it was taken back. */
		List<Sheet.Row> entered() {
			return this.sheet.rows().stream().filter((row) -> row.stored() != null).toList();
		}

		Set<String> enteredBy() {
			return entered().stream()
				.map(Sheet.Row::stored)
				.filter(Objects::nonNull)
				.map(StoredActual::enteredBy)
				.collect(Collectors.toSet());
		}

		Sheet.Row row(String no) {
			return this.sheet.rows().stream().filter((row) -> row.no().equals(no)).findFirst().orElseThrow();
		}

		/**
		 * The comments by indicator. {@code 2.1.comment} names the comment on indicator
		 * 2.1.
		 */
		Map<Long, String> comments(ReturnedRows back) {
			List<FieldProblem> problems = new ArrayList<>();
			Map<Long, String> comments = new HashMap<>();
			back.rows().forEach((no, comment) -> {
				Sheet.Row row = this.sheet.rows()
					.stream()
					.filter((candidate) -> candidate.no().equals(no) && !candidate.isGroup())
					.findFirst()
					.orElse(null);
				if (row == null) {
					problems.add(new FieldProblem(no, Problem.error("indicator-not-on-form", no)));
				}
				else if (comment.isEmpty()) {
					problems.add(new FieldProblem(no + ".comment", Problem.error("row-comment-missing", no)));
				}
				else {
					comments.put(row.indicator().id(), comment);
				}
			});
			if (back.rows().isEmpty() && back.approveRest()) {
				problems.add(new FieldProblem("approveRest", Problem.error("return-nothing-marked")));
			}
			else if (back.rows().isEmpty() && back.comment() == null) {
				problems.add(new FieldProblem("comment", Problem.error("required")));
			}
			if (!problems.isEmpty()) {
				throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
			}
			return comments;
		}

		/**
		 * What must be mended before submission; {@code 2.1.explanation} names the
		 * explanation of indicator 2.1.
		 */
		List<FieldProblem> stillOpen() {
			List<FieldProblem> open = new ArrayList<>();
			if (this.sheet.rows().stream().noneMatch(Sheet.Row::isAnswered)) {
				open.add(new FieldProblem(null, Problem.error("submission-empty")));
			}
			for (Sheet.Row row : this.sheet.rows()) {
				StoredActual stored = row.stored();
				CheckResult checked = row.checked();
				if (stored != null && checked != null) {
					stillOpen(row, stored.entry(), checked, open);
				}
			}
			return open;
		}

		private static void stillOpen(Sheet.Row row, ActualEntry entry, CheckResult checked, List<FieldProblem> open) {
			String name = row.indicator().name();
			checked.problems()
				.stream()
				.filter((field) -> field.problem().isError())
				.forEach((field) -> open.add(new FieldProblem(row.no() + "." + field.field(), field.problem())));
			if (row.lacksExplanation()) {
				open.add(new FieldProblem(row.no() + ".explanation",
						Problem.error("explanation-missing", row.no(), name)));
			}
			if (row.indicator().rule().valueType() == ValueType.QUALITATIVE && entry.note() == null
					&& !entry.isExplained()) {
				open.add(new FieldProblem(row.no() + ".note", Problem.error("word-without-reason", row.no(), name)));
			}
		}

	}

}
