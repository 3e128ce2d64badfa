package vn.wardkpi.dashboard.web.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import vn.wardkpi.dashboard.web.chart.Chart.Goals;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * Draws a chart in one of its sizes. On a page each year can be pointed at and reached by
 * the keyboard, and then says its values; a file says what it shows and of when.
 */
final class ChartDrawing {

	private static final String INK = "#17212b";

	private static final String GREY = "#55626e";

	private static final int TOP = 26;

	private final Chart chart;

	private final Frame frame;

	private final ChartWords words;

	private final @Nullable String caption;

	private final Axis axis;

	private final Svg svg;

	private final int left;

	private final int right;

	private final int top;

	/**
	 * @param caption what the chart is of, where it must say so itself
	 */
	ChartDrawing(Chart chart, Frame frame, ChartWords words, @Nullable String caption, Svg svg) {
		this.chart = chart;
		this.frame = frame;
		this.words = words;
		this.caption = caption;
		this.svg = svg;
		this.axis = Axis.of(chart.numbers().toList(), chart.share(), chart.whole());
		int labels = this.axis.levels()
			.stream()
			.map((level) -> frame.widthOf(VietnameseNumber.writeShort(level)))
			.reduce(0, Math::max);
		this.left = labels + 26;
		// Half of the last year stands there.
		this.right = Math.max(24, frame.line());
		this.top = TOP + ((caption != null) ? lines(chart.name()).size() * frame.line() + 2 * frame.line() : 0);
	}

	String draw() {
		List<ChartLegend> legend = ChartLegend.of(this.chart, this.frame, this.words);
		int below = this.top + this.frame.height();
		int height = below + 2 * this.frame.line() + legend.get(legend.size() - 1).row() * this.frame.line()
				+ this.frame.line();
		if (this.caption == null) {
			this.svg.open("svg", "class", "chart chart-" + this.frame.name().toLowerCase(Locale.ROOT), "viewBox",
					"0 0 " + this.frame.width() + " " + height, "font-size", this.frame.letters());
			this.svg.open("g", "role", "group", "aria-label",
					this.words.say("dashboard.chart.title", this.chart.name()));
			this.svg.open("g", "aria-hidden", true);
		}
		else {
			this.svg.open("svg", "xmlns", Svg.NAMESPACE, "viewBox", "0 0 " + this.frame.width() + " " + height, "width",
					this.frame.width(), "height", height, "font-family", "Liberation Sans, Arial, sans-serif",
					"font-size", this.frame.letters());
			this.svg.element("title", this.chart.name());
			this.svg.draw("rect", "width", this.frame.width(), "height", height, "fill", "#fff").open("g");
			heading(this.caption);
		}
		grid();
		paths();
		labels();
		legend.forEach((row) -> row.draw(this.svg, below + 2 * this.frame.line() + 8, this.frame));
		this.svg.close();
		if (this.caption == null) {
			for (int year = this.chart.first(); year <= this.chart.last(); year++) {
				column(year);
			}
			this.svg.close();
		}
		return this.svg.close().toString();
	}

	private void heading(String below) {
		int y = this.frame.line();
		for (String line : lines(this.chart.name())) {
			this.svg.text(line, "x", 16, "y", y, "font-weight", "bold", "fill", INK);
			y += this.frame.line();
		}
		this.svg.text(below, "x", 16, "y", y, "fill", GREY);
	}

	/** Broken between words where it is longer than the frame. */
	private List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : text.split(" ", -1)) {
			if (line.length() > 0 && this.frame.widthOf(line + " " + word) > this.frame.width() - 40) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append((line.length() > 0) ? " " : "").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

	private void grid() {
		for (BigDecimal level : this.axis.levels()) {
			int y = y(level);
			this.svg.draw("line", "x1", this.left, "x2", this.frame.width() - this.right + 8, "y1", y, "y2", y,
					"stroke", "#e3e9ee");
			this.svg.text(VietnameseNumber.writeShort(level), "x", this.left - 18, "y", y + 4, "text-anchor", "end",
					"fill", GREY);
		}
		for (int year = this.chart.first(); year <= this.chart.last(); year++) {
			this.svg.text(String.valueOf(year), "x", x(year), "y", this.top + this.frame.height() + this.frame.line(),
					"text-anchor", "middle", "fill", GREY);
		}
	}

	private void paths() {
		for (Goals each : this.chart.goals()) {
			Mark mark = Mark.of(each.issuer());
			mark.line(this.svg, points(each.levels()), each.shown() ? 2 : 1);
			each.levels().forEach((year, level) -> mark.at(this.svg, x(year), y(level)));
			each.former().forEach((year, level) -> {
				this.svg.draw("line", "x1", x(year), "x2", x(year), "y1", y(level), "y2",
						y(each.levels().getOrDefault(year, level)), "stroke", mark.colour());
				Mark.FORMER.at(this.svg, x(year), y(level));
			});
		}
		Mark.AHEAD.line(this.svg, points(this.chart.ahead()), 2);
		Mark.FINAL.line(this.svg, points(this.chart.reached()), 3);
		this.chart.points().forEach((point) -> Mark.of(point.kind()).at(this.svg, x(point.year()), y(point.value())));
	}

	/**
	 * The last target, the last value and where it leads, each on the side where the
	 * other is not.
	 */
	private void labels() {
		Goals own = this.chart.goals().stream().filter(Goals::shown).findFirst().orElse(null);
		NavigableMap<Integer, BigDecimal> levels = (own != null) ? own.levels() : Collections.emptyNavigableMap();
		Map.Entry<Integer, BigDecimal> goal = levels.lastEntry();
		Map.Entry<Integer, BigDecimal> ahead = this.chart.ahead().lastEntry();
		Map.Entry<Integer, BigDecimal> latest = this.chart.reached().lastEntry();
		if (goal != null) {
			Map.Entry<Integer, BigDecimal> beside = (ahead != null) ? ahead : latest;
			boolean above = beside == null || !goal.getKey().equals(beside.getKey())
					|| goal.getValue().compareTo(beside.getValue()) >= 0;
			label(this.words.say("dashboard.chart.goal", this.chart.written(goal.getValue())), goal, above, INK);
		}
		if (latest != null) {
			BigDecimal target = levels.get(latest.getKey());
			label(this.chart.written(latest.getValue()), latest,
					target != null && latest.getValue().compareTo(target) > 0, Mark.FINAL.colour());
		}
		if (ahead != null) {
			label(this.chart.written(ahead.getValue()), ahead,
					goal != null && ahead.getValue().compareTo(goal.getValue()) > 0, Mark.AHEAD.colour());
		}
	}

	private void label(String text, Map.Entry<Integer, BigDecimal> at, boolean above, String colour) {
		int x = x(at.getKey());
		boolean end = x + 8 + this.frame.widthOf(text) > this.frame.width();
		int left = end ? this.frame.width() - 6 : x + 8;
		int base = y(at.getValue()) + (above ? -12 : this.frame.letters() + 10);
		String anchor = end ? "end" : "start";
		// Lines that pass below stop short of the letters: first their white rim, then
		// they themselves.
		this.svg.text(text, "x", left, "y", base, "text-anchor", anchor, "font-weight", 600, "fill", "#ffffff",
				"stroke", "#ffffff", "stroke-width", 4);
		this.svg.text(text, "x", left, "y", base, "text-anchor", anchor, "font-weight", 600, "fill", colour);
	}

	/**
	 * A year that is pointed at, with what it has to say.
	 */
	private void column(int year) {
		List<String> said = ChartWords.of(this.chart, year, this.words);
		int half = (x(this.chart.last()) - x(this.chart.first()))
				/ Math.max(1, 2 * (this.chart.last() - this.chart.first()));
		this.svg.open("g", "class", "chart-year", "tabindex", 0, "role", "img", "aria-label",
				year + ". " + String.join(". ", said));
		this.svg.draw("rect", "x", x(year) - half, "y", this.top - 10, "width", 2 * half, "height",
				this.frame.height() + 20, "fill", "#fff", "fill-opacity", 0);
		this.svg.open("g", "class", "chart-says", "aria-hidden", true);
		this.svg.draw("line", "x1", x(year), "x2", x(year), "y1", this.top, "y2", this.top + this.frame.height(),
				"stroke", GREY, "stroke-dasharray", "2 3");
		int width = said.stream().map(this.frame::widthOf).reduce(this.frame.widthOf("2026"), Math::max) + 24;
		int after = x(year) + 12;
		int before = x(year) - 12 - width;
		int x = (after + width <= this.frame.width()) ? after
				: Math.max(2, Math.min(before, this.frame.width() - width));
		this.svg.draw("rect", "x", x, "y", this.top, "width", width, "height",
				(said.size() + 1) * this.frame.line() + 12, "rx", 6, "fill", "#fff", "stroke", GREY);
		int y = this.top + this.frame.line();
		this.svg.text(String.valueOf(year), "x", x + 12, "y", y, "font-weight", "600", "fill", INK);
		for (String line : said) {
			y += this.frame.line();
			this.svg.text(line, "x", x + 12, "y", y, "fill", INK);
		}
		this.svg.close().close();
	}

	private String points(NavigableMap<Integer, BigDecimal> levels) {
		return levels.entrySet()
			.stream()
			.map((entry) -> x(entry.getKey()) + "," + y(entry.getValue()))
			.collect(Collectors.joining(" "));
	}

	private int x(int year) {
		int from = this.left + this.frame.letters();
		int width = this.frame.width() - this.right - from;
		return from + width * (year - this.chart.first()) / Math.max(1, this.chart.last() - this.chart.first());
	}

	private int y(BigDecimal value) {
		return this.top + this.frame.height() - this.axis.up(value, this.frame.height());
	}

}
