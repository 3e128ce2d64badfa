package vn.wardkpi.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which names are compared when people search: no tone or letter marks, đ as
 * d, lower case, single blanks. "Hòa" and "Hoà" have the same key.
 */
public final class SearchKey {

	private SearchKey() {
	}

	public static String of(String text) {
		String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
		StringBuilder bare = new StringBuilder(decomposed.length());
		decomposed.codePoints().filter((c) -> !isMark(c)).forEach((c) -> {
			boolean blank = c == ' ' || c == 0xa0 || ('\t' <= c && c <= '\r');
			if (!blank) {
				bare.appendCodePoint((c == 'đ') ? 'd' : (c == 'Đ') ? 'D' : c);
			}
			else if (bare.isEmpty() || bare.charAt(bare.length() - 1) != ' ') {
				bare.append(' ');
			}
		});
		return bare.toString().strip().toLowerCase(Locale.ROOT);
	}

	private static boolean isMark(int c) {
		if (c < 0x300) {
			return false;
		}
		int type = Character.getType(c);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

}
