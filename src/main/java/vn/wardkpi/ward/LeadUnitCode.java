package vn.wardkpi.ward;

import vn.wardkpi.shared.SearchKey;

/**
 * How lead units are addressed: their name without marks, "phong-van-hoa-xa-hoi".
 */
public final class LeadUnitCode {

	private LeadUnitCode() {
	}

	/**
	 * @throws IllegalArgumentException if the name has neither letter nor digit
	 */
	public static String of(String name) {
		String code = joined(SearchKey.of(name));
		if (code.isEmpty()) {
			throw new IllegalArgumentException("A lead unit's name needs a letter or a digit: " + name);
		}
		return code;
	}

	/** Letters and digits, with one dash for whatever stands between them. */
	private static String joined(String key) {
		StringBuilder code = new StringBuilder(key.length());
		boolean between = false;
		for (int i = 0; i < key.length(); i++) {
			char c = key.charAt(i);
			if (('a' <= c && c <= 'z') || ('0' <= c && c <= '9')) {
				code.append((between && !code.isEmpty()) ? "-" : "").append(c);
				between = false;
			}
			else {
				between = true;
			}
		}
		return code.toString();
	}

}
