package vn.wardkpi.planimport.annex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.wardkpi.shared.SearchKey;

/**
 * What stands before a row: a number, a letter, a dash, a section's Roman numeral.
 *
 * @param text as printed
 * @param number the number in the form "2.1"; empty for other kinds
 */
record Marker(Kind kind, String text, String number) {

	static final Marker NONE = new Marker(Kind.BLANK, "", "");

	private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,3})((?:[.,]\\d{1,3}){0,2})[.,/)]?");

	private static final Pattern BULLET = Pattern.compile("[-–—−+•*·°o▪]");

	private static final Pattern LETTER = Pattern.compile("[a-zđ][.)/]?");

	private static final Pattern ROMAN = Pattern.compile("(?:[IVX]+|[A-H])[.)/]?");

	private static final Pattern SECTION = Pattern.compile("(?:(?:[IVX]+|[A-H])(?:[.)/:]|\\s*-)?\\s+)(\\S.*)");

	private static final Pattern NUMBERED_NAME = Pattern
		.compile("(\\d{1,3}(?:\\.\\d{1,3}){0,2}[.)/]|\\d{1,3}(?:\\.\\d{1,3}){1,2})\\s+(\\S.*)");

	private static final Pattern BULLETED_NAME = Pattern.compile("([-–—−+•*])\\s*(\\S.*)");

	private static final Pattern LETTERED_NAME = Pattern.compile("([a-zđ][.)])\\s+(\\S.*)");

	private static final Pattern OF_WHICH = Pattern.compile("(?i)trong đó\\s*:?\\s*(.*)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?\\d{1,2}\\)?|\\(?[A-Za-z]\\)?");

	/**
	 * What stands there.
	 */
	enum Kind {

		BLANK, NUMBER, BULLET, LETTER, ROMAN, UNKNOWN

	}

	static Marker of(String text) {
		if (text.isEmpty()) {
			return NONE;
		}
		Matcher number = NUMBER.matcher(text);
		if (number.matches()) {
			return new Marker(Kind.NUMBER, text, number.group(1) + number.group(2).replace(',', '.'));
		}
		if (BULLET.matcher(text).matches()) {
			return new Marker(Kind.BULLET, text, "");
		}
		if (ROMAN.matcher(text).matches()) {
			return new Marker(Kind.ROMAN, text, "");
		}
		return new Marker(LETTER.matcher(text).matches() ? Kind.LETTER : Kind.UNKNOWN, text, "");
	}

	/**
	 * A marker written before the name in one cell, "1. Tốc độ tăng".
	 */
	static Split split(String name) {
		for (Pattern pattern : new Pattern[] { NUMBERED_NAME, BULLETED_NAME, LETTERED_NAME }) {
			Matcher matcher = pattern.matcher(name);
			if (matcher.matches()) {
				return new Split(of(matcher.group(1)), matcher.group(2));
			}
		}
		return new Split(NONE, name);
	}

	/**
	 * The name of a section, where a text is one: "I. KINH TẾ", "A - Xã hội", or all in
	 * capitals.
	 */
	static Optional<String> section(String text) {
		Matcher matcher = SECTION.matcher(text);
		if (matcher.matches()) {
			return Optional.of(matcher.group(1));
		}
		boolean capitals = text.length() > 3 && text.equals(text.toUpperCase(java.util.Locale.ROOT))
				&& text.chars().filter(Character::isLetter).count() > 3 && !Character.isDigit(text.charAt(0));
		return capitals ? Optional.of(text) : Optional.empty();
	}

	/**
	 * What follows "Trong đó", if a text begins so.
	 */
	static Optional<String> ofWhich(String name) {
		if (!SearchKey.of(name).startsWith("trong do")) {
			return Optional.empty();
		}
		Matcher matcher = OF_WHICH.matcher(name);
		return Optional.of(matcher.matches() ? matcher.group(1) : "");
	}

	/**
	 * Below the heading the columns are numbered, "1", "(2)" or "B".
	 */
	static boolean isColumnNumber(String name) {
		return COLUMN_NUMBER.matcher(name).matches();
	}

	boolean isBlank() {
		return this.kind == Kind.BLANK;
	}

	boolean isNumberOrBullet() {
		return this.kind == Kind.NUMBER || this.kind == Kind.BULLET;
	}

	record Split(Marker marker, String rest) {
	}

}
