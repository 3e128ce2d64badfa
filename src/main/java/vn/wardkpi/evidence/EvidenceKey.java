package vn.wardkpi.evidence;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * The figure that files belong to; it need not be entered yet.
 *
 * @param no number of the indicator in the plan
 */
public record EvidenceKey(long planId, String no, int year, ReportingPeriod period) {

	@Override
	public String toString() {
		return this.year + " " + this.period;
	}

}
