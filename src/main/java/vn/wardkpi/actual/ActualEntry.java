package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;

/**
 * What somebody enters for one indicator, year and reporting period.
 *
 * @param figure all empty where a figure was taken back
 * @param cause why the target was missed (nguyên nhân)
 * @param remedy what is done about it (giải pháp)
 * @param noDataReason why the cell stays empty on purpose; none where there is a figure
 */
public record ActualEntry(Figure figure, @Nullable String note, @Nullable String cause, @Nullable String remedy,
		@Nullable String noDataReason) {

	/** Characters that a cause and a remedy have at the least on the sheet's page. */
	public static final int LEAST_EXPLANATION = 15;

	private static final Pattern WORD = Pattern.compile("\\p{L}\\p{L}");

	public ActualEntry {
		note = trimmed(note);
		cause = trimmed(cause);
		remedy = trimmed(remedy);
		noDataReason = isEmpty(figure) ? trimmed(noDataReason) : null;
	}

	public ActualEntry(Figure figure, @Nullable String note, @Nullable String cause, @Nullable String remedy) {
		this(figure, note, cause, remedy, null);
	}

	/**
	 * Whether there is a figure at all.
	 */
	public boolean isEmpty() {
		return isEmpty(this.figure);
	}

	/**
	 * Whether the cell was dealt with: it has a figure, or says why it has none.
	 */
	public boolean isAnswered() {
		return !isEmpty() || this.noDataReason != null;
	}

	private static boolean isEmpty(Figure figure) {
		return figure.value() == null && figure.numerator() == null && figure.achieved() == null;
	}

	/**
	 * Whether there is neither a figure nor a word.
	 */
	public boolean isBlank() {
		return !isAnswered() && this.note == null && this.cause == null && this.remedy == null;
	}

	/**
	 * Whether both say the same; 6,0 and 6 are the same number.
	 */
	public boolean sameAs(ActualEntry other) {
		return same(this.figure.value(), other.figure.value())
				&& same(this.figure.numerator(), other.figure.numerator())
				&& same(this.figure.denominator(), other.figure.denominator())
				&& this.figure.achieved() == other.figure.achieved() && Objects.equals(this.note, other.note)
				&& Objects.equals(this.cause, other.cause) && Objects.equals(this.remedy, other.remedy)
				&& Objects.equals(this.noDataReason, other.noDataReason);
	}

	private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		if (one == null || other == null) {
			return one == null && other == null;
		}
		return one.compareTo(other) == 0;
	}

	/** Whether cause and remedy are given in words; "x" and "." are none. */
	public boolean isExplained() {
		return isWord(this.cause) && isWord(this.remedy);
	}

	private static boolean isWord(@Nullable String text) {
		return text != null && WORD.matcher(text).find();
	}

	/**
	 * Whether cause and remedy say as much as somebody who was not there needs to read.
	 */
	public boolean isExplainedAtLength() {
		return isExplained() && isLong(this.cause) && isLong(this.remedy);
	}

	private static boolean isLong(@Nullable String text) {
		return text != null && text.codePointCount(0, text.length()) >= LEAST_EXPLANATION;
	}

	/** The database takes every character of a text but this one. */
	private static @Nullable String trimmed(@Nullable String text) {
		String kept = (text != null) ? text.replace("\0", "").strip() : "";
		return kept.isEmpty() ? null : kept;
	}

}
