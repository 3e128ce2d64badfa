package vn.wardkpi.calendar;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * A reporting period of a year.
 */
public record YearPeriod(int year, ReportingPeriod period) {

	@Override
	public String toString() {
		return this.year + " " + this.period;
	}

}
