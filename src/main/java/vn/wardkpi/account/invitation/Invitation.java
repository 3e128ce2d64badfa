package vn.wardkpi.account.invitation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An invitation as it is handed over, once: the token cannot be read again.
 *
 * @param mailedTo the address its link was mailed to, if it was
 */
public record Invitation(String username, String displayName, String token, Instant expiresAt,
		@Nullable String mailedTo) {

	Invitation mailedTo(String address) {
		return new Invitation(this.username, this.displayName, this.token, this.expiresAt, address);
	}

	/** Where its holder sets the password, from the root of the program. */
	public String path() {
		return "/invitation/" + this.token;
	}

	@Override
	public String toString() {
		return "Invitation[" + this.username + "]";
	}

}
