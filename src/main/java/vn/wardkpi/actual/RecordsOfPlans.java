package vn.wardkpi.actual;

import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.plan.records.PlanRecords;

@Component
class RecordsOfPlans implements PlanRecords {

	private final JdbcClient jdbc;

	RecordsOfPlans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean hasApprovedFigures(long planId) {
		return this.jdbc.sql("""
				select exists (select from approved_actual a join indicator_figures i
				                   on i.source_id = a.indicator_id and a.year = coalesce(i.only_year, a.year)
				               where i.plan_id = ?)
				""").param(planId).query(Boolean.class).single();
	}

	@Override
	public Set<String> indicatorsWithRecords(long planId) {
		return this.jdbc.sql("""
				select i.no
				from indicator_row i
				where i.plan_id = ? and (exists (select from actual a where a.indicator_id = i.id)
				                         or exists (select from approved_actual a where a.indicator_id = i.id)
				                         or exists (select from verdict_override o where o.indicator_id = i.id)
				                         or exists (select from indicator_figures f
				                                    where f.source_id = i.id and f.indicator_id <> i.id))
				""").param(planId).query(String.class).set();
	}

	@Override
	public Set<String> indicatorsWithRecords(long planId, int year) {
		return this.jdbc.sql("""
				select i.no
				from indicator_row i
				where i.plan_id = :plan
				  and (exists (select from actual a where a.indicator_id = i.id and a.year = :year)
				       or exists (select from approved_actual a where a.indicator_id = i.id and a.year = :year)
				       or exists (select from verdict_override o where o.indicator_id = i.id and o.year = :year))
				""").param("plan", planId).param("year", year).query(String.class).set();
	}

}
