package vn.wardkpi.submission;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * How a form is addressed.
 *
 * @param leadUnit code of the lead unit that answers for it
 */
public record SubmissionKey(long planId, int year, ReportingPeriod period, String leadUnit) {

	/** As people read it: "2026 FINAL phong-kinh-te". */
	@Override
	public String toString() {
		return this.year + " " + this.period + " " + this.leadUnit;
	}

}
