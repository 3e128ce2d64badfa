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

}
