package vn.wardkpi.dashboard.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.dashboard.IndicatorPath;
import vn.wardkpi.dashboard.IndicatorView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * An indicator's path of targets for each issuer, its values and where they lead, before
 * anything is placed. The table under the chart says the same in numbers.
 *
 * @param first year of the axis
 * @param goals those of the issuer shown last, so that they are drawn over the others
 * @param points every value, the official ones over the estimates
 * @param reached the line of what was judged, by year
 * @param ahead the line on from the latest value if the pace so far holds, by year
 */
public record Chart(String name, int first, int last, List<Goals> goals, List<Point> points,
		NavigableMap<Integer, BigDecimal> reached, NavigableMap<Integer, BigDecimal> ahead, boolean share,
		boolean whole) {

	public Chart {
		goals = List.copyOf(goals);
		points = List.copyOf(points);
		reached = Collections.unmodifiableNavigableMap(new TreeMap<>(reached));
		ahead = Collections.unmodifiableNavigableMap(new TreeMap<>(ahead));
	}

	/**
	 * @return {@code null} where there are not two numbers to draw
	 */
	public static @Nullable Chart of(IndicatorView view, Issuer shown) {
		IndicatorRow indicator = view.indicator();
		IndicatorView.OfIssuer own = Objects.requireNonNull(view.issuers().get(shown));
		IndicatorPath path = own.path();
		boolean share = FigureText.isShare(indicator, null);
		List<Goals> goals = view.issuers()
			.entrySet()
			.stream()
			.map((entry) -> Goals.of(view, entry.getKey(), entry.getValue(), entry.getKey() == shown))
			.filter((each) -> !each.levels().isEmpty())
			.sorted(Comparator.comparing(Goals::shown))
			.toList();
		List<Point> points = points(view, path, share);
		NavigableMap<Integer, BigDecimal> reached = new TreeMap<>(path.values());
		points.stream()
			.filter((point) -> point.kind() == Kind.BASELINE)
			.forEach((point) -> reached.putIfAbsent(point.year(), point.value()));
		Chart chart = new Chart(indicator.name(), points.stream().map(Point::year).reduce(path.fromYear(), Math::min),
				path.toYear(), goals, points, reached, ahead(indicator, own.period(), reached), share,
				indicator.rule().valueType() == ValueType.COUNT);
		return (chart.numbers().count() < 2) ? null : chart;
	}

	private static List<Point> points(IndicatorView view, IndicatorPath path, boolean share) {
		List<Point> points = new ArrayList<>();
		BigDecimal base = path.comparableBaseline();
		if (base != null && path.baseline() != null) {
			points.add(new Point(path.baseline().year(), Kind.BASELINE, null, base));
		}
		for (ActualRow row : view.actuals()) {
			ReportingPeriod period = row.figure().period();
			boolean replaced = view.actuals()
				.stream()
				.anyMatch((other) -> other.year() == row.year() && !period.isFullYear()
						&& other.figure().period().compareTo(period) > 0);
			boolean judged = row.equals(path.actuals().get(row.year()));
			BigDecimal value = judged ? path.values().get(row.year()) : null;
			BigDecimal shown = (value != null) ? value : value(row.figure(), share, view.indicator().decimals());
			if (shown != null && !replaced) {
				points.add(new Point(row.year(), Kind.of(period), period, shown));
			}
		}
		points.sort(Comparator.comparing(Point::year).thenComparing(Point::kind));
		return points;
	}

	private static @Nullable BigDecimal value(Figure figure, boolean share, int decimals) {
		BigDecimal x = figure.numerator();
		BigDecimal y = figure.denominator();
		return (figure.value() == null && share && x != null && y != null && y.signum() > 0)
				? Percentage.of(x, y, decimals) : figure.value();
	}

	/**
	 * What a level comes to in the last year, or what each year brings that still comes.
	 */
	private static NavigableMap<Integer, BigDecimal> ahead(IndicatorRow indicator, PeriodAttainment period,
			NavigableMap<Integer, BigDecimal> reached) {
		NavigableMap<Integer, BigDecimal> ahead = new TreeMap<>();
		Accumulation accumulation = indicator.rule().accumulation();
		BigDecimal pace = period.pace();
		if (period.projection() == null || period.remainingYears().isEmpty() || reached.isEmpty()) {
			return ahead;
		}
		if (accumulation == Accumulation.LAST) {
			ahead.put(period.remainingYears().get(period.remainingYears().size() - 1),
					period.projection().periodValue());
		}
		else if (pace != null && accumulation != Accumulation.RATIO_OF_SUMS) {
			period.remainingYears().forEach((year) -> ahead.put(year, pace));
		}
		if (!ahead.isEmpty()) {
			ahead.put(reached.lastKey(), reached.lastEntry().getValue());
		}
		return ahead;
	}

	/** Every value that takes part. */
	Stream<BigDecimal> numbers() {
		return Stream
			.of(this.goals.stream().flatMap((each) -> each.levels().values().stream()),
					this.goals.stream().flatMap((each) -> each.former().values().stream()),
					this.points.stream().map(Point::value), this.ahead.values().stream())
			.flatMap((each) -> each);
	}

	boolean has(Kind kind) {
		return this.points.stream().anyMatch((point) -> point.kind() == kind);
	}

	/** As it is written beside a point. */
	String written(BigDecimal value) {
		return VietnameseNumber.write(value) + (this.share ? "%" : "");
	}

	/**
	 * What a value is.
	 */
	enum Kind {

		BASELINE, IN_YEAR, ESTIMATE, FINAL;

		static Kind of(ReportingPeriod period) {
			return period.isFullYear() ? ((period == ReportingPeriod.FINAL) ? FINAL : ESTIMATE) : IN_YEAR;
		}

	}

	/**
	 * @param period {@code null} for the baseline
	 */
	record Point(int year, Kind kind, @Nullable ReportingPeriod period, BigDecimal value) {
	}

	/**
	 * An issuer's path.
	 *
	 * @param nameKey message that says whose
	 * @param shown whether the page judges by it
	 * @param levels by year
	 * @param former what adjusted ones were before, by year
	 */
	record Goals(Issuer issuer, String nameKey, boolean shown, NavigableMap<Integer, BigDecimal> levels,
			NavigableMap<Integer, BigDecimal> former) {

		Goals {
			levels = Collections.unmodifiableNavigableMap(new TreeMap<>(levels));
			former = Collections.unmodifiableNavigableMap(new TreeMap<>(former));
		}

		static Goals of(IndicatorView view, Issuer issuer, IndicatorView.OfIssuer asked, boolean shown) {
			IndicatorPath path = asked.path();
			NavigableMap<Integer, BigDecimal> former = new TreeMap<>();
			asked.years().forEach((year, ofYear) -> {
				BigDecimal before = before(ofYear.target(), view.indicator());
				if (before != null) {
					former.put(year, before);
				}
			});
			return new Goals(issuer, view.plan().issuerKey(issuer), shown,
					path.goals().isEmpty() ? ofPeriod(asked.target(), view.indicator(), path) : path.goals(), former);
		}

		private static @Nullable BigDecimal before(@Nullable TargetRow target, IndicatorRow indicator) {
			String text = (target != null) ? target.adjustedFrom() : null;
			return (text != null && TargetGrammar.read(text,
					indicator.unit()) instanceof TargetGrammar.Reading.Understood understood)
							? understood.target().level() : null;
		}

		/**
		 * Of an issuer that set only a target of the period: a level at its end, or what
		 * each year is to hold. A sum says nothing of a year.
		 */
		private static NavigableMap<Integer, BigDecimal> ofPeriod(@Nullable TargetRow row, IndicatorRow indicator,
				IndicatorPath path) {
			ParsedTarget target = (row != null) ? row.target() : null;
			BigDecimal level = (target != null) ? target.level() : null;
			NavigableMap<Integer, BigDecimal> levels = new TreeMap<>();
			Accumulation accumulation = indicator.rule().accumulation();
			if (level == null || accumulation == Accumulation.SUM) {
				return levels;
			}
			int from = (accumulation == Accumulation.LAST) ? path.toYear() : path.fromYear();
			for (int year = from; year <= path.toYear(); year++) {
				levels.put(year, level);
			}
			return levels;
		}

	}

}
