package vn.wardkpi.actual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * A figure as it stands now, with the revision by which two editors are told apart.
 *
 * @param no number of the indicator
 * @param revision counts its changes from 1
 */
public record StoredActual(String no, int year, ActualEntry entry, int revision, String enteredBy, Instant enteredAt) {

	/**
	 * From the columns of {@code actual}.
	 * @param prefix of the columns' names
	 */
	public static StoredActual of(String no, int year, ResultSet rs, String prefix) throws SQLException {
		ReportingPeriod period = ReportingPeriod.valueOf(ActualColumns.text(rs, prefix + "period"));
		ActualEntry entry = ActualColumns.entry(rs, period, prefix);
		return new StoredActual(no, year, entry, rs.getInt(prefix + "version") + 1,
				ActualColumns.text(rs, prefix + "entered_by"), ActualColumns.instant(rs, prefix + "entered_at"));
	}

}
