package vn.wardkpi.report.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.IndicatorPath;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.report.content.Chart;
import vn.wardkpi.report.content.Chart.Point;

/**
 * The course of the headline over the years so far, and of the indicators that endanger
 * the period's end.
 */
final class ChartsComposer {

	/** Fills a page together with the headline. */
	private static final int MOST = 5;

	private final ReportWords words;

	private final ReportMaterial material;

	ChartsComposer(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
	}

	List<Chart> charts() {
		List<Chart> charts = new ArrayList<>();
		Chart headline = headline();
		if (headline != null) {
			charts.add(headline);
		}
		this.material.judged()
			.period(this.material.issuer())
			.indicators()
			.stream()
			.filter((row) -> row.attainment().atRiskRank() != null)
			.sorted(Comparator.comparing((row) -> Objects.requireNonNull(row.attainment().atRiskRank())))
			.filter((row) -> !row.path().values().isEmpty() && row.path().goals().size() > 1)
			.limit(MOST)
			.forEach((row) -> charts.add(endangered(row)));
		return charts;
	}

	/** A course has two years at least. */
	private @Nullable Chart headline() {
		List<Point> points = new ArrayList<>();
		for (int year = this.material.plan().fromYear(); year <= this.material.year(); year++) {
			Headline headline = this.material.judged().year(year, this.material.issuer()).headline();
			if (headline.assigned() > 0) {
				int attained = headline.exceeded() + headline.met();
				points.add(new Point(year, BigDecimal.valueOf(headline.assigned()), BigDecimal.valueOf(attained),
						String.valueOf(headline.assigned()), String.valueOf(attained)));
			}
		}
		return (points.size() > 1) ? chart(this.words.of("chart.headline"), this.words.of("chart.indicators"),
				this.words.of("chart.assigned"), this.words.of("chart.attained"), points) : null;
	}

	private Chart endangered(IndicatorOverPeriod row) {
		IndicatorPath path = row.path();
		IndicatorRow indicator = row.indicator();
		List<Point> points = new ArrayList<>();
		for (int year = path.fromYear(); year <= path.toYear(); year++) {
			BigDecimal goal = path.goals().get(year);
			BigDecimal value = (year <= this.material.year()) ? path.values().get(year) : null;
			points.add(new Point(year, goal, value, (goal != null) ? FigureWords.number(goal, indicator) : "",
					(value != null) ? FigureWords.number(value, indicator) : ""));
		}
		return chart(indicator.name(), Objects.requireNonNullElse(indicator.unit(), ""), this.words.of("chart.target"),
				this.words.of("chart.value"), points);
	}

	private Chart chart(String title, String unit, String target, String value, List<Point> points) {
		String said = points.stream()
			.filter((point) -> point.target() != null || point.value() != null)
			.map((point) -> this.words.of("chart.year", String.valueOf(point.year()), ReportWords.lowered(target),
					point.targetText().isEmpty() ? "–" : point.targetText(), ReportWords.lowered(value),
					point.valueText().isEmpty() ? "–" : point.valueText()))
			.collect(Collectors.joining("; "));
		return new Chart(title, unit, target, value, points, this.words.of("chart.alternative", title, said));
	}

}
