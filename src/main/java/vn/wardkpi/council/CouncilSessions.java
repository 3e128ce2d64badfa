package vn.wardkpi.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.Ward;
import vn.wardkpi.ward.Wards;

/**
 * Keeps the sessions of the wards' councils: everybody reads them, the ward's
 * administrators put them down.
 */
@Service
public class CouncilSessions {

	private final JdbcClient jdbc;

	private final Wards wards;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CouncilSessions(JdbcClient jdbc, Wards wards, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.wards = wards;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The latest first.
	 */
	@Transactional(readOnly = true)
	public List<CouncilSession> ofWard(WardCode ward) {
		return this.jdbc.sql("select * from council_session where ward_code = ? order by held_on desc, id desc")
			.param(ward.value())
			.query(CouncilSessions::session)
			.list();
	}

	@Transactional(readOnly = true)
	public Optional<CouncilSession> find(WardCode ward, long id) {
		return this.jdbc.sql("select * from council_session where ward_code = ? and id = ?")
			.params(ward.value(), id)
			.query(CouncilSessions::session)
			.optional();
	}

	/**
	 * Those that are not before this one, the first of them first.
	 */
	@Transactional(readOnly = true)
	public List<CouncilSession> after(CouncilSession session) {
		return this.jdbc.sql("""
				select * from council_session where ward_code = ? and held_on >= ? and id <> ? order by held_on, id
				""")
			.params(session.ward().value(), session.date(), session.id())
			.query(CouncilSessions::session)
			.list();
	}

	/**
	 * @throws RefusedException NOT_FOUND if the ward's council has no such session
	 */
	@Transactional(readOnly = true)
	public CouncilSession require(WardCode ward, long id) {
		return find(ward, id)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "council.session-unknown", String.valueOf(id)));
	}

	/**
	 * @throws RefusedException NOT_FOUND, FORBIDDEN to others than the ward's
	 * administrators, INVALID with what is wrong, CONFLICT for a session of the same day
	 * and name
	 */
	@Transactional
	public CouncilSession call(WardCode code, SessionInput typed, Actor actor) {
		Ward ward = this.wards.require(code);
		if (!actor.mayAdminister(code)) {
			throw new RefusedException(Kind.FORBIDDEN, "council.call", ward.name());
		}
		SessionInput input = typed.checked();
		CouncilSession called = this.jdbc.sql("""
				insert into council_session (ward_code, title, held_on, as_of, agenda, created_at, created_by)
				values (:ward, :title, :date, :asOf, :agenda, :now, :actor)
				on conflict do nothing
				returning *
				""")
			.param("ward", code.value())
			.param("title", input.title())
			.param("date", input.date())
			.param("asOf", input.asOf())
			.param("agenda", input.agenda())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("actor", actor.username())
			.query(CouncilSessions::session)
			.optional()
			.orElseThrow(
					() -> new RefusedException(Kind.CONFLICT, "council.session-exists", String.valueOf(input.title())));
		this.events.publishEvent(new SessionCalled(actor.username(), called));
		return called;
	}

	private static CouncilSession session(ResultSet rs, int row) throws SQLException {
		return new CouncilSession(rs.getLong("id"), new WardCode(text(rs, "ward_code")), text(rs, "title"),
				Objects.requireNonNull(rs.getObject("held_on", LocalDate.class)),
				Objects.requireNonNull(rs.getObject("as_of", LocalDate.class)), rs.getString("agenda"));
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
