package vn.wardkpi.report.job;

/**
 * How far the report of one ward is.
 */
public enum WardState {

	WAITING, MADE, NOT_MADE

}
