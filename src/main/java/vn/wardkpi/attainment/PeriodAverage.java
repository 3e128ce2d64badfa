package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * AVERAGE: the arithmetic mean of the years.
 */
final class PeriodAverage extends PeriodRule {

	PeriodAverage(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal ofValues(List<BigDecimal> values) {
		return unlessEmpty(values, Reckoning::mean);
	}

	@Override
	@Nullable BigDecimal value() {
		return unlessEmpty(this.series.values().values(), Reckoning::mean);
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		return unlessEmpty(this.series.goalsToDate(finalGoal()), Reckoning::mean);
	}

	@Override
	@Nullable BigDecimal ofYearlyTargets() {
		return unlessEmpty(this.series.goals().values(), Reckoning::mean);
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		if (goal == null || this.series.remaining() == 0) {
			return null;
		}
		BigDecimal all = goal.multiply(BigDecimal.valueOf(this.series.years()));
		return Reckoning.divide(all.subtract(Reckoning.sum(this.series.values().values())), this.series.remaining());
	}

	@Override
	@Nullable BigDecimal pace() {
		return value();
	}

}
