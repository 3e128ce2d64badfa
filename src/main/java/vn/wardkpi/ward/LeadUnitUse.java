package vn.wardkpi.ward;

import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;

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

	/**
	 * The same of all modules that keep any; none where there is no such module.
	 */
	static Map<Long, Integer> ofAll(ObjectProvider<LeadUnitUse> uses, WardCode ward) {
		Map<Long, Integer> all = new HashMap<>();
		uses.forEach((use) -> use.indicators(ward).forEach((unit, count) -> all.merge(unit, count, Integer::sum)));
		return all;
	}

}
