package vn.wardkpi.account.signin;

import java.io.Serial;
import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * Signing in is refused unread because too many attempts failed just before.
 */
public final class TooManyAttemptsException extends AuthenticationException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Duration wait;

	TooManyAttemptsException(Duration wait) {
		super("Too many failed sign-ins");
		this.wait = wait;
	}

	/**
	 * How long to wait, in whole seconds and at least one.
	 */
	public long seconds() {
		return Math.max(1, this.wait.toSeconds());
	}

	/**
	 * The same for people: whole minutes, rounded up.
	 */
	public long minutes() {
		return (seconds() + 59) / 60;
	}

}
