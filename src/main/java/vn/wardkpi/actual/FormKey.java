package vn.wardkpi.actual;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * How a form is addressed.
 *
 * @param leadUnit code of the lead unit that answers for it
 */
public record FormKey(long planId, int year, ReportingPeriod period, String leadUnit) {

	@Override
	public String toString() {
		return this.year + " " + this.period + " " + this.leadUnit;
	}

}
