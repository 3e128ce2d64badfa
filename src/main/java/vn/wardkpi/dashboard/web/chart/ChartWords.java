package vn.wardkpi.dashboard.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import vn.wardkpi.dashboard.web.chart.Chart.Goals;
import vn.wardkpi.dashboard.web.chart.Chart.Kind;
import vn.wardkpi.dashboard.web.chart.Chart.Point;

/**
 * Says a message in the reader's language.
 */
@FunctionalInterface
interface ChartWords {

	String say(String key, Object... arguments);

	/**
	 * What a chart says of a year.
	 */
	static List<String> of(Chart chart, int year, ChartWords words) {
		List<String> said = new ArrayList<>();
		List<Goals> goals = new ArrayList<>(chart.goals());
		goals.sort(Comparator.comparing(Goals::issuer));
		for (Goals each : goals) {
			BigDecimal level = each.levels().get(year);
			BigDecimal former = each.former().get(year);
			if (level != null) {
				said.add(words.say("dashboard.chart.says.goal", words.say(each.nameKey()), chart.written(level)));
			}
			if (former != null) {
				said.add(words.say("dashboard.adjusted.unnamed", chart.written(former)));
			}
		}
		for (Point point : chart.points()) {
			if (point.year() == year) {
				String what = (point.kind() == Kind.BASELINE) ? "dashboard.chart.legend.BASELINE"
						: "enum.period." + Objects.requireNonNull(point.period());
				said.add(words.say("dashboard.chart.says.value", words.say(what), chart.written(point.value())));
			}
		}
		BigDecimal ahead = chart.ahead().get(year);
		if (ahead != null && !chart.reached().containsKey(year)) {
			said.add(words.say("dashboard.chart.says.value", words.say("dashboard.chart.legend.projection"),
					chart.written(ahead)));
		}
		return said.isEmpty() ? List.of(words.say("dashboard.chart.says.nothing")) : said;
	}

}
