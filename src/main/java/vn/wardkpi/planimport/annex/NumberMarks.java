package vn.wardkpi.planimport.annex;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

import vn.wardkpi.shared.Problem;

/**
 * Whether the typed numbers of a file have their marks the Vietnamese way. A point before
 * three digits groups thousands, unless other cells show that points are decimal marks
 * here; a comma before three digits is a decimal mark, unless nothing in the file says
 * so. What can be either is asked.
 */
class NumberMarks {

	private static final String BEFORE = "[^\\d.,]*";

	private static final Pattern POINT_DECIMALS = Pattern
		.compile(BEFORE + "-?\\d+\\.(?:\\d{1,2}|\\d{4,})(?![\\d.,/]).*|" + BEFORE + "\\d{1,3}(?:,\\d{3})+\\.\\d.*");

	private static final Pattern COMMA_DECIMALS = Pattern
		.compile(BEFORE + "-?\\d+,(?:\\d{1,2}|\\d{4,})(?![\\d.,]).*|" + BEFORE + "\\d{1,3}(?:\\.\\d{3})+,\\d.*");

	private static final Pattern POINT = Pattern.compile(BEFORE + "-?\\d{1,3}(?:\\.\\d{3})+(?![\\d.,]).*");

	private static final Pattern COMMA = Pattern.compile(BEFORE + "-?\\d{1,3},\\d{3}(?![\\d.,]).*");

	/** Nobody writes thousandths that are nought. */
	private static final Pattern ROUND_COMMA = Pattern.compile(BEFORE + "-?\\d{1,3},\\d\\d0(?![\\d.,]).*");

	private final boolean pointsDecimal;

	private final boolean commasDoubtful;

	NumberMarks(Collection<String> typed) {
		boolean commaDecimals = has(typed, COMMA_DECIMALS);
		boolean pointDecimals = has(typed, POINT_DECIMALS);
		boolean english = has(typed, COMMA) && !commaDecimals;
		this.pointsDecimal = pointDecimals || (has(typed, ROUND_COMMA) && !commaDecimals);
		this.commasDoubtful = pointDecimals || english;
	}

	private static boolean has(Collection<String> typed, Pattern pattern) {
		return typed.stream().anyMatch((text) -> pattern.matcher(text).matches());
	}

	/**
	 * The question about a typed number, if there is one.
	 */
	Optional<Problem> question(String typed) {
		boolean point = this.pointsDecimal && POINT.matcher(typed).matches();
		boolean comma = COMMA.matcher(typed).matches() && (this.commasDoubtful || ROUND_COMMA.matcher(typed).matches());
		return (point || comma) ? Optional.of(Problem.error("import-number-marks", typed)) : Optional.empty();
	}

}
