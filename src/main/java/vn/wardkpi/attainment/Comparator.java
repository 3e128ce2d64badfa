package vn.wardkpi.attainment;

/**
 * How an actual is held against a target.
 */
public enum Comparator {

	AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, BETWEEN, EXACTLY, QUALITATIVE

}
