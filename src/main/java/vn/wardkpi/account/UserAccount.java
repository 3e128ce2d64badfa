package vn.wardkpi.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * An account. A change of what it may do, of its ward or password raises its version,
 * which ends its sessions; its address for reminders is no part of that.
 */
@Entity
class UserAccount extends AbstractAggregateRoot<UserAccount> {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String username;

	private String passwordHash;

	private String displayName;

	@Enumerated(EnumType.STRING)
	private Role role;

	private @Nullable WardCode wardCode;

	private @Nullable String provinceCode;

	private boolean allLeadUnits;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "user_lead_unit", joinColumns = @JoinColumn(name = "user_id"))
	private Set<AssignedLeadUnit> leadUnits = new HashSet<>();

	private boolean enabled = true;

	private boolean mustChangePassword;

	@OptimisticLock(excluded = true)
	private @Nullable String email;

	@OptimisticLock(excluded = true)
	private boolean emailReminders = true;

	private Instant createdAt;

	private String createdBy;

	@Version
	private int version;

	UserAccount(String username, String passwordHash, String displayName, Scope scope, String createdBy,
			Instant createdAt) {
		this.username = username;
		this.passwordHash = passwordHash;
		this.displayName = displayName;
		this.role = scope.role();
		this.wardCode = scope.ward();
		this.provinceCode = scope.province();
		this.createdBy = createdBy;
		this.createdAt = createdAt;
		assign(scope);
		registerEvent(new AccountEvent.Created(createdBy, username, this.wardCode, summary()));
	}

	@SuppressWarnings("NullAway.Init")
	protected UserAccount() {
	}

	String username() {
		return this.username;
	}

	String displayName() {
		return this.displayName;
	}

	@Nullable WardCode ward() {
		return this.wardCode;
	}

	int version() {
		return this.version;
	}

	MailAddress mail() {
		return new MailAddress(this.email, this.emailReminders);
	}

	boolean isAdministeredBy(Actor actor) {
		if (this.wardCode != null) {
			return actor.mayAdminister(this.wardCode);
		}
		return actor.mayAdministerInstallation() || actor.mayAdministerProvince(this.provinceCode);
	}

	/**
	 * @param seenVersion the version the change was made from
	 * @throws RefusedException CONFLICT if administrators would lock themselves out;
	 * STALE if the account was changed meanwhile
	 */
	void refuseUnlessChangeable(Scope scope, boolean mayBeUsed, int seenVersion, Actor actor) {
		boolean own = actor.username().equals(this.username);
		boolean moves = leavesItsWard(scope) || !Objects.equals(scope.province(), this.provinceCode);
		if (own && (!mayBeUsed || scope.role() != this.role || moves)) {
			throw new RefusedException(Kind.CONFLICT, "account.own");
		}
		if (this.version != seenVersion) {
			throw new RefusedException(Kind.STALE, "account.stale", this.username);
		}
	}

	boolean leavesItsWard(Scope scope) {
		return !Objects.equals(scope.ward(), this.wardCode);
	}

	/**
	 * Lead units belong to a ward: an account that moves leaves them behind first, and
	 * the database has to know before it hears of the new ward.
	 */
	void leaveLeadUnits() {
		this.leadUnits.clear();
		this.allLeadUnits = false;
	}

	/**
	 * @param before what {@link #summary} said before the account left any lead units
	 */
	void change(String newName, Scope scope, boolean mayBeUsed, String before, Actor actor) {
		this.displayName = newName;
		this.role = scope.role();
		this.wardCode = scope.ward();
		this.provinceCode = scope.province();
		this.enabled = mayBeUsed;
		assign(scope);
		registerEvent(new AccountEvent.Changed(actor.username(), this.username, this.wardCode, before, summary()));
	}

	/**
	 * The next sign-in asks for another password: somebody else knows this one.
	 */
	void askForAnotherPassword() {
		this.mustChangePassword = true;
	}

	/**
	 * The address that the account is created with.
	 */
	void beginWithAddress(String address) {
		this.email = address;
	}

	/**
	 * Sets the password the person chose.
	 */
	void changePassword(String newHash, boolean keepsTokens) {
		this.passwordHash = newHash;
		this.mustChangePassword = false;
		registerEvent(new AccountEvent.PasswordChanged(this.username, this.username, this.wardCode, keepsTokens));
	}

	/**
	 * Sets the password an administrator chose.
	 * @param mustChange whether the next sign-in asks for another
	 * @throws RefusedException CONFLICT if it is the administrator's own, for which the
	 * present one must be known
	 */
	void resetPassword(String newHash, boolean mustChange, Actor actor) {
		if (actor.username().equals(this.username)) {
			throw new RefusedException(Kind.CONFLICT, "account.own-password");
		}
		this.passwordHash = newHash;
		this.mustChangePassword = mustChange;
		registerEvent(new AccountEvent.PasswordReset(actor.username(), this.username, this.wardCode));
	}

	void changeMail(MailAddress wanted, Actor actor) {
		MailAddress before = mail();
		if (wanted.equals(before)) {
			return;
		}
		this.email = wanted.email();
		this.emailReminders = wanted.reminders();
		registerEvent(new AccountEvent.MailChanged(actor.username(), this.username, this.wardCode, before.summary(),
				wanted.summary()));
	}

	/**
	 * @param wardName name of its ward, if it has one
	 */
	AccountRow row(@Nullable String wardName) {
		return new AccountRow(this.username, this.displayName, this.role, this.wardCode, wardName, this.provinceCode,
				null, leadUnitCodes(), List.of(), this.enabled, this.createdAt, this.version, null, null, null);
	}

	/**
	 * What an audit entry says of the account's state.
	 */
	String summary() {
		String where = (this.wardCode != null) ? this.wardCode.value()
				: Objects.requireNonNullElse(this.provinceCode, "*");
		return String.join(" · ", this.displayName, this.role.name(), where, String.join(", ", leadUnitCodes()),
				this.enabled ? "enabled" : "disabled");
	}

	private List<String> leadUnitCodes() {
		return this.allLeadUnits ? List.of(NewAccount.ALL_LEAD_UNITS)
				: this.leadUnits.stream().map(AssignedLeadUnit::leadUnitCode).sorted().toList();
	}

	private void assign(Scope scope) {
		this.allLeadUnits = scope.allLeadUnits();
		Set<AssignedLeadUnit> assigned = new HashSet<>();
		WardCode ward = scope.ward();
		if (ward != null) {
			scope.leadUnits().forEach((code) -> assigned.add(new AssignedLeadUnit(ward, code)));
		}
		this.leadUnits.retainAll(assigned);
		this.leadUnits.addAll(assigned);
	}

	/**
	 * What the account may do, and where.
	 *
	 * @param ward {@code null} for those of a province or of the whole installation
	 * @param province code of the province of an administrator or viewer of one
	 */
	record Scope(Role role, @Nullable WardCode ward, @Nullable String province, boolean allLeadUnits,
			List<String> leadUnits) {

		Scope(Role role, @Nullable WardCode ward, boolean allLeadUnits, List<String> leadUnits) {
			this(role, ward, null, allLeadUnits, leadUnits);
		}

	}

	@Embeddable
	record AssignedLeadUnit(WardCode wardCode, String leadUnitCode) {
	}

}
