package vn.wardkpi.dashboard.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.dashboard.IndicatorPath;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * A row's small chart of its targets and values, 96 by 28 units. It is drawn where it is
 * rendered: most rows are kept, and equal where their numbers are.
 *
 * @param first year of the chart
 * @param last year of the plan
 * @param goals by year, what a value is compared with
 * @param values by year, with that of the baseline if there is none of its year
 */
public record Sparkline(int first, int last, NavigableMap<Integer, BigDecimal> goals,
		NavigableMap<Integer, BigDecimal> values) {

	private static final BigDecimal WIDTH = BigDecimal.valueOf(88);

	private static final BigDecimal HEIGHT = BigDecimal.valueOf(20);

	private static final BigDecimal EDGE = BigDecimal.valueOf(4);

	/**
	 * @return {@code null} where there are not two numbers to draw
	 */
	public static @Nullable Sparkline of(IndicatorPath path) {
		NavigableMap<Integer, BigDecimal> values = path.values();
		Baseline baseline = path.baseline();
		BigDecimal comparable = path.comparableBaseline();
		if (baseline != null && comparable != null && !values.containsKey(baseline.year())) {
			NavigableMap<Integer, BigDecimal> all = new TreeMap<>(values);
			all.put(baseline.year(), comparable);
			values = Collections.unmodifiableNavigableMap(all);
		}
		if (path.goals().size() + values.size() < 2) {
			return null;
		}
		int first = values.isEmpty() ? path.fromYear() : Math.min(path.fromYear(), values.firstKey());
		return new Sparkline(first, path.toYear(), path.goals(), values);
	}

	/**
	 * @return the points of the line of targets
	 */
	public String goalLine() {
		return line(dots(this.goals));
	}

	/**
	 * @return the points of the line of values
	 */
	public String valueLine() {
		return line(dots());
	}

	/**
	 * @return where a value was reached
	 */
	public List<Dot> dots() {
		return dots(this.values);
	}

	public String goalsText() {
		return words(this.goals);
	}

	public String valuesText() {
		return words(this.values);
	}

	/** A polyline must have a point; one alone draws nothing. */
	private static String line(List<Dot> points) {
		return points.isEmpty() ? "0,0" : points.stream().map(Dot::toString).collect(Collectors.joining(" "));
	}

	private List<Dot> dots(NavigableMap<Integer, BigDecimal> shown) {
		BigDecimal years = BigDecimal.valueOf(Math.max(1, this.last - this.first));
		BigDecimal low = numbers().reduce(BigDecimal::min).orElseThrow();
		BigDecimal range = numbers().reduce(BigDecimal::max).orElseThrow().subtract(low);
		List<Dot> dots = new ArrayList<>();
		shown.forEach((year, value) -> {
			BigDecimal x = WIDTH.multiply(BigDecimal.valueOf(year - this.first)).divide(years, 1, RoundingMode.HALF_UP);
			BigDecimal part = (range.signum() > 0) ? value.subtract(low).divide(range, 4, RoundingMode.HALF_UP)
					: new BigDecimal("0.5");
			BigDecimal y = HEIGHT.subtract(HEIGHT.multiply(part)).setScale(1, RoundingMode.HALF_UP);
			dots.add(new Dot(x.add(EDGE), y.add(EDGE)));
		});
		return dots;
	}

	private Stream<BigDecimal> numbers() {
		return Stream.concat(this.goals.values().stream(), this.values.values().stream());
	}

	private static String words(NavigableMap<Integer, BigDecimal> values) {
		return values.isEmpty() ? "–"
				: values.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + ": " + VietnameseNumber.write(entry.getValue()))
					.collect(Collectors.joining("; "));
	}

	record Dot(BigDecimal x, BigDecimal y) {

		@Override
		public String toString() {
			return this.x.toPlainString() + "," + this.y.toPlainString();
		}

	}

}
