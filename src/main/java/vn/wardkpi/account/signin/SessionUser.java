package vn.wardkpi.account.signin;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.Territory;
import vn.wardkpi.shared.WardCode;

/**
 * What a session remembers of the account it was opened for. It holds only as long as the
 * account keeps this version, so that a changed or disabled account has no session left,
 * on whatever instance.
 */
public final class SessionUser implements UserDetails, CredentialsContainer {

	@Serial
	private static final long serialVersionUID = 2L;

	private final String username;

	private final String displayName;

	private final Role role;

	private final @Nullable String ward;

	private final boolean allLeadUnits;

	private final ArrayList<String> leadUnits;

	private final @Nullable String province;

	private final ArrayList<String> provinceWards;

	private final int version;

	private final boolean mustChangePassword;

	private transient @Nullable String passwordHash;

	SessionUser(Actor actor, int version, boolean mustChangePassword, @Nullable String passwordHash) {
		this.username = actor.username();
		this.displayName = actor.displayName();
		this.role = actor.role();
		this.ward = (actor.ward() != null) ? actor.ward().value() : null;
		this.allLeadUnits = actor.allLeadUnits();
		this.leadUnits = new ArrayList<>(actor.leadUnits());
		Territory territory = actor.territory();
		this.province = (territory != null) ? territory.province() : null;
		this.provinceWards = new ArrayList<>();
		if (territory != null) {
			territory.wards().forEach((one) -> this.provinceWards.add(one.value()));
		}
		this.version = version;
		this.mustChangePassword = mustChangePassword;
		this.passwordHash = passwordHash;
	}

	/**
	 * Somebody who is signed in without an account in the database, as tests need them.
	 */
	public static SessionUser of(Actor actor) {
		return new SessionUser(actor, 0, false, null);
	}

	public Actor actor() {
		return new Actor(this.username, this.displayName, this.role,
				(this.ward != null) ? new WardCode(this.ward) : null, this.allLeadUnits, Set.copyOf(this.leadUnits),
				territory());
	}

	private @Nullable Territory territory() {
		return (this.province != null) ? new Territory(this.province,
				this.provinceWards.stream().map(WardCode::new).collect(Collectors.toUnmodifiableSet())) : null;
	}

	int version() {
		return this.version;
	}

	/**
	 * Whether nothing else may be done before another password is chosen.
	 */
	public boolean mustChangePassword() {
		return this.mustChangePassword;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of(new SimpleGrantedAuthority("ROLE_" + this.role));
	}

	@Override
	public @Nullable String getPassword() {
		return this.passwordHash;
	}

	@Override
	public String getUsername() {
		return this.username;
	}

	@Override
	public void eraseCredentials() {
		this.passwordHash = null;
	}

	@Override
	public String toString() {
		return this.username;
	}

}
