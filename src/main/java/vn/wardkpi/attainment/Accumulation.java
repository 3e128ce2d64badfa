package vn.wardkpi.attainment;

/**
 * How the years make up the period.
 */
public enum Accumulation {

	SUM, LAST, EVERY_YEAR, AVERAGE, GROWTH_RATE, RATIO_OF_SUMS

}
