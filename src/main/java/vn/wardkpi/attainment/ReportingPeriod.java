package vn.wardkpi.attainment;

/**
 * The part of a year that a figure covers. M01 to M12 are cumulative to the end of that
 * month; ESTIMATE (ước thực hiện cả năm) and FINAL (chính thức cả năm) cover the year.
 */
public enum ReportingPeriod {

	M01, M02, M03, M04, M05, M06, M07, M08, M09, M10, M11, M12, ESTIMATE, FINAL;

	public boolean isFullYear() {
		return this == ESTIMATE || this == FINAL;
	}

}
