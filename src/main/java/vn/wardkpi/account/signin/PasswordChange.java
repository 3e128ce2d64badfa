package vn.wardkpi.account.signin;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

import vn.wardkpi.account.Accounts;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Changes one's own password, for which the present one must be known: an unattended
 * screen is not enough, and guessing there is slowed down as at the sign-in page.
 */
@Service
public class PasswordChange {

	private final Accounts accounts;

	private final SignInAccounts signInAccounts;

	private final SignInFailures failures;

	private final PasswordEncoder encoder;

	PasswordChange(Accounts accounts, SignInAccounts signInAccounts, SignInFailures failures, PasswordEncoder encoder) {
		this.accounts = accounts;
		this.signInAccounts = signInAccounts;
		this.failures = failures;
		this.encoder = encoder;
	}

	/**
	 * @param keepsTokens whether the account's personal tokens stay valid
	 * @return what the session that goes on has to remember; all others end
	 * @throws RefusedException INVALID if the present password is wrong, or the new one
	 * weak or, where another is asked for, the same; TOO_MANY after too many wrong ones
	 */
	public SessionUser change(@Nullable String present, @Nullable String wanted, boolean keepsTokens, Actor actor) {
		String password = (wanted != null) ? wanted : "";
		SessionUser account = this.signInAccounts.find(actor.username()).orElse(null);
		try {
			refuseUnlessKnown((present != null) ? present : "", account, Guess.inSession(actor.username()));
		}
		catch (TooManyAttemptsException ex) {
			throw new RefusedException(Kind.TOO_MANY, "account.slow-down", String.valueOf(ex.minutes()));
		}
		if (account != null && account.mustChangePassword() && password.equals(present)) {
			throw refused("password", "password-same");
		}
		int version = this.accounts.changeOwnPassword(password, keepsTokens, actor);
		return new SessionUser(actor, version, false, null);
	}

	private void refuseUnlessKnown(String present, @Nullable SessionUser account, Guess guess) {
		this.failures.refuseIfTooMany(guess);
		if (!this.encoder.matches(present, (account != null) ? account.getPassword() : null)) {
			this.failures.failed(guess);
			throw refused("present", "password-wrong");
		}
		this.failures.succeeded(guess);
	}

	private static RefusedException refused(String field, String code) {
		return new RefusedException(Kind.INVALID, "input", List.of(),
				List.of(new FieldProblem(field, Problem.error(code))));
	}

}
