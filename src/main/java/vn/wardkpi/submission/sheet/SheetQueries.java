package vn.wardkpi.submission.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.database.Columns;
import vn.wardkpi.submission.SubmissionKey;

/**
 * What the sheets show, read with one SQL statement for each concern.
 */
@Component
class SheetQueries {

	private final JdbcClient jdbc;

	SheetQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The figures of these years, each with what was approved of it last, and whatever
	 * was explained in other years: one statement.
	 */
	Map<String, List<HeldActual>> held(Set<Long> indicatorIds, Set<Integer> years) {
		Map<String, List<HeldActual>> held = new HashMap<>();
		this.jdbc
			.sql("""
					select i.no, a.year, a.period, a.value, a.numerator, a.denominator, a.achieved, a.note, a.cause,
					       a.remedy, a.no_data_reason, a.version, a.entered_by, a.entered_at,
					       coalesce((select p.name from person_row p where p.username = a.entered_by), a.entered_by) as entered_by_name,
					       p.value as p_value, p.numerator as p_numerator, p.denominator as p_denominator,
					       p.achieved as p_achieved, p.note as p_note, p.cause as p_cause, p.remedy as p_remedy,
					       p.no_data_reason as p_no_data_reason, p.approved_by, p.approved_at,
					       coalesce(s.status, 'DRAFT') as form_status
					from actual_row a
					join indicator_row i on i.id = a.indicator_id
					left join indicator_answering_unit answering on answering.indicator_id = i.id
					left join submission s on s.plan_id = i.plan_id and s.year = a.year and s.period = a.period
					                      and s.lead_unit_id = answering.lead_unit_id
					left join lateral (
					    select l.* from approved_actual_row l
					    where l.actual_id = a.id order by l.approved_at desc, l.id desc limit 1) p on true
					where a.indicator_id in (:ids) and (a.year in (:years) or a.cause is not null or a.remedy is not null)
					""")
			.param("ids", indicatorIds)
			.param("years", years)
			.query((rs, n) -> HeldActual.of(rs))
			.list()
			.forEach((figure) -> held.computeIfAbsent(figure.stored().no(), (no) -> new ArrayList<>()).add(figure));
		return held;
	}

	/**
	 * How far forms have come, each with what was decided on its rows: one statement.
	 */
	Map<SubmissionKey, SubmissionProgress> progress(long planId, List<SubmissionKey> keys) {
		Map<SubmissionKey, SubmissionProgress> forms = new HashMap<>();
		this.jdbc
			.sql("""
					select s.year, s.period, u.code, s.status, s.submitted_by, s.submitted_at, s.reviewed_by,
					       (select p.name from person_row p where p.username = s.submitted_by) as submitted_by_name, (select p.name from person_row p where p.username = s.reviewed_by) as reviewed_by_name,
					       s.reviewed_at, s.comment as form_comment, s.version, i.no, r.decision, r.comment,
					       coalesce((select p.name from person_row p where p.username = r.decided_by), r.decided_by) as decider,
					       r.decided_at, r.version as row_version, r.value, r.numerator, r.denominator, r.achieved, r.note, r.cause,
					       r.remedy, r.no_data_reason
					from submission s
					join lead_unit_row u on u.id = s.lead_unit_id
					left join submission_row r on r.submission_id = s.id
					left join indicator_row i on i.id = r.indicator_id
					where s.plan_id = :plan and s.year in (:years) and s.period in (:periods) and u.code in (:units)
					""")
			.param("plan", planId)
			.param("years", keys.stream().map(SubmissionKey::year).collect(Collectors.toSet()))
			.param("periods", keys.stream().map((key) -> key.period().name()).collect(Collectors.toSet()))
			.param("units", keys.stream().map(SubmissionKey::leadUnit).collect(Collectors.toSet()))
			.query((rs) -> {
				SubmissionKey key = new SubmissionKey(planId, rs.getInt("year"),
						Columns.constant(rs, "period", ReportingPeriod.class), Columns.text(rs, "code"));
				SubmissionProgress form = forms.get(key);
				if (form == null) {
					form = SubmissionProgress.of(rs);
					forms.put(key, form);
				}
				form.add(rs);
			});
		return forms;
	}

}
