package vn.wardkpi.reminder;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;

import vn.wardkpi.account.StaffMember;
import vn.wardkpi.calendar.WorkingDays;
import vn.wardkpi.ward.Ward;

/**
 * Sends each person one mail a working day at the most. Its row is written before the
 * mail is handed over and never sent twice: where it is not certain that the server did
 * not take it, it is given up.
 */
class Digests {

	private static final Logger log = LoggerFactory.getLogger(Digests.class);

	private static final Duration PAUSE = Duration.ofMinutes(15);

	private static final int MOST_ATTEMPTS = 8;

	private final JdbcClient jdbc;

	private final @Nullable MailSender sender;

	private final LocalTime sendAt;

	private final Clock clock;

	/**
	 * @param sender {@code null} where no mail is sent
	 * @param sendAt time of day from which mails go out
	 */
	Digests(JdbcClient jdbc, @Nullable MailSender sender, LocalTime sendAt, Clock clock) {
		this.jdbc = jdbc;
		this.sender = sender;
		this.sendAt = sendAt;
		this.clock = clock;
	}

	void send(Ward ward, LocalDate today, Reminders.Due due, List<StaffMember> people) {
		if (this.sender == null || !WorkingDays.isWorkingDay(today)
				|| LocalTime.now(this.clock).isBefore(this.sendAt)) {
			return;
		}
		for (StaffMember person : people) {
			String mailTo = person.mailTo();
			Digest digest = Digest.of(ward, today, person, due);
			if (mailTo != null && digest.isWorthSending(this.clock.getZone())
					&& claim(person.actor().username(), today)) {
				send(this.sender, digest, mailTo);
			}
		}
	}

	private void send(MailSender sender, Digest digest, String mailTo) {
		String username = digest.person().actor().username();
		try {
			sender.send(digest, mailTo);
			end(username, digest.day(), "SENT", null, null);
		}
		catch (MailException ex) {
			Optional<String> untaken = MailSender.notTaken(ex);
			if (untaken.isPresent()) {
				log.warn("The mail of {} to {} was not taken by the mail server and is tried again later: {}",
						digest.day(), username, untaken.get());
				end(username, digest.day(), "FAILED", untaken.get(), this.clock.instant().plus(PAUSE));
			}
			else {
				log.error("The mail of {} to {} is given up: the server refused it or may have taken it", digest.day(),
						username, ex);
				end(username, digest.day(), "GIVEN_UP", ex.getClass().getSimpleName(), null);
			}
		}
	}

	/**
	 * Whether it is this instance, now, that sends.
	 */
	private boolean claim(String username, LocalDate day) {
		return this.jdbc.sql("""
				insert into digest (username, day, state, attempts, changed_at)
				values (:username, :day, 'SENDING', 1, :now)
				on conflict (username, day) do update
				set state = 'SENDING', attempts = digest.attempts + 1, changed_at = :now, next_attempt_at = null
				where digest.state = 'FAILED' and digest.next_attempt_at <= :now and digest.attempts < :most
				""")
			.param("username", username)
			.param("day", day)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("most", MOST_ATTEMPTS)
			.update() == 1;
	}

	private void end(String username, LocalDate day, String state, @Nullable String problem,
			@Nullable Instant nextAttempt) {
		this.jdbc.sql("""
				update digest set state = :state, problem = :problem, changed_at = :now,
				                  next_attempt_at = cast(:next as timestamptz)
				where username = :username and day = :day
				""")
			.param("state", state)
			.param("problem", problem)
			.param("now", Timestamp.from(this.clock.instant()))
			.param("next", (nextAttempt != null) ? Timestamp.from(nextAttempt) : null)
			.param("username", username)
			.param("day", day)
			.update();
	}

}
