package vn.wardkpi.embedded;

import java.util.List;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.account.DemoNotice;
import vn.wardkpi.account.NewAccount;
import vn.wardkpi.shared.Role;

/**
 * Accounts of every role, with one password that the sign-in page shows.
 */
@Component
@Conditional(NoDatabaseConfigured.class)
class DemoAccounts implements DemoNotice {

	static final String PASSWORD = "tu-liem-2026";

	private final Accounts accounts;

	DemoAccounts(Accounts accounts) {
		this.accounts = accounts;
	}

	boolean isAnybodyThere() {
		return !this.accounts.isEmpty();
	}

	/**
	 * @param createdBy who the audit says created them
	 */
	void create(String createdBy) {
		for (DemoRow row : rows()) {
			Role role = Role.valueOf(row.require("role"));
			this.accounts.createWithoutPasswordRules(
					new NewAccount(row.require("username"), PASSWORD, row.require("displayName"), role, row.get("ward"),
							(role == Role.OFFICIAL) ? List.of(NewAccount.ALL_LEAD_UNITS) : List.of(), false,
							row.get("province")),
					createdBy);
		}
	}

	@Override
	public List<DemoAccount> accounts() {
		return rows().stream()
			.map((row) -> new DemoAccount(row.require("username"), PASSWORD,
					"embedded.account." + row.require("username")))
			.toList();
	}

	private static List<DemoRow> rows() {
		return DemoRow.of("accounts.csv");
	}

}
