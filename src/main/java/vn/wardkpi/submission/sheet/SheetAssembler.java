package vn.wardkpi.submission.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
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

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearAttainment;
import vn.wardkpi.calendar.EntryWindow;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionPolicy;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Puts sheets together from what was read: which row stands where, what was said of it
 * before, how it is judged, and what may be done with it. Decides nothing by reading.
 */
final class SheetAssembler {

	private static final Comparator<StoredActual> IN_TIME = Comparator.comparingInt(StoredActual::year)
		.thenComparing((figure) -> figure.entry().figure().period());

	private final PlanYear of;

	private final SubmissionKey key;

	private final SubmissionProgress progress;

	private final Map<String, List<HeldActual>> held;

	private final Map<String, Map<Issuer, OverrideRow>> overrides;

	/**
	 * @param held figures by indicator number, those of the sheet and of the parts of its
	 * groups, of this year and whatever was explained in other years
	 * @param overrides in force in the plan, of any year
	 */
	SheetAssembler(PlanYear of, SubmissionKey key, SubmissionProgress progress, Map<String, List<HeldActual>> held,
			Collection<OverrideRow> overrides) {
		this.of = of;
		this.key = key;
		this.progress = progress;
		this.held = held;
		this.overrides = ofYear(overrides, key.year());
	}

	private static Map<String, Map<Issuer, OverrideRow>> ofYear(Collection<OverrideRow> ofPlan, int year) {
		Map<String, Map<Issuer, OverrideRow>> overrides = new HashMap<>();
		ofPlan.stream()
			.filter((override) -> override.year() == year)
			.forEach((override) -> overrides.computeIfAbsent(override.no(), (no) -> new EnumMap<>(Issuer.class))
				.put(override.issuer(), override));
		return overrides;
	}

	/**
	 * The sheet as this person may see and change it on a day.
	 */
	Sheet sheet(EntryWindow window, LocalDate today, Actor actor) {
		List<IndicatorRow> indicators = this.of.indicatorsOf(this.key.leadUnit());
		LeadUnitRow unit = this.of.unit(this.key.leadUnit());
		SubmissionPolicy policy = new SubmissionPolicy(this.of.plan().wardCode(), unit.code(), unit.name(),
				Sheet.unitCodes(indicators), this.progress.status(), this.progress.submittedBy(), enteredBy(indicators),
				EntryLock.of(this.of.plan().status()).or(() -> EntryLock.of(window, today)).orElse(null));
		Map<String, BigDecimal> numbers = numbers();
		List<Sheet.Row> rows = indicators.stream()
			.map((indicator) -> PlanYear.isGroup(indicator) ? group(indicator) : row(indicator, numbers, policy, actor))
			.toList();
		return new Sheet(this.of.plan(), this.key, unit, this.progress.view(this.key, policy, actor), window,
				isEarly(this.key, window, today), rows);
	}

	/**
	 * Whether figures are entered before anybody can know them. Those of a part of the
	 * year are asked for some days before it ends, so that their window decides.
	 */
	static boolean isEarly(SubmissionKey key, EntryWindow window, LocalDate today) {
		boolean unknown = today.isBefore(key.period().knownFrom(key.year()));
		return unknown && (key.period().isFullYear() || window.isBefore(today));
	}

	private Set<String> enteredBy(List<IndicatorRow> indicators) {
		Set<String> enteredBy = new HashSet<>();
		indicators.forEach(
				(indicator) -> find(indicator.no()).ifPresent((figure) -> enteredBy.add(figure.stored().enteredBy())));
		return enteredBy;
	}

	private Map<String, BigDecimal> numbers() {
		Map<String, BigDecimal> numbers = new HashMap<>();
		this.held.forEach((no, figures) -> figures.stream()
			.filter((figure) -> figure.isOf(this.key))
			.map((figure) -> figure.stored().entry().figure().value())
			.filter(Objects::nonNull)
			.forEach((value) -> numbers.put(no, value)));
		return numbers;
	}

	private Sheet.Row row(IndicatorRow indicator, Map<String, BigDecimal> numbers, SubmissionPolicy policy,
			Actor actor) {
		HeldActual now = find(indicator.no()).orElse(null);
		StoredActual stored = (now != null) ? now.stored() : null;
		boolean filled = stored != null && !stored.entry().isEmpty();
		Figure earlier = earlier(indicator.no(), policy.mayEnterAny(actor));
		CheckResult checked = (stored != null && filled)
				? this.of.check(indicator, stored.entry().figure(), earlier, numbers) : null;
		RowDecision decision = this.progress.decisions().get(indicator.no());
		List<String> units = indicator.leadUnitCodes();
		boolean answered = stored != null && stored.entry().isAnswered();
		return new Sheet.Row(indicator, this.key.year(), this.of.targets(indicator), this.of.annual(indicator),
				this.of.before().get(indicator.no()), earlier, stored, checked, overrides(indicator.no()),
				(now != null) ? now.approved() : null, decision, explanation(indicator.no()),
				policy.mayWithRow(actor, units, decision, answered), policy.lock(actor, units, decision).orElse(null));
	}

	private Sheet.Row group(IndicatorRow group) {
		return new Sheet.Row(group, this.key.year(), this.of.targets(group), Map.of(), null, null, null,
				new CheckResult(null, judgements(group), List.of(), false), overrides(group.no()), null, null, null,
				List.of(), null);
	}

	/** By the rows of the group, which may stand on another unit's form. */
	private Map<Issuer, Judgement> judgements(IndicatorRow group) {
		Map<Issuer, Judgement> judgements = new EnumMap<>(Issuer.class);
		for (Issuer issuer : Issuer.values()) {
			Judgement judged = YearAttainment.judge(group.no(), this.of.indicators().stream().map((row) -> {
				OverrideRow override = overrides(row.no()).get(issuer);
				return new IndicatorCase(row.rule(), this.of.targets(row).get(issuer), figures(row),
						(override != null && !row.no().equals(group.no())) ? override.verdict() : null);
			}).toList());
			if (judged.verdict() != Verdict.NOT_ASSIGNED) {
				judgements.put(issuer, judged);
			}
		}
		return judgements;
	}

	private List<Figure> figures(IndicatorRow indicator) {
		return find(indicator.no()).map((figure) -> figure.stored().entry())
			.filter((entry) -> !entry.isEmpty())
			.map((entry) -> List.of(entry.figure()))
			.orElse(List.of());
	}

	private Map<Issuer, OverrideRow> overrides(String no) {
		return this.overrides.getOrDefault(no, Map.of());
	}

	private List<HeldActual> held(String no) {
		return this.held.getOrDefault(no, List.of());
	}

	private Optional<HeldActual> find(String no) {
		return held(no).stream().filter((figure) -> figure.isOf(this.key)).findFirst();
	}

	private boolean isBefore(StoredActual figure) {
		return figure.year() == this.key.year() && figure.entry().figure().period().compareTo(this.key.period()) < 0;
	}

	/**
	 * @param own whether drafts count: those who enter see theirs, everybody else what
	 * was approved or handed in
	 */
	private @Nullable Figure earlier(String no, boolean own) {
		return held(no).stream()
			.filter((figure) -> isBefore(figure.stored()))
			.map((figure) -> own ? figure.stored().entry() : figure.handedIn())
			.filter((entry) -> entry != null && !entry.isEmpty())
			.map(ActualEntry::figure)
			.max(Comparator.comparing(Figure::period))
			.orElse(null);
	}

	private Sheet.@Nullable Explanation explanation(String no) {
		return held(no).stream()
			.map(HeldActual::stored)
			.filter((figure) -> figure.entry().cause() != null || figure.entry().remedy() != null)
			.filter((figure) -> figure.year() < this.key.year() || isBefore(figure))
			.max(IN_TIME)
			.map((figure) -> new Sheet.Explanation(figure.year(), figure.entry().figure().period(),
					figure.entry().cause(), figure.entry().remedy()))
			.orElse(null);
	}

}
