package vn.wardkpi.submission;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualStore;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Where a form stood when it was read. What is decided by it holds as long as the form
 * has the same version: every step of a form counts its version on.
 *
 * @param id {@code null} for a form that nobody has begun
 * @param unit the lead unit that answers for it
 * @param version 0 for one that nobody has begun
 */
public record SubmissionState(@Nullable Long id, LeadUnitRow unit, int version, SubmissionStatus status) {

	/**
	 * What a save of this form's figures is guarded by.
	 */
	public ActualStore.Guard guard(long planId, int year, ReportingPeriod period) {
		return new ActualStore.Guard(planId, year, period, this.id, this.unit.id(), this.version);
	}

	public static SubmissionState notBegun(LeadUnitRow unit) {
		return new SubmissionState(null, unit, 0, SubmissionStatus.DRAFT);
	}

}
