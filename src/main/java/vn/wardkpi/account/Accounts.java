package vn.wardkpi.account;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

import vn.wardkpi.account.UserAccount.Scope;
import vn.wardkpi.account.password.PasswordChange;
import vn.wardkpi.account.password.PasswordRules;
import vn.wardkpi.account.signin.SessionUser;
import vn.wardkpi.account.signin.SignInAccounts;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.WardCatalog;

/**
 * Creates and changes accounts. Nothing of a password is ever published or logged.
 */
@Service
@Transactional
public class Accounts {

	private static final int LONGEST_NAME = 200;

	private final UserAccounts accounts;

	private final AccountCatalog catalog;

	private final WardCatalog wards;

	private final PasswordRules rules;

	private final PasswordEncoder encoder;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Accounts(UserAccounts accounts, AccountCatalog catalog, WardCatalog wards, PasswordRules rules,
			PasswordEncoder encoder, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.catalog = catalog;
		this.wards = wards;
		this.rules = rules;
		this.encoder = encoder;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @throws RefusedException FORBIDDEN to others than administrators, and to those of a
	 * ward for other wards and the installation; INVALID with every field that is wrong
	 */
	public AccountRow create(NewAccount account, Actor actor) {
		refuseUnlessAdministered(account.role(), account.wardCode(), actor);
		return store(account, true, actor.username());
	}

	/**
	 * Creates an account on the program's own behalf.
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	public void create(NewAccount account, String createdBy) {
		store(account, true, createdBy);
	}

	/**
	 * For demonstrations alone, whose passwords are shown to everybody.
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	public void createWithoutPasswordRules(NewAccount account, String createdBy) {
		store(account, false, createdBy);
	}

	/**
	 * Changes what an account may do, and ends its sessions.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN; CONFLICT if an administrator would
	 * lock themselves out; STALE if it was changed meanwhile; INVALID with every field
	 * that is wrong
	 */
	public void change(String username, AccountChange change, Actor actor) {
		AccountRow before = this.catalog.require(username, actor);
		refuseUnlessAdministered(change.role(), change.wardCode(), actor);
		Fields fields = new Fields();
		String name = displayName(change.displayName(), fields);
		Scope scope = scope(change.role(), change.wardCode(), change.leadUnits(), fields).orElse(null);
		fields.refuseIfAny();
		if (scope == null) {
			throw new IllegalStateException("A scope is missing without a problem");
		}
		boolean own = actor.username().equals(username);
		if (own && (!change.enabled() || scope.role() != before.role()
				|| !Objects.equals(scope.ward(), before.ward()))) {
			throw new RefusedException(Kind.CONFLICT, "account.own");
		}
		UserAccount account = required(username);
		if (account.version() != change.version()) {
			throw new RefusedException(Kind.STALE, "account.stale", username);
		}
		if (!Objects.equals(scope.ward(), before.ward())) {
			account.leaveLeadUnits();
			this.accounts.saveAndFlush(account);
		}
		account.change(name, scope, change.enabled());
		this.accounts.saveAndFlush(account);
		AccountRow after = this.catalog.require(username, actor);
		publish(actor.username(), after, "CHANGED", before.summary(), after.summary());
	}

	/**
	 * Sets another password, ends the account's sessions and revokes its tokens.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or INVALID if the password is weak
	 */
	public void resetPassword(String username, @Nullable String password, Actor actor) {
		AccountRow row = this.catalog.require(username, actor);
		UserAccount account = required(username);
		setPassword(account, row, password);
		this.jdbc.sql("update personal_token set revoked_at = ? where user_id = ? and revoked_at is null")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), account.id())
			.update();
		publish(actor.username(), row, "PASSWORD_RESET", null, null);
	}

	/**
	 * Sets one's own password after {@link PasswordChange} has checked the present one.
	 * @return what the session that goes on has to remember from now on
	 */
	public SessionUser changeOwnPassword(String password, Actor actor) {
		AccountRow row = this.catalog.find(actor.username())
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "account.unknown", actor.username()));
		UserAccount account = required(actor.username());
		setPassword(account, row, password);
		publish(actor.username(), row, "PASSWORD_CHANGED", null, null);
		return new SessionUser(actor, account.version(), null);
	}

	/**
	 * Creates the first account of an installation unless it has any; instances that
	 * start together take turns.
	 * @return whether it was created
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	boolean createFirst(NewAccount account, String createdBy) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('ward-kpi first account'))").query().singleRow();
		if (this.accounts.count() > 0) {
			return false;
		}
		store(account, true, createdBy);
		return true;
	}

	private AccountRow store(NewAccount account, boolean checked, String createdBy) {
		Fields fields = new Fields();
		String username = username(account.username(), fields);
		String name = displayName(account.displayName(), fields);
		Scope scope = scope(account.role(), account.wardCode(), account.leadUnits(), fields).orElse(null);
		String password = (account.password() != null) ? account.password() : "";
		if (password.isEmpty()) {
			fields.add("password", "required");
		}
		else if (checked) {
			String ward = (scope != null && scope.ward() != null)
					? this.wards.find(scope.ward()).map(Ward::name).orElse(null) : null;
			checkPassword("password", password, username, name, ward, fields);
		}
		fields.refuseIfAny();
		if (scope == null) {
			throw new IllegalStateException("A scope is missing without a problem");
		}
		try {
			this.accounts
				.saveAndFlush(new UserAccount(username, hash(password), name, scope, createdBy, this.clock.instant()));
		}
		catch (DataIntegrityViolationException ex) {
			// Somebody else took the name a moment ago; everything else was checked.
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("username", Problem.error("username-taken", username))));
		}
		AccountRow row = this.catalog.find(username).orElseThrow();
		publish(createdBy, row, "CREATED", null, row.summary());
		return row;
	}

	private void setPassword(UserAccount account, AccountRow row, @Nullable String password) {
		Fields fields = new Fields();
		String typed = (password != null) ? password : "";
		if (typed.isEmpty()) {
			fields.add("password", "required");
		}
		else {
			checkPassword("password", typed, row.username(), row.displayName(), row.wardName(), fields);
		}
		fields.refuseIfAny();
		account.changePassword(hash(typed));
		this.accounts.saveAndFlush(account);
	}

	private void checkPassword(String field, String password, String username, String name, @Nullable String ward,
			Fields fields) {
		List<@Nullable String> known = new ArrayList<>();
		known.add(username);
		known.add(name);
		known.add(ward);
		this.rules.check(password, known).ifPresent((problem) -> fields.add(field, problem));
	}

	private String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	private UserAccount required(String username) {
		return this.accounts.findByUsername(username)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "account.unknown", username));
	}

	private String username(@Nullable String typed, Fields fields) {
		String username = SignInAccounts.normalized((typed != null) ? typed : "");
		if (username.isEmpty()) {
			fields.add("username", "required");
		}
		else if (!SignInAccounts.USERNAME.matcher(username).matches()) {
			fields.add("username", "username-form");
		}
		else if (this.accounts.existsByUsername(username)) {
			fields.add("username", "username-taken", username);
		}
		return username;
	}

	private static String displayName(@Nullable String typed, Fields fields) {
		String name = (typed != null) ? Normalizer.normalize(typed.strip(), Normalizer.Form.NFC) : "";
		if (name.isEmpty()) {
			fields.add("displayName", "required");
		}
		else if (name.length() > LONGEST_NAME) {
			fields.add("displayName", "too-long", String.valueOf(LONGEST_NAME));
		}
		return name.replaceAll("\\p{Cntrl}", " ");
	}

	private Optional<Scope> scope(@Nullable Role role, @Nullable String wardCode, @Nullable List<String> leadUnits,
			Fields fields) {
		WardCode ward = null;
		if (StringUtils.hasText(wardCode)) {
			String code = wardCode.strip();
			ward = WardCode.isValid(code) ? new WardCode(code) : null;
			if (ward == null || this.wards.find(ward).isEmpty()) {
				fields.add("wardCode", "ward-unknown", code);
				ward = null;
			}
		}
		else if (role != null && role != Role.ADMIN) {
			fields.add("wardCode", "ward-required");
		}
		if (role == null) {
			fields.add("role", "required");
			return Optional.empty();
		}
		if (role != Role.OFFICIAL) {
			return Optional.of(new Scope(role, ward, false, List.of()));
		}
		Set<String> units = new TreeSet<>((leadUnits != null) ? leadUnits : List.of());
		boolean all = units.remove(NewAccount.ALL_LEAD_UNITS);
		if (units.isEmpty() && !all) {
			fields.add("leadUnits", "lead-units-required");
		}
		else if (ward != null && !all) {
			Set<String> unknown = new TreeSet<>(units);
			this.catalog.leadUnits(ward).forEach((unit) -> unknown.remove(unit.getKey()));
			if (!unknown.isEmpty()) {
				fields.add("leadUnits", "lead-unit-unknown", String.join(", ", unknown));
			}
		}
		return Optional.of(new Scope(role, ward, all, all ? List.of() : List.copyOf(units)));
	}

	private static void refuseUnlessAdministered(@Nullable Role role, @Nullable String wardCode, Actor actor) {
		boolean may = actor.role() == Role.ADMIN;
		if (may && actor.ward() != null) {
			boolean ownWard = StringUtils.hasText(wardCode) && actor.ward().value().equals(wardCode.strip());
			boolean missing = !StringUtils.hasText(wardCode) && role != Role.ADMIN;
			may = ownWard || missing;
		}
		if (!may) {
			throw new RefusedException(Kind.FORBIDDEN, "account.administer");
		}
	}

	private void publish(String actor, AccountRow account, String action, @Nullable String from, @Nullable String to) {
		this.events.publishEvent(new Change(actor, account.ward(), null, null, Subject.USER, account.username(), action,
				from, to, null));
	}

	/**
	 * Gathers what is wrong, so that all of it is told at once.
	 */
	private static final class Fields {

		private final List<FieldProblem> problems = new ArrayList<>();

		void add(String field, String code, String... arguments) {
			add(field, Problem.error(code, arguments));
		}

		void add(String field, Problem problem) {
			this.problems.add(new FieldProblem(field, problem));
		}

		void refuseIfAny() {
			if (!this.problems.isEmpty()) {
				throw new RefusedException(Kind.INVALID, "input", List.of(), this.problems);
			}
		}

	}

}
