package vn.wardkpi.plan.web;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.plan.IndicatorRow;

/**
 * What may be asked for besides the plan's annex.
 */
enum Included {

	/** Targets that stand in the plan's text alone. */
	SUPPLEMENTARY;

	static boolean has(@Nullable Included include, IndicatorRow row) {
		return include == SUPPLEMENTARY || row.rule().role() != IndicatorRole.SUPPLEMENTARY;
	}

}
