package vn.wardkpi.account.token;

import java.io.Serial;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * A personal token as a program presents it, not yet looked up.
 */
public final class PresentedToken extends AbstractAuthenticationToken {

	@Serial
	private static final long serialVersionUID = 1L;

	private transient @Nullable String token;

	public PresentedToken(String token) {
		super(List.of());
		this.token = token;
	}

	String token() {
		return (this.token != null) ? this.token : "";
	}

	@Override
	public @Nullable Object getCredentials() {
		return this.token;
	}

	@Override
	public Object getPrincipal() {
		return "";
	}

	@Override
	public void eraseCredentials() {
		super.eraseCredentials();
		this.token = null;
	}

}
