package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

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
		return Reckoning.growth(Reckoning.root(Reckoning.factors(growths), growths.size()));
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
	@Nullable BigDecimal ofYearlyTargets() {
		return unlessEmpty(this.series.goals().values(), PeriodGrowth::yearly);
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		BigDecimal grown = Reckoning.factors(this.series.values().values());
		if (goal == null || this.series.remaining() == 0 || grown.signum() == 0) {
			return null;
		}
		BigDecimal all = Reckoning.factor(goal).pow(this.series.years(), Reckoning.PRECISION);
		return Reckoning.growth(Reckoning.root(all.divide(grown, Reckoning.PRECISION), this.series.remaining()));
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
		return quotient(Reckoning.growth(Reckoning.factors(this.series.values().values())),
				Reckoning.growth(Reckoning.factors(goals)));
	}

}
