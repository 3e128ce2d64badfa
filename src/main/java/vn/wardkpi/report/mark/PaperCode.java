package vn.wardkpi.report.mark;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that nobody guesses and anybody can type: twelve digits and letters (60 random
 * bits) of an alphabet without those that are taken for others.
 */
public final class PaperCode {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 12;

	private static final int GROUP = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	private PaperCode() {
	}

	/** As it is stored: without hyphens. */
	public static String next() {
		StringBuilder code = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return code.toString();
	}

	/**
	 * As it is printed: "7KQM-40ZT-9XWB".
	 */
	public static String printed(String code) {
		return String.join("-", code.split("(?<=\\G.{" + GROUP + "})"));
	}

	/**
	 * Reads what somebody typed: in small letters, with or without hyphens, O for 0 and I
	 * or L for 1.
	 * @return as it is stored; nothing if it cannot be a code
	 */
	public static Optional<String> read(String typed) {
		String code = typed.replaceAll("[\\s.–-]", "")
			.toUpperCase(Locale.ROOT)
			.replace('O', '0')
			.replace('I', '1')
			.replace('L', '1');
		boolean known = code.length() == LENGTH && code.chars().allMatch((one) -> ALPHABET.indexOf(one) >= 0);
		return known ? Optional.of(code) : Optional.empty();
	}

}
