package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;

/**
 * GROWTH_RATE: yearly growth is multiplied, and its n-th root taken.
 */
final class PeriodGrowth extends PeriodRule {

	PeriodGrowth(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal ofValues(List<BigDecimal> values) {
		return unlessEmpty(values, PeriodGrowth::yearly);
	}

	private static BigDecimal yearly(Collection<BigDecimal> growths) {
		return Decimals.growth(Decimals.root(Decimals.factors(growths), growths.size()));
	}

	@Override
	@Nullable BigDecimal value() {
		return unlessEmpty(this.series.values().values(), PeriodGrowth::yearly);
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		return unlessEmpty(this.series.goalsToDate(finalGoal()), PeriodGrowth::yearly);
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return unlessEmpty(this.series.goals().values(), PeriodGrowth::yearly);
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		BigDecimal grown = Decimals.factors(this.series.values().values());
		if (goal == null || this.series.remaining() == 0 || grown.signum() == 0) {
			return null;
		}
		BigDecimal all = Decimals.factor(goal).pow(this.series.years(), Decimals.PRECISION);
		BigDecimal growth = Decimals
			.growth(Decimals.root(all.divide(grown, Decimals.PRECISION), this.series.remaining()));
		return (goal.signum() >= 0) ? growth.max(BigDecimal.ZERO) : growth;
	}

	@Override
	@Nullable BigDecimal pace() {
		return value();
	}

	/** Total growth to date of the total growth asked for to date. */
	@Override
	@Nullable BigDecimal progress() {
		List<BigDecimal> goals = this.series.goalsToDate(finalGoal());
		if (this.series.values().isEmpty() || goals.size() < this.series.values().size()) {
			return null;
		}
		return quotient(Decimals.growth(Decimals.factors(this.series.values().values())),
				Decimals.growth(Decimals.factors(goals)));
	}

}
