package vn.wardkpi.dashboard;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;

/**
 * An indicator over the whole period.
 *
 * @param target the period's own target as published
 * @param overrides years whose verdict a reviewer set
 */
public record IndicatorOverPeriod(IndicatorRow indicator, @Nullable TargetRow target, PeriodAttainment attainment,
		List<OverriddenYear> overrides, IndicatorPath path) {

	public IndicatorOverPeriod {
		overrides = List.copyOf(overrides);
	}

}
