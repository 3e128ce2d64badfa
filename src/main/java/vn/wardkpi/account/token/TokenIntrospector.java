package vn.wardkpi.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.signin.SessionUser;
import vn.wardkpi.account.signin.SignInAccounts;

/**
 * Says whose a personal token is. A token is 256 random bits, so that guessing needs no
 * slowing down and looking it up by its hash no password hashing.
 */
@Component
public class TokenIntrospector implements OpaqueTokenIntrospector {

	/** How exact the time of last use is: not one write per call. */
	private static final Duration LAST_USE_STEP = Duration.ofMinutes(10);

	private final SignInAccounts accounts;

	private final JdbcClient jdbc;

	private final Clock clock;

	TokenIntrospector(SignInAccounts accounts, JdbcClient jdbc, Clock clock) {
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @throws BadOpaqueTokenException if the token is unknown, expired or revoked
	 */
	@Override
	public OAuth2AuthenticatedPrincipal introspect(String token) {
		Instant now = this.clock.instant();
		String hash = TokenSecret.hash(token);
		SessionUser account = this.accounts.findByToken(hash, now)
			.orElseThrow(() -> new BadOpaqueTokenException("Unknown, expired or revoked token"));
		account.eraseCredentials();
		this.jdbc.sql("""
				update personal_token set last_used_at = :now
				where token_hash = :hash and (last_used_at is null or last_used_at < :before)
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("before", now.minus(LAST_USE_STEP).atOffset(ZoneOffset.UTC))
			.param("hash", hash)
			.update();
		return new TokenOwner(account);
	}

	/**
	 * The same authentication as after signing in by password, so that nobody has to ask
	 * how somebody came in.
	 */
	public static Authentication authentication(String token, OAuth2AuthenticatedPrincipal owner) {
		SessionUser account = ((TokenOwner) owner).account();
		return UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
	}

	private record TokenOwner(SessionUser account) implements OAuth2AuthenticatedPrincipal {

		@Override
		public String getName() {
			return this.account.getUsername();
		}

		@Override
		public Map<String, Object> getAttributes() {
			return Map.of();
		}

		@Override
		public Collection<? extends GrantedAuthority> getAuthorities() {
			return this.account.getAuthorities();
		}

	}

}
