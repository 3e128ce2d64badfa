package vn.wardkpi.submission;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;

/**
 * Figures of one year and reporting period that come with their own history, of one lead
 * unit or of several.
 *
 * @param status where their forms stand
 * @param submittedBy who handed them over; the one who entered them where not given
 * @param reviewedBy who approved or returned them
 * @param reviewedAt when; for approved figures the time from which they are in force
 * @param comment what the reviewer wrote
 */
public record LoadedSubmission(int year, ReportingPeriod period, SubmissionStatus status, String enteredBy,
		Instant enteredAt, @Nullable String submittedBy, @Nullable Instant submittedAt, @Nullable String reviewedBy,
		@Nullable Instant reviewedAt, @Nullable String comment, List<LoadedActual> actuals) {

	public LoadedSubmission {
		actuals = List.copyOf(actuals);
		boolean reviewed = status == SubmissionStatus.APPROVED || status == SubmissionStatus.RETURNED;
		if (reviewed && (reviewedBy == null || reviewedAt == null)) {
			throw new IllegalArgumentException(status + " needs a reviewer and a time");
		}
	}

	public static LoadedSubmission draft(int year, ReportingPeriod period, String enteredBy, Instant enteredAt,
			List<LoadedActual> actuals) {
		return new LoadedSubmission(year, period, SubmissionStatus.DRAFT, enteredBy, enteredAt, null, null, null, null,
				null, actuals);
	}

	public static LoadedSubmission submitted(int year, ReportingPeriod period, String enteredBy, Instant enteredAt,
			List<LoadedActual> actuals) {
		return new LoadedSubmission(year, period, SubmissionStatus.SUBMITTED, enteredBy, enteredAt, null, null, null,
				null, null, actuals);
	}

	public static LoadedSubmission approved(int year, ReportingPeriod period, String enteredBy, Instant enteredAt,
			String approvedBy, Instant approvedAt, List<LoadedActual> actuals) {
		return new LoadedSubmission(year, period, SubmissionStatus.APPROVED, enteredBy, enteredAt, null, null,
				approvedBy, approvedAt, null, actuals);
	}

	public static LoadedSubmission returned(int year, ReportingPeriod period, String enteredBy, Instant enteredAt,
			String returnedBy, Instant returnedAt, String comment, List<LoadedActual> actuals) {
		return new LoadedSubmission(year, period, SubmissionStatus.RETURNED, enteredBy, enteredAt, null, null,
				returnedBy, returnedAt, comment, actuals);
	}

	/**
	 * @param no number of the indicator in the plan
	 */
	public record LoadedActual(String no, ActualEntry entry) {
	}

}
