package vn.wardkpi.submission.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.database.Columns;
import vn.wardkpi.plan.PlanColumns;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;

/**
 * What annual plans in force ask of a five-year plan's figures. One that asks for the
 * same as the five-year plan asks nothing more.
 */
@Component
class AnnualTargets {

	private final JdbcClient jdbc;

	private final Clock clock;

	AnnualTargets(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One statement, and none where there is no annual plan.
	 * @param fiveYear the five-year plan's targets
	 * @return by year, number in the five-year plan and issuer
	 */
	Map<Integer, Map<String, Map<Issuer, ParsedTarget>>> of(PlanSummary plan, Collection<TargetRow> fiveYear) {
		if (plan.annualPlans().isEmpty()) {
			return Map.of();
		}
		Set<List<Object>> asked = new HashSet<>();
		fiveYear.forEach((row) -> asked
			.add(List.of(Objects.requireNonNullElse(row.year(), 0), row.no(), row.issuer(), row.target().text())));
		Map<Integer, Map<String, Map<Issuer, ParsedTarget>>> targets = new HashMap<>();
		this.jdbc.sql("""
				select a.from_year as of_year, source.no, t.issuer, t.text, t.comparator, t.value, t.upper, t.unit,
				       t.decimals, t.value_type, t.approximate
				from plan_row a
				join indicator_figures f on f.plan_id = a.id and f.source_id <> f.indicator_id
				join indicator_row source on source.id = f.source_id
				join target_in_force(:today) t on t.indicator_id = f.indicator_id and t.year = a.from_year
				where a.five_year_plan_id = :plan
				""").param("plan", plan.id()).param("today", LocalDate.now(this.clock)).query((rs) -> {
			int year = rs.getInt("of_year");
			String no = Columns.text(rs, "no");
			Issuer issuer = Columns.constant(rs, "issuer", Issuer.class);
			ParsedTarget target = PlanColumns.target(rs, "");
			if (PlanColumns.asks(target) && !asked.contains(List.of(year, no, issuer, target.text()))) {
				targets.computeIfAbsent(year, (of) -> new HashMap<>())
					.computeIfAbsent(no, (of) -> new EnumMap<>(Issuer.class))
					.put(issuer, target);
			}
		});
		return targets;
	}

}
