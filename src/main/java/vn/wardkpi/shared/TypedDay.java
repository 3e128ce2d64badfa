package vn.wardkpi.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as it is written for the program: 2026-12-14, or 14/12/2026; the same for every
 * reader. Only days that there are, of the years 1 to 9999: 31/02/2026 is none, and never
 * another one.
 */
public final class TypedDay {

	private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

	private static final Pattern VIETNAMESE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

	private TypedDay() {
	}

	public static Optional<LocalDate> read(String text) {
		Matcher parts = VIETNAMESE.matcher(text.strip());
		return parts.matches() ? day(parts.group(3), parts.group(2), parts.group(1)) : readIso(text);
	}

	/**
	 * As programs write it, 2026-12-14 alone.
	 */
	public static Optional<LocalDate> readIso(String text) {
		Matcher parts = ISO.matcher(text.strip());
		return parts.matches() ? day(parts.group(1), parts.group(2), parts.group(3)) : Optional.empty();
	}

	private static Optional<LocalDate> day(String year, String month, String day) {
		try {
			LocalDate read = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
			return (read.getYear() > 0) ? Optional.of(read) : Optional.empty();
		}
		catch (DateTimeException ex) {
			// No such day, as its reader is told.
			return Optional.empty();
		}
	}

}
