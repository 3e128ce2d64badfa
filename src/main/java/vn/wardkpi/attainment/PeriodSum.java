package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * SUM: the years are added.
 */
final class PeriodSum extends PeriodRule {

	PeriodSum(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal ofValues(List<BigDecimal> values) {
		return unlessEmpty(values, Reckoning::sum);
	}

	@Override
	@Nullable Figure overall(ParsedTarget target) {
		BigDecimal value = value();
		return (value != null) ? Figure.of(ReportingPeriod.FINAL, value) : null;
	}

	@Override
	@Nullable BigDecimal value() {
		return unlessEmpty(this.series.values().values(), Reckoning::sum);
	}

	/**
	 * A year the plan assigns nothing to adds nothing; where it assigns no year at all
	 * the period's target is spread evenly.
	 */
	@Override
	@Nullable BigDecimal targetToDate() {
		BigDecimal goal = finalGoal();
		if (!this.series.goals().isEmpty()) {
			return unlessEmpty(this.series.goalsToDate(BigDecimal.ZERO), Reckoning::sum);
		}
		BigDecimal even = (goal != null) ? Reckoning.divide(goal, this.series.years()) : null;
		return unlessEmpty(this.series.goalsToDate(even), Reckoning::sum);
	}

	@Override
	@Nullable BigDecimal ofYearlyTargets() {
		return unlessEmpty(this.series.goals().values(), Reckoning::sum);
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		if (goal == null || this.series.remaining() == 0) {
			return null;
		}
		BigDecimal missing = goal.subtract(Reckoning.sum(this.series.values().values()));
		return Reckoning.divide(missing.max(BigDecimal.ZERO), this.series.remaining());
	}

	@Override
	@Nullable BigDecimal pace() {
		return unlessEmpty(this.series.values().values(), Reckoning::mean);
	}

	@Override
	boolean isAchieved() {
		BigDecimal value = value();
		BigDecimal goal = finalGoal();
		return value != null && goal != null && this.series.better(value, goal) >= 0
				&& (this.series.isHigherBetter() || this.series.remaining() == 0);
	}

}
