package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Fraction;

/**
 * EVERY_YEAR: years held of years judged; there is nothing to add up.
 */
final class PeriodEveryYear extends PeriodRule {

	PeriodEveryYear(PeriodSeries series) {
		super(series);
	}

	@Override
	boolean isComputed() {
		return false;
	}

	@Override
	@Nullable BigDecimal value() {
		Map.Entry<Integer, BigDecimal> latest = this.series.latestValue();
		return (latest != null) ? latest.getValue() : null;
	}

	@Override
	@Nullable Fraction expected(int year) {
		return goal(year);
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		Map.Entry<Integer, BigDecimal> latest = this.series.latestValue();
		Fraction expected = (latest != null) ? expected(latest.getKey()) : null;
		return (expected != null) ? expected.toDecimal() : null;
	}

	@Override
	@Nullable Fraction done() {
		return null;
	}

	@Override
	@Nullable Fraction asked() {
		return null;
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return null;
	}

	@Override
	@Nullable BigDecimal required() {
		return null;
	}

	@Override
	List<Integer> requiredMissing() {
		return List.of();
	}

	@Override
	@Nullable BigDecimal pace() {
		return null;
	}

	@Override
	@Nullable BigDecimal ahead(BigDecimal pace, int years) {
		return null;
	}

}
