package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Fraction;

/**
 * GROWTH_RATE: yearly growth is multiplied, and its n-th root taken.
 */
final class PeriodGrowth extends PeriodRule {

	PeriodGrowth(PeriodSeries series) {
		super(series);
	}

	private static @Nullable BigDecimal yearly(Collection<BigDecimal> growths) {
		return growths.isEmpty() ? null : Decimals.growth(Decimals.root(Decimals.factors(growths), growths.size()));
	}

	/** Total growth, exactly. */
	private static Fraction total(Collection<BigDecimal> growths) {
		return Fraction.of(growths.stream()
			.map(Decimals::factor)
			.reduce(BigDecimal.ONE, BigDecimal::multiply)
			.subtract(BigDecimal.ONE));
	}

	@Override
	@Nullable BigDecimal value() {
		return yearly(this.series.values().values());
	}

	@Override
	@Nullable Fraction expected(int year) {
		return goal(year);
	}

	private List<BigDecimal> goalsToDate() {
		List<Fraction> expected = expectedToDate();
		List<BigDecimal> goals = new ArrayList<>();
		if (expected != null) {
			expected.forEach((goal) -> goals.add(goal.toDecimal()));
		}
		return goals;
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		return yearly(goalsToDate());
	}

	@Override
	@Nullable Fraction done() {
		return this.series.values().isEmpty() ? null : total(this.series.values().values());
	}

	@Override
	@Nullable Fraction asked() {
		List<BigDecimal> goals = goalsToDate();
		return goals.isEmpty() ? null : total(goals);
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return yearly(this.series.goals().values());
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		BigDecimal grown = Decimals.factors(this.series.values().values());
		int remaining = this.series.remaining().size();
		if (goal == null || remaining == 0 || grown.signum() == 0 || !requiredMissing().isEmpty()) {
			return null;
		}
		BigDecimal all = Decimals.factor(goal).pow(this.series.years().count(), Decimals.PRECISION);
		BigDecimal growth = Decimals.growth(Decimals.root(all.divide(grown, Decimals.PRECISION), remaining));
		return (goal.signum() >= 0) ? growth.max(BigDecimal.ZERO) : growth;
	}

	@Override
	@Nullable BigDecimal pace() {
		return value();
	}

	@Override
	BigDecimal ahead(BigDecimal pace, int years) {
		return pace;
	}

}
