package vn.wardkpi.account;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How usernames are written: small letters, digits and the signs between them, 2 to 63.
 */
public final class Username {

	private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{1,62}");

	private Username() {
	}

	/**
	 * Usernames are the same whatever the case they are typed in.
	 */
	public static String normalized(String typed) {
		return typed.strip().toLowerCase(Locale.ROOT);
	}

	public static boolean isValid(String normalized) {
		return FORM.matcher(normalized).matches();
	}

}
