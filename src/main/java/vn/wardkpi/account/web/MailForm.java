package vn.wardkpi.account.web;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.account.MailAddress;

/**
 * An address as typed. A checkbox that is not ticked sends nothing.
 */
record MailForm(@Nullable String email, @Nullable String reminders) {

	static MailForm of(MailAddress address) {
		return new MailForm((address.email() != null) ? address.email() : "", address.reminders() ? "true" : null);
	}

	public boolean isWanted() {
		return "true".equals(this.reminders);
	}

}
