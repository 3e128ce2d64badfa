package vn.wardkpi.submission.web.workbook;

import java.util.Locale;

/**
 * The columns of a form's workbook. Their names stand in a hidden line, so that they are
 * found wherever they were moved to.
 */
enum FormColumn {

	NO(6), NAME(44), UNIT(12), BEFORE(14), EARLIER(14), TARGET(20), VALUE(18), NUMERATOR(12), DENOMINATOR(12),
	NO_DATA(26), CAUSE(30), REMEDY(30), NOTE(30);

	private final int width;

	FormColumn(int width) {
		this.width = width;
	}

	/** In characters. */
	int width() {
		return this.width;
	}

	/** Whether people type into it. */
	boolean isTyped() {
		return compareTo(VALUE) >= 0;
	}

	boolean isFigure() {
		return this == VALUE || this == NUMERATOR || this == DENOMINATOR;
	}

	/** The ending of its message key. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
