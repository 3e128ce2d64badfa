package vn.wardkpi.planimport.mutation;

import java.util.HashMap;
import java.util.Map;

import vn.wardkpi.planimport.text.LegacyEncoding;

/**
 * Writes Vietnamese in the encodings of before Unicode.
 */
final class OldLetters {

	private static final Map<String, String> TCVN3 = new HashMap<>();

	private static final Map<String, String> VNI = new HashMap<>();

	static {
		for (char code = 0xa1; code <= 0xff; code++) {
			add(TCVN3, LegacyEncoding.TCVN3, String.valueOf(code));
		}
		for (char mark = 0xc0; mark <= 0xff; mark++) {
			add(VNI, LegacyEncoding.VNI, String.valueOf(mark));
			for (char base : "aeouyôöAEOUYÔÖ".toCharArray()) {
				add(VNI, LegacyEncoding.VNI, base + String.valueOf(mark));
			}
		}
	}

	private OldLetters() {
	}

	private static void add(Map<String, String> table, LegacyEncoding encoding, String code) {
		String letter = encoding.decode(code);
		if (letter.length() == 1 && !letter.equals(code)) {
			table.putIfAbsent(letter, code);
		}
	}

	/** Capitals with tones have no codes of their own: their fonts show small letters. */
	static String tcvn3(String text) {
		StringBuilder old = new StringBuilder();
		text.chars().mapToObj(Character::toString).forEach((letter) -> {
			String code = TCVN3.get(letter);
			old.append((code != null) ? code : TCVN3.getOrDefault(letter.toLowerCase(java.util.Locale.ROOT), letter));
		});
		return old.toString();
	}

	static String vni(String text) {
		StringBuilder old = new StringBuilder();
		text.chars().mapToObj(Character::toString).forEach((letter) -> old.append(VNI.getOrDefault(letter, letter)));
		return old.toString();
	}

}
