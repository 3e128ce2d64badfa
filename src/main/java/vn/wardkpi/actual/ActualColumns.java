package vn.wardkpi.actual;

import java.sql.ResultSet;
import java.sql.SQLException;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.database.Columns;

/**
 * Reads the columns of a figure, which every statement about figures names alike.
 */
public final class ActualColumns {

	private ActualColumns() {
	}

	public static Figure figure(ResultSet rs) throws SQLException {
		return figure(rs, "");
	}

	/**
	 * @param prefix of the columns' names
	 */
	public static Figure figure(ResultSet rs, String prefix) throws SQLException {
		return figure(rs, Columns.constant(rs, prefix + "period", ReportingPeriod.class), prefix);
	}

	/**
	 * @param period of a figure whose statement does not name its period among its
	 * columns
	 * @param prefix of the columns' names
	 */
	public static ActualEntry entry(ResultSet rs, ReportingPeriod period, String prefix) throws SQLException {
		return new ActualEntry(figure(rs, period, prefix), rs.getString(prefix + "note"),
				rs.getString(prefix + "cause"), rs.getString(prefix + "remedy"),
				rs.getString(prefix + "no_data_reason"));
	}

	private static Figure figure(ResultSet rs, ReportingPeriod period, String prefix) throws SQLException {
		return new Figure(period, rs.getBigDecimal(prefix + "value"), rs.getBigDecimal(prefix + "numerator"),
				rs.getBigDecimal(prefix + "denominator"),
				Columns.constantOrNull(rs, prefix + "achieved", Verdict.class));
	}

}
