package vn.wardkpi.submission.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.ReportingPeriod;
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
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionSummaries;

/**
 * Reads forms for their pages: a constant number of SQL statements, whatever the number
 * of indicators.
 */
@Service
@Transactional(readOnly = true)
public class SheetReader {

	private final PlanYearReader years;

	private final ActualCatalog catalog;

	private final ReportingCalendar calendar;

	private final SheetQueries queries;

	private final SubmissionSummaries summaries;

	private final Clock clock;

	SheetReader(PlanYearReader years, ActualCatalog catalog, ReportingCalendar calendar, SheetQueries queries,
			SubmissionSummaries summaries, Clock clock) {
		this.years = years;
		this.catalog = catalog;
		this.calendar = calendar;
		this.queries = queries;
		this.summaries = summaries;
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
			.filter((row) -> row.isEntered() && !PlanYear.isGroup(row) && !row.leadUnits().isEmpty())
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
		this.summaries.waitingKeys(ward, actor)
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
		Map<String, List<HeldActual>> held = this.queries.held(ids, years.keySet());
		Map<SubmissionKey, SubmissionProgress> progress = this.queries.progress(plan.id(), keys);
		List<OverrideRow> overrides = this.catalog.overrides(plan.id(), null);
		WardCalendar days = this.calendar.of(plan.wardCode());
		LocalDate today = LocalDate.now(this.clock);
		return keys.stream().map((key) -> {
			EntryWindow window = days.window(new YearPeriod(key.year(), key.period()), key.leadUnit());
			SubmissionProgress own = progress.getOrDefault(key, SubmissionProgress.NONE);
			return new SheetAssembler(of(years, key), key, own, held, overrides).sheet(window, today, actor);
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

}
