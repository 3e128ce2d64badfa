package vn.wardkpi.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down the guessing of passwords. Failures are counted in the database, so that
 * another instance is no second chance; a person at another address is not locked out by
 * somebody who guesses at theirs.
 */
@Component
class SignInFailures {

	static final Duration WINDOW = Duration.ofMinutes(15);

	/** Failures within the window after which a username is refused from an address. */
	static final int PER_USERNAME_AND_ADDRESS = 10;

	/**
	 * Failures within the window after which an address is refused: many, because a whole
	 * office may share one.
	 */
	static final int PER_ADDRESS = 100;

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInFailures(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @throws TooManyAttemptsException if it is too early for another attempt
	 */
	void refuseIfTooMany(String username, String address) {
		Instant now = this.clock.instant();
		List<Instant> own = latest("username = ? and address = ?", PER_USERNAME_AND_ADDRESS, now, username, address);
		List<Instant> all = (own.size() < PER_USERNAME_AND_ADDRESS) ? latest("address = ?", PER_ADDRESS, now, address)
				: own;
		int limit = (all == own) ? PER_USERNAME_AND_ADDRESS : PER_ADDRESS;
		if (all.size() >= limit) {
			throw new TooManyAttemptsException(Duration.between(now, all.get(limit - 1).plus(WINDOW)));
		}
	}

	void record(String username, String address) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc.sql("delete from sign_in_failure where at <= ?").param(now.minus(WINDOW)).update();
		this.jdbc.sql("insert into sign_in_failure (username, address, at) values (?, ?, ?)")
			.params(username, address, now)
			.update();
	}

	void forget(String username, String address) {
		this.jdbc.sql("delete from sign_in_failure where username = ? and address = ?")
			.params(username, address)
			.update();
	}

	private List<Instant> latest(String condition, int limit, Instant now, Object... parameters) {
		return this.jdbc
			.sql("select at from sign_in_failure where " + condition + " and at > ? order by at desc limit " + limit)
			.params(parameters)
			.param(now.minus(WINDOW).atOffset(ZoneOffset.UTC))
			.query(OffsetDateTime.class)
			.list()
			.stream()
			.map(OffsetDateTime::toInstant)
			.toList();
	}

}
