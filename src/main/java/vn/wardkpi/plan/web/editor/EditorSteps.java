package vn.wardkpi.plan.web.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.edit.AttributeCorrection;
import vn.wardkpi.plan.edit.AttributeCorrection.BaselineText;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.edit.PlanEdit.Placement;
import vn.wardkpi.plan.web.editor.EditorReading.EditorProblem;
import vn.wardkpi.plan.web.editor.EditorReading.Read;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Changed cells as the steps of an edit; what cannot be read is told at its cell.
 */
final class EditorSteps {

	private static final String TARGET = "target-";

	private final Map<String, String> unitCodes = new HashMap<>();

	private final List<PlanEdit.Step> steps = new ArrayList<>();

	private final List<EditorProblem> problems = new ArrayList<>();

	private final Map<String, String> rows = new HashMap<>();

	private int changes;

	EditorSteps(List<LeadUnitRow> units) {
		units.forEach((unit) -> this.unitCodes.put(SearchKey.of(unit.name()), unit.code()));
		units.forEach((unit) -> this.unitCodes.put(unit.code(), unit.code()));
	}

	void remove(StoredRow row) {
		this.rows.put(row.indicator().no(), row.key());
		this.steps.add(new PlanEdit.Remove(row.indicator().no()));
		this.changes++;
	}

	/**
	 * @param changed texts by their columns
	 * @param all every cell of the row
	 */
	void correct(StoredRow row, Map<String, String> changed, Map<String, Read> all) {
		String no = row.indicator().no();
		this.rows.put(no, row.key());
		this.changes += changed.size();
		Map<String, String> present = new HashMap<>();
		all.forEach((column, read) -> present.put(column, read.text()));
		boolean units = changed.containsKey("answering") || changed.containsKey("cooperating");
		boolean attributes = changed.keySet().stream().anyMatch((column) -> !column.startsWith(TARGET));
		if (attributes) {
			this.steps.add(new PlanEdit.Correct(no, attributes(row.key(), changed, present),
					new Placement(changed.get("no"), changed.get("parentNo"), order(row.key(), changed)),
					units ? units(row.key(), present) : null));
		}
		aim(no, changed);
	}

	void add(String key, Map<String, String> values) {
		this.changes++;
		String no = values.getOrDefault("no", "");
		if (no.isEmpty()) {
			problem(key, "no", Problem.error("required"));
			return;
		}
		if (this.steps.stream().anyMatch((step) -> step instanceof PlanEdit.Add && step.no().equals(no))) {
			problem(key, "no", Problem.error("indicator-twice", no));
			return;
		}
		this.rows.put(no, key);
		String parent = values.getOrDefault("parentNo", "");
		this.steps.add(new PlanEdit.Add(no, attributes(key, given(values), values),
				new Placement(null, parent.isEmpty() ? null : parent, order(key, values)), units(key, values)));
		Map<String, String> targets = new HashMap<>(values);
		targets.values().removeIf(String::isEmpty);
		aim(no, targets);
	}

	/** A new row's cells that say anything, but for the name, which it needs. */
	private static Map<String, String> given(Map<String, String> values) {
		Map<String, String> given = new HashMap<>(values);
		given.entrySet().removeIf((cell) -> cell.getValue().isEmpty() && !cell.getKey().equals("name"));
		return given;
	}

	List<PlanEdit.Step> steps() {
		return this.steps;
	}

	List<EditorProblem> problems() {
		return this.problems;
	}

	int changes() {
		return this.changes;
	}

	/**
	 * Where a problem of the whole edit stands: "2.1.role" in the row of indicator 2.1.
	 */
	EditorProblem place(@Nullable String field, Problem problem) {
		int at = (field != null) ? field.lastIndexOf('.') : -1;
		if (field == null || at < 0) {
			return new EditorProblem(null, Objects.requireNonNullElse(field, ""), problem);
		}
		String column = field.substring(at + 1);
		return new EditorProblem(this.rows.get(field.substring(0, at)),
				column.equals("leadUnits") ? "answering" : column, problem);
	}

	private void aim(String no, Map<String, String> changed) {
		changed.forEach((column, text) -> {
			if (column.startsWith(TARGET)) {
				int dash = column.lastIndexOf('-');
				String year = column.substring(dash + 1);
				this.steps.add(new PlanEdit.Aim(no, Issuer.valueOf(column.substring(TARGET.length(), dash)),
						year.equals("period") ? null : Integer.valueOf(year), text));
			}
		});
	}

	private AttributeCorrection attributes(String key, Map<String, String> changed, Map<String, String> present) {
		boolean baseline = changed.containsKey("baseline") || changed.containsKey("baselineYear")
				|| changed.containsKey("baselineComparable");
		return new AttributeCorrection(changed.get("name"), changed.get("unit"),
				choice(key, "role", IndicatorRole.values(), changed), flag(changed.get("decisive")),
				choice(key, "direction", Direction.values(), changed),
				choice(key, "valueType", ValueType.values(), changed),
				choice(key, "accumulation", Accumulation.values(), changed), flag(changed.get("bounded")))
			.describedBy(changed.get("field"), changed.get("note"), changed.get("leaderInCharge"),
					baseline ? baseline(key, present) : null);
	}

	private BaselineText baseline(String key, Map<String, String> present) {
		String year = present.getOrDefault("baselineYear", "");
		boolean number = year.matches("\\d{4}");
		if (!number && !year.isEmpty()) {
			problem(key, "baselineYear", Problem.error("baseline-year", "1950", "2100"));
		}
		return new BaselineText(number ? Integer.valueOf(year) : null, present.getOrDefault("baseline", ""),
				!"false".equals(present.get("baselineComparable")));
	}

	private @Nullable Integer order(String key, Map<String, String> changed) {
		String order = changed.getOrDefault("order", "");
		if (order.matches("\\d{1,4}")) {
			return Integer.valueOf(order);
		}
		if (!order.isEmpty()) {
			problem(key, "order", Problem.error("order-wrong"));
		}
		return null;
	}

	/** The answering one, then those typed by name or code. */
	private List<String> units(String key, Map<String, String> present) {
		Set<String> codes = new LinkedHashSet<>();
		String answering = present.getOrDefault("answering", "");
		if (!answering.isEmpty()) {
			codes.add(answering);
		}
		List.of(present.getOrDefault("cooperating", "").split(";"))
			.stream()
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.forEach((name) -> {
				String code = this.unitCodes.getOrDefault(name, this.unitCodes.get(SearchKey.of(name)));
				if (code != null) {
					codes.add(code);
				}
				else {
					problem(key, "cooperating", Problem.error("lead-unit-unknown", name));
				}
			});
		return List.copyOf(codes);
	}

	private <E extends Enum<E>> @Nullable E choice(String key, String column, E[] values, Map<String, String> changed) {
		String name = changed.get(column);
		if (name == null || name.isEmpty()) {
			return null;
		}
		Optional<E> chosen = Arrays.stream(values).filter((one) -> one.name().equals(name)).findFirst();
		if (chosen.isEmpty()) {
			problem(key, column, Problem.error("required"));
		}
		return chosen.orElse(null);
	}

	private static @Nullable Boolean flag(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : Boolean.valueOf(text.equals("true"));
	}

	private void problem(String row, String column, Problem problem) {
		this.problems.add(new EditorProblem(row, column, problem));
	}

}
