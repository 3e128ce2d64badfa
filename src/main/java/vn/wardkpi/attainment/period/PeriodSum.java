package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;

/**
 * SUM: the years are added.
 */
final class PeriodSum extends PeriodRule {

	PeriodSum(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal ofValues(List<BigDecimal> values) {
		return unlessEmpty(values, Decimals::sum);
	}

	@Override
	boolean isComputed() {
		return false;
	}

	@Override
	@Nullable BigDecimal value() {
		return unlessEmpty(this.series.values().values(), Decimals::sum);
	}

	/**
	 * A year the plan assigns nothing to adds nothing; where it assigns no year at all
	 * the period's target is spread evenly.
	 */
	@Override
	@Nullable BigDecimal targetToDate() {
		BigDecimal goal = finalGoal();
		if (!this.series.goals().isEmpty()) {
			return unlessEmpty(this.series.goalsToDate(BigDecimal.ZERO), Decimals::sum);
		}
		BigDecimal even = (goal != null) ? Decimals.divide(goal, this.series.years()) : null;
		return unlessEmpty(this.series.goalsToDate(even), Decimals::sum);
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return unlessEmpty(this.series.goals().values(), Decimals::sum);
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		if (goal == null || this.series.remaining() == 0) {
			return null;
		}
		BigDecimal missing = goal.subtract(Decimals.sum(this.series.values().values()));
		return Decimals.divide(missing.max(BigDecimal.ZERO), this.series.remaining());
	}

	@Override
	@Nullable BigDecimal pace() {
		return unlessEmpty(this.series.values().values(), Decimals::mean);
	}

	/**
	 * A floor that is reached stays so; a ceiling is kept only when the period is over.
	 */
	@Override
	boolean isAchieved() {
		return isReached() && (isFloor() || this.series.remaining() == 0);
	}

}
