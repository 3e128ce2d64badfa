package vn.wardkpi.dashboard;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.wardkpi.plan.PlanSummary;

/**
 * Knows which year of a plan is worth opening.
 */
@Service
public class YearsWithFigures {

	private final JdbcClient jdbc;

	YearsWithFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The plan's latest year with an approved figure or a published headline.
	 * @param upTo the last year that is looked at
	 */
	public Optional<Integer> latest(PlanSummary plan, int upTo) {
		return this.jdbc
			.sql("""
					select max(year) from (
					    select max(a.year) as year
					    from approved_actual_row a
					    join indicator_figures i on i.source_id = a.indicator_id and a.year = coalesce(i.only_year, a.year)
					    where i.plan_id = :plan and a.year between :from and :to
					      and a.has_figure
					    union all
					    select max(year) from published_headline_row where plan_id = :plan and year between :from and :to) as years
					""")
			.param("plan", plan.id())
			.param("from", plan.fromYear())
			.param("to", Math.min(plan.toYear(), upTo))
			.query((rs, n) -> Optional.ofNullable(rs.getObject(1, Integer.class)))
			.single();
	}

}
