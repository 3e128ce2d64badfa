package vn.wardkpi.account.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;

@RestController
@RequestMapping("/api/v1/users")
class UserResource {

	private final Accounts accounts;

	UserResource(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * Creates an account. {@code leadUnits} are codes, or "*" for all of the ward; with
	 * {@code mustChangePassword} the first sign-in asks for another password.
	 */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	UserView create(@RequestBody NewUser body, Actor actor) {
		return UserView.of(this.accounts.create(body.toNewAccount(), actor));
	}

	record NewUser(@Nullable String username, @Nullable String password, @Nullable String displayName,
			@Nullable Role role, @Nullable String wardCode, @Nullable List<@Nullable String> leadUnits,
			@Nullable Boolean mustChangePassword, @Nullable String provinceCode) {

		NewAccount toNewAccount() {
			List<String> units = (this.leadUnits != null) ? this.leadUnits.stream().map(String::valueOf).toList()
					: null;
			return new NewAccount(this.username, this.password, this.displayName, this.role, this.wardCode, units,
					Boolean.TRUE.equals(this.mustChangePassword), this.provinceCode);
		}

		@Override
		public String toString() {
			return "NewUser[" + this.username + "]";
		}

	}

	/**
	 * @param provinceCode left out unless the account is of a province
	 */
	record UserView(String username, String displayName, Role role, @Nullable String wardCode,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String provinceCode, List<String> leadUnits,
			boolean enabled) {

		static UserView of(AccountRow row) {
			return new UserView(row.username(), row.displayName(), row.role(),
					(row.ward() != null) ? row.ward().value() : null, row.province(), row.leadUnits(), row.enabled());
		}

	}

}
