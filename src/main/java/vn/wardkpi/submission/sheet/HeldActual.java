package vn.wardkpi.submission.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualColumns;
import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.database.Columns;
import vn.wardkpi.submission.SubmissionKey;

/**
 * A figure and what was approved of it last.
 *
 * @param form where the form stands on which it is entered
 */
record HeldActual(StoredActual stored, Sheet.@Nullable Approved approved, SubmissionStatus form) {

	static HeldActual of(ResultSet rs) throws SQLException {
		ReportingPeriod period = Columns.constant(rs, "period", ReportingPeriod.class);
		StoredActual stored = new StoredActual(Columns.text(rs, "no"), rs.getInt("year"),
				ActualColumns.entry(rs, period, ""), rs.getInt("version"), Columns.text(rs, "entered_by"),
				Columns.instant(rs, "entered_at"), Columns.text(rs, "entered_by_name"));
		String approvedBy = rs.getString("approved_by");
		return new HeldActual(stored,
				(approvedBy != null) ? new Sheet.Approved(ActualColumns.entry(rs, period, "p_"), approvedBy,
						Columns.instant(rs, "approved_at")) : null,
				Columns.constant(rs, "form_status", SubmissionStatus.class));
	}

	/**
	 * What others than those who enter it may hold something against: the figure if its
	 * form was handed in, else what was approved of it.
	 */
	@Nullable ActualEntry handedIn() {
		boolean handedIn = this.form == SubmissionStatus.SUBMITTED || this.form == SubmissionStatus.APPROVED;
		if (handedIn) {
			return this.stored.entry();
		}
		return (this.approved != null) ? this.approved.entry() : null;
	}

	boolean isOf(SubmissionKey key) {
		return this.stored.year() == key.year() && this.stored.entry().figure().period() == key.period();
	}

}
