package vn.wardkpi.actual;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.LeadUnitRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * Reads forms for their pages: a constant number of SQL statements, whatever the number
 * of indicators.
 */
@Service
@Transactional(readOnly = true)
public class Sheets {

	private final PlanYears years;

	private final ActualCatalog catalog;

	private final Submissions submissions;

	private final JdbcClient jdbc;

	Sheets(PlanYears years, ActualCatalog catalog, Submissions submissions, JdbcClient jdbc) {
		this.years = years;
		this.catalog = catalog;
		this.submissions = submissions;
		this.jdbc = jdbc;
	}

	/**
	 * @throws RefusedException NOT_FOUND, or FORBIDDEN to others than the ward's staff
	 */
	public Sheet require(FormKey key, Actor actor) {
		PlanYear of = this.years.require(key.planId(), key.year());
		of.indicatorsOf(key.leadUnit());
		refuseUnlessStaff(of, actor);
		return read(of, List.of(key.leadUnit()), key.period(), actor).get(0);
	}

	/**
	 * The forms of one plan, year and reporting period that this person enters figures
	 * on, in the order of the annex; every form for those of the ward's staff who enter
	 * none.
	 * @throws RefusedException NOT_FOUND, or FORBIDDEN to others than the ward's staff
	 * and to officials of other lead units
	 */
	public List<Sheet> all(long planId, int year, ReportingPeriod period, Actor actor) {
		PlanYear of = this.years.require(planId, year);
		refuseUnlessStaff(of, actor);
		WardCode ward = of.plan().wardCode();
		List<String> units = of.indicators()
			.stream()
			.filter((row) -> !PlanYear.isGroup(row) && !row.leadUnits().isEmpty())
			.filter((row) -> actor.role() != Role.OFFICIAL || actor.mayEnter(ward, row.leadUnitCodes()))
			.map((row) -> row.leadUnitCodes().get(0))
			.distinct()
			.toList();
		if (units.isEmpty()) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.enter");
		}
		return read(of, units, period, actor);
	}

	private static void refuseUnlessStaff(PlanYear of, Actor actor) {
		if (!actor.maySeeDrafts(of.plan().wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
	}

	private List<Sheet> read(PlanYear of, List<String> units, ReportingPeriod period, Actor actor) {
		Set<Long> ids = new HashSet<>();
		units.forEach((unit) -> of.indicatorsOf(unit).forEach((row) -> ids.add(row.id())));
		Map<String, Map<ReportingPeriod, StoredFigure>> figures = figures(ids, of.year());
		Map<Long, Submission> begun = new HashMap<>();
		this.submissions.findByPlanIdAndYearAndPeriod(of.plan().id(), of.year(), period)
			.forEach((submission) -> begun.put(submission.leadUnitId(), submission));
		Map<String, Map<Issuer, OverrideRow>> overrides = new HashMap<>();
		this.catalog.overrides(of.plan().id(), null)
			.stream()
			.filter((override) -> override.year() == of.year())
			.forEach((override) -> overrides.computeIfAbsent(override.no(), (no) -> new EnumMap<>(Issuer.class))
				.put(override.issuer(), override));
		return units.stream()
			.map((unit) -> sheet(of, new FormKey(of.plan().id(), of.year(), period, unit), figures, begun, overrides,
					actor))
			.toList();
	}

	private static Sheet sheet(PlanYear of, FormKey key, Map<String, Map<ReportingPeriod, StoredFigure>> figures,
			Map<Long, Submission> begun, Map<String, Map<Issuer, OverrideRow>> overrides, Actor actor) {
		WardCode ward = of.plan().wardCode();
		LeadUnitRow unit = of.unit(key.leadUnit());
		List<IndicatorRow> indicators = of.indicatorsOf(key.leadUnit());
		Set<String> enteredBy = new HashSet<>();
		indicators.forEach((row) -> {
			StoredFigure figure = figures.getOrDefault(row.no(), Map.of()).get(key.period());
			if (figure != null) {
				enteredBy.add(figure.enteredBy());
			}
		});
		Submission submission = begun.getOrDefault(unit.id(),
				new Submission(key.planId(), key.year(), key.period(), unit.id()));
		SubmissionView view = submission.view(key, ward, enteredBy, actor);
		List<Sheet.Row> rows = indicators.stream().map((indicator) -> {
			boolean mayEnter = Step.ENTER.isPossibleIn(view.status()) && !PlanYear.isGroup(indicator)
					&& actor.mayEnter(ward, indicator.leadUnitCodes());
			return row(of, indicator, figures.getOrDefault(indicator.no(), Map.of()), key.period(),
					overrides.getOrDefault(indicator.no(), Map.of()), mayEnter);
		}).toList();
		return new Sheet(of.plan(), key, unit, view, rows);
	}

	/**
	 * The forms of a ward's plans in one year and reporting period, whether begun or not.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<FormSummary> forms(WardCode ward, int year, ReportingPeriod period, Actor actor) {
		return forms(ward, List.of(new YearPeriod(year, period)), actor);
	}

	/**
	 * The forms of a ward's plans in several years and reporting periods, whether begun
	 * or not.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<FormSummary> forms(WardCode ward, Collection<YearPeriod> of, Actor actor) {
		return forms(ward, of, false, actor);
	}

	/**
	 * The ward's forms that somebody has begun, of all years and periods, the latest
	 * first.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<FormSummary> begun(WardCode ward, Actor actor) {
		return forms(ward, List.of(), true, actor);
	}

	private List<FormSummary> forms(WardCode ward, Collection<YearPeriod> of, boolean begun, Actor actor) {
		if (!actor.maySeeDrafts(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
		return this.jdbc.sql("""
				with answering as (
				    select i.id, i.plan_id, a.lead_unit_id
				    from indicator i
				    join plan p on p.id = i.plan_id and p.ward_code = :ward
				    left join indicator parent on parent.id = i.parent_id
				    join lateral (
				        select r.lead_unit_id
				        from indicator_lead_unit r
				        where r.indicator_id in (i.id, i.parent_id, parent.parent_id)
				        order by case r.indicator_id when i.id then 0 when i.parent_id then 1 else 2 end, r.position
				        limit 1) a on true
				    where i.role <> 'GROUP'),
				involved as (
				    select an.plan_id, an.lead_unit_id, array_agg(distinct u.code) as codes
				    from answering an
				    join indicator i on i.id = an.id
				    left join indicator parent on parent.id = i.parent_id
				    join indicator_lead_unit r on r.indicator_id in (i.id, i.parent_id, parent.parent_id)
				    join lead_unit u on u.id = r.lead_unit_id
				    group by an.plan_id, an.lead_unit_id),
				keys as (
				    select distinct a.plan_id, a.lead_unit_id, asked.year, asked.period
				    from answering a
				    cross join unnest(cast(:years as integer[]), cast(:periods as text[])) as asked (year, period)
				    union
				    select s.plan_id, s.lead_unit_id, s.year, s.period
				    from submission s join plan p on p.id = s.plan_id and p.ward_code = :ward
				    where :begun)
				select p.id as plan_id, p.title, p.from_year, k.year, k.period, u.code, u.name, inv.codes,
				       coalesce(s.status, 'DRAFT') as status, s.submitted_by, s.submitted_at, s.reviewed_by,
				       s.reviewed_at, s.comment,
				       (select count(*) from answering a
				        where a.plan_id = p.id and a.lead_unit_id = u.id) as cells,
				       (select count(*) from answering a
				        join actual f on f.indicator_id = a.id and f.year = k.year and f.period = k.period
				        where a.plan_id = p.id and a.lead_unit_id = u.id
				          and (f.value is not null or f.numerator is not null or f.achieved is not null)) as filled
				from keys k
				join plan p on p.id = k.plan_id and k.year between p.from_year and p.to_year
				join lead_unit u on u.id = k.lead_unit_id
				join involved inv on inv.plan_id = k.plan_id and inv.lead_unit_id = k.lead_unit_id
				left join submission s on s.plan_id = k.plan_id and s.lead_unit_id = k.lead_unit_id
				                      and s.year = k.year and s.period = k.period
				order by k.year desc, k.period desc, p.from_year desc, p.id, u.id
				""")
			.param("ward", ward.value())
			.param("years", of.stream().map(YearPeriod::year).toArray(Integer[]::new))
			.param("periods", of.stream().map((one) -> one.period().name()).toArray(String[]::new))
			.param("begun", begun)
			.query((rs, n) -> FormSummary.of(rs))
			.list()
			.stream()
			.filter((form) -> !begun || form.filled() > 0 || form.status() != SubmissionStatus.DRAFT)
			.toList();
	}

	private Map<String, Map<ReportingPeriod, StoredFigure>> figures(Set<Long> indicatorIds, int year) {
		Map<String, Map<ReportingPeriod, StoredFigure>> figures = new HashMap<>();
		this.jdbc.sql("""
				select i.no, a.year, a.period, a.value, a.numerator, a.denominator, a.achieved, a.note, a.cause,
				       a.remedy, a.no_data_reason, a.version, a.entered_by, a.entered_at
				from actual a join indicator i on i.id = a.indicator_id
				where a.indicator_id in (:ids) and a.year = :year
				""").param("ids", indicatorIds).param("year", year).query((rs, n) -> {
			Entry entry = new Entry(ActualCatalog.figure(rs), rs.getString("note"), rs.getString("cause"),
					rs.getString("remedy"), rs.getString("no_data_reason"));
			return new StoredFigure(ActualCatalog.text(rs, "no"), rs.getInt("year"), entry, rs.getInt("version") + 1,
					ActualCatalog.text(rs, "entered_by"), ActualCatalog.instant(rs, "entered_at"));
		})
			.list()
			.forEach((figure) -> figures.computeIfAbsent(figure.no(), (no) -> new EnumMap<>(ReportingPeriod.class))
				.put(figure.entry().figure().period(), figure));
		return figures;
	}

	private static Sheet.Row row(PlanYear of, IndicatorRow indicator, Map<ReportingPeriod, StoredFigure> periods,
			ReportingPeriod period, Map<Issuer, OverrideRow> overrides, boolean mayEnter) {
		StoredFigure stored = periods.get(period);
		boolean filled = stored != null && !stored.entry().isEmpty();
		Checked checked = (stored != null && filled) ? of.check(indicator, stored.entry().figure()) : null;
		return new Sheet.Row(indicator, of.targets(indicator), of.before().get(indicator.no()),
				earlier(periods, period), stored, checked, overrides, mayEnter);
	}

	private static @Nullable Figure earlier(Map<ReportingPeriod, StoredFigure> periods, ReportingPeriod period) {
		return periods.values()
			.stream()
			.filter((figure) -> figure.entry().figure().period().compareTo(period) < 0 && !figure.entry().isEmpty())
			.max((one, other) -> one.entry().figure().period().compareTo(other.entry().figure().period()))
			.map((figure) -> figure.entry().figure())
			.orElse(null);
	}

}
