package vn.wardkpi.attainment;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The part of a year that a figure covers. M01 to M12 are cumulative to the end of that
 * month; ESTIMATE (ước thực hiện cả năm) and FINAL (chính thức cả năm) cover the year.
 */
public enum ReportingPeriod {

	M01, M02, M03, M04, M05, M06, M07, M08, M09, M10, M11, M12, ESTIMATE, FINAL;

	public boolean isFullYear() {
		return this == ESTIMATE || this == FINAL;
	}

	/**
	 * The first day on which a year's figures of this period can be known: the last day
	 * they cover, and for an estimate, which looks ahead, the year's first.
	 */
	public LocalDate knownFrom(int year) {
		return switch (this) {
			case ESTIMATE -> LocalDate.of(year, 1, 1);
			case FINAL -> LocalDate.of(year, 12, 31);
			default -> YearMonth.of(year, Integer.parseInt(name().substring(1))).atEndOfMonth();
		};
	}

}
