package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;

/**
 * Stores figures of one form, one or many, in one SQL statement that stores nothing if
 * the form has moved on, and none of the figures that somebody else has changed, since
 * they were read. What a form is, and where it stands, its owner says: {@link Guard}.
 * <p>
 * It relies on READ COMMITTED, PostgreSQL's default, where a statement sees what was
 * committed before it began, and not what is committed while it waits for a lock. Only a
 * row that it locks or updates itself is looked at again as it then is. So nothing is
 * decided here by rows that are merely read:
 * <ul>
 * <li>The form is locked, and its version compared on the locked row. Whoever submits,
 * approves or returns it holds the stronger lock and counts the version on: either they
 * come first, and nothing is stored, or they wait and see what was stored. Whether it is
 * open, and the row not approved on its own, was decided by what was read under that very
 * version, and needs no second look.
 * <li>The figure's version is compared in {@code do update … where}, that is, on the
 * locked row as it is, not as it was when the statement began.
 * </ul>
 * Locks are taken in the order form, figures by indicator, audit, here and in every step
 * of a form, so that nobody waits in a circle.
 */
@Component
public class ActualStore {

	private static final String TYPED = """
			typed as (
			    select * from jsonb_to_recordset(cast(:figures as jsonb)) as t (
			        indicator bigint, seen integer, value numeric, numerator numeric, denominator numeric,
			        achieved text, note text, cause text, remedy text, reason text))
			""";

	/** The version follows the one that its author saw, 0 where there was none. */
	private static final String STORE = TYPED + """
			, stored as (
			    insert into actual as a (indicator_id, year, period, value, numerator, denominator, achieved, note,
			                             cause, remedy, no_data_reason, entered_by, entered_at, version)
			    select t.indicator, :year, :period, t.value, t.numerator, t.denominator, t.achieved, t.note,
			           t.cause, t.remedy, t.reason, :by, :at, t.seen + 1
			    from typed t
			    where exists (select from form)
			    order by t.indicator
			    on conflict (indicator_id, year, period) do update
			    set value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator,
			        achieved = excluded.achieved, note = excluded.note, cause = excluded.cause,
			        remedy = excluded.remedy, no_data_reason = excluded.no_data_reason,
			        entered_by = excluded.entered_by, entered_at = excluded.entered_at, version = excluded.version
			    where a.version = excluded.version - 1
			    returning indicator_id, version)
			select s.indicator_id, s.version from form left join stored s on true
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ActualStore(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * @return the new versions by indicator, those left out that somebody else changed;
	 * empty if the form has moved on and nothing was stored
	 */
	public Optional<Map<Long, Integer>> store(Guard form, List<Typed> figures, String by, Instant at) {
		Map<Long, Integer> versions = new HashMap<>();
		List<Boolean> rows = this.jdbc.sql("with form as (" + form.sql() + ")," + STORE)
			.params(form.parameters())
			.param("year", form.year())
			.param("period", form.period().name())
			.param("figures", this.json.writeValueAsString(figures))
			.param("by", by)
			.param("at", Timestamp.from(at))
			.query((rs, n) -> {
				Long indicator = rs.getObject("indicator_id", Long.class);
				if (indicator != null) {
					versions.put(indicator, rs.getInt("version"));
				}
				return indicator != null;
			})
			.list();
		return rows.isEmpty() ? Optional.empty() : Optional.of(versions);
	}

	/**
	 * What must still be as it was read; nothing is stored otherwise.
	 *
	 * @param sql of its owner, without {@code with}: locks what guards the figures and
	 * answers one row if it is as it was read, else none
	 * @param parameters that it names besides {@code year} and {@code period}
	 */
	public record Guard(String sql, Map<String, Object> parameters, int year, ReportingPeriod period) {

		public Guard {
			parameters = Map.copyOf(parameters);
		}

	}

	/**
	 * A figure to be stored.
	 *
	 * @param indicator id of the indicator
	 * @param seen the version that its author saw, 0 for none
	 */
	public record Typed(long indicator, int seen, @Nullable BigDecimal value, @Nullable BigDecimal numerator,
			@Nullable BigDecimal denominator, @Nullable Verdict achieved, @Nullable String note, @Nullable String cause,
			@Nullable String remedy, @Nullable String reason) {

		public static Typed of(long indicator, int seen, ActualEntry entry) {
			Figure figure = entry.figure();
			return new Typed(indicator, seen, figure.value(), figure.numerator(), figure.denominator(),
					figure.achieved(), entry.note(), entry.cause(), entry.remedy(), entry.noDataReason());
		}

	}

}
