package vn.wardkpi.submission;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.SubmissionStatus;

/**
 * Where a form stands and what the one who asks may do with it.
 *
 * @param leadUnit code of the unit that answers for it
 * @param comment what the reviewer wrote when returning or reopening it
 * @param version counts its steps, so that nobody decides on what they have not seen
 * @param may the steps open to the one who asks
 * @param submittedByName what the person is called
 * @param reviewedByName what the person is called
 * @param locked why the one who asks can enter nothing on it
 */
public record SubmissionView(long planId, int year, String period, String leadUnit, SubmissionStatus status,
		@Nullable String submittedBy, @Nullable Instant submittedAt, @Nullable String reviewedBy,
		@Nullable Instant reviewedAt, @Nullable String comment, int version, List<SubmissionStep> may,
		@Nullable EntryLock locked, @Nullable String submittedByName, @Nullable String reviewedByName) {

	public SubmissionView {
		may = List.copyOf(may);
		// Who has no account, as the program itself, is called by that name.
		submittedByName = (submittedByName != null) ? submittedByName : submittedBy;
		reviewedByName = (reviewedByName != null) ? reviewedByName : reviewedBy;
	}

	public boolean may(SubmissionStep step) {
		return this.may.contains(step);
	}

}
