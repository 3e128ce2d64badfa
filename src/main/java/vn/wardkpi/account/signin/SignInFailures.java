package vn.wardkpi.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down the guessing of passwords. Failures are counted in the database, so that
 * another instance is no second chance. Nobody is locked out by those who guess at their
 * password elsewhere: where they have signed in before only their own mistakes count, and
 * at other addresses one attempt in {@link #PACE} is let through.
 *
 * <p>
 * An attempt is looked at before its password is and again afterwards: of many that are
 * under way at once no more are answered than of as many one after another.
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

	/**
	 * Failures within the window, from wherever, after which attempts at a username are
	 * let through only one by one.
	 */
	static final int PER_USERNAME = 30;

	static final Duration PACE = Duration.ofSeconds(10);

	private static final Duration PLACES_KEPT = Duration.ofDays(90);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SignInFailures(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * @throws TooManyAttemptsException if it is too early for another attempt
	 */
	void refuseIfTooMany(Guess guess) {
		refuse(untilAllowed(guess, this.clock.instant()));
	}

	/**
	 * Notes that the password was wrong.
	 * @throws TooManyAttemptsException if others failed meanwhile, so many that this one
	 * may not be answered
	 */
	void failed(Guess guess) {
		Optional<Duration> wait = this.transaction.execute((status) -> {
			// One after another, addresses before names.
			this.jdbc.sql("select pg_advisory_xact_lock(1, hashtext(?)), pg_advisory_xact_lock(2, hashtext(?))")
				.params(guess.address(), guess.username())
				.query()
				.singleRow();
			Instant now = this.clock.instant();
			Optional<Duration> late = untilAllowed(guess, now);
			if (late.isEmpty()) {
				record(guess, now);
			}
			return late;
		});
		refuse(Objects.requireNonNull(wait));
	}

	/**
	 * Notes that the password was right.
	 * @throws TooManyAttemptsException as of {@link #failed}: who hears of the right one
	 * among many learns it
	 */
	void succeeded(Guess guess) {
		Instant now = this.clock.instant();
		refuse(untilAllowed(guess, now));
		this.jdbc.sql("delete from sign_in_failure where username = ? and address = ?")
			.params(guess.username(), guess.address())
			.update();
		if (!guess.isInSession()) {
			this.jdbc.sql("""
					insert into sign_in_place as place (username, address, at) values (?, ?, ?)
					on conflict (username, address) do update set at = excluded.at
					where place.at < excluded.at - interval '1 day'
					""").params(guess.username(), guess.address(), at(now)).update();
		}
	}

	private void record(Guess guess, Instant now) {
		this.jdbc.sql("delete from sign_in_failure where at <= ?").param(at(now.minus(WINDOW))).update();
		this.jdbc.sql("delete from sign_in_place where at <= ?").param(at(now.minus(PLACES_KEPT))).update();
		this.jdbc.sql("insert into sign_in_failure (username, address, at) values (?, ?, ?)")
			.params(guess.username(), guess.address(), at(now))
			.update();
	}

	private Optional<Duration> untilAllowed(Guess guess, Instant now) {
		List<Failure> failures = latest(guess, now);
		List<Failure> own = failures.stream().filter((one) -> one.named() && one.here()).toList();
		if (own.size() >= PER_USERNAME_AND_ADDRESS) {
			return until(own.get(PER_USERNAME_AND_ADDRESS - 1).at().plus(WINDOW), now);
		}
		if (guess.isInSession()) {
			return Optional.empty();
		}
		List<Failure> here = failures.stream().filter(Failure::here).toList();
		List<Failure> named = failures.stream().filter(Failure::named).toList();
		Optional<Duration> wait = Optional.empty();
		if (here.size() >= PER_ADDRESS) {
			wait = until(here.get(PER_ADDRESS - 1).at().plus(WINDOW), now);
		}
		else if (named.size() >= PER_USERNAME && !guess.username().isEmpty()) {
			wait = until(named.get(0).at().plus(PACE), now);
		}
		return (wait.isPresent() && isKnown(guess)) ? Optional.empty() : wait;
	}

	private boolean isKnown(Guess guess) {
		return this.jdbc.sql("select exists (select from sign_in_place where username = ? and address = ?)")
			.params(guess.username(), guess.address())
			.query(Boolean.class)
			.single();
	}

	/**
	 * The failures within the window of the username or at the address, the latest first.
	 */
	private List<Failure> latest(Guess guess, Instant now) {
		return this.jdbc.sql("""
				select at, username = :username as named, address = :address as here from sign_in_failure
				where (username = :username or address = :address) and at > :since
				order by at desc
				""")
			.param("username", guess.username())
			.param("address", guess.address())
			.param("since", at(now.minus(WINDOW)))
			.query((rs, n) -> new Failure(Objects.requireNonNull(rs.getObject("at", OffsetDateTime.class)).toInstant(),
					rs.getBoolean("named"), rs.getBoolean("here")))
			.list();
	}

	private static Optional<Duration> until(Instant allowed, Instant now) {
		return allowed.isAfter(now) ? Optional.of(Duration.between(now, allowed)) : Optional.empty();
	}

	private static void refuse(Optional<Duration> wait) {
		wait.ifPresent((duration) -> {
			throw new TooManyAttemptsException(duration);
		});
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/**
	 * @param named whether it was of the username that is asked about
	 * @param here whether it was at the address that is asked about
	 */
	private record Failure(Instant at, boolean named, boolean here) {
	}

}
