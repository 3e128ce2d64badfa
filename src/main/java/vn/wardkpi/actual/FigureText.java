package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.wardkpi.shared.VietnameseNumber;

/**
 * What people write into a cell besides a number: a sum, words around it, a scale they
 * leave out because everybody knows it.
 */
final class FigureText {

	/** "16 tỷ 434": three digits after a scale are thousandths of it. */
	private static final Pattern SCALE_LEFT_OUT = Pattern.compile("(.*\\d\\s*(tỷ|tỉ|triệu|tr)\\s+\\d{3})",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern WORDS_BEFORE = Pattern.compile(
			"(?:khoảng|gần|hơn|trên|dưới|ước tính|ước đạt|ước|đạt|xấp xỉ|tầm|chừng|độ|cỡ|là|[~≈<>≤≥=:])\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern BRACKETS_BEHIND = Pattern.compile("\\s*[(\\[][^)\\]]*[)\\]]$");

	private static final Pattern WORDS_BEHIND = Pattern.compile("\\s*(?:ước tính|ước đạt|ước|khoảng|[.;!?])$",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern NOTHING = Pattern.compile("không|không có|ko|ko có|không phát sinh",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final Pattern TERM = Pattern.compile("\\s*([-+]?)\\s*([^-+]+)");

	private FigureText() {
	}

	/**
	 * The same with the scale that was left out at its end: "16 tỷ 434 triệu".
	 */
	static String completed(String text) {
		Matcher matcher = SCALE_LEFT_OUT.matcher(text);
		if (!matcher.matches()) {
			return text;
		}
		boolean billions = matcher.group(2).equalsIgnoreCase("tỷ") || matcher.group(2).equalsIgnoreCase("tỉ");
		return text + (billions ? " triệu" : " nghìn");
	}

	/**
	 * What is left without the words around it; empty if there were none.
	 */
	static Optional<String> withoutWords(String text) {
		String left = text.strip();
		Matcher before = WORDS_BEFORE.matcher(left);
		while (before.lookingAt()) {
			left = left.substring(before.end());
			before = WORDS_BEFORE.matcher(left);
		}
		String shorter = left;
		do {
			left = shorter;
			shorter = WORDS_BEHIND.matcher(BRACKETS_BEHIND.matcher(left).replaceFirst("")).replaceFirst("");
		}
		while (!shorter.equals(left));
		return (left.isEmpty() || left.equals(text.strip())) ? Optional.empty() : Optional.of(left);
	}

	/** Whether somebody says in words that there is nothing. */
	static boolean saysNothing(String text) {
		return NOTHING.matcher(text.strip()).matches();
	}

	static boolean isSum(String text) {
		return text.startsWith("=");
	}

	/**
	 * Adds up "=7.082,5+2.841-10".
	 * @return empty if any of it is not a number
	 */
	static Optional<BigDecimal> sum(String text) {
		String terms = text.substring(1).replace('−', '-').strip();
		Matcher matcher = TERM.matcher(terms);
		BigDecimal sum = BigDecimal.ZERO;
		int end = 0;
		while (matcher.find() && matcher.start() == end) {
			if (!(VietnameseNumber.read(matcher.group(2).strip()) instanceof VietnameseNumber.Reading.Parsed parsed)
					|| parsed.percent()) {
				return Optional.empty();
			}
			sum = matcher.group(1).equals("-") ? sum.subtract(parsed.value()) : sum.add(parsed.value());
			end = matcher.end();
		}
		return (end == terms.length() && end > 0) ? Optional.of(sum) : Optional.empty();
	}

}
