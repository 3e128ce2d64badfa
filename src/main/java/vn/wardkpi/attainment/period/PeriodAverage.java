package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Fraction;

/**
 * AVERAGE: the arithmetic mean of the years.
 */
final class PeriodAverage extends PeriodRule {

	PeriodAverage(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal value() {
		return this.series.values().isEmpty() ? null : Decimals.mean(this.series.values().values());
	}

	@Override
	@Nullable Fraction expected(int year) {
		return goal(year);
	}

	/** The sum: of as many years as is asked of, it is to it as mean to mean. */
	@Override
	@Nullable Fraction done() {
		return this.series.values().isEmpty() ? null : Fraction.of(Decimals.sum(this.series.values().values()));
	}

	@Override
	@Nullable Fraction asked() {
		return sum(expectedToDate());
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		List<Fraction> expected = expectedToDate();
		return (expected != null) ? Fraction.sum(expected).dividedBy(expected.size()).toDecimal() : null;
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return this.series.goals().isEmpty() ? null : Decimals.mean(this.series.goals().values());
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		int remaining = this.series.remaining().size();
		if (goal == null || remaining == 0 || !requiredMissing().isEmpty()) {
			return null;
		}
		BigDecimal all = goal.multiply(BigDecimal.valueOf(this.series.years().count()));
		BigDecimal lacking = all.subtract(Decimals.sum(this.series.values().values()));
		return Decimals.divide(lacking.max(BigDecimal.ZERO), remaining);
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
