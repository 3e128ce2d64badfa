package vn.wardkpi.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which names are compared when people search: no tone or letter marks, đ as
 * d, lower case, single blanks. "Hòa" and "Hoà" have the same key.
 */
public final class SearchKey {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

	private SearchKey() {
	}

	public static String of(String text) {
		String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
		String bare = MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
		return BLANKS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
	}

}
