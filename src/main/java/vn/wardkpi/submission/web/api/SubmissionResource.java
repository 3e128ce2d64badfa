package vn.wardkpi.submission.web.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionStep;
import vn.wardkpi.submission.SubmissionView;
import vn.wardkpi.submission.review.ReturnedRows;
import vn.wardkpi.submission.review.SubmissionService;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.submission.web.SubmissionWords;

/**
 * A form and its way. Each step may name the {@code version} its author has before them;
 * one that has moved on since answers 409.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}/submissions/{year}/{period}/{leadUnit}")
class SubmissionResource {

	private final SheetReader sheets;

	private final SubmissionService submissions;

	private final SubmissionWords words;

	SubmissionResource(SheetReader sheets, SubmissionService submissions, SubmissionWords words) {
		this.sheets = sheets;
		this.submissions = submissions;
		this.words = words;
	}

	@GetMapping
	FormView read(SubmissionKey key, Actor actor, Locale locale) {
		return view(this.sheets.require(key, actor), locale);
	}

	@PostMapping("/submit")
	FormView submit(SubmissionKey key, @RequestParam(required = false) @Nullable Integer version, Actor actor,
			Locale locale) {
		return view(this.submissions.submit(key, version, actor), locale);
	}

	@PostMapping("/approve")
	FormView approve(SubmissionKey key, @RequestParam(required = false) @Nullable Integer version, Actor actor,
			Locale locale) {
		return view(this.submissions.approve(key, version, actor), locale);
	}

	@PostMapping("/return")
	FormView returnToUnit(SubmissionKey key, @RequestBody(required = false) @Nullable ReturnBody body,
			@RequestParam(required = false) @Nullable Integer version, Actor actor, Locale locale) {
		ReturnedRows back = (body != null) ? body.returned() : new ReturnedRows(null, Map.of(), false);
		return view(this.submissions.returnToUnit(key, back, version, actor), locale);
	}

	@PostMapping("/reopen")
	FormView reopen(SubmissionKey key, @RequestBody(required = false) @Nullable ReopenBody body,
			@RequestParam(required = false) @Nullable Integer version, Actor actor, Locale locale) {
		String reason = (body != null) ? body.reason() : null;
		return view(this.submissions.reopen(key, reason, version, actor), locale);
	}

	private FormView view(Sheet sheet, Locale locale) {
		SubmissionView form = sheet.submission();
		List<FormRow> rows = sheet.rows().stream().filter((row) -> !row.isGroup()).map((row) -> {
			RowDecision decision = row.decision();
			return new FormRow(row.no(), row.isAnswered(), (decision != null) ? decision.kind() : null,
					(decision != null) ? decision.comment() : null, codes(row.may()), locked(row.locked(), locale));
		}).toList();
		return new FormView(form.planId(), form.year(), form.period(), form.leadUnit(), form.status(),
				form.submittedBy(), form.submittedAt(), form.reviewedBy(), form.reviewedAt(), form.comment(),
				codes(form.may()), locked(form.locked(), locale), form.version(), sheet.cells(), sheet.filled(), rows,
				sheet.questions()
					.stream()
					.map((question) -> new QuestionView(question.severity(), question.code(),
							this.words.of(question, locale)))
					.toList());
	}

	/** Taking back is a matter of the pages; the API knows no such step. */
	private static List<String> codes(List<SubmissionStep> steps) {
		return steps.stream().filter((step) -> step != SubmissionStep.TAKE_BACK).map(SubmissionStep::code).toList();
	}

	private @Nullable LockView locked(@Nullable EntryLock lock, Locale locale) {
		return (lock != null) ? new LockView(lock.code(), this.words.of(lock, locale)) : null;
	}

	/**
	 * @param comment for the form as a whole; needed where no row is named
	 * @param approveRest whether the other answered rows come into force at once
	 */
	record ReturnBody(@Nullable String comment, @Nullable List<ReturnedRow> rows, @Nullable Boolean approveRest) {

		ReturnedRows returned() {
			Map<String, String> comments = new LinkedHashMap<>();
			if (this.rows != null) {
				this.rows.forEach((row) -> comments.put(Objects.requireNonNullElse(row.no(), ""),
						Objects.requireNonNullElse(row.comment(), "")));
			}
			return new ReturnedRows(this.comment, comments, Boolean.TRUE.equals(this.approveRest));
		}

	}

	record ReturnedRow(@Nullable String no, @Nullable String comment) {
	}

	record ReopenBody(@Nullable String reason) {
	}

	/**
	 * @param may what the caller may do with the form now: enter, submit, approve,
	 * return, reopen
	 * @param locked why the caller can enter nothing on it; {@code null} if they can
	 * @param version counts the form's steps
	 * @param cells indicators that take a figure
	 * @param answered those that have one, or say why they have none
	 * @param problems what is to be looked at before it is handed in or approved
	 */
	record FormView(long planId, int year, String period, String leadUnit, SubmissionStatus status,
			@Nullable String submittedBy, @Nullable Instant submittedAt, @Nullable String reviewedBy,
			@Nullable Instant reviewedAt, @Nullable String comment, List<String> may, @Nullable LockView locked,
			int version, long cells, long answered, List<FormRow> rows, List<QuestionView> problems) {
	}

	/**
	 * What is to be looked at about the form as a whole.
	 */
	record QuestionView(Problem.Severity severity, String code, String message) {
	}

	/**
	 * @param decision the reviewer's in the present round, if any
	 * @param may what the caller may do with the row now: enter, approve, return
	 */
	record FormRow(String no, boolean answered, RowDecision.@Nullable Kind decision, @Nullable String comment,
			List<String> may, @Nullable LockView locked) {
	}

	/**
	 * @param message what is in the way and what can be done, in the caller's language
	 */
	record LockView(EntryLock.Code code, String message) {
	}

}
