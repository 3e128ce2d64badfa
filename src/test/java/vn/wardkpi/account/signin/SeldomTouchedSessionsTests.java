package vn.wardkpi.account.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

class SeldomTouchedSessionsTests {

	private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");

	private final MapSession session = new MapSession("one");

	private final List<Instant> saved = new ArrayList<>();

	private final SeldomTouchedSessions<MapSession> sessions = new SeldomTouchedSessions<>(new Kept(),
			TransactionOperations.withoutTransaction());

	SeldomTouchedSessionsTests() {
		this.session.setLastAccessedTime(NOW);
	}

	@Test
	void thatItWasUsedIsStoredOnceAMinute() {
		used(NOW.plusSeconds(59));
		assertThat(this.saved).isEmpty();
		used(NOW.plusSeconds(60));
		assertThat(this.saved).containsExactly(NOW.plusSeconds(60));
		used(NOW.plusSeconds(119));
		used(NOW.plusSeconds(120));
		assertThat(this.saved).containsExactly(NOW.plusSeconds(60), NOW.plusSeconds(120));
	}

	@Test
	void whatChangedIsStoredAtOnceAndOnce() {
		SeldomTouchedSessions.Held<MapSession> found = found();
		found.setAttribute("a", "b");
		this.sessions.save(found);
		this.sessions.save(found);
		assertThat(this.saved).hasSize(1);
		found.removeAttribute("a");
		this.sessions.save(found);
		found.changeSessionId();
		this.sessions.save(found);
		found.setMaxInactiveInterval(Duration.ofHours(1));
		this.sessions.save(found);
		assertThat(this.saved).hasSize(4);
	}

	@Test
	void aNewSessionIsStored() {
		this.sessions.save(this.sessions.createSession());
		assertThat(this.saved).hasSize(1);
	}

	@Test
	void whatWasJustStoredIsNotReadAgain() {
		SeldomTouchedSessions.Held<MapSession> first = found();
		this.sessions.save(first);
		assertThat(found()).isSameAs(first);
		assertThat(found()).as("asked a second time").isNotSameAs(first);
	}

	@Test
	void anotherRequestReadsTheSessionAsItIs() {
		SeldomTouchedSessions.Held<MapSession> first = found();
		this.sessions.save(first);
		SeldomTouchedSessions.forget();
		assertThat(found()).isNotSameAs(first);
		this.sessions.save(first);
		assertThat(this.sessions.findById("two")).as("another session").isNotSameAs(first);
		assertThat(found()).as("asked of another in between").isNotSameAs(first);
	}

	private void used(Instant time) {
		SeldomTouchedSessions.Held<MapSession> found = found();
		found.setLastAccessedTime(time);
		this.sessions.save(found);
	}

	private SeldomTouchedSessions.Held<MapSession> found() {
		return Objects.requireNonNull(this.sessions.findById("one"));
	}

	private final class Kept implements SessionRepository<MapSession> {

		@Override
		public MapSession createSession() {
			return new MapSession();
		}

		@Override
		public void save(MapSession changed) {
			SeldomTouchedSessionsTests.this.saved.add(changed.getLastAccessedTime());
		}

		@Override
		public MapSession findById(String id) {
			return SeldomTouchedSessionsTests.this.session;
		}

		@Override
		public void deleteById(String id) {
			throw new UnsupportedOperationException();
		}

	}

}
