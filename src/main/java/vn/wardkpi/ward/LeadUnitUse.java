package vn.wardkpi.ward;

import java.util.Map;

import vn.wardkpi.shared.WardCode;

/**
 * What a ward's lead units answer for, as the module knows it that keeps it.
 */
public interface LeadUnitUse {

	/**
	 * How many indicators of drafts and adopted plans name each unit, by the units' ids;
	 * units without any are left out.
	 */
	Map<Long, Integer> indicators(WardCode ward);

}
