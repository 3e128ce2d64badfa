package vn.wardkpi.submission.sheet;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.ActualColumns;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearAttainment;
import vn.wardkpi.calendar.EntryWindow;
import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.calendar.WardCalendar;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionPolicy;
import vn.wardkpi.submission.SubmissionSummary;
import vn.wardkpi.submission.SubmissionView;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Reads forms for their pages: a constant number of SQL statements, whatever the number
 * of indicators.
 */
@Service
@Transactional(readOnly = true)
public class SheetReader {

	private static final Comparator<StoredActual> IN_TIME = Comparator.comparingInt(StoredActual::year)
		.thenComparing((figure) -> figure.entry().figure().period());

	private final PlanYearReader years;

	private final ActualCatalog catalog;

	private final ReportingCalendar calendar;

	private final JdbcClient jdbc;

	private final Clock clock;

	SheetReader(PlanYearReader years, ActualCatalog catalog, ReportingCalendar calendar, JdbcClient jdbc, Clock clock) {
		this.years = years;
		this.catalog = catalog;
		this.calendar = calendar;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @throws RefusedException NOT_FOUND, or FORBIDDEN to others than the ward's staff
	 */
	public Sheet require(SubmissionKey key, Actor actor) {
		return read(this.years.require(key.planId(), key.year()), key, actor);
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
		refuseUnlessStaff(of.plan(), actor);
		WardCode ward = of.plan().wardCode();
		List<SubmissionKey> keys = of.indicators()
			.stream()
			.filter((row) -> !PlanYear.isGroup(row) && !row.leadUnits().isEmpty())
			.filter((row) -> actor.role() != Role.OFFICIAL || actor.mayEnter(ward, row.leadUnitCodes()))
			.map((row) -> new SubmissionKey(planId, year, period, row.leadUnitCodes().get(0)))
			.distinct()
			.toList();
		if (keys.isEmpty()) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.enter");
		}
		return read(of.plan(), Map.of(year, of), keys, actor);
	}

	private static void refuseUnlessStaff(PlanSummary plan, Actor actor) {
		if (!actor.maySeeDrafts(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
	}

	/**
	 * The ward's forms that await review, of all years and periods, the longest waiting
	 * first: a constant number of statements for each plan.
	 * @throws RefusedException FORBIDDEN to others than the ward's staff
	 */
	public List<Sheet> waiting(WardCode ward, Actor actor) {
		Map<Long, List<SubmissionKey>> keys = new TreeMap<>();
		waitingKeys(ward, actor)
			.forEach((key) -> keys.computeIfAbsent(key.planId(), (plan) -> new ArrayList<>()).add(key));
		List<Sheet> waiting = new ArrayList<>();
		keys.forEach((plan, own) -> {
			Map<Integer, PlanYear> years = this.years.requireAll(plan,
					own.stream().map(SubmissionKey::year).collect(Collectors.toSet()));
			waiting.addAll(read(Objects.requireNonNull(years.get(own.get(0).year())).plan(), years, own, actor));
		});
		waiting.sort(Comparator.comparing((sheet) -> sheet.submission().submittedAt(),
				Comparator.nullsLast(Comparator.naturalOrder())));
		return waiting;
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
	 * A form of a plan's year that was read already.
	 */
	public Sheet read(PlanYear of, SubmissionKey key, Actor actor) {
		return read(of.plan(), Map.of(key.year(), of), List.of(key), actor).get(0);
	}

	private List<Sheet> read(PlanSummary plan, Map<Integer, PlanYear> years, List<SubmissionKey> keys, Actor actor) {
		Set<Long> ids = new HashSet<>();
		keys.forEach((key) -> of(years, key).indicatorsOf(key.leadUnit()).forEach((row) -> ids.add(row.id())));
		years.values().forEach((of) -> ids.addAll(partsOfGroups(of.indicators(), ids)));
		refuseUnlessStaff(plan, actor);
		Map<String, List<Held>> held = held(ids, years.keySet());
		Map<SubmissionKey, Form> forms = forms(plan.id(), keys);
		List<OverrideRow> overrides = this.catalog.overrides(plan.id(), null);
		WardCalendar days = this.calendar.of(plan.wardCode());
		LocalDate today = LocalDate.now(this.clock);
		return keys.stream().map((key) -> {
			EntryWindow window = days.window(new YearPeriod(key.year(), key.period()), key.leadUnit());
			return sheet(of(years, key), key, forms.getOrDefault(key, Form.NONE), held, overrides, window, today,
					actor);
		}).toList();
	}

	private static PlanYear of(Map<Integer, PlanYear> years, SubmissionKey key) {
		return Objects.requireNonNull(years.get(key.year()));
	}

	/** A group's verdict rests on rows that may stand on another unit's form. */
	private static Set<Long> partsOfGroups(List<IndicatorRow> indicators, Set<Long> ids) {
		Set<String> groups = new HashSet<>();
		indicators.stream()
			.filter((row) -> PlanYear.isGroup(row) && ids.contains(row.id()))
			.forEach((row) -> groups.add(row.no()));
		Set<Long> parts = new HashSet<>();
		indicators.stream()
			.filter((row) -> groups.stream().anyMatch((no) -> row.no().startsWith(no + ".")))
			.forEach((row) -> parts.add(row.id()));
		return parts;
	}

	private static Sheet sheet(PlanYear of, SubmissionKey key, Form form, Map<String, List<Held>> held,
			List<OverrideRow> ofPlan, EntryWindow window, LocalDate today, Actor actor) {
		List<IndicatorRow> indicators = of.indicatorsOf(key.leadUnit());
		LeadUnitRow unit = of.unit(key.leadUnit());
		Set<String> enteredBy = new HashSet<>();
		indicators.forEach((indicator) -> find(held, indicator, key)
			.ifPresent((figure) -> enteredBy.add(figure.stored().enteredBy())));
		SubmissionPolicy standing = new SubmissionPolicy(of.plan().wardCode(), unit.code(), unit.name(),
				Sheet.unitCodes(indicators), form.status(), form.submittedBy(), enteredBy,
				EntryLock.of(window, today).orElse(null));
		Map<String, Map<Issuer, OverrideRow>> overrides = new HashMap<>();
		ofPlan.stream()
			.filter((override) -> override.year() == key.year())
			.forEach((override) -> overrides.computeIfAbsent(override.no(), (no) -> new EnumMap<>(Issuer.class))
				.put(override.issuer(), override));
		Map<String, BigDecimal> numbers = numbers(held, key);
		List<Sheet.Row> rows = indicators.stream().map((indicator) -> {
			Map<Issuer, OverrideRow> own = overrides.getOrDefault(indicator.no(), Map.of());
			return PlanYear.isGroup(indicator) ? group(of, indicator, key, held, overrides, own) : row(of, indicator,
					key, held.getOrDefault(indicator.no(), List.of()), numbers, form, own, standing, actor);
		}).toList();
		return new Sheet(of.plan(), key, unit, form.view(key, standing, actor), window, rows);
	}

	private static Map<String, BigDecimal> numbers(Map<String, List<Held>> held, SubmissionKey key) {
		Map<String, BigDecimal> numbers = new HashMap<>();
		held.forEach((no, figures) -> figures.stream()
			.filter((figure) -> figure.isOf(key))
			.map((figure) -> figure.stored().entry().figure().value())
			.filter(Objects::nonNull)
			.forEach((value) -> numbers.put(no, value)));
		return numbers;
	}

	private static Sheet.Row row(PlanYear of, IndicatorRow indicator, SubmissionKey key, List<Held> held,
			Map<String, BigDecimal> numbers, Form form, Map<Issuer, OverrideRow> overrides, SubmissionPolicy standing,
			Actor actor) {
		Held now = held.stream().filter((figure) -> figure.isOf(key)).findFirst().orElse(null);
		StoredActual stored = (now != null) ? now.stored() : null;
		boolean filled = stored != null && !stored.entry().isEmpty();
		CheckResult checked = (stored != null && filled) ? of.check(indicator, stored.entry().figure(), numbers) : null;
		RowDecision decision = form.decisions().get(indicator.no());
		List<String> units = indicator.leadUnitCodes();
		boolean answered = stored != null && stored.entry().isAnswered();
		return new Sheet.Row(indicator, of.targets(indicator), of.before().get(indicator.no()), earlier(held, key),
				stored, checked, overrides, (now != null) ? now.approved() : null, decision, explanation(held, key),
				standing.mayWithRow(actor, units, decision, answered),
				standing.lock(actor, units, decision).orElse(null));
	}

	private static Sheet.Row group(PlanYear of, IndicatorRow group, SubmissionKey key, Map<String, List<Held>> held,
			Map<String, Map<Issuer, OverrideRow>> overrides, Map<Issuer, OverrideRow> own) {
		Map<Issuer, Judgement> judgements = new EnumMap<>(Issuer.class);
		for (Issuer issuer : Issuer.values()) {
			Judgement judged = YearAttainment.judge(group.no(), of.indicators().stream().map((row) -> {
				OverrideRow override = overrides.getOrDefault(row.no(), Map.of()).get(issuer);
				return new IndicatorCase(row.rule(), of.targets(row).get(issuer), figures(held, row, key),
						(override != null && row != group) ? override.verdict() : null);
			}).toList());
			if (judged.verdict() != Verdict.NOT_ASSIGNED) {
				judgements.put(issuer, judged);
			}
		}
		return new Sheet.Row(group, of.targets(group), null, null, null,
				new CheckResult(null, judgements, List.of(), false), own, null, null, null, List.of(), null);
	}

	private static List<Figure> figures(Map<String, List<Held>> held, IndicatorRow indicator, SubmissionKey key) {
		return find(held, indicator, key).map((figure) -> figure.stored().entry())
			.filter((entry) -> !entry.isEmpty())
			.map((entry) -> List.of(entry.figure()))
			.orElse(List.of());
	}

	private static Optional<Held> find(Map<String, List<Held>> held, IndicatorRow indicator, SubmissionKey key) {
		return held.getOrDefault(indicator.no(), List.of()).stream().filter((figure) -> figure.isOf(key)).findFirst();
	}

	private static @Nullable Figure earlier(List<Held> held, SubmissionKey key) {
		return held.stream()
			.map(Held::stored)
			.filter((figure) -> figure.year() == key.year() && !figure.entry().isEmpty()
					&& figure.entry().figure().period().compareTo(key.period()) < 0)
			.max(IN_TIME)
			.map((figure) -> figure.entry().figure())
			.orElse(null);
	}

	private static Sheet.@Nullable Explanation explanation(List<Held> held, SubmissionKey key) {
		return held.stream()
			.map(Held::stored)
			.filter((figure) -> figure.entry().cause() != null || figure.entry().remedy() != null)
			.filter((figure) -> figure.year() < key.year()
					|| (figure.year() == key.year() && figure.entry().figure().period().compareTo(key.period()) < 0))
			.max(IN_TIME)
			.map((figure) -> new Sheet.Explanation(figure.year(), figure.entry().figure().period(),
					figure.entry().cause(), figure.entry().remedy()))
			.orElse(null);
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
				          and (f.value is not null or f.numerator is not null or f.achieved is not null
				               or f.no_data_reason is not null)) as filled
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
			.query((rs, n) -> SubmissionSummary.of(rs))
			.list()
			.stream()
			.filter((form) -> !begun || form.filled() > 0 || form.status() != SubmissionStatus.DRAFT)
			.toList();
	}

	/**
	 * The figures of these years, each with what was approved of it last, and whatever
	 * was explained in other years: one statement.
	 */
	private Map<String, List<Held>> held(Set<Long> indicatorIds, Set<Integer> years) {
		Map<String, List<Held>> held = new HashMap<>();
		this.jdbc.sql("""
				select i.no, a.year, a.period, a.value, a.numerator, a.denominator, a.achieved, a.note, a.cause,
				       a.remedy, a.no_data_reason, a.version, a.entered_by, a.entered_at,
				       p.value as p_value, p.numerator as p_numerator, p.denominator as p_denominator,
				       p.achieved as p_achieved, p.note as p_note, p.cause as p_cause, p.remedy as p_remedy,
				       p.no_data_reason as p_no_data_reason, p.approved_by, p.approved_at
				from actual a
				join indicator i on i.id = a.indicator_id
				left join lateral (
				    select l.* from approved_actual l
				    where l.actual_id = a.id order by l.approved_at desc, l.id desc limit 1) p on true
				where a.indicator_id in (:ids) and (a.year in (:years) or a.cause is not null or a.remedy is not null)
				""")
			.param("ids", indicatorIds)
			.param("years", years)
			.query((rs, n) -> Held.of(rs))
			.list()
			.forEach((figure) -> held.computeIfAbsent(figure.stored().no(), (no) -> new ArrayList<>()).add(figure));
		return held;
	}

	/**
	 * How far forms have come, each with what was decided on its rows: one statement.
	 */
	private Map<SubmissionKey, Form> forms(long planId, List<SubmissionKey> keys) {
		Map<SubmissionKey, Form> forms = new HashMap<>();
		this.jdbc.sql("""
				select s.year, s.period, u.code, s.status, s.submitted_by, s.submitted_at, s.reviewed_by,
				       s.reviewed_at, s.comment as form_comment, s.version, i.no, r.decision, r.comment, r.decided_by,
				       r.decided_at, r.revision, r.value, r.numerator, r.denominator, r.achieved, r.note, r.cause,
				       r.remedy, r.no_data_reason
				from submission s
				join lead_unit u on u.id = s.lead_unit_id
				left join submission_row r on r.submission_id = s.id
				left join indicator i on i.id = r.indicator_id
				where s.plan_id = :plan and s.year in (:years) and s.period in (:periods) and u.code in (:units)
				""")
			.param("plan", planId)
			.param("years", keys.stream().map(SubmissionKey::year).collect(Collectors.toSet()))
			.param("periods", keys.stream().map((key) -> key.period().name()).collect(Collectors.toSet()))
			.param("units", keys.stream().map(SubmissionKey::leadUnit).collect(Collectors.toSet()))
			.query((rs) -> {
				SubmissionKey key = new SubmissionKey(planId, rs.getInt("year"),
						ReportingPeriod.valueOf(ActualColumns.text(rs, "period")), ActualColumns.text(rs, "code"));
				Form form = forms.get(key);
				if (form == null) {
					form = Form.of(rs);
					forms.put(key, form);
				}
				form.add(rs);
			});
		return forms;
	}

	/**
	 * A figure and what was approved of it last.
	 */
	private record Held(StoredActual stored, Sheet.@Nullable Approved approved) {

		static Held of(ResultSet rs) throws SQLException {
			ReportingPeriod period = ReportingPeriod.valueOf(ActualColumns.text(rs, "period"));
			StoredActual stored = new StoredActual(ActualColumns.text(rs, "no"), rs.getInt("year"),
					ActualColumns.entry(rs, period, ""), rs.getInt("version") + 1, ActualColumns.text(rs, "entered_by"),
					ActualColumns.instant(rs, "entered_at"));
			String approvedBy = rs.getString("approved_by");
			return new Held(stored, (approvedBy != null) ? new Sheet.Approved(ActualColumns.entry(rs, period, "p_"),
					approvedBy, ActualColumns.instant(rs, "approved_at")) : null);
		}

		boolean isOf(SubmissionKey key) {
			return this.stored.year() == key.year() && this.stored.entry().figure().period() == key.period();
		}

	}

	/**
	 * How far a form has come.
	 *
	 * @param decisions of the present round, by indicator number
	 */
	private record Form(SubmissionStatus status, @Nullable String submittedBy, @Nullable Instant submittedAt,
			@Nullable String reviewedBy, @Nullable Instant reviewedAt, @Nullable String comment, int version,
			Map<String, RowDecision> decisions) {

		/** Not begun. */
		static final Form NONE = new Form(SubmissionStatus.DRAFT, null, null, null, null, null, 0, Map.of());

		static Form of(ResultSet rs) throws SQLException {
			return new Form(SubmissionStatus.valueOf(ActualColumns.text(rs, "status")), rs.getString("submitted_by"),
					instant(rs, "submitted_at"), rs.getString("reviewed_by"), instant(rs, "reviewed_at"),
					rs.getString("form_comment"), rs.getInt("version"), new HashMap<>());
		}

		void add(ResultSet rs) throws SQLException {
			String decision = rs.getString("decision");
			if (decision == null) {
				return;
			}
			ReportingPeriod period = ReportingPeriod.valueOf(ActualColumns.text(rs, "period"));
			this.decisions.put(ActualColumns.text(rs, "no"),
					new RowDecision(RowDecision.Kind.valueOf(decision), rs.getString("comment"),
							ActualColumns.text(rs, "decided_by"), ActualColumns.instant(rs, "decided_at"),
							ActualColumns.entry(rs, period, ""), rs.getInt("revision")));
		}

		SubmissionView view(SubmissionKey key, SubmissionPolicy standing, Actor actor) {
			return new SubmissionView(key.planId(), key.year(), key.period().name(), key.leadUnit(), this.status,
					this.submittedBy, this.submittedAt, this.reviewedBy, this.reviewedAt, this.comment, this.version,
					standing.may(actor), standing.lock(actor).orElse(null));
		}

		private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
			Timestamp time = rs.getTimestamp(column);
			return (time != null) ? time.toInstant() : null;
		}

	}

}
