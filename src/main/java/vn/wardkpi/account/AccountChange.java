package vn.wardkpi.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Role;

/**
 * An existing account as it shall be.
 *
 * @param wardCode as in {@link NewAccount}
 * @param leadUnits as in {@link NewAccount}
 * @param enabled whether it may still sign in
 * @param version the version the change was made from
 * @param provinceCode as in {@link NewAccount}
 */
public record AccountChange(@Nullable String displayName, @Nullable Role role, @Nullable String wardCode,
		@Nullable List<String> leadUnits, boolean enabled, int version, @Nullable String provinceCode) {

	/**
	 * Of a ward, or of the whole installation.
	 */
	public AccountChange(@Nullable String displayName, @Nullable Role role, @Nullable String wardCode,
			@Nullable List<String> leadUnits, boolean enabled, int version) {
		this(displayName, role, wardCode, leadUnits, enabled, version, null);
	}

}
