package vn.wardkpi.plan.web.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.web.editor.EditorForm.TypedRow;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * What was sent, laid over what is on record. A cell counts as changed only by who
 * changed it: what it held when it was shown is known by its mark. Where somebody else
 * changed it meanwhile to another value, one of the two is chosen first.
 */
final class EditorReading {

	private final List<EditorColumn> columns;

	private final EditorForm form;

	private final boolean dated;

	private final EditorSteps steps;

	private final Map<String, Map<String, Read>> cells = new LinkedHashMap<>();

	private final Map<String, String> seen = new HashMap<>();

	private final Set<String> removed = new HashSet<>();

	private final Set<String> removedButChanged = new HashSet<>();

	private final List<TypedRow> added = new ArrayList<>();

	private final List<TypedRow> gone = new ArrayList<>();

	private boolean conflict;

	EditorReading(List<EditorColumn> columns, List<StoredRow> stored, EditorForm form, boolean dated,
			List<LeadUnitRow> units) {
		this.columns = columns;
		this.form = form;
		this.dated = dated;
		this.steps = new EditorSteps(units);
		Set<String> keys = new HashSet<>();
		for (StoredRow row : stored) {
			keys.add(row.key());
			TypedRow typed = form.rows().get(row.key());
			if (typed != null) {
				read(row, typed);
			}
		}
		this.added.addAll(form.added());
		form.rows().values().stream().filter((row) -> !row.isNew() && !keys.contains(row.key())).forEach(this::keep);
		this.added.stream().filter((row) -> !row.isBlank()).forEach(this::add);
	}

	/**
	 * A row that somebody else removed is kept as a new one, if anything was written in
	 * it.
	 */
	private void keep(TypedRow typed) {
		boolean written = typed.seen().entrySet().stream().anyMatch((seenBefore) -> {
			String text = typed.cell(seenBefore.getKey());
			return text != null && !StoredRow.mark(text).equals(seenBefore.getValue());
		});
		if (written && !typed.removed()) {
			TypedRow kept = new TypedRow("n" + (1_000 + this.gone.size()), typed.cells());
			this.gone.add(kept);
			this.added.add(kept);
			this.conflict = true;
		}
	}

	private void read(StoredRow row, TypedRow typed) {
		Map<String, String> marks = typed.seen();
		Map<String, Read> read = new HashMap<>();
		Map<String, String> changed = new LinkedHashMap<>();
		List<String> seenNow = new ArrayList<>();
		boolean elsewhere = false;
		for (EditorColumn column : this.columns) {
			String present = row.value(column);
			String mark = StoredRow.mark(present);
			String before = marks.getOrDefault(column.key(), mark);
			boolean order = column.key().equals("order");
			boolean moved = !order && !before.equals(mark);
			elsewhere = elsewhere || moved;
			Read cell = cell(typed, column, present, before, moved);
			read.put(column.key(), cell);
			seenNow.add(column.key() + ":" + (cell.conflict() ? before : mark));
			if (!cell.text().equals(present) && !cell.conflict()) {
				changed.put(column.key(), cell.text());
			}
			this.conflict = this.conflict || cell.conflict();
		}
		String whole = StoredRow.mark(row.seen(this.columns));
		if (typed.removed() && elsewhere && !typed.chosen("remove").equals(whole)) {
			this.removedButChanged.add(row.key());
			this.conflict = true;
		}
		else if (typed.removed()) {
			this.removed.add(row.key());
			this.steps.remove(row);
		}
		else if (!changed.isEmpty()) {
			this.steps.correct(row, changed, read);
		}
		this.cells.put(row.key(), read);
		this.seen.put(row.key(), String.join(".", seenNow));
	}

	private Read cell(TypedRow typed, EditorColumn column, String present, String before, boolean moved) {
		String text = typed.cell(column.key());
		boolean written = text != null && !(this.dated && column.isTarget()) && !StoredRow.mark(text).equals(before);
		if (text == null || !written || text.equals(present)) {
			return new Read(present, false);
		}
		String mark = StoredRow.mark(present);
		if (moved && typed.chosen(column.key()).equals("theirs:" + mark)) {
			return new Read(present, false);
		}
		return new Read(text, moved && !typed.chosen(column.key()).equals("mine:" + mark));
	}

	private void add(TypedRow typed) {
		Map<String, String> values = new HashMap<>();
		for (EditorColumn column : this.columns) {
			String text = typed.cell(column.key());
			if (text != null && !(this.dated && column.isTarget())) {
				values.put(column.key(), text);
			}
		}
		this.steps.add(typed.key(), values);
	}

	PlanEdit edit() {
		return new PlanEdit(this.steps.steps(), this.form.reason().isEmpty() ? null : this.form.reason(),
				this.form.day());
	}

	/** Mark of what would be done, by which it is known that its results were shown. */
	String mark() {
		return StoredRow.mark(edit().toString());
	}

	boolean hasConflict() {
		return this.conflict;
	}

	boolean isStorable() {
		return !this.conflict && this.steps.problems().isEmpty() && !this.form.hasWrongDay();
	}

	/** Cells changed, rows added and rows removed. */
	int changes() {
		return this.steps.changes();
	}

	List<EditorProblem> problems() {
		return this.steps.problems();
	}

	/** Where a problem with "no.field" stands. */
	EditorProblem place(@Nullable String field, Problem problem) {
		return this.steps.place(field, problem);
	}

	List<TypedRow> added() {
		return this.added;
	}

	boolean isKept(TypedRow row) {
		return this.gone.contains(row);
	}

	boolean isRemoved(String key) {
		return this.removed.contains(key) || this.removedButChanged.contains(key);
	}

	boolean isRemovedButChanged(String key) {
		return this.removedButChanged.contains(key);
	}

	Read cell(StoredRow row, EditorColumn column) {
		Map<String, Read> read = this.cells.get(row.key());
		Read cell = (read != null) ? read.get(column.key()) : null;
		return (cell != null) ? cell : new Read(row.value(column), false);
	}

	String seen(StoredRow row) {
		return this.seen.getOrDefault(row.key(), row.seen(this.columns));
	}

	/**
	 * @param conflict whether somebody else wrote another value meanwhile
	 */
	record Read(String text, boolean conflict) {
	}

	/**
	 * @param row key of the row; {@code null} where it stands in none
	 * @param column key of the column, or name of a field beside the table
	 */
	record EditorProblem(@Nullable String row, String column, Problem problem) {

	}

}
