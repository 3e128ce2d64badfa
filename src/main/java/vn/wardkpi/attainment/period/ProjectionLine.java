package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.period.Projection.YearValue;

/**
 * Draws the straight line through the average yearly change.
 */
record ProjectionLine(PeriodSeries series, PeriodRule rule) {

	private static final int LEAST_POINTS = 2;

	/**
	 * @return {@code null} with fewer than two points, after the last year, or where
	 * years cannot be added (shares of sums)
	 */
	@Nullable Projection draw() {
		NavigableMap<Integer, BigDecimal> points = this.series.points();
		BigDecimal change = this.series.averageChange();
		Map.Entry<Integer, BigDecimal> latest = points.lastEntry();
		if (points.size() < LEAST_POINTS || change == null || latest == null || this.series.values().isEmpty()
				|| latest.getKey() >= this.series.toYear()
				|| this.series.rule().accumulation() == Accumulation.RATIO_OF_SUMS) {
			return null;
		}
		List<YearValue> values = new ArrayList<>();
		for (int year = latest.getKey() + 1; year <= this.series.toYear(); year++) {
			BigDecimal value = change.multiply(BigDecimal.valueOf((long) year - latest.getKey()))
				.add(latest.getValue());
			values.add(new YearValue(year, Decimals.round(possible(value), this.series.decimals())));
		}
		return new Projection(Projection.Method.LINEAR, points.size(), values, periodValue(values));
	}

	/** A share stays within its whole; things cannot be fewer than none. */
	private BigDecimal possible(BigDecimal value) {
		boolean share = this.series.rule().bounded();
		BigDecimal floored = (share || this.series.rule().valueType() == ValueType.COUNT) ? value.max(BigDecimal.ZERO)
				: value;
		return share ? floored.min(Percentage.WHOLE) : floored;
	}

	private @Nullable BigDecimal periodValue(List<YearValue> projected) {
		List<BigDecimal> all = new ArrayList<>(this.series.values().values());
		projected.stream().map(YearValue::value).forEach(all::add);
		BigDecimal value = this.rule.ofValues(all);
		return (value != null) ? Decimals.round(value, this.series.decimals()) : null;
	}

}
