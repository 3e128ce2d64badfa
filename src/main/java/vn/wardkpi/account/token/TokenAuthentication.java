package vn.wardkpi.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.signin.SessionUser;
import vn.wardkpi.account.signin.SignInAccounts;

/**
 * Signs a program in by a personal token. A token is 256 random bits, so that guessing
 * needs no slowing down and looking it up by its hash no password hashing.
 */
@Component
public class TokenAuthentication implements AuthenticationProvider {

	/** How exact the time of last use is: not one write per call. */
	private static final Duration LAST_USE_STEP = Duration.ofMinutes(10);

	private final SignInAccounts accounts;

	private final JdbcClient jdbc;

	private final Clock clock;

	TokenAuthentication(SignInAccounts accounts, JdbcClient jdbc, Clock clock) {
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		Instant now = this.clock.instant();
		String hash = TokenSecret.hash(((PresentedToken) attempt).token());
		SessionUser account = this.accounts.findByToken(hash, now)
			.orElseThrow(() -> new BadCredentialsException("Unknown, expired or revoked token"));
		account.eraseCredentials();
		this.jdbc.sql("""
				update personal_token set last_used_at = :now
				where token_hash = :hash and (last_used_at is null or last_used_at < :before)
				""")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("before", now.minus(LAST_USE_STEP).atOffset(ZoneOffset.UTC))
			.param("hash", hash)
			.update();
		return UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return PresentedToken.class.isAssignableFrom(authentication);
	}

}
