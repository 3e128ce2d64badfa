package vn.wardkpi.account.invitation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.AccountEvent;
import vn.wardkpi.account.AccountRow;
import vn.wardkpi.account.Accounts;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.VietnameseDay;

/**
 * Makes invitations and lets them be used: each once, within a week, and only the latest
 * of an account. A token is 256 random bits, of which a hash is kept.
 */
@Service
public class Invitations {

	/** How long a link is good for. */
	public static final Duration VALID = Duration.ofDays(7);

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String OPEN = """
			select u.username, u.display_name from invitation i join user_account u on u.id = i.user_id
			where i.token_hash = ? and i.ended_at is null and i.expires_at > ? and u.enabled
			""";

	private final AccountCatalog catalog;

	private final Accounts accounts;

	private final InvitationMail mail;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Invitations(AccountCatalog catalog, Accounts accounts, InvitationMail mail, JdbcClient jdbc,
			ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
		this.catalog = catalog;
		this.accounts = accounts;
		this.mail = mail;
		this.jdbc = jdbc;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Makes a new link for an account, which ends an earlier one, and mails it where that
	 * can be done.
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; CONFLICT if it is one's own account
	 * or a locked one
	 */
	public Invitation invite(String username, Actor actor) {
		AccountRow row = this.catalog.require(username, actor);
		if (row.username().equals(actor.username())) {
			throw new RefusedException(Kind.CONFLICT, "account.own-password");
		}
		if (!row.enabled()) {
			throw new RefusedException(Kind.CONFLICT, "account.invite-locked", row.displayName());
		}
		Invitation made = Objects.requireNonNull(this.transaction.execute((status) -> {
			Invitation invitation = make(row, actor);
			this.events.publishEvent(new AccountEvent.Invited(actor.username(), row.username(), row.ward(),
					VietnameseDay.write(LocalDate.ofInstant(invitation.expiresAt(), this.clock.getZone()))));
			return invitation;
		}));
		return send(List.of(made)).get(0);
	}

	/**
	 * Makes links for accounts that were created in this transaction.
	 */
	public List<Invitation> make(Collection<AccountRow> created, Actor actor) {
		return created.stream().map((row) -> make(row, actor)).toList();
	}

	/**
	 * Mails the links to those who have an address, where mail is sent at all; outside
	 * any transaction.
	 * @return the same, each saying whether it was mailed
	 */
	public List<Invitation> send(List<Invitation> invitations) {
		Map<String, String> known = addresses(invitations);
		Map<Invitation, String> addressed = new LinkedHashMap<>();
		invitations.stream()
			.filter((one) -> known.containsKey(one.username()))
			.forEach((one) -> addressed.put(one, known.get(one.username())));
		Set<Invitation> sent = this.mail.send(addressed);
		sent.forEach((one) -> this.jdbc.sql("update invitation set mailed_to = ? where token_hash = ?")
			.params(Objects.requireNonNull(addressed.get(one)), DigestUtils.sha256Hex(one.token()))
			.update());
		return invitations.stream()
			.map((one) -> sent.contains(one) ? one.mailedTo(Objects.requireNonNull(addressed.get(one))) : one)
			.toList();
	}

	/**
	 * Whose password the token sets, unless it was used, replaced or has run out.
	 */
	public Optional<Invited> find(String token) {
		return find(OPEN, token);
	}

	private Optional<Invited> find(String sql, String token) {
		return this.jdbc.sql(sql)
			.params(DigestUtils.sha256Hex(token), now())
			.query((rs, n) -> new Invited(Objects.requireNonNull(rs.getString("username")),
					Objects.requireNonNull(rs.getString("display_name"))))
			.optional();
	}

	/**
	 * Sets the password, once.
	 * @throws RefusedException NOT_FOUND if the token is good for nothing; INVALID if the
	 * password is weak, and the token stays good
	 */
	public void accept(String token, @Nullable String password) {
		this.transaction.executeWithoutResult((status) -> {
			// Who comes second waits, and finds nothing.
			Invited invited = find(OPEN + " for update of i", token)
				.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "account.invitation-unknown"));
			this.accounts.setInvitedPassword(invited.username(), password);
		});
	}

	/**
	 * Whoever has a password needs no link, and one that was mailed earlier opens nothing
	 * any more.
	 */
	@EventListener
	void end(AccountEvent.PasswordReset reset) {
		end(reset.username());
	}

	@EventListener
	void end(AccountEvent.PasswordChanged changed) {
		end(changed.username());
	}

	private void end(String username) {
		this.jdbc.sql("""
				update invitation set ended_at = ?
				where ended_at is null and user_id = (select id from user_account where username = ?)
				""").params(now(), username).update();
	}

	private Invitation make(AccountRow row, Actor actor) {
		byte[] bits = new byte[32];
		RANDOM.nextBytes(bits);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		Instant until = this.clock.instant().plus(VALID);
		end(row.username());
		this.jdbc.sql("""
				insert into invitation (user_id, token_hash, created_at, created_by, expires_at)
				select id, ?, ?, ?, ? from user_account where username = ?
				""")
			.params(DigestUtils.sha256Hex(token), now(), actor.username(), until.atOffset(ZoneOffset.UTC),
					row.username())
			.update();
		return new Invitation(row.username(), row.displayName(), token, until, null);
	}

	private Map<String, String> addresses(List<Invitation> invitations) {
		Map<String, String> addresses = new HashMap<>();
		this.jdbc.sql("select username, email from user_account where username = any(?) and email is not null")
			.param(invitations.stream().map(Invitation::username).toArray(String[]::new))
			.query((rs) -> {
				addresses.put(rs.getString("username"), rs.getString("email"));
			});
		return addresses;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * Whose account a link is for.
	 */
	public record Invited(String username, String displayName) {
	}

}
