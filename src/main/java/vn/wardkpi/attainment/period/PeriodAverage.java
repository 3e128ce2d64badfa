package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;

/**
 * AVERAGE: the arithmetic mean of the years.
 */
final class PeriodAverage extends PeriodRule {

	PeriodAverage(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal ofValues(List<BigDecimal> values) {
		return unlessEmpty(values, Decimals::mean);
	}

	@Override
	@Nullable BigDecimal value() {
		return unlessEmpty(this.series.values().values(), Decimals::mean);
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		return unlessEmpty(this.series.goalsToDate(finalGoal()), Decimals::mean);
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return unlessEmpty(this.series.goals().values(), Decimals::mean);
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		if (goal == null || this.series.remaining() == 0) {
			return null;
		}
		BigDecimal all = goal.multiply(BigDecimal.valueOf(this.series.years()));
		BigDecimal missing = all.subtract(Decimals.sum(this.series.values().values()));
		return Decimals.divide(missing.max(BigDecimal.ZERO), this.series.remaining());
	}

	@Override
	@Nullable BigDecimal pace() {
		return value();
	}

}
