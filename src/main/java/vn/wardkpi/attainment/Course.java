package vn.wardkpi.attainment;

/**
 * Whether the end of the period is still in reach, judged at the latest year with a
 * full-year figure.
 */
public enum Course {

	ACHIEVED, ON_COURSE, LAGGING, OFF_COURSE, REVERSING, NOT_ASSESSABLE

}
