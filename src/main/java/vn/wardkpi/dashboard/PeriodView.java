package vn.wardkpi.dashboard;

import java.time.LocalDate;
import java.util.List;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanSummary;

/**
 * The whole period of a plan for one issuer.
 *
 * @param asOf the day as it was known on
 * @param indicators in the order of the annex
 * @param supplementary targets that stand in the plan's text alone
 */
public record PeriodView(PlanSummary plan, Issuer issuer, LocalDate asOf, List<IndicatorOverPeriod> indicators,
		List<IndicatorOverPeriod> supplementary) {

	public PeriodView {
		indicators = List.copyOf(indicators);
		supplementary = List.copyOf(supplementary);
	}

}
