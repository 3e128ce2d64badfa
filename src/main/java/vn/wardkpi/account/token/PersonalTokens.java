package vn.wardkpi.account.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.account.AccountEvent;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Personal tokens, with which programs act as the person who made them. A token is shown
 * once; only its hash is kept.
 */
@Service
@Transactional
public class PersonalTokens {

	/** Longest time a token may be valid. */
	public static final int MOST_DAYS = 366;

	/** Of an account that are of use at the same time. */
	public static final int MOST = 20;

	private static final int LONGEST_NAME = 100;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PersonalTokens(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * One's own tokens that still are of use, the newest first.
	 */
	@Transactional(readOnly = true)
	public List<TokenRow> list(Actor actor) {
		return this.jdbc.sql("""
				select t.id, t.name, t.created_at, t.expires_at, t.last_used_at
				from personal_token t join user_account u on u.id = t.user_id
				where u.username = ? and t.revoked_at is null and t.expires_at > ?
				order by t.id desc
				""").params(actor.username(), now()).query((rs, n) -> {
			OffsetDateTime used = rs.getObject("last_used_at", OffsetDateTime.class);
			return new TokenRow(rs.getLong("id"), Objects.requireNonNull(rs.getString("name")),
					Objects.requireNonNull(rs.getObject("created_at", OffsetDateTime.class)).toInstant(),
					Objects.requireNonNull(rs.getObject("expires_at", OffsetDateTime.class)).toInstant(),
					(used != null) ? used.toInstant() : null);
		}).list();
	}

	/**
	 * @param name what it is for, in one's own words
	 * @param days how long it shall be valid
	 * @return the token, which cannot be read again
	 * @throws RefusedException INVALID if it has no name, the time is out of bounds or
	 * there are too many already
	 */
	public String create(@Nullable String name, @Nullable Integer days, Actor actor) {
		String called = (name != null) ? name.strip() : "";
		List<FieldProblem> problems = new ArrayList<>();
		if (called.isEmpty()) {
			problems.add(new FieldProblem("name", Problem.error("required")));
		}
		else if (called.length() > LONGEST_NAME) {
			problems.add(new FieldProblem("name", Problem.error("too-long", String.valueOf(LONGEST_NAME))));
		}
		if (days == null || days < 1 || days > MOST_DAYS) {
			problems.add(new FieldProblem("days", Problem.error("token-days", String.valueOf(MOST_DAYS))));
		}
		if (days == null || !problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		long owner = oneAtATime(actor);
		String token = TokenSecret.create();
		int stored = this.jdbc.sql("""
				insert into personal_token (user_id, name, token_hash, created_at, expires_at)
				select :owner, :name, :hash, :now, :end
				where (select count(*) from personal_token
				       where user_id = :owner and revoked_at is null and expires_at > :now) < :most
				""")
			.param("owner", owner)
			.param("name", called)
			.param("hash", TokenSecret.hash(token))
			.param("now", now())
			.param("end", now().plus(Duration.ofDays(days)))
			.param("most", MOST)
			.update();
		if (stored != 1) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					List.of(new FieldProblem("name", Problem.error("token-many", String.valueOf(MOST)))));
		}
		this.events
			.publishEvent(new AccountEvent.TokenCreated(actor.username(), actor.username(), actor.ward(), called));
		return token;
	}

	/**
	 * @throws RefusedException NOT_FOUND if it is not one's own or was revoked before
	 */
	public void revoke(long id, Actor actor) {
		String name = this.jdbc.sql("""
				update personal_token set revoked_at = ?
				where id = ? and revoked_at is null and user_id = (select id from user_account where username = ?)
				returning name
				""")
			.params(now(), id, actor.username())
			.query(String.class)
			.optional()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "account.token-unknown"));
		this.events.publishEvent(new AccountEvent.TokenRevoked(actor.username(), actor.username(), actor.ward(), name));
	}

	/**
	 * Whoever learnt the old password may have made tokens with it.
	 */
	@EventListener
	void revokeAll(AccountEvent.PasswordReset reset) {
		revokeAll(reset.username());
	}

	@EventListener
	void revokeAll(AccountEvent.PasswordChanged changed) {
		if (!changed.keepsTokens()) {
			revokeAll(changed.username());
		}
	}

	private void revokeAll(String username) {
		this.jdbc.sql("""
				update personal_token set revoked_at = ?
				where revoked_at is null and user_id = (select id from user_account where username = ?)
				""").params(now(), username).update();
	}

	/**
	 * The account's number; who else makes a token for it waits.
	 */
	private long oneAtATime(Actor actor) {
		return this.jdbc.sql("select id from user_account where username = ? for no key update")
			.param(actor.username())
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "account.unknown", actor.username()));
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * A token without its secret.
	 *
	 * @param lastUsedAt to some minutes; {@code null} if never
	 */
	public record TokenRow(long id, String name, Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt) {
	}

}
