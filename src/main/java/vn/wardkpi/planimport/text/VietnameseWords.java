package vn.wardkpi.planimport.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether words can be Vietnamese ones, by their spelling alone: how a text in the wrong
 * encoding gives itself away.
 */
public final class VietnameseWords {

	private static final Pattern BETWEEN = Pattern.compile("[\\x00-\\x40\\x5b-\\x60\\x7b-\\x7f\\u00a0–—…“”‘’]+");

	private static final Pattern LETTERS = Pattern.compile("[a-zA-ZđĐÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĨĩŨũƠơƯưẠ-ỹ]+");

	private static final Pattern SYLLABLE = Pattern
		.compile("(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?"
				+ "|e(?:c|ch|m|n|ng|nh|o|p|t|u)?|i(?:a|ch|ec|em|en|eng|ep|et|eu|m|n|nh|p|t|u)?"
				+ "|o(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|e(?:n|o|t|m)?|c|i|m|n|ng|oc|ong|p|t)?"
				+ "|u(?:a(?:n|ng|t|y)?|c|e(?:ch|nh|t|u)?|i|m|n|ng|o(?:c|i|m|n|ng|p|t|u)?|p|t|u"
				+ "|y(?:a|ch|en|et|n|nh|t|u|e)?)?|y(?:em|en|et|eu|t)?)");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

	/** A small letter before an accented capital. */
	private static final Pattern MIXED = Pattern.compile("\\p{Ll}.*[\\p{Lu}&&[^A-Z]].*");

	/** Marks of notes, which are letters in an old encoding. */
	private static final Pattern RAISED = Pattern.compile("[¹²³]+$");

	private VietnameseWords() {
	}

	/**
	 * Counts the words with letters or signs beyond the Latin alphabet.
	 * @return how many of them can be Vietnamese, and how many there are
	 */
	public static int[] count(String text) {
		int good = 0;
		int all = 0;
		Map<String, Integer> times = new HashMap<>();
		BETWEEN.splitAsStream(text).forEach((word) -> times.merge(word, 1, Integer::sum));
		for (Map.Entry<String, Integer> counted : times.entrySet()) {
			String word = counted.getKey();
			String letters = RAISED.matcher(word).replaceAll("");
			if (letters.chars().anyMatch((c) -> c > 0x7f)) {
				all += counted.getValue();
				good += (isVietnamese(letters) || isVietnamese(word)) ? counted.getValue() : 0;
			}
		}
		return new int[] { good, all };
	}

	public static boolean isVietnamese(String word) {
		String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
		if (!LETTERS.matcher(composed).matches() || MIXED.matcher(composed).matches()) {
			return false;
		}
		String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
		String bare = MARKS.matcher(decomposed)
			.replaceAll("")
			.replace('đ', 'd')
			.replace('Đ', 'D')
			.toLowerCase(java.util.Locale.ROOT);
		return TONES.matcher(decomposed).results().count() <= 1 && SYLLABLE.matcher(bare).matches();
	}

}
