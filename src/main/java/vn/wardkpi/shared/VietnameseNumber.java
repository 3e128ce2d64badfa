package vn.wardkpi.shared;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Numbers as Vietnamese offices write them: a dot groups thousands, a comma is the
 * decimal mark.
 */
public final class VietnameseNumber {

	/**
	 * The longest text that is read as a number. Longer ones are a slip of the hand.
	 */
	public static final int MAX_LENGTH = 40;

	/**
	 * Digits before the decimal mark that a figure may have: a thousand times the
	 * country's yearly output in đồng.
	 */
	public static final int MAX_INTEGER_DIGITS = 18;

	/** Plain or grouped by dots or blanks, decimals after a comma. */
	private static final Pattern NUMBER = Pattern
		.compile("([-+]?)(\\d+|[1-9]\\d{0,2}(?:\\.\\d{3})+|[1-9]\\d{0,2}(?: \\d{3})+)(?:,(\\d+))?");

	private static final Pattern DOT_AS_DECIMAL_MARK = Pattern.compile("([-+]?)(\\d*)\\.(\\d+)");

	private static final Pattern COMMAS_AS_GROUPS = Pattern
		.compile("([-+]?)(\\d{1,3}(?:,\\d{3})+\\.\\d+|\\d{1,3}(?:,\\d{3}){2,})");

	private static final Pattern MISPLACED_DOTS = Pattern.compile("([-+]?)(\\d+(?:\\.\\d+)+)(?:,(\\d+))?");

	private static final Pattern DASHES = Pattern.compile("-*");

	private VietnameseNumber() {
	}

	/**
	 * Reads a number typed by a person. A dot before exactly three digits groups
	 * thousands; any other dot is ambiguous and never guessed. A percent sign may stand
	 * at the end.
	 */
	public static Reading read(String text) {
		String plain = plain(text);
		if (DASHES.matcher(plain).matches()) {
			return new Reading.Blank();
		}
		if (plain.length() > MAX_LENGTH) {
			return new Reading.Invalid(text);
		}
		boolean percent = plain.endsWith("%");
		String number = percent ? plain.substring(0, plain.length() - 1).strip() : plain;
		Matcher matcher = NUMBER.matcher(number);
		if (matcher.matches()) {
			BigDecimal value = value(matcher.group(1), matcher.group(2), matcher.group(3));
			return isTooLong(value) ? new Reading.Invalid(text) : new Reading.Parsed(value, percent);
		}
		BigDecimal probable = probablyMeant(number);
		if (probable == null || isTooLong(probable)) {
			return new Reading.Invalid(text);
		}
		return new Reading.Ambiguous(text, write(probable) + (percent ? "%" : ""));
	}

	private static boolean isTooLong(BigDecimal value) {
		return value.precision() - value.scale() > MAX_INTEGER_DIGITS;
	}

	private static @Nullable BigDecimal probablyMeant(String number) {
		Matcher decimal = DOT_AS_DECIMAL_MARK.matcher(number);
		if (decimal.matches()) {
			return value(decimal.group(1), "0" + decimal.group(2), decimal.group(3));
		}
		Matcher english = COMMAS_AS_GROUPS.matcher(number);
		if (english.matches()) {
			return signed(english.group(1), new BigDecimal(english.group(2).replace(",", "")));
		}
		Matcher misplaced = MISPLACED_DOTS.matcher(number);
		if (misplaced.matches()) {
			return value(misplaced.group(1), misplaced.group(2), misplaced.group(3));
		}
		return null;
	}

	private static BigDecimal value(String sign, String grouped, @Nullable String decimals) {
		String digits = grouped.replace(".", "").replace(" ", "");
		return signed(sign, new BigDecimal((decimals != null) ? digits + "." + decimals : digits));
	}

	private static BigDecimal signed(String sign, BigDecimal value) {
		return "-".equals(sign) ? value.negate() : value;
	}

	/**
	 * Files and keyboards bring no-break blanks, full-width characters, and dashes or the
	 * mathematical minus for a hyphen.
	 */
	private static String plain(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		text.codePoints().map(VietnameseNumber::plain).forEach(plain::appendCodePoint);
		return plain.toString().strip();
	}

	private static int plain(int character) {
		if (character >= 0xff01 && character <= 0xff5e) {
			return character - 0xff00 + 0x20;
		}
		if (Character.isSpaceChar(character) || Character.isWhitespace(character)) {
			return ' ';
		}
		return (character == 0x2212 || Character.getType(character) == Character.DASH_PUNCTUATION) ? '-' : character;
	}

	/**
	 * Writes with all the decimals the value has: 9923.5 as "9.923,5".
	 */
	public static String write(BigDecimal value) {
		String plain = value.abs().toPlainString();
		int mark = plain.indexOf('.');
		String integer = (mark < 0) ? plain : plain.substring(0, mark);
		StringBuilder written = new StringBuilder((value.signum() < 0) ? "-" : "");
		for (int i = 0; i < integer.length(); i++) {
			if (i > 0 && (integer.length() - i) % 3 == 0) {
				written.append('.');
			}
			written.append(integer.charAt(i));
		}
		if (mark >= 0) {
			written.append(',').append(plain, mark + 1, plain.length());
		}
		return written.toString();
	}

	/**
	 * Writes with at least this many decimals; more where the value has more, so that
	 * nothing is rounded away on a page.
	 */
	public static String write(BigDecimal value, int decimals) {
		return write((value.scale() < decimals) ? value.setScale(decimals) : value);
	}

	/**
	 * Writes without zeros at the end of its decimals: 12.50 as "12,5", 3.0 as "3".
	 */
	public static String writeShort(BigDecimal value) {
		BigDecimal plain = value.stripTrailingZeros();
		return write((plain.scale() < 0) ? plain.setScale(0) : plain);
	}

	/**
	 * Writes with its sign, "+0,4" or "−0,7"; zero has none.
	 * @param number the number as written without a sign
	 */
	public static String signed(int sign, String number) {
		return ((sign > 0) ? "+" : ((sign < 0) ? "−" : "")) + number;
	}

	/**
	 * What came of reading a text.
	 */
	public sealed interface Reading {

		/**
		 * @param value the number; its scale is the number of decimals written
		 * @param percent whether a percent sign was written
		 */
		record Parsed(BigDecimal value, boolean percent) implements Reading {
		}

		/** Nothing was written: blank or a dash. */
		record Blank() implements Reading {
		}

		/**
		 * A dot that groups nothing.
		 *
		 * @param text as typed
		 * @param suggestion what was probably meant, written unambiguously ("86,6")
		 */
		record Ambiguous(String text, String suggestion) implements Reading {
		}

		/** Not a number. */
		record Invalid(String text) implements Reading {
		}

	}

}
