package vn.wardkpi.actual;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a form stands and what the one who asks may do with it.
 *
 * @param leadUnit code of the unit that answers for it
 * @param comment what the reviewer wrote when returning or reopening it
 * @param may the steps open to the one who asks
 */
public record SubmissionView(long planId, int year, String period, String leadUnit, SubmissionStatus status,
		@Nullable String submittedBy, @Nullable Instant submittedAt, @Nullable String reviewedBy,
		@Nullable Instant reviewedAt, @Nullable String comment, List<Step> may) {

	public SubmissionView {
		may = List.copyOf(may);
	}

	public boolean may(Step step) {
		return this.may.contains(step);
	}

}
