package vn.wardkpi.account.oidc;

import java.io.Serial;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import vn.wardkpi.account.signin.SessionUser;

/**
 * Whom a provider sent, with the account they have here.
 */
final class OidcAccount extends DefaultOidcUser {

	@Serial
	private static final long serialVersionUID = 1L;

	private final SessionUser account;

	OidcAccount(OidcUser sent, SessionUser account) {
		super(account.getAuthorities(), sent.getIdToken(), sent.getUserInfo());
		this.account = account;
	}

	SessionUser account() {
		return this.account;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof OidcAccount one && super.equals(other)
				&& one.account.getUsername().equals(this.account.getUsername());
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), this.account.getUsername());
	}

}
