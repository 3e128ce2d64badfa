package vn.wardkpi.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form in which names are compared when people search: no tone or letter marks, đ as
 * d, lower case, single blanks. "Hòa" and "Hoà" have the same key.
 */
public final class SearchKey {

	/** What is written of Latin letters up to here; 0 for other signs and for marks. */
	private static final char[] BARE = bare();

	private SearchKey() {
	}

	public static String of(String text) {
		StringBuilder bare = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == ' ' || c == 0xa0 || ('\t' <= c && c <= '\r')) {
				blank(bare);
				continue;
			}
			char letter = (c < BARE.length) ? BARE[c] : 0;
			if (letter == 0) {
				return decomposed(text);
			}
			bare.append(letter);
		}
		return finished(bare);
	}

	private static void blank(StringBuilder bare) {
		if (bare.isEmpty() || bare.charAt(bare.length() - 1) != ' ') {
			bare.append(' ');
		}
	}

	private static String finished(StringBuilder bare) {
		return bare.toString().strip().toLowerCase(Locale.ROOT);
	}

	/** Of a text with signs of any kind. */
	private static String decomposed(String text) {
		String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
		StringBuilder bare = new StringBuilder(decomposed.length());
		decomposed.codePoints().filter((c) -> !isMark(c)).forEach((c) -> {
			if (c == ' ' || c == 0xa0 || ('\t' <= c && c <= '\r')) {
				blank(bare);
			}
			else {
				bare.appendCodePoint((c == 'đ') ? 'd' : (c == 'Đ') ? 'D' : c);
			}
		});
		return finished(bare);
	}

	/** Letters one by one: what their decomposition leaves without marks. */
	private static char[] bare() {
		char[] bare = new char[0x1f00];
		for (char c = '!'; c < bare.length; c++) {
			if (c < 0x7f || (0xa1 <= c && c < 0x250) || c >= 0x1e00) {
				String letter = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
				int first = letter.charAt(0);
				boolean single = letter.chars().skip(1).allMatch(SearchKey::isMark);
				bare[c] = !single ? 0 : (c == 'đ') ? 'd' : (c == 'Đ') ? 'D' : (char) first;
			}
		}
		return bare;
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
