package vn.wardkpi.actual;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;

/**
 * What somebody enters for one indicator, year and reporting period.
 *
 * @param figure all empty where a figure was taken back
 * @param cause why the target was missed (nguyên nhân)
 * @param remedy what is done about it (giải pháp)
 */
public record Entry(Figure figure, @Nullable String note, @Nullable String cause, @Nullable String remedy) {

	public Entry {
		note = trimmed(note);
		cause = trimmed(cause);
		remedy = trimmed(remedy);
	}

	/**
	 * Whether there is a figure at all.
	 */
	public boolean isEmpty() {
		return this.figure.value() == null && this.figure.numerator() == null && this.figure.achieved() == null;
	}

	public boolean isExplained() {
		return this.cause != null && this.remedy != null;
	}

	private static @Nullable String trimmed(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
