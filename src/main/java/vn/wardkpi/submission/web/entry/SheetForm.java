package vn.wardkpi.submission.web.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.web.bind.WebDataBinder;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.submission.entry.TypedCell;
import vn.wardkpi.submission.sheet.Sheet;

/**
 * A lead unit's sheet as typed: strings, valid or not, so that every cell can be shown
 * again as it was left.
 */
class SheetForm {

	private Map<String, CellForm> cells = new LinkedHashMap<>();

	private String action = "save";

	private @Nullable String use;

	private @Nullable String keep;

	private @Nullable String take;

	private @Nullable String carry;

	private @Nullable String estimate;

	private boolean choosing;

	private Set<String> chosen = Set.of();

	private boolean kept;

	/**
	 * What was sent before a sign-in, by the names of its fields.
	 */
	static SheetForm of(Map<String, String> fields) {
		SheetForm form = new SheetForm();
		new WebDataBinder(form).bind(new MutablePropertyValues(fields));
		form.kept = true;
		return form;
	}

	/** Whether it was kept through a sign-in. */
	boolean isKept() {
		return this.kept;
	}

	/**
	 * Does what a button beside a cell asks for: takes a suggestion, keeps one's own
	 * value though somebody else changed it, or gives it up for theirs.
	 */
	void decide() {
		if (this.choosing) {
			this.cells.keySet().retainAll(this.chosen);
		}
		String[] parts = (this.use != null) ? this.use.split("\\|", 3) : new String[0];
		CellForm corrected = (parts.length == 3) ? this.cells.get(parts[0]) : null;
		if (corrected != null) {
			corrected.use(parts[1], parts[2]);
		}
		CellForm kept = (this.keep != null) ? this.cells.get(this.keep) : null;
		if (kept != null) {
			kept.keep();
		}
		if (this.take != null) {
			this.cells.remove(this.take);
		}
	}

	Action action() {
		return Action.of(this.action);
	}

	/** Whether an earlier explanation or the year's estimate is asked for. */
	boolean takesOver() {
		return this.carry != null || this.estimate != null;
	}

	/**
	 * Fills in what was asked for of a row, where nothing stands yet.
	 */
	void takeOver(Sheet.Row row) {
		CellForm cell = this.cells.get(row.no());
		Sheet.Explanation explanation = row.explanation();
		if (row.no().equals(this.carry) && cell != null && explanation != null) {
			cell.explainAs(explanation);
		}
		Figure estimated = row.estimated();
		boolean asked = row.no().equals(this.estimate) || "*".equals(this.estimate);
		if (asked && estimated != null && row.mayEnter() && !row.isFilled()) {
			this.cells.computeIfAbsent(row.no(), (no) -> new CellForm()).take(estimated);
		}
	}

	/** A cell of which nothing was sent is empty. */
	CellForm cell(String no) {
		return this.cells.getOrDefault(no, new CellForm());
	}

	List<TypedCell> typed() {
		return this.cells.entrySet().stream().map((cell) -> cell.getValue().typed(cell.getKey())).toList();
	}

	public Map<String, CellForm> getCells() {
		return this.cells;
	}

	public void setCells(Map<String, CellForm> cells) {
		this.cells = cells;
	}

	/**
	 * {@code save}, or {@code submit} or {@code submit-anyway}; with the lead unit whose
	 * form is handed over where there are several: "submit:van-hoa".
	 */
	public void setAction(String action) {
		this.action = action;
	}

	/** A suggestion taken, as "2.1|value|86,6". */
	public void setUse(String use) {
		this.use = use;
	}

	/** The indicator whose value is kept though somebody else changed it. */
	public void setKeep(String keep) {
		this.keep = keep;
	}

	/** The indicator whose value is given up for somebody else's. */
	public void setTake(String take) {
		this.take = take;
	}

	/** The indicator whose estimate is taken over, "*" for every empty cell. */
	public void setEstimate(String estimate) {
		this.estimate = estimate;
	}

	/** Whether only chosen cells are meant, and which. */
	public void setChoosing(boolean choosing) {
		this.choosing = choosing;
	}

	public void setChosen(Set<String> chosen) {
		this.chosen = chosen;
	}

	public void setCarry(String carry) {
		this.carry = carry;
	}

	/**
	 * What is asked for with the whole sheet.
	 */
	record Action(String name, String unit) {

		static Action of(String text) {
			int colon = text.indexOf(':');
			return (colon < 0) ? new Action(text, "") : new Action(text.substring(0, colon), text.substring(colon + 1));
		}

		boolean isSubmission() {
			return this.name.startsWith("submit");
		}

		boolean isAnyway() {
			return this.name.equals("submit-anyway");
		}

	}

}
