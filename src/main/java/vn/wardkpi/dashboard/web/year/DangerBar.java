package vn.wardkpi.dashboard.web.year;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.period.Projection;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.web.FigureText;

/**
 * What a period has come to, what was asked until now, where it ends at this pace and
 * what it should come to, as places on one scale. A level begins at its baseline,
 * everything else at 0.
 *
 * @param from where the bar begins
 * @param width of the bar
 * @param asked the target to date
 * @param end where the period ends if the pace holds
 */
record DangerBar(int from, int width, @Nullable Integer asked, @Nullable Integer end, int target, String value,
		@Nullable String askedText, @Nullable String endText, String targetText) {

	/** The scale is this long, with room for a mark at either end. */
	private static final int LENGTH = 288;

	private static final int EDGE = 6;

	/**
	 * @return {@code null} where there is no value or no target, and of what is held
	 * every year
	 */
	static @Nullable DangerBar of(IndicatorOverPeriod row) {
		PeriodAttainment period = row.attainment();
		BigDecimal value = period.value();
		Projection projection = period.projection();
		BigDecimal target = (projection != null && projection.target() != null) ? projection.target() : period.target();
		Accumulation accumulation = row.indicator().rule().accumulation();
		if (value == null || target == null || accumulation == Accumulation.EVERY_YEAR) {
			return null;
		}
		BigDecimal asked = period.targetToDate();
		BigDecimal end = (projection != null) ? projection.periodValue() : null;
		BigDecimal baseline = row.path().comparableBaseline();
		BigDecimal start = (accumulation != Accumulation.LAST) ? BigDecimal.ZERO
				: Objects.requireNonNullElse(baseline, value);
		BigDecimal low = all(start, value, target, asked, end).reduce(BigDecimal::min).orElseThrow();
		BigDecimal high = all(start, value, target, asked, end).reduce(BigDecimal::max).orElseThrow();
		if (low.compareTo(high) == 0) {
			return null;
		}
		int one = place(start, low, high);
		int other = place(value, low, high);
		return new DangerBar(Math.min(one, other), Math.max(Math.abs(one - other), 2),
				(asked != null) ? place(asked, low, high) : null, (end != null) ? place(end, low, high) : null,
				place(target, low, high), number(value, row), (asked != null) ? number(asked, row) : null,
				(end != null) ? number(end, row) : null, number(target, row));
	}

	private static Stream<BigDecimal> all(@Nullable BigDecimal... values) {
		return Stream.of(values).filter(Objects::nonNull).map(Objects::requireNonNull);
	}

	private static int place(BigDecimal value, BigDecimal low, BigDecimal high) {
		return EDGE + value.subtract(low)
			.multiply(BigDecimal.valueOf(LENGTH))
			.divide(high.subtract(low), 0, RoundingMode.HALF_UP)
			.intValueExact();
	}

	private static String number(BigDecimal value, IndicatorOverPeriod row) {
		return FigureText.number(value, 0, row.indicator(), (row.target() != null) ? row.target().target() : null);
	}

	/** The points of a sign where the period ends at this pace. */
	public @Nullable String endSign() {
		Integer at = this.end;
		return (at != null) ? "%d,11 %d,17 %d,23 %d,17".formatted(at, at + 6, at, at - 6) : null;
	}

}
