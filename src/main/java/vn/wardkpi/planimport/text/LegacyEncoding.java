package vn.wardkpi.planimport.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Vietnamese encodings of before Unicode, whose bytes come through as Western letters and
 * signs: "hé nghÌo" (TCVN3, fonts .Vn*) or "hoä ngheøo" (VNI) for "hộ nghèo".
 */
public enum LegacyEncoding {

	NONE, TCVN3, VNI;

	/** "ư" in TCVN3; alone it is what it is in Unicode. */
	private static final char SOFT_HYPHEN = 0xad;

	private static final Map<Character, Character> TCVN3_LETTERS = tcvn3();

	private static final Map<String, Character> VNI_LETTERS = vni();

	private static Map<Character, Character> tcvn3() {
		String codes = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§";
		String letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ";
		Map<Character, Character> table = new HashMap<>();
		for (int i = 0; i < codes.length(); i++) {
			table.put(codes.charAt(i), letters.charAt(i));
		}
		return table;
	}

	private static Map<String, Character> vni() {
		Map<String, Character> table = new HashMap<>();
		String tones = "ùøûõï";
		pairs(table, "a", tones, "áàảãạ");
		pairs(table, "a", "âáàåãä", "âấầẩẫậ");
		pairs(table, "a", "êéèúüë", "ăắằẳẵặ");
		pairs(table, "e", tones, "éèẻẽẹ");
		pairs(table, "e", "âáàåãä", "êếềểễệ");
		pairs(table, "o", tones, "óòỏõọ");
		pairs(table, "o", "âáàåãä", "ôốồổỗộ");
		pairs(table, "u", tones, "úùủũụ");
		pairs(table, "y", "ùøûõ", "ýỳỷỹ");
		pairs(table, "ô", tones, "ớờởỡợ");
		pairs(table, "ö", tones, "ứừửữự");
		pairs(table, "", "ôöæóòîñ", "ơưỉĩịỵđ");
		return table;
	}

	private static void pairs(Map<String, Character> table, String base, String marks, String letters) {
		for (int i = 0; i < marks.length(); i++) {
			String pair = base + marks.charAt(i);
			char letter = letters.charAt(i);
			table.put(pair, letter);
			table.put(pair.toUpperCase(java.util.Locale.ROOT), Character.toUpperCase(letter));
			if (!base.isEmpty()) {
				table.put(base.toUpperCase(java.util.Locale.ROOT) + marks.charAt(i), Character.toUpperCase(letter));
				table.putIfAbsent(base + Character.toUpperCase(marks.charAt(i)), letter);
			}
		}
	}

	/** The same text in Unicode. */
	public String decode(String text) {
		return switch (this) {
			case NONE -> text;
			case TCVN3 -> {
				StringBuilder decoded = new StringBuilder(text.length());
				text.chars().forEach((c) -> decoded.append(TCVN3_LETTERS.getOrDefault((char) c, (char) c)));
				yield decoded.toString();
			}
			case VNI -> decodedVni(text);
		};
	}

	private static String decodedVni(String text) {
		StringBuilder decoded = new StringBuilder(text.length());
		for (int i = 0; i < text.length();) {
			Character pair = (i + 1 < text.length()) ? VNI_LETTERS.get(text.substring(i, i + 2)) : null;
			Character single = VNI_LETTERS.get(text.substring(i, i + 1));
			decoded.append((pair != null) ? pair : (single != null) ? single : text.charAt(i));
			i += (pair != null) ? 2 : 1;
		}
		return decoded.toString();
	}

	/**
	 * The encoding in which a text reads best as Vietnamese; NONE for Unicode and for
	 * what is too short to tell.
	 */
	public static LegacyEncoding of(String text) {
		if (text.chars().noneMatch((c) -> isWestern(c) && c != SOFT_HYPHEN)) {
			return NONE;
		}
		LegacyEncoding best = NONE;
		int[] most = VietnameseWords.count(text);
		int marked = most[1];
		if (marked < 2 || most[0] * 10 >= marked * 7) {
			return NONE;
		}
		for (LegacyEncoding encoding : new LegacyEncoding[] { TCVN3, VNI }) {
			int[] count = VietnameseWords.count(encoding.decode(text));
			if (share(count) > share(most) + 0.2) {
				best = encoding;
				most = count;
			}
		}
		return (share(most) > 0.6) ? best : NONE;
	}

	/** Whether a letter or sign can be of such an encoding. */
	public static boolean isWestern(int c) {
		return 0xa1 <= c && c <= 0xff && c != 0xb0 && c != 0xb2 && c != 0xb3 && c != 0xb1;
	}

	private static double share(int[] count) {
		return (count[1] == 0) ? 0 : (double) count[0] / count[1];
	}

}
