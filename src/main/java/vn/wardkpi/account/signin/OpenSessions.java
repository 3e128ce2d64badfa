package vn.wardkpi.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Service;

import vn.wardkpi.account.AccountCatalog;
import vn.wardkpi.account.AccountEvent;
import vn.wardkpi.account.AccountRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;

/**
 * Where somebody is signed in, for themselves and for those who administer the account. A
 * session's id opens it, so it is never shown: a hash of it stands for it.
 */
@Service
public class OpenSessions {

	private static final String DEVICE = "signed-in.device";

	private static final String ADDRESS = "signed-in.address";

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final AccountCatalog catalog;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OpenSessions(JdbcIndexedSessionRepository sessions, AccountCatalog catalog, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.sessions = sessions;
		this.catalog = catalog;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Remembers on which device somebody signed in just now.
	 */
	public static void began(HttpServletRequest request) {
		HttpSession session = request.getSession();
		session.setAttribute(DEVICE, Device.of(request.getHeader(HttpHeaders.USER_AGENT)));
		session.setAttribute(ADDRESS, request.getRemoteAddr());
	}

	/**
	 * The account's sessions that are open, the latest used first.
	 * @param present id of the session that asks, if it is one of them
	 */
	public List<OpenSession> of(String username, @Nullable String present) {
		return open(username)
			.map((session) -> new OpenSession(handle(session.getId()), text(session, DEVICE), text(session, ADDRESS),
					session.getCreationTime(), session.getLastAccessedTime(), session.getId().equals(present)))
			.sorted(Comparator.comparing(OpenSession::lastUsed).reversed())
			.toList();
	}

	/**
	 * The same of one's own account, or of one that is administered.
	 * @throws RefusedException FORBIDDEN, NOT_FOUND if there is no such account
	 */
	public List<OpenSession> of(String username, @Nullable String present, Actor actor) {
		return of(account(username, actor).username(), present);
	}

	/**
	 * Ends a session of one's own, or of an account that is administered.
	 * @param handle of the session; {@code null} for all but the present one
	 * @param present id of the session that asks, which stays
	 * @throws RefusedException FORBIDDEN, NOT_FOUND if there is no such account or
	 * session
	 */
	public void end(String username, @Nullable String handle, @Nullable String present, Actor actor) {
		AccountRow row = account(username, actor);
		List<? extends Session> ended = open(row.username()).filter((session) -> !session.getId().equals(present))
			.filter((session) -> handle == null || handle(session.getId()).equals(handle))
			.toList();
		if (ended.isEmpty()) {
			if (handle == null) {
				return;
			}
			throw unknown();
		}
		ended.forEach((session) -> this.sessions.deleteById(session.getId()));
		this.events.publishEvent(new AccountEvent.SessionsEnded(actor.username(), row.username(), row.ward(),
				String.join(", ", ended.stream().map((session) -> text(session, DEVICE)).toList())));
	}

	private AccountRow account(String username, Actor actor) {
		return actor.username().equals(username) ? this.catalog.find(username).orElseThrow(OpenSessions::unknown)
				: this.catalog.require(username, actor);
	}

	private Stream<? extends Session> open(String username) {
		Instant oldest = this.clock.instant().minus(Duration.ofHours(SessionConfiguration.MOST_HOURS));
		return this.jdbc.sql("select version from user_account where username = ? and enabled")
			.param(username)
			.query(Integer.class)
			.optional()
			.stream()
			.flatMap((version) -> this.sessions.findByPrincipalName(username + "@" + version).values().stream())
			.filter((session) -> !session.isExpired() && session.getCreationTime().isAfter(oldest));
	}

	private static String text(Session session, String attribute) {
		return Objects.requireNonNullElse(session.getAttribute(attribute), "–");
	}

	private static String handle(String id) {
		return HexFormat.of().formatHex(DigestUtils.sha256(id), 0, 12);
	}

	private static RefusedException unknown() {
		return new RefusedException(Kind.NOT_FOUND, "account.session-unknown");
	}

	/**
	 * @param handle stands for its id
	 * @param device browser and system, as far as they are known
	 * @param address from where it was opened
	 */
	public record OpenSession(String handle, String device, String address, Instant since, Instant lastUsed,
			boolean present) {
	}

}
