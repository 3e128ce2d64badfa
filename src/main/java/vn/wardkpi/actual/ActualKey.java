package vn.wardkpi.actual;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * How a figure is addressed.
 *
 * @param no number of the indicator
 */
public record ActualKey(long planId, String no, int year, ReportingPeriod period) {
}
