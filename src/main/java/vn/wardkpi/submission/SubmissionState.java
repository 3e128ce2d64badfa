package vn.wardkpi.submission;

import java.util.Map;

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

	/** Many people fill one form at the same time. */
	private static final String BEGUN = "select id from submission where id = :form and version = :version for share";

	/**
	 * Begins the form; a mere {@code do nothing} would neither wait for nor answer the
	 * row that somebody else is just adding.
	 */
	private static final String NOT_BEGUN = """
			insert into submission as s (plan_id, year, period, lead_unit_id, status)
			values (:plan, :year, :period, :unit, 'DRAFT')
			on conflict (plan_id, year, period, lead_unit_id)
			do update set version = s.version where s.version = :version
			returning id""";

	/**
	 * What a save of this form's figures is guarded by.
	 */
	public ActualStore.Guard guard(long planId, int year, ReportingPeriod period) {
		return (this.id != null)
				? new ActualStore.Guard(BEGUN, Map.of("form", this.id, "version", this.version), year, period)
				: new ActualStore.Guard(NOT_BEGUN,
						Map.of("plan", planId, "unit", this.unit.id(), "version", this.version), year, period);
	}

	public static SubmissionState notBegun(LeadUnitRow unit) {
		return new SubmissionState(null, unit, 0, SubmissionStatus.DRAFT);
	}

}
