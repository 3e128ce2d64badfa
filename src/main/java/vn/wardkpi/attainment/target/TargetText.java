package vn.wardkpi.attainment.target;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A target's text made ready for reading; the published text itself is kept elsewhere.
 */
final class TargetText {

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");

	private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");

	/**
	 * "theo chuẩn nghèo 2022 - 2025", "năm 2026": years of a name, no numbers to reach.
	 */
	private static final Pattern YEARS = TargetGrammar
		.pattern("(?<=\\p{L} )(?<!\\b(?:từ|đạt|khoảng|trên|dưới|thiểu|đa|quá) )(?:19|20)\\d\\d ?- ?(?:19|20)\\d\\d\\b"
				+ "|\\bnăm (?:19|20)\\d\\d\\b");

	private TargetText() {
	}

	/**
	 * One kind of blank and one kind of dash, composed letters, full-width signs narrow.
	 */
	static String plain(String text) {
		if (isPlainNumber(text)) {
			return text;
		}
		String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace('％', '%');
		return BLANKS.matcher(DASHES.matcher(composed).replaceAll("-")).replaceAll(" ").strip();
	}

	/** A number, or one with its percent sign: most cells hold no more. */
	private static boolean isPlainNumber(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!(('0' <= c && c <= '9') || c == ',' || c == '.' || c == '%')) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Without what stands in brackets and without years that belong to a name.
	 */
	static String withoutRemarks(String plain) {
		if (isPlainNumber(plain)) {
			return plain;
		}
		String bare = YEARS.matcher(BRACKETS.matcher(plain).replaceAll(" ")).replaceAll(" ");
		return BLANKS.matcher(bare).replaceAll(" ").strip();
	}

}
