package vn.wardkpi.plan.web.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.web.editor.EditorForm.TypedRow;
import vn.wardkpi.plan.web.editor.EditorPage.Line;
import vn.wardkpi.plan.web.editor.EditorPage.Result;
import vn.wardkpi.plan.web.editor.EditorPage.Wrong;
import vn.wardkpi.plan.web.editor.EditorReading.EditorProblem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.webui.ProblemMessages;

/**
 * A plan with what was typed over it.
 *
 * @param stored every row of the plan
 */
record EditedPlan(PlanSummary plan, List<EditorColumn> columns, List<StoredRow> stored, EditorForm form,
		EditorReading reading) {

	/** What a part of a row is likely to share with it. */
	private static final Set<String> SHARED = Set.of("unit", "field", "direction", "valueType", "accumulation",
			"bounded");

	private static final int PARTS = 2;

	boolean dated() {
		return this.plan.status() != PlanStatus.DRAFT;
	}

	/**
	 * @throws RefusedException CONFLICT if somebody stored another value a moment ago
	 */
	PlanEdit storable() {
		if (!this.reading.isStorable()) {
			throw new RefusedException(Kind.CONFLICT, "plan.edited-meanwhile", this.plan.title());
		}
		return this.reading.edit();
	}

	/** Where the reader was, as part of an address. */
	String place() {
		return (this.form.page() > 1) ? "?page=" + this.form.page() : "";
	}

	/**
	 * @param action {@code add}, {@code add:r12} for a row after that one, or
	 * {@code split:r12} for two below it
	 */
	EditorForm withRows(String action) {
		String key = action.substring(action.indexOf(':') + 1);
		StoredRow row = this.stored.stream().filter((one) -> one.key().equals(key)).findFirst().orElse(null);
		if (row == null) {
			return this.form.with(List.of(new TypedRow(this.form.freeKeys(1).get(0), Map.of("role", "COUNTED"))));
		}
		if (action.startsWith("add")) {
			String parent = Objects.requireNonNullElse(row.indicator().rule().parentNo(), "");
			return this.form.with(List.of(new TypedRow(this.form.freeKeys(1).get(0),
					Map.of("order", String.valueOf(this.stored.indexOf(row) + 2), "parentNo", parent, "role",
							parent.isEmpty() ? "COUNTED" : "BREAKDOWN"))));
		}
		List<TypedRow> parts = new ArrayList<>();
		Set<String> taken = new TreeSet<>(this.stored.stream().map((one) -> one.indicator().no()).toList());
		this.form.added().forEach((one) -> taken.add(Objects.requireNonNullElse(one.cell("no"), "")));
		for (String free : this.form.freeKeys(PARTS)) {
			parts.add(new TypedRow(free, part(row, taken)));
		}
		return this.form.with(parts);
	}

	private Map<String, String> part(StoredRow row, Set<String> taken) {
		Map<String, String> cells = new HashMap<>();
		this.columns.stream()
			.filter((column) -> SHARED.contains(column.key()))
			.forEach((column) -> cells.put(column.key(), this.reading.cell(row, column).text()));
		int n = 1;
		while (!taken.add(row.indicator().no() + "." + n)) {
			n++;
		}
		cells.put("no", row.indicator().no() + "." + n);
		cells.put("parentNo", row.indicator().no());
		cells.put("role", "BREAKDOWN");
		return cells;
	}

	EditorPage page(@Nullable Result result, List<EditorProblem> problems, ProblemMessages messages) {
		int pages = Math.max(1, (this.stored.size() + EditorPage.ROWS - 1) / EditorPage.ROWS);
		int page = Math.min(this.form.page(), pages);
		int from = (page - 1) * EditorPage.ROWS;
		List<StoredRow> shown = this.stored.subList(from, Math.min(from + EditorPage.ROWS, this.stored.size()));
		EditorPage.Lines made = new EditorPage.Lines(this.columns, this.reading, problems, messages);
		List<Line> lines = made.of(shown, from);
		Map<String, List<String>> beside = new HashMap<>();
		if (this.form.hasWrongDay()) {
			beside.put("effectiveDate", List.of(messages.text("plan.day.wrong")));
		}
		problems.stream()
			.filter((problem) -> problem.row() == null)
			.forEach((problem) -> beside.computeIfAbsent(problem.column(), (column) -> new ArrayList<>())
				.add(messages.message(problem.problem())));
		return new EditorPage(this.plan, dated(), this.columns, lines, made.blank(), this.form, this.reading.changes(),
				wrong(lines, beside), beside, result, page, pages);
	}

	private static List<Wrong> wrong(List<Line> lines, Map<String, List<String>> beside) {
		List<Wrong> wrong = new ArrayList<>();
		for (Line line : lines) {
			line.cells()
				.forEach((cell) -> cell.errors()
					.forEach((text) -> wrong.add(new Wrong("c-" + line.key() + "-" + cell.column().key(),
							line.no() + " · " + cell.column().label() + ": " + text))));
		}
		beside.forEach((field, texts) -> texts.forEach((text) -> wrong.add(new Wrong(field, text))));
		return wrong;
	}

}
