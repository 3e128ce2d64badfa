package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

	/** "8.265" for a share means 8,265 more often than eight thousand. */
	private static final Pattern DOTTED_SHARE = Pattern.compile("([-+−]?\\d{1,3})\\.(\\d{3}\\s*%?)");

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
		BigDecimal sum = BigDecimal.ZERO;
		List<Term> terms = terms(text);
		for (Term term : terms) {
			if (!(VietnameseNumber.read(term.number()) instanceof VietnameseNumber.Reading.Parsed parsed)
					|| parsed.percent()) {
				return Optional.empty();
			}
			sum = term.sign().equals("-") ? sum.subtract(parsed.value()) : sum.add(parsed.value());
		}
		return terms.isEmpty() ? Optional.empty() : Optional.of(sum);
	}

	/**
	 * "=7082.5+2841" as it was probably meant, "=7082,5+2841".
	 * @param share whether it is of a share, where a dot before three digits is more
	 * often a decimal mark than not
	 * @return empty if every term can be read in one way only, or one of them in none
	 */
	static Optional<String> sumMeant(String text, boolean share) {
		StringBuilder meant = new StringBuilder("=");
		boolean asked = false;
		for (Term term : terms(text)) {
			Optional<String> other = share ? dotMeant(term.number()) : Optional.empty();
			VietnameseNumber.Reading reading = VietnameseNumber.read(term.number());
			if (reading instanceof VietnameseNumber.Reading.Ambiguous ambiguous) {
				other = Optional.of(ambiguous.suggestion());
			}
			asked |= other.isPresent();
			meant.append(term.sign()).append(other.orElse(term.number()));
		}
		String sum = meant.toString();
		return (asked && sum(sum).isPresent()) ? Optional.of(sum) : Optional.empty();
	}

	/** "8.265" of a share as it was probably meant, "8,265". */
	static Optional<String> dotMeant(String text) {
		Matcher dotted = DOTTED_SHARE.matcher(text);
		return dotted.matches() ? Optional.of(dotted.group(1) + "," + dotted.group(2)) : Optional.empty();
	}

	/** Empty if it is no row of terms. */
	private static List<Term> terms(String text) {
		String row = text.substring(1).replace('−', '-').strip();
		Matcher matcher = TERM.matcher(row);
		List<Term> terms = new ArrayList<>();
		int end = 0;
		while (matcher.find() && matcher.start() == end) {
			terms.add(new Term(matcher.group(1), matcher.group(2).strip()));
			end = matcher.end();
		}
		return (end == row.length()) ? terms : List.of();
	}

	/**
	 * A number of a sum with the sign before it, which the first one may lack.
	 */
	private record Term(String sign, String number) {
	}

}
