package vn.wardkpi.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
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
	 * Those that are held and not before this one, the first of them first.
	 */
	@Transactional(readOnly = true)
	public List<CouncilSession> after(CouncilSession session) {
		return this.jdbc.sql("""
				select * from council_session where ward_code = ? and held_on >= ? and id <> ? and cancelled_at is null
				order by held_on, id
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
		refuseOthers(code, actor);
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
		this.events.publishEvent(new SessionEvent(actor.username(), null, called));
		return called;
	}

	/**
	 * Changes the day, the name and the agenda where they are not left out; the day whose
	 * results it saw stays.
	 * @param version that the writer saw; {@code null} to change whatever stands now
	 * @throws RefusedException as {@link #call}; CONFLICT also for one that is cancelled;
	 * STALE if another has changed it since
	 */
	@Transactional
	public CouncilSession change(WardCode code, long id, SessionInput typed, @Nullable Integer version, Actor actor) {
		CouncilSession before = standing(code, id, actor);
		SessionInput input = typed.over(before.input()).checked();
		if (this.jdbc.sql("""
				select exists (select from council_session
				               where ward_code = :ward and held_on = :date and title = :title and id <> :id)
				""")
			.param("ward", code.value())
			.param("date", input.date())
			.param("title", input.title())
			.param("id", id)
			.query(Boolean.class)
			.single()) {
			throw new RefusedException(Kind.CONFLICT, "council.session-exists", String.valueOf(input.title()));
		}
		int changed = this.jdbc.sql("""
				update council_session set held_on = :date, title = :title, agenda = :agenda, version = version + 1
				where id = :id and version = :version and cancelled_at is null
				""")
			.param("date", input.date())
			.param("title", input.title())
			.param("agenda", input.agenda())
			.param("id", id)
			.param("version", (version != null) ? version : before.version())
			.update();
		return changed(before, changed, actor);
	}

	/**
	 * Says that a session is not held. Its questions stay where they are and can be
	 * carried over to another.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, INVALID without a reason, CONFLICT
	 * if it is cancelled already
	 */
	@Transactional
	public CouncilSession cancel(WardCode code, long id, @Nullable String reason, Actor actor) {
		CouncilSession before = standing(code, id, actor);
		String why = (reason != null) ? reason.strip() : "";
		List<FieldProblem> problems = new ArrayList<>();
		if (why.isEmpty()) {
			problems.add(new FieldProblem("reason", Problem.error("required")));
		}
		FreeText.WORDS.problemAt("reason", why).ifPresent(problems::add);
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		int changed = this.jdbc.sql("""
				update council_session
				set cancelled_at = :now, cancelled_by = :actor, cancel_reason = :reason, version = version + 1
				where id = :id and cancelled_at is null
				""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("actor", actor.username())
			.param("reason", why)
			.param("id", id)
			.update();
		return changed(before, changed, actor);
	}

	private CouncilSession changed(CouncilSession before, int rows, Actor actor) {
		if (rows == 0) {
			throw new RefusedException(Kind.STALE, "council.session-changed");
		}
		CouncilSession after = require(before.ward(), before.id());
		this.events.publishEvent(new SessionEvent(actor.username(), before, after));
		return after;
	}

	/**
	 * A session that this person may change and that is not cancelled.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT
	 */
	@Transactional(readOnly = true)
	public CouncilSession standing(WardCode code, long id, Actor actor) {
		refuseOthers(code, actor);
		CouncilSession session = require(code, id);
		if (session.isCancelled()) {
			throw new RefusedException(Kind.CONFLICT, "council.session-cancelled", session.title());
		}
		return session;
	}

	private void refuseOthers(WardCode code, Actor actor) {
		Ward ward = this.wards.require(code);
		if (!actor.mayAdminister(code)) {
			throw new RefusedException(Kind.FORBIDDEN, "council.call", ward.name());
		}
	}

	private static CouncilSession session(ResultSet rs, int row) throws SQLException {
		return new CouncilSession(rs.getLong("id"), new WardCode(text(rs, "ward_code")), text(rs, "title"),
				Objects.requireNonNull(rs.getObject("held_on", LocalDate.class)),
				Objects.requireNonNull(rs.getObject("as_of", LocalDate.class)), rs.getString("agenda"),
				rs.getString("cancel_reason"), rs.getInt("version"));
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

}
