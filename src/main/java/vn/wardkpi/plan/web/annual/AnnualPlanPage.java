package vn.wardkpi.plan.web.annual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.annual.AnnualPlanInput;
import vn.wardkpi.plan.annual.AnnualPlanInput.ChangedTarget;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.webui.ProblemMessages;

/**
 * A year of a five-year plan with what of it the annual plan takes over.
 *
 * @param errors not about one row
 */
record AnnualPlanPage(PlanSummary plan, int year, String title, List<Issuer> issuers, List<Line> lines,
		List<String> errors) {

	/** Of whom an annual plan carries targets, besides those of the five-year plan. */
	private static final Set<Issuer> ALWAYS = EnumSet.of(Issuer.WARD_COUNCIL, Issuer.CITY);

	static AnnualPlanPage of(PlanSummary plan, int year, List<IndicatorRow> indicators, List<TargetRow> targets,
			@Nullable Map<String, String> typed) {
		Set<Issuer> issuers = EnumSet.copyOf(ALWAYS);
		Map<Issuer, Map<String, String>> fiveYear = new EnumMap<>(Issuer.class);
		targets.stream().filter((row) -> row.year() != null && row.year() == year).forEach((row) -> {
			issuers.add(row.issuer());
			fiveYear.computeIfAbsent(row.issuer(), (issuer) -> new HashMap<>()).put(row.no(), row.target().text());
		});
		List<Line> lines = new ArrayList<>();
		Set<String> asked = asked(indicators, fiveYear);
		for (IndicatorRow row : indicators) {
			List<Cell> cells = issuers.stream().map((issuer) -> {
				String name = "target." + issuer + "." + row.no();
				String before = fiveYear.getOrDefault(issuer, Map.of()).getOrDefault(row.no(), "");
				String now = (typed != null) ? typed.getOrDefault(name, before).strip() : before;
				return new Cell(issuer, name, before, now);
			}).toList();
			boolean kept = (typed != null) ? typed.containsKey("keep." + row.no()) : asked.contains(row.no());
			lines.add(new Line(row.no(), row.name(), row.unit(), row.rule().role() != IndicatorRole.GROUP, kept, cells,
					List.of()));
		}
		return new AnnualPlanPage(plan, year, (typed != null) ? typed.getOrDefault("title", "") : "",
				List.copyOf(issuers), lines, List.of());
	}

	/** What the year asks for, and what stands above it or belongs to such a group. */
	private static Set<String> asked(List<IndicatorRow> indicators, Map<Issuer, Map<String, String>> targets) {
		Set<String> asked = new HashSet<>();
		targets.values().forEach((own) -> asked.addAll(own.keySet()));
		List<IndicatorRow> upwards = new ArrayList<>(indicators);
		Collections.reverse(upwards);
		for (IndicatorRow row : upwards) {
			String parent = row.rule().parentNo();
			if (parent != null && asked.contains(row.no())) {
				asked.add(parent);
			}
		}
		return asked;
	}

	AnnualPlanInput read() {
		List<ChangedTarget> changed = new ArrayList<>();
		for (Line line : this.lines) {
			line.cells()
				.stream()
				.filter((cell) -> line.targets() && !cell.text().equals(cell.before()))
				.forEach((cell) -> changed
					.add(new ChangedTarget(line.no(), cell.issuer(), cell.text().isEmpty() ? "-" : cell.text())));
		}
		return new AnnualPlanInput(this.year, this.title,
				this.lines.stream().filter((line) -> !line.kept()).map(Line::no).toList(), changed);
	}

	/**
	 * The same with what is wrong, beside the row where it is about one.
	 */
	AnnualPlanPage wrong(List<FieldProblem> problems, ProblemMessages messages) {
		List<ChangedTarget> changed = read().targets();
		Map<String, List<String>> ofRows = new HashMap<>();
		List<String> others = new ArrayList<>();
		for (FieldProblem problem : problems) {
			String row = row(String.valueOf(problem.field()), (changed != null) ? changed : List.of());
			String text = messages.message(problem.problem());
			if (row != null) {
				ofRows.computeIfAbsent(row, (no) -> new ArrayList<>()).add(text);
			}
			else {
				others.add(text);
			}
		}
		return new AnnualPlanPage(this.plan, this.year, this.title, this.issuers,
				this.lines.stream().map((line) -> line.wrong(ofRows.getOrDefault(line.no(), List.of()))).toList(),
				others);
	}

	private @Nullable String row(String field, List<ChangedTarget> changed) {
		if (field.startsWith("targets[")) {
			return changed.get(Integer.parseInt(field.substring("targets[".length(), field.indexOf(']')))).no();
		}
		int end = field.lastIndexOf('.');
		String no = (end > 0) ? field.substring(0, end) : "";
		return this.lines.stream().anyMatch((line) -> line.no().equals(no)) ? no : null;
	}

	/**
	 * @param targets whether it has any of its own
	 * @param kept whether the annual plan has it
	 */
	record Line(String no, String name, @Nullable String unit, boolean targets, boolean kept, List<Cell> cells,
			List<String> errors) {

		Line wrong(List<String> found) {
			return new Line(this.no, this.name, this.unit, this.targets, this.kept, this.cells, found);
		}

	}

	/**
	 * @param before the five-year plan's text, empty for none
	 */
	record Cell(Issuer issuer, String name, String before, String text) {
	}

}
