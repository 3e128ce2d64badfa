package vn.wardkpi.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Reads a row's columns as the types that the program speaks. Without "OrNull" the column
 * is never null, and a {@link NullPointerException} names one that is.
 */
public final class Columns {

	private Columns() {
	}

	public static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column), column);
	}

	/**
	 * @param type whose constant the column names
	 */
	public static <E extends Enum<E>> E constant(ResultSet rs, String column, Class<E> type) throws SQLException {
		return Enum.valueOf(type, text(rs, column));
	}

	public static <E extends Enum<E>> @Nullable E constantOrNull(ResultSet rs, String column, Class<E> type)
			throws SQLException {
		String name = rs.getString(column);
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

	public static @Nullable Integer integerOrNull(ResultSet rs, String column) throws SQLException {
		return rs.getObject(column, Integer.class);
	}

	public static LocalDate day(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(dayOrNull(rs, column), column);
	}

	public static @Nullable LocalDate dayOrNull(ResultSet rs, String column) throws SQLException {
		return rs.getObject(column, LocalDate.class);
	}

	public static Instant instant(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(instantOrNull(rs, column), column);
	}

	public static @Nullable Instant instantOrNull(ResultSet rs, String column) throws SQLException {
		Timestamp time = rs.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * An array of text; a null array is an empty list.
	 */
	public static List<String> texts(ResultSet rs, String column) throws SQLException {
		Array array = rs.getArray(column);
		return (array != null) ? List.of((String[]) array.getArray()) : List.of();
	}

}
