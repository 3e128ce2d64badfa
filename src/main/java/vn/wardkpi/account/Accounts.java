package vn.wardkpi.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

import vn.wardkpi.account.AccountValidator.Placement;
import vn.wardkpi.account.UserAccount.Scope;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * Creates and changes accounts. Nothing of a password is ever published or logged.
 */
@Service
@Transactional
public class Accounts {

	private final UserAccounts accounts;

	private final AccountValidator validator;

	private final PasswordEncoder encoder;

	private final JdbcClient jdbc;

	private final Clock clock;

	Accounts(UserAccounts accounts, AccountValidator validator, PasswordEncoder encoder, JdbcClient jdbc, Clock clock) {
		this.accounts = accounts;
		this.validator = validator;
		this.encoder = encoder;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Whether nobody has an account yet.
	 */
	@Transactional(readOnly = true)
	public boolean isEmpty() {
		return this.accounts.count() == 0;
	}

	/**
	 * @throws RefusedException FORBIDDEN to others than administrators, and to those of a
	 * ward for other wards and the installation; INVALID with every field that is wrong
	 */
	public AccountRow create(NewAccount account, Actor actor) {
		refuseUnlessAdministered(account.role(), account.wardCode(), account.provinceCode(), actor);
		return store(account, null, goodPassword(account), actor.username());
	}

	/**
	 * Creates accounts whose owners choose their passwords themselves: all, or none.
	 * @throws RefusedException as of {@link #create(NewAccount, Actor)}
	 */
	public List<AccountRow> createInvited(List<InvitedAccount> wanted, Actor actor) {
		// Nobody knows what it is the hash of.
		String hash = hash(UUID.randomUUID().toString());
		List<AccountRow> created = new ArrayList<>();
		for (InvitedAccount one : wanted) {
			NewAccount account = one.account();
			refuseUnlessAdministered(account.role(), account.wardCode(), account.provinceCode(), actor);
			created.add(store(account, one.email(), (known, problems) -> hash, actor.username()));
		}
		return created;
	}

	/**
	 * Sets the password that the holder of an invitation chose.
	 * @throws RefusedException INVALID if the password is weak
	 */
	public void setInvitedPassword(String username, @Nullable String password) {
		UserAccount account = this.accounts.require(username);
		account.changePassword(hashOfGood(password, account), false);
		this.accounts.saveAndFlush(account);
	}

	/**
	 * Creates an account on the program's own behalf.
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	public void create(NewAccount account, String createdBy) {
		store(account, null, goodPassword(account), createdBy);
	}

	/**
	 * For demonstrations alone, whose passwords are shown to everybody.
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	public void createWithoutPasswordRules(NewAccount account, String createdBy) {
		store(account, null, (known, problems) -> hash(this.validator.password(account.password(), problems)),
				createdBy);
	}

	/**
	 * Changes what an account may do, and ends its sessions.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN; CONFLICT if an administrator would
	 * lock themselves out; STALE if it was changed meanwhile; INVALID with every field
	 * that is wrong
	 */
	public void change(String username, AccountChange change, Actor actor) {
		UserAccount account = this.accounts.requireAdministered(username, actor);
		refuseUnlessAdministered(change.role(), change.wardCode(), change.provinceCode(), actor);
		FieldProblems problems = new FieldProblems();
		String name = this.validator.displayName(change.displayName(), problems);
		Optional<Placement> placement = this.validator.placement(change.role(), change.wardCode(),
				change.provinceCode(), change.leadUnits(), problems);
		problems.refuseIfAny();
		Scope scope = placement.orElseThrow().scope();
		account.refuseUnlessChangeable(scope, change.enabled(), change.version(), actor);
		String before = account.summary();
		if (account.leavesItsWard(scope)) {
			account.leaveLeadUnits();
			this.accounts.saveAndFlush(account);
		}
		account.change(name, scope, change.enabled(), before, actor);
		this.accounts.saveAndFlush(account);
	}

	/**
	 * Sets another password, ends the account's sessions and revokes its tokens.
	 * @param mustChange whether the next sign-in asks for another
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT if it is one's own, or
	 * INVALID if the password is weak
	 */
	public void resetPassword(String username, @Nullable String password, boolean mustChange, Actor actor) {
		UserAccount account = this.accounts.requireAdministered(username, actor);
		account.resetPassword(hashOfGood(password, account), mustChange, actor);
		this.accounts.saveAndFlush(account);
	}

	/**
	 * Sets one's own password, ends all sessions of the account; the present password is
	 * the caller's to check.
	 * @param keepsTokens whether the account's tokens stay valid
	 * @return the account's version from now on
	 * @throws RefusedException INVALID if the password is weak
	 */
	public int changeOwnPassword(String password, boolean keepsTokens, Actor actor) {
		UserAccount account = this.accounts.require(actor.username());
		account.changePassword(hashOfGood(password, account), keepsTokens);
		return this.accounts.saveAndFlush(account).version();
	}

	/**
	 * Creates the first account of an installation unless it has any; instances that
	 * start together take turns.
	 * @return whether it was created
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	boolean createFirst(NewAccount account, String createdBy) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('ward-kpi first account'))").query().singleRow();
		if (!isEmpty()) {
			return false;
		}
		store(account, null, goodPassword(account), createdBy);
		return true;
	}

	private AccountRow store(NewAccount account, @Nullable String email, Secret secret, String createdBy) {
		FieldProblems problems = new FieldProblems();
		String username = this.validator.username(account.username(), problems);
		String name = this.validator.displayName(account.displayName(), problems);
		Optional<Placement> placement = this.validator.placement(account.role(), account.wardCode(),
				account.provinceCode(), account.leadUnits(), problems);
		String wardName = placement.map(Placement::wardName).orElse(null);
		String hash = secret.hash(Arrays.asList(username, name, wardName), problems);
		problems.refuseIfAny();
		UserAccount created = new UserAccount(username, hash, name, placement.orElseThrow().scope(), createdBy,
				this.clock.instant());
		if (account.mustChangePassword()) {
			created.askForAnotherPassword();
		}
		if (email != null) {
			created.beginWithAddress(email);
		}
		try {
			return this.accounts.saveAndFlush(created).row(wardName);
		}
		catch (DataIntegrityViolationException ex) {
			// Somebody else took the name a moment ago; everything else was checked.
			problems.add("username", "username-taken", username);
			problems.refuseIfAny();
			throw ex;
		}
	}

	private Secret goodPassword(NewAccount account) {
		return (known, problems) -> {
			String password = this.validator.goodPassword(account.password(), known, problems);
			return problems.isEmpty() ? hash(password) : "";
		};
	}

	private String hashOfGood(@Nullable String password, UserAccount account) {
		FieldProblems problems = new FieldProblems();
		String good = this.validator.goodPassword(password, account, problems);
		problems.refuseIfAny();
		return hash(good);
	}

	private String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	/**
	 * What is missing altogether is left to be told of.
	 */
	private static void refuseUnlessAdministered(@Nullable Role role, @Nullable String ward, @Nullable String province,
			Actor actor) {
		Set<WardCode> wards = actor.wards();
		boolean may = actor.role() == Role.ADMIN;
		if (may && wards != null) {
			if (StringUtils.hasText(ward)) {
				may = !StringUtils.hasText(province)
						&& wards.stream().anyMatch((one) -> one.value().equals(ward.strip()));
			}
			else if (StringUtils.hasText(province)) {
				may = province.strip().equals(actor.province());
			}
			else {
				may = role == null || !role.mayBeOfMoreThanAWard();
			}
		}
		if (!may) {
			throw new RefusedException(Kind.FORBIDDEN, "account.administer");
		}
	}

	/**
	 * Where the hash of a new account's password comes from; what is wrong with the
	 * password goes to the problems.
	 */
	private interface Secret {

		/**
		 * @param known what others know of the account: username, display name, ward
		 */
		String hash(List<@Nullable String> known, FieldProblems problems);

	}

}
