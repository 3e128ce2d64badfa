package vn.wardkpi.submission.web.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.attainment.Verdict;
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

	/**
	 * Does what a button beside a cell asks for: takes a suggestion, keeps one's own
	 * value though somebody else changed it, or gives it up for theirs.
	 */
	void decide() {
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

	/** The cell whose earlier explanation is taken over. */
	@Nullable CellForm carried() {
		return (this.carry != null) ? this.cells.get(this.carry) : null;
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

	/** The indicator whose earlier explanation is taken over. */
	public @Nullable String getCarry() {
		return this.carry;
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

	/**
	 * One indicator's cell.
	 */
	static class CellForm {

		private String value = "";

		private String numerator = "";

		private String denominator = "";

		private String achieved = "";

		private @Nullable String note;

		private String cause = "";

		private String remedy = "";

		private String noDataReason = "";

		private String version = "";

		private String theirs = "";

		/**
		 * What was typed; an unreadable version counts as one nobody has seen.
		 */
		TypedCell typed(String no) {
			ActualInput input = ActualInput.typed(this.value, this.numerator, this.denominator, word());
			return new TypedCell(no, input.with(this.note, this.cause, this.remedy, this.noDataReason),
					version(this.version));
		}

		/**
		 * Puts one unambiguous value in place of what was typed.
		 */
		void use(String field, String suggestion) {
			switch (field) {
				case "numerator" -> this.numerator = suggestion;
				case "denominator" -> this.denominator = suggestion;
				default -> this.value = suggestion;
			}
		}

		/**
		 * Its author has seen the other's value and keeps theirs.
		 */
		void keep() {
			this.version = this.theirs;
		}

		/**
		 * Fills in what an earlier period says where nothing was written.
		 */
		void explainAs(Sheet.Explanation earlier) {
			this.cause = (this.cause.isBlank() && earlier.cause() != null) ? earlier.cause() : this.cause;
			this.remedy = (this.remedy.isBlank() && earlier.remedy() != null) ? earlier.remedy() : this.remedy;
		}

		private @Nullable Verdict word() {
			return switch (this.achieved) {
				case "MET" -> Verdict.MET;
				case "EXCEEDED" -> Verdict.EXCEEDED;
				case "NOT_MET" -> Verdict.NOT_MET;
				default -> null;
			};
		}

		private static int version(String text) {
			return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
		}

		public String getValue() {
			return this.value;
		}

		public void setValue(String value) {
			this.value = value;
		}

		public String getNumerator() {
			return this.numerator;
		}

		public void setNumerator(String numerator) {
			this.numerator = numerator;
		}

		public String getDenominator() {
			return this.denominator;
		}

		public void setDenominator(String denominator) {
			this.denominator = denominator;
		}

		public String getAchieved() {
			return this.achieved;
		}

		public void setAchieved(String achieved) {
			this.achieved = achieved;
		}

		public @Nullable String getNote() {
			return this.note;
		}

		public void setNote(@Nullable String note) {
			this.note = note;
		}

		public String getCause() {
			return this.cause;
		}

		public void setCause(String cause) {
			this.cause = cause;
		}

		public String getRemedy() {
			return this.remedy;
		}

		public void setRemedy(String remedy) {
			this.remedy = remedy;
		}

		public String getNoDataReason() {
			return this.noDataReason;
		}

		public void setNoDataReason(String noDataReason) {
			this.noDataReason = noDataReason;
		}

		public String getVersion() {
			return this.version;
		}

		public void setVersion(String version) {
			this.version = version;
		}

		public void setTheirs(String theirs) {
			this.theirs = theirs;
		}

	}

}
