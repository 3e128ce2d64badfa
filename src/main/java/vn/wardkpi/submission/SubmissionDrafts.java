package vn.wardkpi.submission;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.DraftActuals;

/**
 * Says of each figure how far the form it stands on has come.
 */
@Repository
class SubmissionDrafts implements DraftActuals {

	private final JdbcClient jdbc;

	SubmissionDrafts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<ActualRow> ofPlan(long planId) {
		return this.jdbc.sql("""
				select a.indicator_id, i.no, a.year, a.period, a.value, a.numerator, a.denominator, a.achieved,
				       a.note, a.cause, a.remedy, a.no_data_reason, a.entered_by, a.entered_at,
				       coalesce(d.decision, s.status,
				           case when l.approved_at is not null then 'APPROVED' else 'DRAFT' end) as status,
				       case when coalesce(d.decision, s.status, 'APPROVED') = 'APPROVED' then coalesce((
				               select p.name from person_row p where p.username = l.approved_by), l.approved_by) end
				           as approver,
				       case when coalesce(d.decision, s.status, 'APPROVED') = 'APPROVED' then l.approved_at end
				           as approved_at
				from actual_row a
				join indicator_figures i on i.source_id = a.indicator_id and a.year = coalesce(i.only_year, a.year)
				left join indicator_answering_unit answering on answering.indicator_id = i.source_id
				left join submission s on s.plan_id = i.source_plan_id and s.year = a.year and s.period = a.period
				                      and s.lead_unit_id = answering.lead_unit_id
				left join submission_row d on d.submission_id = s.id and d.indicator_id = i.source_id
				                          and d.decision = 'APPROVED'
				left join approved_actual_latest l on l.actual_id = a.id
				where i.plan_id = :plan and a.has_figure
				order by i.position, a.year, a.period
				""").param("plan", planId).query((rs, n) -> ActualRow.of(rs)).list();
	}

}
