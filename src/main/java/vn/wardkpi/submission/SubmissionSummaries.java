package vn.wardkpi.submission;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Lists a ward's forms with how far they have come: one SQL statement, whatever their
 * number.
 */
@Service
@Transactional(readOnly = true)
public class SubmissionSummaries {

	private final JdbcClient jdbc;

	SubmissionSummaries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How the forms that await review are addressed, the longest waiting first.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<SubmissionKey> waitingKeys(WardCode ward, Actor actor) {
		return begun(ward, actor).stream()
			.filter((form) -> form.status() == SubmissionStatus.SUBMITTED)
			.sorted(Comparator.comparing(SubmissionSummary::submittedAt,
					Comparator.nullsLast(Comparator.naturalOrder())))
			.map(SubmissionSummary::key)
			.toList();
	}

	/**
	 * The forms of a ward's plans in one year and reporting period, whether begun or not.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<SubmissionSummary> forms(WardCode ward, int year, ReportingPeriod period, Actor actor) {
		return forms(ward, List.of(new YearPeriod(year, period)), actor);
	}

	/**
	 * The forms of a ward's plans in several years and reporting periods, whether begun
	 * or not.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<SubmissionSummary> forms(WardCode ward, Collection<YearPeriod> of, Actor actor) {
		return forms(ward, of, false, actor);
	}

	/**
	 * The ward's forms that somebody has begun, of all years and periods, the latest
	 * first.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<SubmissionSummary> begun(WardCode ward, Actor actor) {
		return forms(ward, List.of(), true, actor);
	}

	private List<SubmissionSummary> forms(WardCode ward, Collection<YearPeriod> of, boolean begun, Actor actor) {
		if (!actor.maySeeDrafts(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
		return this.jdbc
			.sql("""
					with answering as (
					    select a.indicator_id as id, a.plan_id, a.lead_unit_id,
					           a.role <> 'SUPPLEMENTARY' as expected
					    from indicator_answering_unit a
					    join plan_row p on p.id = a.plan_id and p.ward_code = :ward
					    where a.role <> 'GROUP'),
					involved as (
					    select an.plan_id, an.lead_unit_id, array_agg(distinct u.code) as codes
					    from answering an
					    join indicator_involved_unit r on r.indicator_id = an.id
					    join lead_unit_row u on u.id = r.lead_unit_id
					    group by an.plan_id, an.lead_unit_id),
					keys as (
					    select distinct a.plan_id, a.lead_unit_id, asked.year, asked.period
					    from answering a
					    cross join unnest(cast(:years as integer[]), cast(:periods as text[])) as asked (year, period)
					    union
					    select s.plan_id, s.lead_unit_id, s.year, s.period
					    from submission s join plan_row p on p.id = s.plan_id and p.ward_code = :ward
					    where :begun)
					select p.id as plan_id, p.title, p.five_year_plan_id is not null as annual, p.from_year, k.year, k.period, u.code, u.name,
					       coalesce(inv.codes, array[u.code]) as codes,
					       coalesce(s.status, 'DRAFT') as status, s.submitted_at, s.reviewed_at, s.comment,
					       coalesce((select p.name from person_row p where p.username = s.submitted_by), s.submitted_by) as submitter,
					       coalesce((select p.name from person_row p where p.username = s.reviewed_by), s.reviewed_by) as reviewer,
					       (select count(*) from answering a
					        where a.plan_id = p.id and a.lead_unit_id = u.id and a.expected) as cells,
					       (select count(*) from answering a
					        join actual_row f on f.indicator_id = a.id and f.year = k.year and f.period = k.period
					        where a.plan_id = p.id and a.lead_unit_id = u.id and a.expected
					          and f.answered) as filled
					from keys k
					join plan_row p on p.id = k.plan_id and p.status = 'ADOPTED'
					              and k.year between p.from_year and p.to_year
					join lead_unit_row u on u.id = k.lead_unit_id
					left join involved inv on inv.plan_id = k.plan_id and inv.lead_unit_id = k.lead_unit_id
					left join submission s on s.plan_id = k.plan_id and s.lead_unit_id = k.lead_unit_id
					                      and s.year = k.year and s.period = k.period
					order by k.year desc, k.period desc, p.from_year desc, p.id, u.id
					""")
			.param("ward", ward.value())
			.param("years", of.stream().map(YearPeriod::year).toArray(Integer[]::new))
			.param("periods", of.stream().map((one) -> one.period().name()).toArray(String[]::new))
			.param("begun", begun)
			.query((rs, n) -> SubmissionSummary.of(rs))
			.list()
			.stream()
			.filter((form) -> !begun || form.filled() > 0 || form.status() != SubmissionStatus.DRAFT)
			.toList();
	}

}
