package vn.wardkpi.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.database.Columns;
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
		requireStaff(ward, actor);
		return forms(Map.of(ward, of)).getOrDefault(ward, List.of());
	}

	/**
	 * The ward's forms that somebody has begun, of all years and periods, the latest
	 * first.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<SubmissionSummary> begun(WardCode ward, Actor actor) {
		requireStaff(ward, actor);
		return begun(List.of(ward)).getOrDefault(ward, List.of());
	}

	/**
	 * For the program itself: the forms of many wards in the years and reporting periods
	 * of each.
	 */
	public Map<WardCode, List<SubmissionSummary>> forms(Map<WardCode, ? extends Collection<YearPeriod>> of) {
		return read(of, false);
	}

	/**
	 * For the program itself: the forms of many wards that somebody has begun.
	 */
	public Map<WardCode, List<SubmissionSummary>> begun(Collection<WardCode> wards) {
		return read(wards.stream().collect(Collectors.toMap((ward) -> ward, (ward) -> List.of())), true);
	}

	/**
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public void requireStaff(WardCode ward, Actor actor) {
		if (!actor.maySeeDrafts(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
	}

	private Map<WardCode, List<SubmissionSummary>> read(Map<WardCode, ? extends Collection<YearPeriod>> of,
			boolean begun) {
		List<String> wards = new ArrayList<>();
		List<YearPeriod> asked = new ArrayList<>();
		of.forEach((ward, all) -> all.forEach((one) -> {
			wards.add(ward.value());
			asked.add(one);
		}));
		Map<WardCode, List<SubmissionSummary>> forms = new HashMap<>();
		this.jdbc
			.sql("""
					-- Ward by ward: together they would be compared with each other.
					select one.*
					from unnest(cast(:wards as text[])) as w (code)
					cross join lateral (
					    with answering as (
					        select a.indicator_id as id, a.plan_id, a.lead_unit_id,
					               a.role <> 'SUPPLEMENTARY' as expected
					        from indicator_answering_unit a
					        join plan_row p on p.id = a.plan_id and p.ward_code = w.code
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
					        join unnest(cast(:asked as text[]), cast(:years as integer[]), cast(:periods as text[]))
					                 as asked (ward, year, period) on asked.ward = w.code
					        union
					        select s.plan_id, s.lead_unit_id, s.year, s.period
					        from submission s join plan_row p on p.id = s.plan_id and p.ward_code = w.code
					        where :begun)
					    select p.ward_code, p.id as plan_id, p.title, p.five_year_plan_id is not null as annual, p.from_year,
					           k.year, k.period, u.id as unit_id, u.code, u.name,
					           coalesce(inv.codes, array[u.code]) as codes,
					           coalesce(s.status, 'DRAFT') as status, s.submitted_at, s.reviewed_at, s.comment,
					           coalesce((select p.name from person_row p where p.username = s.submitted_by),
					                    s.submitted_by) as submitter,
					           coalesce((select p.name from person_row p where p.username = s.reviewed_by),
					                    s.reviewed_by) as reviewer,
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
					                          and s.year = k.year and s.period = k.period) one
					order by one.year desc, one.period desc, one.from_year desc, one.plan_id, one.unit_id
					""")
			.param("wards", of.keySet().stream().map(WardCode::value).toArray(String[]::new))
			.param("asked", wards.toArray(String[]::new))
			.param("years", asked.stream().map(YearPeriod::year).toArray(Integer[]::new))
			.param("periods", asked.stream().map((one) -> one.period().name()).toArray(String[]::new))
			.param("begun", begun)
			.query((rs) -> {
				SubmissionSummary form = SubmissionSummary.of(rs);
				if (!begun || form.filled() > 0 || form.status() != SubmissionStatus.DRAFT) {
					forms.computeIfAbsent(new WardCode(Columns.text(rs, "ward_code")), (ward) -> new ArrayList<>())
						.add(form);
				}
			});
		return forms;
	}

}
