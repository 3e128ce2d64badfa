package vn.wardkpi.shared;

import java.util.regex.Pattern;

/**
 * The official code of a commune-level unit, text with leading zeros: five digits for a
 * phường, xã or đặc khu, three for an abolished quận or huyện. Invented units carry codes
 * from 99000 on, which the official list does not use.
 *
 * @param value three or five digits
 */
public record WardCode(String value) implements Comparable<WardCode> {

	private static final Pattern FORM = Pattern.compile("\\d{3}|\\d{5}");

	/**
	 * @throws IllegalArgumentException if the text is not three or five digits
	 */
	public WardCode {
		if (!isValid(value)) {
			throw new IllegalArgumentException("Not a ward code: " + value);
		}
	}

	public static boolean isValid(String value) {
		return FORM.matcher(value).matches();
	}

	@Override
	public int compareTo(WardCode other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
