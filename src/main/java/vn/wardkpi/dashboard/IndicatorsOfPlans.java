package vn.wardkpi.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.database.Columns;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanColumns;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;

/**
 * Reads some indicators of many plans, as they are known today: four SQL statements,
 * whatever the number of plans.
 */
@Service
public class IndicatorsOfPlans {

	private final JdbcClient jdbc;

	private final Clock clock;

	IndicatorsOfPlans(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The plans by their ids, each with the indicators asked for and those under them, to
	 * be judged by one issuer's targets.
	 * @param indicators their ids
	 */
	public Map<Long, JudgedPlan> read(Collection<PlanSummary> plans, Set<Long> indicators, Issuer issuer) {
		if (indicators.isEmpty()) {
			return Map.of();
		}
		LocalDate today = LocalDate.now(this.clock);
		Map<Long, List<IndicatorRow>> rows = indicators(plans, indicators, today);
		Long[] ids = rows.values().stream().flatMap(List::stream).map(IndicatorRow::id).toArray(Long[]::new);
		Map<Long, List<TargetRow>> targets = targets(ids, issuer, today);
		Map<Long, List<ActualRow>> answers = answers(ids);
		Map<Long, List<OverrideRow>> overrides = overrides(ids, issuer);
		Map<Long, JudgedPlan> judged = new HashMap<>();
		plans.forEach((plan) -> judged.put(plan.id(),
				new JudgedPlan(new KnownPlan(plan, today, false, rows.getOrDefault(plan.id(), List.of()),
						targets.getOrDefault(plan.id(), List.of()), answers.getOrDefault(plan.id(), List.of()),
						overrides.getOrDefault(plan.id(), List.of()), List.of()))));
		return judged;
	}

	private Map<Long, List<IndicatorRow>> indicators(Collection<PlanSummary> plans, Set<Long> indicators,
			LocalDate today) {
		Set<Long> wanted = new HashSet<>(indicators);
		Map<Long, List<Placed>> all = this.jdbc.sql("""
				select i.*, null as ids, false as inherits
				from indicator_in_force(:day) i
				where i.plan_id = any(:plans)
				order by i.plan_id, i.position
				""")
			.param("day", today)
			.param("plans", plans.stream().map(PlanSummary::id).toArray(Long[]::new))
			.query((rs, n) -> new Placed(rs.getLong("plan_id"), rs.getLong("parent_id"), PlanColumns.indicator(rs)))
			.list()
			.stream()
			.filter((placed) -> wanted.contains(placed.indicator().id())
					|| (wanted.contains(placed.parent()) && wanted.add(placed.indicator().id())))
			.collect(Collectors.groupingBy(Placed::plan));
		return all.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> entry.getValue().stream().map(Placed::indicator).toList()));
	}

	private Map<Long, List<TargetRow>> targets(Long[] ids, Issuer issuer, LocalDate today) {
		return byPlan(this.jdbc.sql("""
				select t.*, i.no
				from target_in_force(:day) t
				join indicator_row i on i.id = t.indicator_id
				where t.indicator_id = any(:ids) and t.issuer = :issuer
				""").param("day", today).param("ids", ids).param("issuer", issuer.name()), IndicatorsOfPlans::target);
	}

	private Map<Long, List<ActualRow>> answers(Long[] ids) {
		return byPlan(this.jdbc.sql("""
				select a.*, i.plan_id, i.no, 'APPROVED' as status, a.approved_by as approver
				from approved_actual_latest a
				join indicator_figures i on i.source_id = a.indicator_id and a.year = coalesce(i.only_year, a.year)
				where i.indicator_id = any(:ids) and a.answered
				""").param("ids", ids), ActualRow::of);
	}

	private Map<Long, List<OverrideRow>> overrides(Long[] ids, Issuer issuer) {
		return byPlan(this.jdbc.sql("""
				select o.*, i.plan_id, i.no
				from override_in_force o
				join indicator_figures i on i.source_id = o.indicator_id and o.year = coalesce(i.only_year, o.year)
				where i.indicator_id = any(:ids) and o.issuer = :issuer
				  and (i.only_year is null or same_target(i.indicator_id, i.source_id, o.issuer, o.year))
				""").param("ids", ids).param("issuer", issuer.name()), IndicatorsOfPlans::override);
	}

	private static TargetRow target(ResultSet rs) throws SQLException {
		String number = rs.getString("number");
		return new TargetRow(rs.getLong("indicator_id"), Columns.text(rs, "no"),
				Columns.constant(rs, "issuer", Issuer.class), rs.getObject("year", Integer.class),
				PlanColumns.target(rs, ""), (number != null) ? number : rs.getString("title"),
				Objects.requireNonNull(rs.getObject("effective_date", LocalDate.class)), null);
	}

	private static OverrideRow override(ResultSet rs) throws SQLException {
		return new OverrideRow(Columns.text(rs, "no"), rs.getInt("year"), Columns.constant(rs, "issuer", Issuer.class),
				Columns.constant(rs, "verdict", Verdict.class), Columns.text(rs, "reason"), rs.getString("reference"),
				Columns.text(rs, "created_by"), Columns.instant(rs, "created_at"));
	}

	private static <T> Map<Long, List<T>> byPlan(JdbcClient.StatementSpec statement, Row<T> row) {
		Map<Long, List<T>> rows = new HashMap<>();
		statement.query((ResultSet rs) -> {
			rows.computeIfAbsent(rs.getLong("plan_id"), (plan) -> new ArrayList<>()).add(row.of(rs));
		});
		return rows;
	}

	/**
	 * What a row of a result says.
	 */
	@FunctionalInterface
	private interface Row<T> {

		T of(ResultSet rs) throws SQLException;

	}

	/**
	 * @param parent id of the indicator above it, 0 for none
	 */
	private record Placed(long plan, long parent, IndicatorRow indicator) {
	}

}
