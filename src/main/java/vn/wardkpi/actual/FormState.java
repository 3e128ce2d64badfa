package vn.wardkpi.actual;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.LeadUnitRow;

/**
 * Where a form stood when it was read. What is decided by it holds as long as the form
 * has the same version: every step of a form counts its version on.
 *
 * @param id {@code null} for a form that nobody has begun
 * @param unit the lead unit that answers for it
 * @param version 0 for one that nobody has begun
 */
record FormState(@Nullable Long id, LeadUnitRow unit, int version, SubmissionStatus status) {

	static FormState notBegun(LeadUnitRow unit) {
		return new FormState(null, unit, 0, SubmissionStatus.DRAFT);
	}

}
