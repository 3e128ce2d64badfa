package vn.wardkpi.account.web;

import java.util.Arrays;
import java.util.List;

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
		@Nullable String version, @Nullable String mustChangePassword) {

	static UserForm blank(@Nullable WardCode ward) {
		return new UserForm("", "", "", (ward != null) ? "" : Role.ADMIN.name(), (ward != null) ? ward.value() : "",
				List.of(), "true", "0", null);
	}

	static UserForm of(AccountRow row) {
		return new UserForm(row.username(), "", row.displayName(), row.role().name(),
				(row.ward() != null) ? row.ward().value() : "", row.leadUnits(), row.enabled() ? "true" : null,
				String.valueOf(row.version()), null);
	}

	UserForm inWard(@Nullable WardCode ward) {
		return new UserForm(this.username, "", this.displayName, (ward != null) ? this.role : Role.ADMIN.name(),
				(ward != null) ? ward.value() : "", List.of(), this.enabled, this.version, this.mustChangePassword);
	}

	UserForm withVersion(int current) {
		return new UserForm(this.username, "", this.displayName, this.role, this.wardCode, this.leadUnits, this.enabled,
				String.valueOf(current), this.mustChangePassword);
	}

	NewAccount toNewAccount() {
		return new NewAccount(this.username, this.password, this.displayName, chosenRole(), this.wardCode,
				this.leadUnits, asksForAnotherPassword());
	}

	/** Unless somebody says otherwise. */
	public boolean asksForAnotherPassword() {
		return !"false".equals(this.mustChangePassword);
	}

	AccountChange toChange() {
		return new AccountChange(this.displayName, chosenRole(), this.wardCode, this.leadUnits, isEnabled(),
				wholeVersion());
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

	private @Nullable Role chosenRole() {
		return Arrays.stream(Role.values()).filter((one) -> one.name().equals(this.role)).findFirst().orElse(null);
	}

	@Override
	public String toString() {
		return "UserForm[" + this.username + "]";
	}

}
