package vn.wardkpi.planimport.annex;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.wardkpi.shared.SearchKey;

/**
 * What stands before a row: a number, a letter, a dash, a section's Roman numeral.
 *
 * @param text as printed
 * @param number the number in the form "2.1"; of a letter or a Roman numeral its place in
 * order; empty for other kinds
 */
record Marker(Kind kind, String text, String number) {

	static final Marker NONE = new Marker(Kind.BLANK, "", "");

	private static final Pattern NUMBER = Pattern.compile("\\(?(\\d{1,3}(?:[.,]\\d{1,3}){0,3})(?: ?[.,/):-]+)?");

	/** "I.2": a number with its section's numeral before it. */
	private static final Pattern OF_SECTION = Pattern.compile("([IVX]+|[A-H])[.-] ?(\\d.*)");

	/** "CT01", "Chỉ tiêu 1": a number with the word for what it numbers. */
	private static final Pattern OF_INDICATOR = Pattern.compile("(?:CT|Chỉ tiêu(?: số)?)[ .:-]*(\\d.*)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	/** "1a" is the first part of 1. */
	private static final Pattern LETTERED = Pattern.compile("\\(?(\\d{1,3}(?:\\.\\d{1,3})?)[.-]?([a-zđ])[.)]*");

	private static final Pattern BULLET = Pattern.compile("[-–—−+•*·°o▪●■○◦➢✓►]");

	private static final Pattern LETTER = Pattern.compile("\\(?([a-zđ])[.)/]*");

	private static final Pattern ROMAN = Pattern.compile("\\(?([IVX]+|[A-H])[.)/:-]*");

	private static final Pattern SECTION = Pattern.compile("([IVX]+|[A-H])(?:[.)/:]|\\s*[-–])?\\s+(\\S.*)");

	private static final Pattern NUMBERED_NAME = Pattern
		.compile("(\\(?\\d{1,3}(?:\\.\\d{1,3}){0,3}[.)/:]|\\d{1,3}(?:\\.\\d{1,3}){1,3})\\s+(\\S.*)");

	private static final Pattern BULLETED_NAME = Pattern.compile("([-–—−+•*●▪])\\s*(\\D.*)");

	private static final Pattern LETTERED_NAME = Pattern.compile("(\\(?[a-zđ][.)])\\s+(\\S.*)");

	private static final Pattern ROMAN_NAME = Pattern.compile("(\\(?(?:[IVX]+|[A-H])[.)/])\\s+(\\S.*)");

	private static final Pattern OF_WHICH = Pattern.compile(
			"(?:trong đó|trong đo|tr\\.? ?đó|t\\.? ?đó|tđ(?=\\s*:)|bao gồm|gồm có|gồm|chia ra)\\s*[:,;-]?\\s*(.*)",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern WITHIN = Pattern.compile("(?:trong|tr\\.?|t\\.?) ?do\\b|td ?:");

	private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?\\d{1,2}\\)?|\\(?[A-Za-z]\\)?");

	private static final List<Pattern> NAMES = List.of(NUMBERED_NAME, BULLETED_NAME, LETTERED_NAME, ROMAN_NAME);

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
		Matcher ofSection = OF_SECTION.matcher(text);
		Matcher ofIndicator = OF_INDICATOR.matcher(text);
		Matcher number = NUMBER
			.matcher(ofSection.matches() ? ofSection.group(2) : ofIndicator.matches() ? ofIndicator.group(1) : text);
		if (number.matches()) {
			return new Marker(Kind.NUMBER, text, withoutZeros(number.group(1).replace(',', '.')));
		}
		Matcher lettered = LETTERED.matcher(text);
		if (lettered.matches()) {
			return new Marker(Kind.NUMBER, text,
					withoutZeros(lettered.group(1)) + "." + order(lettered.group(2).charAt(0)));
		}
		if (BULLET.matcher(text).matches()) {
			return new Marker(Kind.BULLET, text, "");
		}
		Matcher roman = ROMAN.matcher(text);
		if (roman.matches()) {
			return new Marker(Kind.ROMAN, text, String.valueOf(roman(roman.group(1))));
		}
		Matcher letter = LETTER.matcher(text);
		return letter.matches() ? new Marker(Kind.LETTER, text, String.valueOf(order(letter.group(1).charAt(0))))
				: new Marker(Kind.UNKNOWN, text, "");
	}

	/** "01.02" is 1.2; "1.10" stays. */
	private static String withoutZeros(String number) {
		return Arrays.stream(number.split("\\."))
			.map((part) -> String.valueOf(Integer.parseInt(part)))
			.collect(Collectors.joining("."));
	}

	/** "đ" stands between "d" and "e" in lists. */
	private static int order(char letter) {
		return "abcdđeghiklmnopqrstuvxy".indexOf(letter) + 1;
	}

	private static int roman(String numeral) {
		if (numeral.length() == 1 && "ABCDEFGH".contains(numeral)) {
			return numeral.charAt(0) - 'A' + 1;
		}
		int sum = 0;
		for (int i = 0; i < numeral.length(); i++) {
			int value = value(numeral.charAt(i));
			sum += (i + 1 < numeral.length() && value < value(numeral.charAt(i + 1))) ? -value : value;
		}
		return sum;
	}

	private static int value(char c) {
		return (c == 'I') ? 1 : (c == 'V') ? 5 : 10;
	}

	/**
	 * A marker written before the name in one cell, "1. Tốc độ tăng".
	 */
	static Split split(String name) {
		for (Pattern pattern : NAMES) {
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
			return Optional.of(matcher.group(2));
		}
		boolean capitals = text.length() > 3 && text.equals(text.toUpperCase(Locale.ROOT))
				&& text.chars().filter(Character::isLetter).count() > 3 && !Character.isDigit(text.charAt(0));
		return capitals ? Optional.of(text) : Optional.empty();
	}

	/** The mark of a section before its words, "A" of "A. CHỈ TIÊU CHỦ YẾU". */
	static Optional<Marker> ofSection(String text) {
		Matcher matcher = SECTION.matcher(text);
		return matcher.matches() ? Optional.of(of(matcher.group(1))) : Optional.empty();
	}

	/**
	 * The same for a paragraph above a table, where capitals alone may be a title.
	 */
	static Optional<String> sectionOfParagraph(String text) {
		Matcher matcher = SECTION.matcher(text);
		boolean title = SearchKey.of(text).matches(".*(phu luc|bieu|20\\d\\d).*");
		if (title || text.length() >= 80) {
			return Optional.empty();
		}
		String named = split(text).rest();
		return matcher.matches() ? Optional.of(matcher.group(2))
				: RowWords.isField(named) ? Optional.of(named) : Optional.empty();
	}

	/**
	 * What follows "Trong đó", if a text begins so.
	 */
	static Optional<String> ofWhich(String name) {
		String key = SearchKey.of(name);
		Matcher matcher = OF_WHICH.matcher(name);
		boolean within = WITHIN.matcher(key).lookingAt();
		if (!matcher.matches() || !(within || key.endsWith(":") || matcher.group(1).isEmpty())) {
			return Optional.empty();
		}
		return Optional.of(key.endsWith(":") && !within ? "" : matcher.group(1));
	}

	/**
	 * Below the heading the columns are numbered, "1", "(2)" or "B".
	 */
	static boolean isColumnNumber(String name) {
		return COLUMN_NUMBER.matcher(name).matches();
	}

	/** Whether a capital letter stands there, which may be above Roman numerals. */
	boolean isCapital() {
		return this.kind == Kind.ROMAN && this.text.chars().noneMatch((c) -> c == 'I' || c == 'V' || c == 'X');
	}

	boolean isBlank() {
		return this.kind == Kind.BLANK;
	}

	record Split(Marker marker, String rest) {
	}

}
