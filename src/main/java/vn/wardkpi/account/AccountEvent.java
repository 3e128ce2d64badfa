package vn.wardkpi.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * Something that was done to an account, published within the transaction that does it.
 * No event carries a password, a hash or a token.
 */
public sealed interface AccountEvent extends Recorded {

	String username();

	/** The ward of the account, if it has one. */
	@Nullable WardCode ward();

	Action action();

	/** The account, its addresses or a token's name before, as people read it. */
	default @Nullable String before() {
		return null;
	}

	/** As {@link #before()}, afterwards. */
	default @Nullable String after() {
		return null;
	}

	@Override
	default List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.USER, username(), action()).in(ward()).from(before()).to(after()));
	}

	record Created(String actor, String username, @Nullable WardCode ward, String after) implements AccountEvent {

		@Override
		public Action action() {
			return Action.CREATED;
		}

	}

	record Changed(String actor, String username, @Nullable WardCode ward, String before,
			String after) implements AccountEvent {

		@Override
		public Action action() {
			return Action.CHANGED;
		}

	}

	/**
	 * The address of reminders, or the wish for them.
	 */
	record MailChanged(String actor, String username, @Nullable WardCode ward, String before,
			String after) implements AccountEvent {

		@Override
		public Action action() {
			return Action.CHANGED;
		}

	}

	/**
	 * The person set another password.
	 *
	 * @param keepsTokens whether the account's tokens stay valid
	 */
	record PasswordChanged(String actor, String username, @Nullable WardCode ward,
			boolean keepsTokens) implements AccountEvent {

		@Override
		public Action action() {
			return Action.PASSWORD_CHANGED;
		}

	}

	/**
	 * An administrator set another password: whoever had the old one loses the account's
	 * tokens too.
	 */
	record PasswordReset(String actor, String username, @Nullable WardCode ward) implements AccountEvent {

		@Override
		public Action action() {
			return Action.PASSWORD_RESET;
		}

	}

	/**
	 * @param after the name its owner gave it
	 */
	record TokenCreated(String actor, String username, @Nullable WardCode ward, String after) implements AccountEvent {

		@Override
		public Action action() {
			return Action.TOKEN_CREATED;
		}

	}

	/**
	 * @param before the name its owner gave it
	 */
	record TokenRevoked(String actor, String username, @Nullable WardCode ward, String before) implements AccountEvent {

		@Override
		public Action action() {
			return Action.TOKEN_REVOKED;
		}

	}

	/**
	 * A link was made by which the account's owner sets the password.
	 *
	 * @param after the last day on which it can be used
	 */
	record Invited(String actor, String username, @Nullable WardCode ward, String after) implements AccountEvent {

		@Override
		public Action action() {
			return Action.INVITED;
		}

	}

	/**
	 * Somebody else does the account's work.
	 *
	 * @param after who, and when, as people read it
	 */
	record HandedOver(String actor, String username, @Nullable WardCode ward, String after) implements AccountEvent {

		@Override
		public Action action() {
			return Action.HANDED_OVER;
		}

	}

	/**
	 * What was handed over is the account's own again, before its time.
	 *
	 * @param before as of {@link HandedOver#after()}
	 */
	record TakenBack(String actor, String username, @Nullable WardCode ward, String before) implements AccountEvent {

		@Override
		public Action action() {
			return Action.TAKEN_BACK;
		}

	}

	/**
	 * Sessions of the account were ended by an administrator, or by its owner from
	 * elsewhere.
	 *
	 * @param before on which devices, as people read it
	 */
	record SessionsEnded(String actor, String username, @Nullable WardCode ward,
			String before) implements AccountEvent {

		@Override
		public Action action() {
			return Action.SESSIONS_ENDED;
		}

	}

}
