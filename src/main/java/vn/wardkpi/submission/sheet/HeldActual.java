package vn.wardkpi.submission.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualColumns;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.database.Columns;
import vn.wardkpi.submission.SubmissionKey;

/**
 * A figure and what was approved of it last.
 */
record HeldActual(StoredActual stored, Sheet.@Nullable Approved approved) {

	static HeldActual of(ResultSet rs) throws SQLException {
		ReportingPeriod period = Columns.constant(rs, "period", ReportingPeriod.class);
		StoredActual stored = new StoredActual(Columns.text(rs, "no"), rs.getInt("year"),
				ActualColumns.entry(rs, period, ""), rs.getInt("version"), Columns.text(rs, "entered_by"),
				Columns.instant(rs, "entered_at"));
		String approvedBy = rs.getString("approved_by");
		return new HeldActual(stored, (approvedBy != null) ? new Sheet.Approved(ActualColumns.entry(rs, period, "p_"),
				approvedBy, Columns.instant(rs, "approved_at")) : null);
	}

	boolean isOf(SubmissionKey key) {
		return this.stored.year() == key.year() && this.stored.entry().figure().period() == key.period();
	}

}
