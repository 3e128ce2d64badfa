package vn.wardkpi.account;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where an account gets its reminders.
 *
 * @param email the address, or {@code null} for none
 * @param reminders whether reminders are wanted
 */
public record MailAddress(@Nullable String email, boolean reminders) {

	private static final int LONGEST = 254;

	/** One address of one line; no display name, comment, quoting or address literal. */
	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
			+ "(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

	public static boolean isAddress(String text) {
		return text.length() <= LONGEST && FORM.matcher(text).matches();
	}

	String summary() {
		return ((this.email != null) ? this.email : "–") + (this.reminders ? "" : " (–)");
	}

}
