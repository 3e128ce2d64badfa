package vn.wardkpi.planimport.source;

import java.util.function.IntPredicate;

/**
 * Vietnamese encodings of before Unicode, whose bytes come through as Western letters and
 * signs: "hé nghÌo" (TCVN3, fonts .Vn*) or "hoä ngheøo" (VNI) for "hộ nghèo". Converting
 * them is left to the office's own tool, which knows the font of every run.
 */
enum LegacyEncoding {

	NONE, TCVN3, VNI;

	/** Signs that stand for ă â đ ê ô ơ ư and their tones in TCVN3, rare in any text. */
	private static final String TCVN3_SIGNS = "\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00b5\u00b6\u00b7\u00b8\u00b9\u00bb\u00bc\u00bd\u00be\u00c6";

	private static final String VIETNAMESE = "\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0";

	static LegacyEncoding of(String text) {
		long letters = count(text, Character::isLetter);
		long vietnamese = count(text, (c) -> (0x1ea0 <= c && c <= 0x1ef9) || VIETNAMESE.indexOf(c) >= 0);
		long western = count(text, (c) -> 0xa8 <= c && c <= 0xff && c != 0xb0 && c != 0xb2 && c != 0xb3);
		if (western < 3 || western * 20 < letters || vietnamese * 4 > western) {
			return NONE;
		}
		return (count(text, (c) -> TCVN3_SIGNS.indexOf(c) >= 0) * 10 >= western) ? TCVN3 : VNI;
	}

	private static long count(String text, IntPredicate which) {
		return text.chars().filter(which).count();
	}

}
