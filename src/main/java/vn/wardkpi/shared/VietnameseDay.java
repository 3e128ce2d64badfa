package vn.wardkpi.shared;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Days as Vietnamese offices write them: 08/12/2026.
 */
public final class VietnameseDay {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

	private VietnameseDay() {
	}

	public static String write(LocalDate day) {
		return DAY.format(day);
	}

	/**
	 * For readers of English as 2026-12-08, which nobody can take for the 12th of August.
	 */
	public static String write(LocalDate day, Locale reader) {
		return reader.getLanguage().equals("en") ? day.toString() : write(day);
	}

}
