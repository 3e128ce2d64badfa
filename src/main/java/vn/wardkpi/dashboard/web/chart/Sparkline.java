package vn.wardkpi.dashboard.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.dashboard.IndicatorPath;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * A path of targets with the values reached, 96 by 28 units.
 *
 * @param goals points of the line of targets, in SVG's form
 * @param values points of the line of values
 * @param dots where a value was reached
 * @param goalsText the same in words
 */
public record Sparkline(String goals, String values, List<Dot> dots, String goalsText, String valuesText) {

	private static final BigDecimal WIDTH = BigDecimal.valueOf(88);

	private static final BigDecimal HEIGHT = BigDecimal.valueOf(20);

	private static final BigDecimal EDGE = BigDecimal.valueOf(4);

	public Sparkline {
		dots = List.copyOf(dots);
	}

	/**
	 * @return {@code null} where there are not two numbers to draw
	 */
	public static @Nullable Sparkline of(IndicatorPath path) {
		NavigableMap<Integer, BigDecimal> values = new TreeMap<>(path.values());
		IndicatorPath known = path;
		if (known.baseline() != null && known.comparableBaseline() != null) {
			values.putIfAbsent(known.baseline().year(), known.comparableBaseline());
		}
		List<BigDecimal> all = new ArrayList<>(path.goals().values());
		all.addAll(values.values());
		if (all.size() < 2) {
			return null;
		}
		int first = values.isEmpty() ? path.fromYear() : Math.min(path.fromYear(), values.firstKey());
		int years = Math.max(1, path.toYear() - first);
		BigDecimal low = all.stream().reduce(BigDecimal::min).orElseThrow();
		BigDecimal range = all.stream().reduce(BigDecimal::max).orElseThrow().subtract(low);
		List<Dot> dots = new ArrayList<>();
		List<String> goalPoints = new ArrayList<>();
		path.goals().forEach((year, value) -> goalPoints.add(dot(year - first, years, value, low, range).toString()));
		values.forEach((year, value) -> dots.add(dot(year - first, years, value, low, range)));
		return new Sparkline(line(goalPoints), line(dots.stream().map(Dot::toString).toList()), dots,
				words(path.goals()), words(values));
	}

	/** A polyline must have a point; one alone draws nothing. */
	private static String line(List<String> points) {
		return points.isEmpty() ? "0,0" : String.join(" ", points);
	}

	private static Dot dot(int offset, int years, BigDecimal value, BigDecimal low, BigDecimal range) {
		BigDecimal x = WIDTH.multiply(BigDecimal.valueOf(offset))
			.divide(BigDecimal.valueOf(years), 1, RoundingMode.HALF_UP);
		BigDecimal part = (range.signum() > 0) ? value.subtract(low).divide(range, 4, RoundingMode.HALF_UP)
				: new BigDecimal("0.5");
		BigDecimal y = HEIGHT.subtract(HEIGHT.multiply(part)).setScale(1, RoundingMode.HALF_UP);
		return new Dot(x.add(EDGE), y.add(EDGE));
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
