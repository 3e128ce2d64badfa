package vn.wardkpi.report.content;

import java.util.Arrays;
import java.util.List;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * The kinds of reports. The names are those of the API.
 */
public enum ReportKind {

	YEAR, HALF_YEAR, NINE_MONTHS,
	/** What the period has come to so far (sơ kết). */
	MID_TERM,
	/** What the period came to (tổng kết). */
	FINAL,
	/** Of chosen indicators, years and issuers (đột xuất). */
	AD_HOC;

	/**
	 * Those that are of everything; the other is of what somebody chose, and is not
	 * issued.
	 */
	public static List<ReportKind> regular() {
		return Arrays.stream(values()).filter((kind) -> kind != AD_HOC).toList();
	}

	/**
	 * The last reporting period of the year that it knows of.
	 */
	public ReportingPeriod until() {
		return switch (this) {
			case HALF_YEAR -> ReportingPeriod.M06;
			case NINE_MONTHS -> ReportingPeriod.M09;
			case YEAR, MID_TERM, FINAL, AD_HOC -> ReportingPeriod.FINAL;
		};
	}

	/** Whether it speaks of the whole period and not of one year. */
	public boolean isOfPeriod() {
		return this == MID_TERM || this == FINAL;
	}

}
