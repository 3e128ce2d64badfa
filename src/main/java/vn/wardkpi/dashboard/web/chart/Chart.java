package vn.wardkpi.dashboard.web.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.dashboard.IndicatorPath;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * An indicator's path of targets, its values and where they lead, as SVG of 780 by 320
 * units. The table under the chart says the same in numbers.
 *
 * @param goals points of the path, in SVG's form
 * @param projection points of the line on from the latest value
 */
public record Chart(List<Tick> years, List<Tick> levels, String goals, List<Mark> goalMarks, String values,
		List<Mark> valueMarks, String projection, @Nullable Mark projected) {

	private static final BigDecimal LEFT = BigDecimal.valueOf(70);

	private static final BigDecimal RIGHT = BigDecimal.valueOf(730);

	private static final BigDecimal TOP = BigDecimal.valueOf(40);

	private static final BigDecimal BOTTOM = BigDecimal.valueOf(260);

	private static final int LEVELS = 5;

	public Chart {
		years = List.copyOf(years);
		levels = List.copyOf(levels);
		goalMarks = List.copyOf(goalMarks);
		valueMarks = List.copyOf(valueMarks);
	}

	/**
	 * @param ahead the level that the last year comes to if the pace so far holds
	 * @return {@code null} where there are not two numbers to draw
	 */
	public static @Nullable Chart of(IndicatorPath path, @Nullable BigDecimal ahead, String suffix) {
		NavigableMap<Integer, BigDecimal> values = new TreeMap<>(path.values());
		if (path.baseline() != null && path.comparableBaseline() != null) {
			values.putIfAbsent(path.baseline().year(), path.comparableBaseline());
		}
		NavigableMap<Integer, BigDecimal> future = new TreeMap<>();
		if (ahead != null && !values.isEmpty() && values.lastKey() < path.toYear()) {
			future.put(values.lastKey(), values.lastEntry().getValue());
			future.put(path.toYear(), ahead);
		}
		List<BigDecimal> all = new ArrayList<>(path.goals().values());
		all.addAll(values.values());
		if (all.size() < 2) {
			return null;
		}
		all.addAll(future.values());
		int first = values.isEmpty() ? path.fromYear() : Math.min(path.fromYear(), values.firstKey());
		Scale scale = Scale.of(first, path.toYear(), all);
		List<Tick> years = new ArrayList<>();
		for (int year = first; year <= path.toYear(); year++) {
			years.add(new Tick(scale.x(year), String.valueOf(year)));
		}
		List<Mark> projected = scale.marks(future, suffix);
		return new Chart(years, scale.levels(), points(scale.marks(path.goals(), suffix)),
				scale.marks(path.goals(), suffix), points(scale.marks(values, suffix)), scale.marks(values, suffix),
				points(projected), projected.isEmpty() ? null : projected.get(projected.size() - 1));
	}

	private static String points(List<Mark> marks) {
		return marks.stream()
			.map((mark) -> mark.x().toPlainString() + "," + mark.y().toPlainString())
			.collect(Collectors.joining(" "));
	}

	/**
	 * A line of the grid with its number.
	 */
	record Tick(BigDecimal at, String label) {
	}

	/**
	 * A point with its number.
	 *
	 * @param above height of a label over the point
	 * @param below height of a label under it
	 */
	public record Mark(BigDecimal x, BigDecimal y, BigDecimal above, BigDecimal below, int year, String label) {
	}

	private record Scale(int first, int last, BigDecimal low, BigDecimal step, int steps) {

		/**
		 * Steps of 1, 2 or 5 times a power of ten that take in all values.
		 */
		public static Scale of(int first, int last, List<BigDecimal> all) {
			BigDecimal low = all.stream().reduce(BigDecimal::min).orElseThrow();
			BigDecimal high = all.stream().reduce(BigDecimal::max).orElseThrow();
			BigDecimal range = high.subtract(low);
			if (range.signum() == 0) {
				range = (high.signum() == 0) ? BigDecimal.ONE : high.abs();
			}
			BigDecimal rough = range.divide(BigDecimal.valueOf(LEVELS - 1L), MathContext.DECIMAL32);
			BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
			BigDecimal step = power;
			for (int factor : new int[] { 1, 2, 5, 10 }) {
				step = power.multiply(BigDecimal.valueOf(factor));
				if (step.compareTo(rough) >= 0) {
					break;
				}
			}
			BigDecimal from = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
			int steps = high.subtract(from).divide(step, 0, RoundingMode.CEILING).intValueExact();
			return new Scale(first, last, from, step, Math.max(1, steps));
		}

		BigDecimal x(int year) {
			return RIGHT.subtract(LEFT)
				.multiply(BigDecimal.valueOf(year - (long) this.first))
				.divide(BigDecimal.valueOf(Math.max(1, this.last - this.first)), 1, RoundingMode.HALF_UP)
				.add(LEFT);
		}

		BigDecimal y(BigDecimal value) {
			BigDecimal part = value.subtract(this.low)
				.divide(this.step.multiply(BigDecimal.valueOf(this.steps)), MathContext.DECIMAL32);
			return BOTTOM.subtract(BOTTOM.subtract(TOP).multiply(part)).setScale(1, RoundingMode.HALF_UP);
		}

		List<Tick> levels() {
			List<Tick> levels = new ArrayList<>();
			for (int i = 0; i <= this.steps; i++) {
				BigDecimal value = this.low.add(this.step.multiply(BigDecimal.valueOf(i)));
				levels.add(new Tick(y(value), VietnameseNumber.writeShort(value)));
			}
			return levels;
		}

		List<Mark> marks(Map<Integer, BigDecimal> values, String suffix) {
			return values.entrySet().stream().map((entry) -> {
				BigDecimal y = y(entry.getValue());
				return new Mark(x(entry.getKey()), y, y.subtract(BigDecimal.TEN), y.add(BigDecimal.valueOf(22)),
						entry.getKey(), VietnameseNumber.write(entry.getValue()) + suffix);
			}).toList();
		}

	}

}
