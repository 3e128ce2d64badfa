package vn.wardkpi.plan.web.baseline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.baseline.BaselineOrigin;
import vn.wardkpi.plan.baseline.BaselineOrigin.Method;
import vn.wardkpi.plan.baseline.PredecessorBaseline;
import vn.wardkpi.plan.baseline.PredecessorFigures.Predecessor;
import vn.wardkpi.plan.web.baseline.BaselineInput.PartInput;
import vn.wardkpi.shared.TypedDay;

/**
 * What is typed on the page, right or wrong: of each line the unit, its figure and its
 * weight.
 */
record BaselineForm(String year, String method, List<Line> lines, String source, String reason, String effectiveDate) {

	private static final int LINES = 4;

	private static final int MOST = 41;

	/**
	 * What the baseline is made of already, else the predecessors with what was approved.
	 */
	static BaselineForm of(IndicatorRow row, int year, List<Predecessor> predecessors) {
		Baseline baseline = row.baseline();
		BaselineOrigin origin = (baseline != null) ? baseline.origin() : null;
		List<Line> lines = new ArrayList<>();
		if (origin != null) {
			origin.parts()
				.forEach((part) -> lines
					.add(new Line(text(part.ward()), part.name(), part.text(), text(part.weightText()))));
		}
		else {
			predecessors.forEach((one) -> lines.add(new Line(text(one.code()), one.name(), one.figure(), "")));
		}
		Method method = (origin != null) ? origin.method() : PredecessorBaseline.methods(row.rule()).get(0);
		return new BaselineForm(String.valueOf(year), method.name(), filled(lines),
				(origin != null) ? text(origin.source()) : "", "", "");
	}

	static BaselineForm typed(Map<String, String> typed) {
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i < MOST && typed.containsKey("name." + i); i++) {
			lines.add(new Line(at(typed, "ward." + i), at(typed, "name." + i), at(typed, "figure." + i),
					at(typed, "weight." + i)));
		}
		return new BaselineForm(at(typed, "year"), at(typed, "method"), filled(lines), at(typed, "source"),
				at(typed, "reason"), at(typed, "effectiveDate"));
	}

	/**
	 * Lines without a unit and a figure are none.
	 */
	BaselineInput read() {
		return new BaselineInput(this.year.matches("\\d{4}") ? Integer.valueOf(this.year) : null,
				Arrays.stream(Method.values()).filter((one) -> one.name().equals(this.method)).findFirst().orElse(null),
				this.lines.stream()
					.filter((line) -> !line.isEmpty())
					.map((line) -> new PartInput(line.ward(), line.name(), null, line.figure(), null, line.weight()))
					.toList(),
				this.source, this.reason, day());
	}

	boolean hasWrongDay() {
		return !this.effectiveDate.isEmpty() && day() == null;
	}

	private @Nullable LocalDate day() {
		return TypedDay.read(this.effectiveDate).orElse(null);
	}

	/** With room for further ones. */
	private static List<Line> filled(List<Line> lines) {
		List<Line> filled = new ArrayList<>(lines);
		while (filled.size() < LINES || !filled.get(filled.size() - 1).isEmpty()) {
			filled.add(Line.EMPTY);
		}
		return filled;
	}

	private static String at(Map<String, String> typed, String key) {
		return new HashMap<>(typed).getOrDefault(key, "").strip();
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	record Line(String ward, String name, String figure, String weight) {

		static final Line EMPTY = new Line("", "", "", "");

		boolean isEmpty() {
			return this.name.isEmpty() && this.figure.isEmpty();
		}

	}

}
