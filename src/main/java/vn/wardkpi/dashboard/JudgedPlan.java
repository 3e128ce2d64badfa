package vn.wardkpi.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.IndicatorPeriod;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.period.PlanPeriod;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.PublishedHeadline;
import vn.wardkpi.plan.TargetRow;

/**
 * A plan with its targets and figures as known on a day, and what the rules say of them.
 */
public final class JudgedPlan {

	private final PlanSummary plan;

	private final LocalDate asOf;

	private final boolean drafts;

	private final List<IndicatorRow> indicators;

	private final Map<Issuer, Map<Integer, Map<String, TargetRow>>> yearlyTargets = new EnumMap<>(Issuer.class);

	private final Map<Issuer, Map<String, TargetRow>> periodTargets = new EnumMap<>(Issuer.class);

	private final Map<String, List<ActualRow>> actuals;

	private final Map<String, List<ActualRow>> leftEmpty;

	private final Map<Integer, Map<String, List<Figure>>> figures = new HashMap<>();

	private final List<OverrideRow> overrides;

	private final List<PublishedHeadline> headlines;

	private final Map<Issuer, NavigableMap<Integer, YearAttainment>> judged = new EnumMap<>(Issuer.class);

	/**
	 * @param asOf the day
	 * @param drafts whether figures that are not approved count
	 * @param answers figures, and cells left empty on purpose
	 */
	JudgedPlan(PlanSummary plan, LocalDate asOf, boolean drafts, List<IndicatorRow> indicators, List<TargetRow> targets,
			List<ActualRow> answers, List<OverrideRow> overrides, List<PublishedHeadline> headlines) {
		this.plan = plan;
		this.asOf = asOf;
		this.drafts = drafts;
		this.indicators = List.copyOf(indicators);
		this.overrides = List.copyOf(overrides);
		this.headlines = List.copyOf(headlines);
		this.actuals = answers.stream().filter(ActualRow::hasFigure).collect(Collectors.groupingBy(ActualRow::no));
		this.leftEmpty = answers.stream()
			.filter((row) -> row.noDataReason() != null)
			.collect(Collectors.groupingBy(ActualRow::no));
		for (ActualRow row : answers.stream().filter(ActualRow::hasFigure).toList()) {
			this.figures.computeIfAbsent(row.year(), (year) -> new HashMap<>())
				.computeIfAbsent(row.no(), (no) -> new ArrayList<>())
				.add(row.figure());
		}
		for (TargetRow row : targets) {
			Map<String, TargetRow> place = (row.year() != null)
					? this.yearlyTargets.computeIfAbsent(row.issuer(), (issuer) -> new HashMap<>())
						.computeIfAbsent(row.year(), (year) -> new HashMap<>())
					: this.periodTargets.computeIfAbsent(row.issuer(), (issuer) -> new HashMap<>());
			place.put(row.no(), row);
		}
	}

	public PlanSummary plan() {
		return this.plan;
	}

	/**
	 * The latest year of the plan that has a figure, else its first.
	 */
	public int latestYear() {
		return yearsWithFigures().stream()
			.filter(this.plan::covers)
			.reduce((earlier, later) -> later)
			.orElse(this.plan.fromYear());
	}

	public LocalDate asOf() {
		return this.asOf;
	}

	/**
	 * What came of a year, for one issuer.
	 * @throws IllegalArgumentException if the plan does not cover the year
	 */
	public YearView year(int year, Issuer issuer) {
		YearAttainment attainment = judge(issuer).get(year);
		if (attainment == null) {
			throw new IllegalArgumentException("Plan " + this.plan.id() + " does not cover " + year);
		}
		Map<String, PeriodAttainment> toDate = periods(issuer, year);
		Map<String, OverrideRow> overridden = this.overrides.stream()
			.filter((row) -> row.year() == year && row.issuer() == issuer)
			.collect(Collectors.toMap(OverrideRow::no, (row) -> row));
		List<IndicatorYear> rows = this.indicators.stream().map((indicator) -> {
			String no = indicator.no();
			Judgement judgement = attainment.judgement(no);
			return new IndicatorYear(indicator, targets(issuer, year).get(no), shown(actuals(no), year, judgement),
					judgement, Objects.requireNonNull(toDate.get(no)).course(),
					judgement.overridden() ? overridden.get(no) : null, leftEmpty(no, year, judgement),
					path(indicator, issuer));
		}).toList();
		List<PublishedHeadline> published = reported(year).stream().filter((row) -> row.issuer() == issuer).toList();
		return new YearView(this.plan, year, issuer, this.asOf, this.drafts, attainment.headline(), published, rows);
	}

	/**
	 * What the whole period comes to, for one issuer.
	 */
	public PeriodView period(Issuer issuer) {
		Map<String, PeriodAttainment> attainments = periods(issuer, this.plan.toYear());
		List<IndicatorOverPeriod> rows = this.indicators.stream()
			.map((indicator) -> new IndicatorOverPeriod(indicator, periodTargets(issuer).get(indicator.no()),
					Objects.requireNonNull(attainments.get(indicator.no())), overridden(indicator.no(), issuer),
					path(indicator, issuer)))
			.toList();
		return new PeriodView(this.plan, issuer, this.asOf, rows);
	}

	/**
	 * One indicator with every issuer's verdicts.
	 */
	public Optional<IndicatorView> indicator(String no) {
		return this.indicators.stream().filter((indicator) -> indicator.no().equals(no)).findFirst().map(this::view);
	}

	private IndicatorView view(IndicatorRow indicator) {
		String no = indicator.no();
		Map<Issuer, IndicatorView.OfIssuer> ofIssuers = new EnumMap<>(Issuer.class);
		for (Issuer issuer : issuers()) {
			NavigableMap<Integer, IndicatorView.OfYear> years = new TreeMap<>();
			judge(issuer).forEach((year, attainment) -> {
				Judgement judgement = attainment.judgement(no);
				years.put(year, new IndicatorView.OfYear(targets(issuer, year).get(no), judgement));
			});
			ofIssuers.put(issuer, new IndicatorView.OfIssuer(periodTargets(issuer).get(no), years,
					Objects.requireNonNull(periods(issuer, this.plan.toYear()).get(no)), path(indicator, issuer)));
		}
		return new IndicatorView(this.plan, indicator, ofIssuers, actuals(no),
				this.leftEmpty.getOrDefault(no, List.of()),
				issuers().stream().flatMap((issuer) -> overridden(no, issuer).stream()).toList(),
				this.indicators.stream().filter((row) -> no.equals(row.rule().parentNo())).toList());
	}

	/**
	 * Issuers that set any target of the plan or of whose targets a report published a
	 * headline, in the order in which they are shown.
	 */
	public List<Issuer> issuers() {
		SortedSet<Issuer> issuers = new TreeSet<>(this.yearlyTargets.keySet());
		issuers.addAll(this.periodTargets.keySet());
		this.headlines.forEach((row) -> issuers.add(row.issuer()));
		return List.copyOf(issuers);
	}

	/**
	 * How many counted indicators an issuer assigned in a year.
	 */
	public int assigned(int year, Issuer issuer) {
		return Objects.requireNonNull(judge(issuer).get(year)).headline().assigned();
	}

	/**
	 * Years of which there is any figure.
	 */
	public SortedSet<Integer> yearsWithFigures() {
		return new TreeSet<>(this.figures.keySet());
	}

	/**
	 * Whether there is any estimate or official figure of a year.
	 */
	public boolean hasFullYearFigures(int year) {
		return figures(year).values()
			.stream()
			.anyMatch((all) -> all.stream().anyMatch((figure) -> figure.period().isFullYear()));
	}

	/**
	 * Headlines that reports published of a year, whoever set the targets.
	 */
	public List<PublishedHeadline> reported(int year) {
		return this.headlines.stream().filter((row) -> row.year() == year).toList();
	}

	private NavigableMap<Integer, YearAttainment> judge(Issuer issuer) {
		return this.judged.computeIfAbsent(issuer, this::judgeAfresh);
	}

	private NavigableMap<Integer, YearAttainment> judgeAfresh(Issuer issuer) {
		NavigableMap<Integer, YearAttainment> years = new TreeMap<>();
		for (int year = this.plan.fromYear(); year <= this.plan.toYear(); year++) {
			years.put(year, YearAttainment.judge(cases(year, issuer)));
		}
		return years;
	}

	/**
	 * What a year is judged by, for one issuer.
	 */
	public List<IndicatorCase> cases(int year, Issuer issuer) {
		Map<String, TargetRow> targets = targets(issuer, year);
		Map<String, Verdict> verdicts = this.overrides.stream()
			.filter((row) -> row.year() == year && row.issuer() == issuer)
			.collect(Collectors.toMap(OverrideRow::no, OverrideRow::verdict));
		return this.indicators.stream().map(IndicatorRow::rule).map((rule) -> {
			TargetRow target = targets.get(rule.no());
			return new IndicatorCase(rule, (target != null) ? target.target() : null,
					figures(year).getOrDefault(rule.no(), List.of()), verdicts.get(rule.no()));
		}).toList();
	}

	/**
	 * The overrides that change anything: of years with a target, in their order.
	 */
	private List<OverriddenYear> overridden(String no, Issuer issuer) {
		List<OverriddenYear> years = new ArrayList<>();
		judge(issuer).forEach((year, attainment) -> {
			Judgement judgement = attainment.judgement(no);
			this.overrides.stream()
				.filter((row) -> row.no().equals(no) && row.issuer() == issuer && row.year() == year)
				.filter((row) -> judgement.overridden())
				.forEach((row) -> years.add(new OverriddenYear(row, judgement)));
		});
		return years;
	}

	private Map<String, PeriodAttainment> periods(Issuer issuer, int until) {
		return PlanPeriod
			.judge(this.indicators.stream().map((indicator) -> period(indicator, issuer).until(until)).toList())
			.attainments();
	}

	private IndicatorPeriod period(IndicatorRow indicator, Issuer issuer) {
		String no = indicator.no();
		Map<Integer, ParsedTarget> yearly = new HashMap<>();
		for (int year = this.plan.fromYear(); year <= this.plan.toYear(); year++) {
			TargetRow target = targets(issuer, year).get(no);
			if (target != null) {
				yearly.put(year, target.target());
			}
		}
		TargetRow own = periodTargets(issuer).get(no);
		Map<Integer, List<Figure>> byYear = actuals(no).stream()
			.collect(
					Collectors.groupingBy(ActualRow::year, Collectors.mapping(ActualRow::figure, Collectors.toList())));
		Map<Integer, Verdict> verdicts = this.overrides.stream()
			.filter((row) -> row.no().equals(no) && row.issuer() == issuer)
			.collect(Collectors.toMap(OverrideRow::year, OverrideRow::verdict));
		return new IndicatorPeriod(indicator.rule(), this.plan.fromYear(), this.plan.toYear(),
				(indicator.baseline() != null) ? indicator.baseline().judged() : null,
				(own != null) ? own.target() : null, yearly, byYear, verdicts);
	}

	public List<IndicatorRow> indicators() {
		return this.indicators;
	}

	/**
	 * A year's figures by indicator number.
	 */
	public Map<String, List<Figure>> figures(int year) {
		return this.figures.getOrDefault(year, Map.of());
	}

	/**
	 * An issuer's targets of a year by indicator number.
	 */
	public Map<String, TargetRow> targets(Issuer issuer, int year) {
		return this.yearlyTargets.getOrDefault(issuer, Map.of()).getOrDefault(year, Map.of());
	}

	private Map<String, TargetRow> periodTargets(Issuer issuer) {
		return this.periodTargets.getOrDefault(issuer, Map.of());
	}

	private List<ActualRow> actuals(String no) {
		return this.actuals.getOrDefault(no, List.of());
	}

	/**
	 * The latest cell of the year that was left empty on purpose, where nothing else is
	 * known.
	 */
	private @Nullable ActualRow leftEmpty(String no, int year, Judgement judgement) {
		return (judgement.verdict() != Verdict.NO_DATA) ? null
				: this.leftEmpty.getOrDefault(no, List.of())
					.stream()
					.filter((row) -> row.year() == year)
					.max((one, other) -> one.figure().period().compareTo(other.figure().period()))
					.orElse(null);
	}

	/**
	 * The figure that was judged; where none could be, the latest there is.
	 */
	private static @Nullable ActualRow shown(List<ActualRow> rows, int year, Judgement judgement) {
		List<ActualRow> ofYear = rows.stream().filter((row) -> row.year() == year).toList();
		return ofYear.stream()
			.filter((row) -> row.figure().equals(judgement.judged()))
			.findFirst()
			.or(() -> ofYear.stream().max((one, other) -> one.figure().period().compareTo(other.figure().period())))
			.orElse(null);
	}

	private IndicatorPath path(IndicatorRow indicator, Issuer issuer) {
		String no = indicator.no();
		NavigableMap<Integer, BigDecimal> goals = new TreeMap<>();
		NavigableMap<Integer, BigDecimal> values = new TreeMap<>();
		NavigableMap<Integer, ActualRow> rows = new TreeMap<>();
		judge(issuer).forEach((year, attainment) -> {
			Judgement judgement = attainment.judgement(no);
			TargetRow target = targets(issuer, year).get(no);
			BigDecimal level = (target != null) ? target.target().level() : null;
			if (level != null) {
				goals.put(year, level);
			}
			ActualRow row = shown(actuals(no), year, judgement);
			if (row != null) {
				rows.put(year, row);
				BigDecimal value = (judgement.value() != null) ? judgement.value() : row.figure().value();
				if (value != null && row.figure().period().isFullYear()) {
					values.put(year, value);
				}
			}
		});
		return new IndicatorPath(this.plan.fromYear(), this.plan.toYear(), indicator.baseline(), goals, values, rows);
	}

}
