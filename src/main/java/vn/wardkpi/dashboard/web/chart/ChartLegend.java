package vn.wardkpi.dashboard.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import vn.wardkpi.dashboard.web.chart.Chart.Goals;
import vn.wardkpi.dashboard.web.chart.Chart.Kind;

/**
 * A sign of the chart with its meaning.
 *
 * @param row from 0
 */
record ChartLegend(Mark mark, String text, int x, int row) {

	/**
	 * What the signs mean, in rows.
	 */
	static List<ChartLegend> of(Chart chart, Frame frame, ChartWords words) {
		List<ChartLegend> rows = new ArrayList<>();
		List<Goals> goals = new ArrayList<>(chart.goals());
		goals.sort(Comparator.comparing(Goals::issuer));
		goals.forEach((each) -> add(rows, frame, Mark.of(each.issuer()),
				words.say("dashboard.chart.legend.goals", words.say(each.nameKey()))));
		if (goals.stream().anyMatch((each) -> !each.former().isEmpty())) {
			add(rows, frame, Mark.FORMER, words.say("dashboard.chart.legend.former"));
		}
		for (Kind kind : List.of(Kind.FINAL, Kind.ESTIMATE, Kind.IN_YEAR, Kind.BASELINE)) {
			if (chart.has(kind)) {
				add(rows, frame, Mark.of(kind), words.say("dashboard.chart.legend." + kind));
			}
		}
		if (!chart.ahead().isEmpty()) {
			add(rows, frame, Mark.AHEAD, words.say("dashboard.chart.legend.projection"));
		}
		return rows;
	}

	private static void add(List<ChartLegend> rows, Frame frame, Mark mark, String text) {
		ChartLegend last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
		int width = 52 + frame.widthOf(text);
		int x = (last != null) ? last.x() + 52 + frame.widthOf(last.text()) : 8;
		boolean next = last != null && x + width > frame.width();
		int row = (last != null) ? last.row() + (next ? 1 : 0) : 0;
		rows.add(new ChartLegend(mark, text, next ? 8 : x, row));
	}

	void draw(Svg svg, int top, Frame frame) {
		int y = top + this.row * frame.line();
		if (this.mark != Mark.FORMER && this.mark != Mark.IN_YEAR) {
			this.mark.line(svg, this.x + "," + (y - 5) + " " + (this.x + 30) + "," + (y - 5), 2);
		}
		this.mark.at(svg, this.x + 15, y - 5);
		svg.text(this.text, "x", this.x + 38, "y", y, "fill", "#55626e");
	}

}
