package vn.wardkpi.account.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import vn.wardkpi.account.AccountChange;
import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * An account as typed, right or wrong. The password is never shown again.
 */
record UserForm(@Nullable String username, @Nullable String password, @Nullable String displayName,
		@Nullable String role, @Nullable String wardCode, @Nullable List<String> leadUnits, @Nullable String enabled,
		@Nullable String version, @Nullable String mustChangePassword, @Nullable String provinceCode) {

	static UserForm blank() {
		return new UserForm("", "", "", "", "", List.of(), "true", "0", null, "");
	}

	static UserForm of(AccountRow row) {
		return new UserForm(row.username(), "", row.displayName(), row.role().name(),
				(row.ward() != null) ? row.ward().value() : "", row.leadUnits(), row.enabled() ? "true" : null,
				String.valueOf(row.version()), null, (row.province() != null) ? row.province() : "");
	}

	/**
	 * Somewhere else, where another role may have to be chosen.
	 */
	UserForm in(@Nullable String ward, @Nullable String province) {
		return new UserForm(this.username, "", this.displayName, this.role, (ward != null) ? ward : "", List.of(),
				this.enabled, this.version, this.mustChangePassword, (province != null) ? province : "");
	}

	UserForm withVersion(int current) {
		return new UserForm(this.username, "", this.displayName, this.role, this.wardCode, this.leadUnits, this.enabled,
				String.valueOf(current), this.mustChangePassword, this.provinceCode);
	}

	NewAccount toNewAccount() {
		return new NewAccount(this.username, this.password, this.displayName, chosenRole(), this.wardCode,
				this.leadUnits, asksForAnotherPassword(), this.provinceCode);
	}

	/** Unless somebody says otherwise. */
	public boolean asksForAnotherPassword() {
		return !"false".equals(this.mustChangePassword);
	}

	AccountChange toChange() {
		return new AccountChange(this.displayName, chosenRole(), this.wardCode, this.leadUnits, isEnabled(),
				wholeVersion(), this.provinceCode);
	}

	public boolean hasLeadUnit(String code) {
		return this.leadUnits != null && this.leadUnits.contains(code);
	}

	/**
	 * A checkbox that is not ticked sends nothing.
	 */
	public boolean isEnabled() {
		return "true".equals(this.enabled);
	}

	private int wholeVersion() {
		return (this.version != null && this.version.matches("\\d{1,9}")) ? Integer.parseInt(this.version) : -1;
	}

	@Nullable WardCode ward() {
		return (StringUtils.hasText(this.wardCode) && WardCode.isValid(this.wardCode.strip()))
				? new WardCode(this.wardCode.strip()) : null;
	}

	Optional<String> province() {
		return Optional.ofNullable(this.provinceCode).map(String::strip).filter((code) -> !code.isEmpty());
	}

	private @Nullable Role chosenRole() {
		return Arrays.stream(Role.values()).filter((one) -> one.name().equals(this.role)).findFirst().orElse(null);
	}

	@Override
	public String toString() {
		return "UserForm[" + this.username + "]";
	}

}
