package vn.wardkpi.dashboard.stages;

import java.time.LocalDate;
import java.util.List;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.year.YearStages;
import vn.wardkpi.plan.PlanSummary;

/**
 * What changed in a year between its estimate and its official figures, for one issuer.
 *
 * @param asOf the day as it was known on
 * @param stages both headlines and how many verdicts moved
 * @param indicators in the order of the annex
 */
public record StagesView(PlanSummary plan, int year, Issuer issuer, LocalDate asOf, YearStages stages,
		List<IndicatorStages> indicators) {

	public StagesView {
		indicators = List.copyOf(indicators);
	}

	/**
	 * Whether any official figure has arrived.
	 */
	public boolean isAnySettled() {
		return this.indicators.stream().anyMatch(IndicatorStages::settled);
	}

	/**
	 * How many assigned indicators with figures of their own still wait for the official
	 * one.
	 */
	public long missing() {
		return this.indicators.stream().filter(StagesView::isMissing).count();
	}

	private static boolean isMissing(IndicatorStages row) {
		return row.takesFigures() && !row.settled() && row.official().target() != null;
	}

}
