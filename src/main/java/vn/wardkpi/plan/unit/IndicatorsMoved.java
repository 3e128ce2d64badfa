package vn.wardkpi.plan.unit;

import java.util.List;

import vn.wardkpi.ward.LeadUnitRow;

/**
 * From now on a unit answers for indicators of a plan for which another one did. Whoever
 * keeps forms of them hands them over, within the transaction; that they were moved is on
 * record already.
 *
 * @param indicators ids of those that went over
 */
public record IndicatorsMoved(long planId, LeadUnitRow from, LeadUnitRow into, List<Long> indicators) {

	public IndicatorsMoved {
		indicators = List.copyOf(indicators);
	}

}
