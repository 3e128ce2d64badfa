package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * EVERY_YEAR: years held of years judged; there is nothing to add up.
 */
final class PeriodEveryYear extends PeriodRule {

	PeriodEveryYear(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal ofValues(List<BigDecimal> values) {
		return null;
	}

	@Override
	boolean isComputed() {
		return false;
	}

	@Override
	@Nullable BigDecimal value() {
		Map.Entry<Integer, BigDecimal> latest = this.series.values().lastEntry();
		return (latest != null) ? latest.getValue() : null;
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		Map.Entry<Integer, BigDecimal> latest = this.series.values().lastEntry();
		if (latest == null || this.series.goals().isEmpty()) {
			return (latest != null) ? this.series.periodGoal() : null;
		}
		return this.series.goals().get(latest.getKey());
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
	@Nullable BigDecimal pace() {
		return null;
	}

}
