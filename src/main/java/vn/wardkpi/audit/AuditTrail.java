package vn.wardkpi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.OneAct;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Subject;

/**
 * Writes changes down and reads them back. The database refuses to alter or delete what
 * is written.
 */
@Service
public class AuditTrail {

	private static final String ACT = AuditTrail.class.getName() + ".act";

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditTrail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Runs inside the publisher's transaction: if the change is not stored, neither is
	 * its row, and the other way round.
	 */
	@EventListener
	void write(Recorded event) {
		Map<String, Long> acts = acts().rows();
		for (RecordedChange change : event.changes()) {
			String of = change.ward() + " " + change.planId();
			long id = write(event.actor(), change, acts.get(of));
			acts.putIfAbsent(of, id);
		}
	}

	/**
	 * The rows that stand for what is being done. What one request does to a plan, or to
	 * a ward beside its plans, is one act, whatever number of events it takes; without a
	 * request one event is, unless the program says what is one. Of several wards each
	 * has its own, which its administrators find.
	 */
	private static Acts acts() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request == null) {
			Map<String, Long> rows = OneAct.rows();
			return new Acts((rows != null) ? rows : new HashMap<>());
		}
		if (request.getAttribute(ACT, RequestAttributes.SCOPE_REQUEST) instanceof Acts begun) {
			return begun;
		}
		Acts acts = new Acts(new HashMap<>());
		request.setAttribute(ACT, acts, RequestAttributes.SCOPE_REQUEST);
		return acts;
	}

	private long write(String actor, RecordedChange change, @Nullable Long act) {
		return this.jdbc.sql("""
				insert into audit_entry (at, actor, ward_code, plan_id, indicator_no, subject, key, action, from_state,
				                         to_state, reason, origin, act)
				values (:at, :actor, :ward, :plan, :no, :subject, :key, :action, :from, :to, :reason, :origin, :act)
				returning id
				""")
			.param("at", Timestamp.from(this.clock.instant()))
			.param("actor", actor)
			.param("ward", (change.ward() != null) ? change.ward().value() : null)
			.param("plan", change.planId())
			.param("no", change.indicatorNo())
			.param("subject", change.subject().name())
			.param("key", change.key())
			.param("action", change.action().name())
			.param("from", change.from())
			.param("to", change.to())
			.param("reason", change.reason())
			.param("origin", origin())
			.param("act", act)
			.query(Long.class)
			.single();
	}

	/**
	 * Every change of an indicator of a plan, the oldest first.
	 * @param drafts whether the reader may see what was not approved; without, a figure's
	 * history is that of its approvals, and forms on their way and files are left out
	 */
	public List<AuditEntry> of(long planId, String indicatorNo, boolean drafts) {
		return this.jdbc
			.sql("""
					select e.*, coalesce((select p.name from person_row p where p.username = e.actor), e.actor) as actor_name
					from audit_entry e
					where plan_id = :plan and indicator_no = :no
					  and (:drafts or subject in ('PLAN', 'INDICATOR', 'DECISION', 'TARGET', 'HEADLINE', 'OVERRIDE')
					       or subject in ('ACTUAL', 'EXPLANATION') and action = 'APPROVED')
					order by id
					""")
			.param("plan", planId)
			.param("no", indicatorNo)
			.param("drafts", drafts)
			.query(AuditTrail::entry)
			.list();
	}

	/**
	 * The caller's address as the reverse proxy reports it, and whether it was a program
	 * that called.
	 */
	private static String origin() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web) {
			HttpServletRequest request = web.getRequest();
			String address = FreeText.echo(request.getRemoteAddr());
			if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
				return address;
			}
			String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
			boolean token = credentials != null && credentials.regionMatches(true, 0, "Bearer ", 0, 7);
			return address + (token ? " token" : " api");
		}
		return "program";
	}

	static AuditEntry entry(ResultSet rs, int rowNumber) throws SQLException {
		return new AuditEntry(rs.getLong("id"), Objects.requireNonNull(rs.getTimestamp("at")).toInstant(),
				text(rs, "actor"), rs.getString("indicator_no"), Subject.valueOf(text(rs, "subject")), text(rs, "key"),
				text(rs, "action"), rs.getString("from_state"), rs.getString("to_state"), rs.getString("reason"),
				rs.getString("origin"), text(rs, "actor_name"));
	}

	private static String text(ResultSet rs, String column) throws SQLException {
		return Objects.requireNonNull(rs.getString(column));
	}

	/**
	 * @param rows the row that stands for each act, by the ward and plan it concerns
	 */
	private record Acts(Map<String, Long> rows) {
	}

}
