package vn.wardkpi.actual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.database.Columns;

/**
 * A figure as it stands now, with the version by which two editors are told apart.
 *
 * @param no number of the indicator
 * @param version counts its changes from 1
 * @param enteredBy username of who entered it
 * @param enteredByName how that person is called
 */
public record StoredActual(String no, int year, ActualEntry entry, int version, String enteredBy, Instant enteredAt,
		String enteredByName) {

	/**
	 * Where nobody asks what the person is called.
	 */
	public StoredActual(String no, int year, ActualEntry entry, int version, String enteredBy, Instant enteredAt) {
		this(no, year, entry, version, enteredBy, enteredAt, enteredBy);
	}

	/**
	 * From the columns of {@code actual}, with {@code entered_by_name} beside them.
	 * @param prefix of the columns' names
	 */
	public static StoredActual of(String no, int year, ResultSet rs, String prefix) throws SQLException {
		ReportingPeriod period = Columns.constant(rs, prefix + "period", ReportingPeriod.class);
		ActualEntry entry = ActualColumns.entry(rs, period, prefix);
		return new StoredActual(no, year, entry, rs.getInt(prefix + "version"), Columns.text(rs, prefix + "entered_by"),
				Columns.instant(rs, prefix + "entered_at"), Columns.text(rs, prefix + "entered_by_name"));
	}

}
