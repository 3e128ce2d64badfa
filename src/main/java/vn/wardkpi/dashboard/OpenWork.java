package vn.wardkpi.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.wardkpi.database.Columns;
import vn.wardkpi.plan.PlanColumns;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.WardCode;

/**
 * Reads a ward's plans together with what is still open in them, in one statement.
 */
@Repository
public class OpenWork {

	private final JdbcClient jdbc;

	OpenWork(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The ward's plans that everybody may see, in the order of
	 * {@link vn.wardkpi.plan.PlanCatalog#ofWard(WardCode)}.
	 * @param year whose figures wait, and until which tasks were due
	 * @param today the day on which a task is late
	 */
	public List<Open> of(WardCode ward, int year, LocalDate today) {
		Map<Long, Open> plans = new LinkedHashMap<>();
		this.jdbc.sql("""
				select p.*, w.name as ward_name, w.kind as ward_kind, w.province_name,
				       (select array_agg(distinct f.no)
				        from indicator_figures f
				        join waiting_figure a on a.indicator_id = f.source_id and a.year = coalesce(f.only_year, a.year)
				        where f.plan_id = p.id and a.year = :year) as waiting,
				       t.id as task, t.no, t.what, t.unit_name, t.person, t.due
				from plan_row p
				join ward_row w on w.code = p.ward_code
				left join open_task t on t.plan_id = p.id and t.due < :today
				                     and extract(year from t.due) between :from and :year
				where p.ward_code = :ward
				order by p.five_year_plan_id is not null, p.from_year desc, p.to_year desc, p.id, t.due, t.id
				""")
			.param("ward", ward.value())
			.param("year", year)
			.param("today", today)
			.param("from", (year == today.getYear()) ? 0 : year)
			.query((ResultSet rs) -> {
				Open known = plans.get(rs.getLong("id"));
				List<LateTask> late = (known != null) ? new ArrayList<>(known.late()) : new ArrayList<>();
				if (rs.getObject("task") != null) {
					late.add(task(rs));
				}
				plans.put(rs.getLong("id"), new Open(PlanColumns.plan(rs),
						(known != null) ? known.waiting() : Set.copyOf(Columns.texts(rs, "waiting")), late));
			});
		return List.copyOf(plans.values());
	}

	private static LateTask task(ResultSet rs) throws SQLException {
		return new LateTask(rs.getLong("task"), rs.getString("no"), Columns.text(rs, "what"),
				Columns.text(rs, "unit_name"), rs.getString("person"), Columns.day(rs, "due"));
	}

	/**
	 * A plan with what is open in it.
	 *
	 * @param waiting numbers of the indicators with figures of the year that wait for
	 * approval
	 * @param late tasks, the longest due first
	 */
	public record Open(PlanSummary plan, Set<String> waiting, List<LateTask> late) {

		public Open {
			waiting = Set.copyOf(waiting);
			late = List.copyOf(late);
		}

		/** Of which nobody is told more than its results. */
		public static Open closed(PlanSummary plan) {
			return new Open(plan, Set.of(), List.of());
		}

	}

	/**
	 * A task that is open after its last day.
	 *
	 * @param no number of the indicator that it serves; {@code null} for the plan as a
	 * whole
	 * @param person who does it
	 */
	public record LateTask(long id, @Nullable String no, String what, String unit, @Nullable String person,
			LocalDate due) {
	}

}
