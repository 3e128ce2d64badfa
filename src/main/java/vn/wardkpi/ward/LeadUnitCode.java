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
		String code = SearchKey.of(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		if (code.isEmpty()) {
			throw new IllegalArgumentException("A lead unit's name needs a letter or a digit: " + name);
		}
		return code;
	}

}
