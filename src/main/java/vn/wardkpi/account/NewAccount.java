package vn.wardkpi.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Role;

/**
 * An account to be created, as somebody typed or sent it: anything may be missing or
 * wrong, {@link Accounts} says what.
 *
 * @param wardCode the ward it belongs to; none for an administrator or viewer of more
 * than one
 * @param leadUnits codes of the lead units an official enters figures for, or "*" alone
 * for all of the ward
 * @param mustChangePassword whether the first sign-in asks for another password
 * @param provinceCode the province of an administrator or viewer of one; neither ward nor
 * province for the whole installation
 */
public record NewAccount(@Nullable String username, @Nullable String password, @Nullable String displayName,
		@Nullable Role role, @Nullable String wardCode, @Nullable List<String> leadUnits, boolean mustChangePassword,
		@Nullable String provinceCode) {

	/** In place of lead units: all that the ward has and will have. */
	public static final String ALL_LEAD_UNITS = "*";

	public NewAccount(@Nullable String username, @Nullable String password, @Nullable String displayName,
			@Nullable Role role, @Nullable String wardCode, @Nullable List<String> leadUnits) {
		this(username, password, displayName, role, wardCode, leadUnits, false, null);
	}

	@Override
	public String toString() {
		return "NewAccount[" + this.username + ", " + this.role + ", " + this.wardCode + "]";
	}

}
