package vn.wardkpi.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.WardCode;

/**
 * Searches the record for administrators: those of a ward find what concerns their ward,
 * those of the installation everything.
 */
@Service
@Transactional(readOnly = true)
public class AuditSearch {

	private static final int ROWS_AT_A_TIME = 500;

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditSearch(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The newest first: where nothing is said of single changes, each act once.
	 * @param most how many rows at the most
	 * @throws RefusedException FORBIDDEN to others than administrators
	 */
	public List<AuditHit> find(AuditQuery query, int most, Actor actor) {
		return statement(query, query.isOfActs(), actor, " limit " + most).query(AuditSearch::hit).list();
	}

	/**
	 * Hands over every row there is, the newest first, a portion at a time.
	 * @throws RefusedException FORBIDDEN to others than administrators
	 */
	public void forEach(AuditQuery query, Actor actor, Consumer<AuditHit> rows) {
		statement(query, false, actor, "").withFetchSize(ROWS_AT_A_TIME)
			.query((ResultSet row) -> rows.accept(hit(row, row.getRow())));
	}

	/**
	 * The plans of which this person finds changes, by id, where they can be offered: of
	 * one ward.
	 */
	public Map<Long, String> plans(Actor actor) {
		Map<Long, String> plans = new LinkedHashMap<>();
		if (actor.ward() != null) {
			this.jdbc.sql("select id, title from plan_ever_row where ward_code = ? order by from_year desc, id")
				.param(actor.ward().value())
				.query((ResultSet row) -> {
					plans.put(row.getLong("id"), text(row, "title"));
				});
		}
		return plans;
	}

	/**
	 * Where the chains that this person may see end at present.
	 * @param ward code or part of the name of a ward; {@code null} for all
	 * @param most how many chains at the most
	 * @throws RefusedException FORBIDDEN to others than administrators
	 */
	public List<ChainHead> heads(@Nullable String ward, int most, Actor actor) {
		Set<String> own = scope(actor);
		return this.jdbc.sql("""
				select c.chain, w.name, c.entries, encode(c.head_hash, 'hex') as head, e.at
				from audit_chain c
				left join ward_row w on w.code = c.chain
				left join audit_link l on l.chain = c.chain and l.chain_no = c.entries
				left join audit_entry e on e.id = l.entry_id
				where (:everywhere or c.chain in (:own))
				  and (cast(:ward as text) is null or c.chain = :ward or w.search_key like :key)
				order by w.code is not null, c.chain limit :most
				""")
			.param("everywhere", own == null)
			.param("own", (own != null) ? own : Set.of(""))
			.param("ward", ward)
			.param("key", (ward != null) ? "%" + escaped(SearchKey.of(ward)) + "%" : null)
			.param("most", most)
			.query((row, n) -> {
				Timestamp at = row.getTimestamp("at");
				return new ChainHead(text(row, "chain"), row.getString("name"), row.getLong("entries"),
						text(row, "head"), (at != null) ? at.toInstant() : null);
			})
			.list();
	}

	/**
	 * The wards to which an administrator is bound, or {@code null}.
	 * @throws RefusedException FORBIDDEN to others than administrators
	 */
	public static @Nullable Set<String> scope(Actor actor) {
		if (actor.role() != Role.ADMIN) {
			throw new RefusedException(Kind.FORBIDDEN, "audit");
		}
		Set<WardCode> wards = actor.wards();
		return (wards != null) ? wards.stream().map(WardCode::value).collect(Collectors.toUnmodifiableSet()) : null;
	}

	private JdbcClient.StatementSpec statement(AuditQuery query, boolean acts, Actor actor, String limit) {
		Conditions conditions = new Conditions();
		if (acts) {
			conditions.add("e.act is null");
		}
		conditions.add("(e.id = :act or e.act = :act)", "act", query.act());
		conditions.add("e.ward_code in (:own)", "own", scope(actor));
		conditions.add("e.actor = :who", "who", lowered(query.who()));
		conditions.add("e.subject = :subject", "subject", (query.subject() != null) ? query.subject().name() : null);
		conditions.add("e.action = :action", "action", query.action());
		conditions.add("e.plan_id = :plan", "plan", query.planId());
		conditions.add("e.indicator_no = :no", "no", query.indicatorNo());
		conditions.add("e.at >= :from", "from", day(query.from(), 0));
		conditions.add("e.at < :to", "to", day(query.to(), 1));
		conditions.add("e.id < :before", "before", query.before());
		conditions.add("""
				concat_ws(' ', e.key, e.from_state, e.to_state, e.reason, p.title) ilike :text""", "text",
				(query.text() != null) ? "%" + escaped(query.text()) + "%" : null);
		if (ChainReport.INSTALLATION.equals(query.ward())) {
			conditions.add("e.ward_code is null");
		}
		else if (query.ward() != null) {
			conditions.add("e.ward_code in (select code from ward_row where code = :ward or search_key like :wardKey)",
					"ward", query.ward());
			conditions.parameter("wardKey", "%" + escaped(SearchKey.of(query.ward())) + "%");
		}
		return this.jdbc
			.sql("""
					select e.*, coalesce((select p.name from person_row p where p.username = e.actor), e.actor) as actor_name,
					       (select count(*) from audit_entry m where m.act = e.id) as further,
					       (select array_agg(u.code || '=' || u.name) from lead_unit_row u
					        where u.ward_code = e.ward_code
					          and e.subject in ('LEAD_UNIT', 'USER', 'INDICATOR', 'SUBMISSION', 'CALENDAR')) as units,
					       w.name as ward_name, p.title as plan_title, l.chain, l.chain_no, encode(l.hash, 'hex') as hash
					from audit_entry e
					join audit_link l on l.entry_id = e.id
					left join ward_row w on w.code = e.ward_code
					left join plan_ever_row p on p.id = e.plan_id
					"""
					+ conditions.where() + " order by e.id desc" + limit)
			.params(conditions.parameters());
	}

	private @Nullable Timestamp day(@Nullable LocalDate day, int later) {
		if (day == null) {
			return null;
		}
		Instant start = day.plusDays(later).atStartOfDay(this.clock.getZone()).toInstant();
		return Timestamp.from(start);
	}

	private static @Nullable String lowered(@Nullable String username) {
		return (username != null) ? username.toLowerCase(Locale.ROOT) : null;
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	private static AuditHit hit(ResultSet row, int rowNumber) throws SQLException {
		return new AuditHit(AuditTrail.entry(row, rowNumber), row.getString("ward_code"), row.getString("ward_name"),
				row.getObject("plan_id", Long.class), row.getString("plan_title"), text(row, "chain"),
				row.getLong("chain_no"), text(row, "hash"), row.getLong("further"), units(row.getArray("units")));
	}

	private static Map<String, String> units(@Nullable Array units) throws SQLException {
		Map<String, String> names = new HashMap<>();
		if (units != null) {
			for (String unit : (String[]) units.getArray()) {
				names.put(unit.substring(0, unit.indexOf('=')), unit.substring(unit.indexOf('=') + 1));
			}
		}
		return names;
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(row.getString(column));
	}

	/**
	 * The end of a chain.
	 *
	 * @param wardName {@code null} for what concerns no ward
	 * @param at when its last row was written
	 */
	public record ChainHead(String chain, @Nullable String wardName, long entries, String head, @Nullable Instant at) {
	}

	private static final class Conditions {

		private final List<String> all = new ArrayList<>();

		private final Map<String, Object> parameters = new LinkedHashMap<>();

		void add(String condition) {
			this.all.add(condition);
		}

		void add(String condition, String name, @Nullable Object value) {
			if (value != null) {
				this.all.add(condition);
				this.parameters.put(name, value);
			}
		}

		void parameter(String name, Object value) {
			this.parameters.put(name, value);
		}

		String where() {
			return this.all.isEmpty() ? "" : "where " + String.join(" and ", this.all);
		}

		Map<String, Object> parameters() {
			return this.parameters;
		}

	}

}
