package vn.wardkpi.account.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores a session when it changed, and that it was used at most once a minute. Without
 * this every request, even one that is answered from memory, would write a row and wait
 * for the disk. A session may therefore end up to a minute early: it lasts hours.
 * <p>
 * At the end of a request the session's filter stores the session and at once asks for it
 * again, only to see that there is one. It gets the one that it stored.
 *
 * @param <S> the session as it is stored
 */
class SeldomTouchedSessions<S extends Session> implements SessionRepository<SeldomTouchedSessions.Held<S>> {

	static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

	/** The session that a thread stored, as long as it has asked for none since. */
	private static final ThreadLocal<@Nullable Held<?>> JUST_SAVED = new ThreadLocal<>();

	private final SessionRepository<S> stored;

	private final TransactionOperations transaction;

	/**
	 * @param transaction in which a session and its attributes are stored; reading is one
	 * statement and needs none
	 */
	SeldomTouchedSessions(SessionRepository<S> stored, TransactionOperations transaction) {
		this.stored = stored;
		this.transaction = transaction;
	}

	@Override
	public Held<S> createSession() {
		return new Held<>(this.stored.createSession(), true);
	}

	@Override
	public void save(Held<S> session) {
		if (session.changed) {
			this.transaction.executeWithoutResult((status) -> this.stored.save(session.session));
			session.changed = false;
		}
		JUST_SAVED.set(session);
	}

	@Override
	@SuppressWarnings("unchecked") // there is one repository
	public @Nullable Held<S> findById(String id) {
		Held<?> known = JUST_SAVED.get();
		JUST_SAVED.remove();
		if (known != null && known.getId().equals(id)) {
			return (Held<S>) known;
		}
		S session = this.stored.findById(id);
		return (session != null) ? new Held<>(session, false) : null;
	}

	/**
	 * Before a request: what this thread stored in an earlier one tells nothing of it.
	 */
	static void forget() {
		JUST_SAVED.remove();
	}

	@Override
	public void deleteById(String id) {
		forget();
		this.stored.deleteById(id);
	}

	/**
	 * A session that knows whether there is something to store.
	 *
	 * @param <S> the session as it is stored
	 */
	static final class Held<S extends Session> implements Session {

		private final S session;

		private boolean changed;

		private Held(S session, boolean changed) {
			this.session = session;
			this.changed = changed;
		}

		@Override
		public void setLastAccessedTime(Instant time) {
			if (this.changed || !time.isBefore(getLastAccessedTime().plus(AT_MOST_EVERY))) {
				this.session.setLastAccessedTime(time);
				this.changed = true;
			}
		}

		@Override
		public String changeSessionId() {
			this.changed = true;
			return this.session.changeSessionId();
		}

		@Override
		public void setAttribute(String name, Object value) {
			this.changed = true;
			this.session.setAttribute(name, value);
		}

		@Override
		public void removeAttribute(String name) {
			this.changed = true;
			this.session.removeAttribute(name);
		}

		@Override
		public void setMaxInactiveInterval(Duration interval) {
			this.changed = true;
			this.session.setMaxInactiveInterval(interval);
		}

		@Override
		public String getId() {
			return this.session.getId();
		}

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
		public <T> @Nullable T getAttribute(String name) {
			return this.session.getAttribute(name);
		}

		@Override
		public Set<String> getAttributeNames() {
			return this.session.getAttributeNames();
		}

		@Override
		public Instant getCreationTime() {
			return this.session.getCreationTime();
		}

		@Override
		public Instant getLastAccessedTime() {
			return this.session.getLastAccessedTime();
		}

		@Override
		public Duration getMaxInactiveInterval() {
			return this.session.getMaxInactiveInterval();
		}

		@Override
		public boolean isExpired() {
			return this.session.isExpired();
		}

	}

}
