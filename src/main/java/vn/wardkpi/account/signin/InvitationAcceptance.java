package vn.wardkpi.account.signin;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import vn.wardkpi.account.invitation.Invitations;
import vn.wardkpi.account.invitation.Invitations.Invited;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Lets an invitation be used. Trying out links is slowed down as guessing of passwords
 * is: a link that is good for nothing is a failure of its address.
 */
@Service
public class InvitationAcceptance {

	private final Invitations invitations;

	private final SignInFailures failures;

	InvitationAcceptance(Invitations invitations, SignInFailures failures) {
		this.invitations = invitations;
		this.failures = failures;
	}

	/**
	 * @param address from where the link was opened
	 * @throws RefusedException NOT_FOUND if the link is good for nothing, whatever the
	 * reason; TOO_MANY after too many of those
	 */
	public Invited open(String token, String address) {
		Guess guess = new Guess("", address);
		try {
			this.failures.refuseIfTooMany(guess);
			Invited invited = this.invitations.find(token).orElse(null);
			if (invited == null) {
				this.failures.failed(guess);
				throw new RefusedException(Kind.NOT_FOUND, "account.invitation-unknown");
			}
			return invited;
		}
		catch (TooManyAttemptsException ex) {
			throw new RefusedException(Kind.TOO_MANY, "account.invitation-slow-down", String.valueOf(ex.minutes()));
		}
	}

	/**
	 * Sets the password; nobody is signed in by it.
	 * @throws RefusedException as of {@link #open}; INVALID if the password is weak
	 */
	public void accept(String token, @Nullable String password, String address) {
		open(token, address);
		this.invitations.accept(token, password);
	}

}
