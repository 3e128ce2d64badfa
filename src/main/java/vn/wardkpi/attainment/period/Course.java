package vn.wardkpi.attainment.period;

import java.math.BigDecimal;

import vn.wardkpi.attainment.Fraction;

/**
 * Whether the end of the period is still in reach, judged at the latest year with a
 * full-year figure.
 */
public enum Course {

	ACHIEVED, ON_COURSE, LAGGING, OFF_COURSE, REVERSING, NOT_ASSESSABLE;

	private static final Fraction ON_COURSE_FROM = Fraction.of(new BigDecimal("0.95"));

	private static final Fraction LAGGING_FROM = Fraction.of(new BigDecimal("0.60"));

	/**
	 * By the part of the way to date that was gone, compared exactly. The thresholds
	 * follow the progress bands that Eurostat and Open SDG publish.
	 */
	static Course at(Fraction progress) {
		if (progress.compareTo(ON_COURSE_FROM) >= 0) {
			return ON_COURSE;
		}
		if (progress.compareTo(LAGGING_FROM) >= 0) {
			return LAGGING;
		}
		return (progress.signum() >= 0) ? OFF_COURSE : REVERSING;
	}

	/** Whether it is itself a danger for the period. */
	public boolean isBehind() {
		return this == LAGGING || this == OFF_COURSE || this == REVERSING;
	}

}
