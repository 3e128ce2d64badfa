package vn.wardkpi.report.content;

/**
 * A paragraph of the text.
 */
public record Block(Style style, String text) {

	/**
	 * {@code SECTION} is "I. …", {@code FIELD} "1. …" below it, {@code LABEL} heads
	 * items.
	 */
	public enum Style {

		SECTION, FIELD, LABEL, PARAGRAPH, ITEM

	}

}
