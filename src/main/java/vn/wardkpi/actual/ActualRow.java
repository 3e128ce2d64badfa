package vn.wardkpi.actual;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;

/**
 * A figure as read models use it.
 *
 * @param no number of the indicator
 * @param status of the form it stands on
 * @param approvedBy who approved it, where it is approved
 * @param noDataReason why there is no figure on purpose
 */
public record ActualRow(long indicatorId, String no, int year, Figure figure, @Nullable String note,
		@Nullable String cause, @Nullable String remedy, SubmissionStatus status, String enteredBy, Instant enteredAt,
		@Nullable String approvedBy, @Nullable Instant approvedAt, @Nullable String noDataReason) {

	/**
	 * Whether there is a figure, and not only a reason why there is none.
	 */
	public boolean hasFigure() {
		return this.figure.value() != null || this.figure.numerator() != null || this.figure.achieved() != null;
	}

}
