package vn.wardkpi.planimport.text;

import java.util.HashMap;
import java.util.Map;

/**
 * The font "Symbol", in whose own code offices write ≤ and ≥. What is not known becomes
 * the replacement character, which no number can hold.
 */
public final class SymbolFont {

	/** Office programs store the font's codes here. */
	private static final int PRIVATE_USE = 0xf000;

	private static final char UNKNOWN = '\ufffd';

	private static final Map<Integer, Character> SIGNS = signs();

	private SymbolFont() {
	}

	private static Map<Integer, Character> signs() {
		Map<Integer, Character> signs = new HashMap<>();
		signs.put(0xa3, '≤');
		signs.put(0xb3, '≥');
		signs.put(0xb1, '±');
		signs.put(0xb0, '°');
		signs.put(0xb9, '≠');
		signs.put(0xbb, '≈');
		signs.put(0xb4, '×');
		signs.put(0xb7, '•');
		signs.put(0xa8, '•');
		signs.put(0x2d, '−');
		signs.put(0xbc, '…');
		signs.put(0xa4, '/');
		signs.put(0xae, '→');
		return signs;
	}

	/**
	 * @param symbols whether the text is written in that font; codes in the private use
	 * area are of it wherever they stand
	 */
	public static String toUnicode(String text, boolean symbols) {
		if (!symbols && text.chars().noneMatch(SymbolFont::isPrivate)) {
			return text;
		}
		StringBuilder unicode = new StringBuilder(text.length());
		text.chars().forEach((c) -> unicode.append((symbols || isPrivate(c)) ? sign(c) : (char) c));
		return unicode.toString();
	}

	private static boolean isPrivate(int c) {
		return PRIVATE_USE <= c && c <= PRIVATE_USE + 0xff;
	}

	private static char sign(int c) {
		int code = isPrivate(c) ? c - PRIVATE_USE : c;
		Character sign = SIGNS.get(code);
		if (sign != null) {
			return sign;
		}
		boolean ascii = 0x20 <= code && code < 0x7f && !Character.isLetter(code);
		return (ascii || code >= 0x2000) ? (char) code : UNKNOWN;
	}

}
