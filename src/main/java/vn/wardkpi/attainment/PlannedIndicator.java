package vn.wardkpi.attainment;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An indicator as a plan sets it out, before any figure.
 *
 * @param unit as published
 * @param baseline of the year before the plan, comparable or not
 * @param target the period's own target
 * @param yearlyTargets by year
 * @param congressTarget what the Party congress resolved for the period
 */
public record PlannedIndicator(IndicatorRule rule, @Nullable String unit, @Nullable Baseline baseline,
		@Nullable ParsedTarget target, Map<Integer, ParsedTarget> yearlyTargets,
		@Nullable ParsedTarget congressTarget) {

	public PlannedIndicator {
		yearlyTargets = Map.copyOf(yearlyTargets);
	}

}
