package vn.wardkpi.shared;

import java.util.regex.Pattern;

/**
 * A text in a file that a spreadsheet program opens. One that it would take for a formula
 * gets an apostrophe before it, which the program reads as "this is a text"; a text that
 * already looks so gets another, so that the way back is unambiguous.
 */
public final class SpreadsheetText {

	private static final String FORMULA_STARTS = "=+-@\t\r\n|";

	private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,]*%?");

	private static final Pattern INNER_FORMULA = Pattern.compile("(?<=[;\\t\\r\\n])(?=\"*[=+\\-@|])");

	private SpreadsheetText() {
	}

	/**
	 * Whether a spreadsheet program would compute it.
	 */
	public static boolean isFormula(String text) {
		return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
	}

	/**
	 * Whether it is a figure that may stay as it is where programs read the file:
	 * "-2,5%".
	 */
	public static boolean isNumber(String text) {
		return NUMBER.matcher(text).matches();
	}

	public static String harmless(String text) {
		return isFormula(withoutApostrophes(text)) ? "'" + text : text;
	}

	/**
	 * Also for readers that split at semicolons, tabs or lines whatever the quotes say:
	 * what follows one begins a cell of theirs.
	 */
	public static String harmlessWhereverSplit(String text) {
		return INNER_FORMULA.matcher(harmless(text)).replaceAll("'");
	}

	/**
	 * The text as it was before {@link #harmless}.
	 */
	public static String original(String text) {
		return (text.startsWith("'") && isFormula(withoutApostrophes(text))) ? text.substring(1) : text;
	}

	private static String withoutApostrophes(String text) {
		int first = 0;
		while (first < text.length() && text.charAt(first) == '\'') {
			first++;
		}
		return text.substring(first);
	}

}
