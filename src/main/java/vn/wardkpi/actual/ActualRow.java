package vn.wardkpi.actual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.database.Columns;

/**
 * A figure as read models use it.
 *
 * @param no number of the indicator
 * @param status of the form it stands on
 * @param approvedBy what the person is called who approved it, where it is approved
 * @param noDataReason why there is no figure on purpose
 */
public record ActualRow(long indicatorId, String no, int year, Figure figure, @Nullable String note,
		@Nullable String cause, @Nullable String remedy, SubmissionStatus status, String enteredBy, Instant enteredAt,
		@Nullable String approvedBy, @Nullable Instant approvedAt, @Nullable String noDataReason) {

	/**
	 * From the columns of a figure with {@code no}, {@code status}, {@code approver} and
	 * {@code approved_at}.
	 */
	public static ActualRow of(ResultSet rs) throws SQLException {
		return new ActualRow(rs.getLong("indicator_id"), Columns.text(rs, "no"), rs.getInt("year"),
				ActualColumns.figure(rs), rs.getString("note"), rs.getString("cause"), rs.getString("remedy"),
				Columns.constant(rs, "status", SubmissionStatus.class), Columns.text(rs, "entered_by"),
				Columns.instant(rs, "entered_at"), rs.getString("approver"), Columns.instantOrNull(rs, "approved_at"),
				rs.getString("no_data_reason"));
	}

	/**
	 * Whether there is a figure, and not only a reason why there is none.
	 */
	public boolean hasFigure() {
		return this.figure.value() != null || this.figure.numerator() != null || this.figure.achieved() != null;
	}

}
