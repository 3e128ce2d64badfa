package vn.wardkpi.account.signin;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.Username;
import vn.wardkpi.shared.FreeText;

/**
 * Signs in by username and password, for pages and HTTP Basic alike, and not faster than
 * {@link SignInFailures} allows. Whether the username, the password or the state of the
 * account was wrong is not told.
 */
@Component
public class PasswordAuthentication implements AuthenticationProvider {

	private final DaoAuthenticationProvider accounts;

	private final SignInFailures failures;

	PasswordAuthentication(SignInAccounts accounts, SignInFailures failures, PasswordEncoder encoder) {
		this.accounts = new DaoAuthenticationProvider((username) -> accounts.find(username)
			.orElseThrow(() -> UsernameNotFoundException.fromUsername(username)));
		this.accounts.setPasswordEncoder(encoder);
		this.failures = failures;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication attempt) {
		String name = Username.normalized(attempt.getName());
		String username = Username.isValid(name) ? name : "";
		String address = (attempt.getDetails() instanceof WebAuthenticationDetails details)
				? FreeText.echo(String.valueOf(details.getRemoteAddress())) : "";
		Guess guess = new Guess(username, address);
		this.failures.refuseIfTooMany(guess);
		Authentication authentication;
		try {
			authentication = this.accounts.authenticate(attempt);
		}
		catch (BadCredentialsException ex) {
			this.failures.failed(guess);
			throw ex;
		}
		catch (InternalAuthenticationServiceException ex) {
			// A database that does not answer says nothing about the password.
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		this.failures.succeeded(guess);
		return authentication;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
