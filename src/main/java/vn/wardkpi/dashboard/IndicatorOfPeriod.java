package vn.wardkpi.dashboard;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.PeriodAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;

/**
 * An indicator over the whole period.
 *
 * @param target the period's own target as published
 */
public record IndicatorOfPeriod(IndicatorRow indicator, @Nullable TargetRow target, PeriodAttainment attainment,
		IndicatorPath path) {
}
