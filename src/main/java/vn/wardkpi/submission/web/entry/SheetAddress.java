package vn.wardkpi.submission.web.entry;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.submission.SubmissionKey;

/**
 * Where the page of one form is found, or of all forms of the one who enters.
 *
 * @param unit code of the lead unit, {@code null} for all forms on one page
 */
record SheetAddress(long planId, int year, ReportingPeriod period, @Nullable String unit) {

	static SheetAddress of(SubmissionKey key) {
		return new SheetAddress(key.planId(), key.year(), key.period(), key.leadUnit());
	}

	SubmissionKey form(String leadUnit) {
		return new SubmissionKey(this.planId, this.year, this.period, leadUnit);
	}

	public String path() {
		String all = "/plans/" + this.planId + "/entry/" + this.year + "/" + this.period;
		return (this.unit != null) ? all + "/" + this.unit : all;
	}

}
