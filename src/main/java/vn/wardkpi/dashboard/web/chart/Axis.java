package vn.wardkpi.dashboard.web.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import vn.wardkpi.attainment.Percentage;

/**
 * The levels that a chart is measured by: steps of 1, 2, 2,5 or 5 times a power of ten
 * that take in all values.
 *
 * @param low the lowest level
 */
record Axis(BigDecimal low, BigDecimal step, int steps) {

	private static final int STEPS = 4;

	/** Of points; values nearer to each other would look as if they were far apart. */
	private static final BigDecimal NARROWEST_SHARE = BigDecimal.valueOf(4);

	private static final List<BigDecimal> FACTORS = List.of(BigDecimal.ONE, BigDecimal.valueOf(2),
			new BigDecimal("2.5"), BigDecimal.valueOf(5), BigDecimal.TEN);

	/**
	 * Shares that do not differ are measured from 0 to 100, so that 100 lies at the top;
	 * other values that do not differ from zero to somewhat more.
	 * @param share in percent points
	 * @param whole values are counts, so levels are too
	 */
	static Axis of(Collection<BigDecimal> all, boolean share, boolean whole) {
		BigDecimal low = all.stream().reduce(BigDecimal::min).orElseThrow();
		BigDecimal high = all.stream().reduce(BigDecimal::max).orElseThrow();
		boolean part = share && Percentage.isPossible(low) && Percentage.isPossible(high);
		if (low.compareTo(high) == 0) {
			low = low.min(BigDecimal.ZERO);
			high = part ? Percentage.WHOLE : above(high);
		}
		else if (part && high.subtract(low).compareTo(NARROWEST_SHARE) < 0) {
			low = high.subtract(NARROWEST_SHARE).max(BigDecimal.ZERO);
		}
		BigDecimal step = step(high.subtract(low), whole);
		BigDecimal from = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
		return new Axis(from, step, high.subtract(from).divide(step, 0, RoundingMode.CEILING).intValueExact());
	}

	private static BigDecimal above(BigDecimal high) {
		return (high.signum() > 0) ? high.multiply(new BigDecimal("1.25")) : BigDecimal.ONE;
	}

	private static BigDecimal step(BigDecimal range, boolean whole) {
		BigDecimal rough = range.divide(BigDecimal.valueOf(STEPS), MathContext.DECIMAL32);
		BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
		BigDecimal least = whole ? BigDecimal.ONE : BigDecimal.ZERO;
		return FACTORS.stream()
			.map(power::multiply)
			.filter((step) -> step.compareTo(rough) >= 0 && step.compareTo(least) >= 0)
			.filter((step) -> !whole || step.stripTrailingZeros().scale() <= 0)
			.findFirst()
			.orElse(BigDecimal.ONE);
	}

	List<BigDecimal> levels() {
		return IntStream.rangeClosed(0, this.steps)
			.mapToObj((i) -> this.low.add(this.step.multiply(BigDecimal.valueOf(i))))
			.toList();
	}

	/**
	 * How far up a value lies, of a height of so many units.
	 */
	int up(BigDecimal value, int height) {
		return value.subtract(this.low)
			.multiply(BigDecimal.valueOf(height))
			.divide(this.step.multiply(BigDecimal.valueOf(this.steps)), 0, RoundingMode.HALF_UP)
			.intValueExact();
	}

}
