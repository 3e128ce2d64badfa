package vn.wardkpi.account;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * Something that was done to an account, published within the transaction that does it.
 * No event carries a password, a hash or a token.
 */
public sealed interface AccountEvent {

	/** Username of who did it; "installation" or "demo" for the program itself. */
	String actor();

	String username();

	/** The ward of the account, if it has one. */
	@Nullable WardCode ward();

	/**
	 * @param state the account as people read it
	 */
	record Created(String actor, String username, @Nullable WardCode ward, String state) implements AccountEvent {
	}

	record Changed(String actor, String username, @Nullable WardCode ward, String before,
			String after) implements AccountEvent {
	}

	/**
	 * The address of reminders, or the wish for them.
	 */
	record MailChanged(String actor, String username, @Nullable WardCode ward, String before,
			String after) implements AccountEvent {
	}

	/**
	 * The person set another password.
	 */
	record PasswordChanged(String actor, String username, @Nullable WardCode ward) implements AccountEvent {
	}

	/**
	 * An administrator set another password: whoever had the old one loses the account's
	 * tokens too.
	 */
	record PasswordReset(String actor, String username, @Nullable WardCode ward) implements AccountEvent {
	}

	record TokenCreated(String actor, String username, @Nullable WardCode ward, String name) implements AccountEvent {
	}

	record TokenRevoked(String actor, String username, @Nullable WardCode ward, String name) implements AccountEvent {
	}

}
