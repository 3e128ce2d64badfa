package vn.wardkpi.submission.web.entry;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.submission.entry.TypedCell;
import vn.wardkpi.submission.sheet.Sheet;

/**
 * One indicator's cell.
 */
public class CellForm {

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

	/** Whether the same stands in both, blanks around it aside. */
	boolean says(CellForm other) {
		return fields().equals(other.fields());
	}

	/**
	 * Whether cause or remedy are written.
	 * @param orNote whether the note is one of them
	 */
	public boolean hasWords(boolean orNote) {
		boolean noted = orNote && this.note != null && !this.note.isBlank();
		return noted || !this.cause.isBlank() || !this.remedy.isBlank();
	}

	private List<String> fields() {
		return Stream
			.of(this.value, this.numerator, this.denominator, this.achieved, (this.note != null) ? this.note : "",
					this.cause, this.remedy, this.noDataReason)
			.map((text) -> text.replace("\r\n", "\n").strip())
			.toList();
	}

	public CellForm copy() {
		CellForm copy = new CellForm();
		copy.value = this.value;
		copy.numerator = this.numerator;
		copy.denominator = this.denominator;
		copy.achieved = this.achieved;
		copy.note = this.note;
		copy.cause = this.cause;
		copy.remedy = this.remedy;
		copy.noDataReason = this.noDataReason;
		copy.version = this.version;
		return copy;
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

	/**
	 * Fills in a figure where nothing was typed.
	 */
	void take(Figure figure) {
		if (this.value.isBlank() && this.numerator.isBlank() && this.denominator.isBlank() && this.achieved.isBlank()) {
			this.value = RowView.number(figure.value());
			this.numerator = RowView.number(figure.numerator());
			this.denominator = RowView.number(figure.denominator());
			this.achieved = (figure.achieved() != null) ? figure.achieved().name() : "";
		}
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
