package vn.wardkpi.calendar.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The years of which days are shown and kept.
 */
final class CalendarYears {

	private static final int FIRST = 2000;

	private static final int LAST = 2099;

	private CalendarYears() {
	}

	/**
	 * @param asked this year for none, and for one that is out of the way
	 */
	static int shown(@Nullable Integer asked, LocalDate today) {
		return (asked != null && known(asked)) ? asked : today.getYear();
	}

	static boolean known(int year) {
		return year >= FIRST && year <= LAST;
	}

}
