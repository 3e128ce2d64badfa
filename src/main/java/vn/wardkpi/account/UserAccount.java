package vn.wardkpi.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

import vn.wardkpi.account.signin.SessionConfiguration;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * An account. Every change raises its version, which ends its sessions; see
 * {@link SessionConfiguration}.
 */
@Entity
class UserAccount {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String username;

	private String passwordHash;

	private String displayName;

	@Enumerated(EnumType.STRING)
	private Role role;

	private @Nullable WardCode wardCode;

	private boolean allLeadUnits;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "user_lead_unit", joinColumns = @JoinColumn(name = "user_id"))
	private Set<AssignedLeadUnit> leadUnits = new HashSet<>();

	private boolean enabled = true;

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
		this.createdBy = createdBy;
		this.createdAt = createdAt;
		assign(scope);
	}

	@SuppressWarnings("NullAway.Init")
	protected UserAccount() {
	}

	long id() {
		if (this.id == null) {
			throw new IllegalStateException("The account is not stored yet");
		}
		return this.id;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	int version() {
		return this.version;
	}

	/**
	 * Lead units belong to a ward: an account that moves leaves them behind first, and
	 * the database has to know before it hears of the new ward.
	 */
	void leaveLeadUnits() {
		this.leadUnits.clear();
		this.allLeadUnits = false;
	}

	void change(String newName, Scope scope, boolean mayBeUsed) {
		this.displayName = newName;
		this.role = scope.role();
		this.wardCode = scope.ward();
		this.enabled = mayBeUsed;
		assign(scope);
	}

	void changePassword(String newHash) {
		this.passwordHash = newHash;
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
	 * @param ward {@code null} for an administrator of the whole installation
	 */
	record Scope(Role role, @Nullable WardCode ward, boolean allLeadUnits, List<String> leadUnits) {
	}

	@Embeddable
	record AssignedLeadUnit(WardCode wardCode, String leadUnitCode) {
	}

}
