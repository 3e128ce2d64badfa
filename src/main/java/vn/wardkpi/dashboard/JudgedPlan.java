package vn.wardkpi.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.period.PlanPeriod;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.YearAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.headline.PublishedHeadline;

/**
 * What the rules say of a plan as it is known on a day.
 */
public final class JudgedPlan {

	private final KnownPlan known;

	private final PlanSummary plan;

	private final Map<Issuer, NavigableMap<Integer, YearAttainment>> judged = new EnumMap<>(Issuer.class);

	private final Map<Issuer, Map<Integer, Map<String, PeriodAttainment>>> periods = new EnumMap<>(Issuer.class);

	JudgedPlan(KnownPlan known) {
		this.known = known;
		this.plan = known.plan();
	}

	/**
	 * What it is judged by.
	 */
	public KnownPlan known() {
		return this.known;
	}

	/**
	 * What the rules would say if nothing were known that came after a reporting period
	 * of a year.
	 */
	public JudgedPlan until(int year, ReportingPeriod period) {
		return new JudgedPlan(this.known.until(year, period));
	}

	public PlanSummary plan() {
		return this.plan;
	}

	public LocalDate asOf() {
		return this.known.asOf();
	}

	/**
	 * Whose targets a year is shown by where nobody asks for another's: the first issuer
	 * that assigned any, else one of whom a report tells.
	 */
	public Issuer mainIssuer(int year) {
		return this.known.issuers()
			.stream()
			.filter((issuer) -> assigned(year, issuer) > 0)
			.findFirst()
			.or(() -> this.known.reported(year).stream().map(PublishedHeadline::issuer).findFirst())
			.orElse(Issuer.WARD_COUNCIL);
	}

	/**
	 * What came of a year, for one issuer.
	 * @throws IllegalArgumentException if the plan does not cover the year
	 */
	public YearView year(int year, Issuer issuer) {
		return year(year, issuer, this.known.indicators(), periods(issuer, year));
	}

	/**
	 * The same of what is right under an indicator alone, not ranked among the plan's.
	 */
	public YearView partsOf(String no, int year, Issuer issuer) {
		List<IndicatorRow> parts = this.known.indicators()
			.stream()
			.filter((row) -> no.equals(row.rule().parentNo()))
			.toList();
		return year(year, issuer, parts, unranked(no, issuer, year));
	}

	private YearView year(int year, Issuer issuer, List<IndicatorRow> indicators,
			Map<String, PeriodAttainment> toDate) {
		YearAttainment attainment = judge(issuer).get(year);
		if (attainment == null) {
			throw new IllegalArgumentException("Plan " + this.plan.id() + " does not cover " + year);
		}
		Map<String, OverrideRow> overridden = this.known.overrides(issuer, year);
		List<IndicatorYear> rows = indicators.stream().map((indicator) -> {
			String no = indicator.no();
			Judgement judgement = attainment.judgement(no);
			return new IndicatorYear(indicator.inYear(year), year, this.known.targets(issuer, year).get(no),
					this.known.shown(no, year, judgement), judgement, Objects.requireNonNull(toDate.get(no)),
					judgement.overridden() ? overridden.get(no) : null, this.known.leftEmpty(no, year, judgement),
					path(indicator, issuer));
		}).toList();
		List<PublishedHeadline> published = this.known.reported(year)
			.stream()
			.filter((row) -> row.issuer() == issuer)
			.toList();
		return new YearView(this.plan, year, issuer, this.known.asOf(), this.known.drafts(), attainment.headline(),
				published, rows.stream().filter((row) -> !isSupplementary(row.indicator())).toList(),
				rows.stream().filter((row) -> isSupplementary(row.indicator())).toList());
	}

	/**
	 * What the whole period comes to, for one issuer.
	 */
	public PeriodView period(Issuer issuer) {
		Map<String, PeriodAttainment> attainments = periods(issuer, this.plan.toYear());
		List<IndicatorOverPeriod> rows = this.known.indicators()
			.stream()
			.map((indicator) -> new IndicatorOverPeriod(indicator, this.known.periodTargets(issuer).get(indicator.no()),
					Objects.requireNonNull(attainments.get(indicator.no())), overridden(indicator.no(), issuer),
					path(indicator, issuer)))
			.toList();
		return new PeriodView(this.plan, issuer, this.known.asOf(),
				rows.stream().filter((row) -> !isSupplementary(row.indicator())).toList(),
				rows.stream().filter((row) -> isSupplementary(row.indicator())).toList());
	}

	private static boolean isSupplementary(IndicatorRow indicator) {
		return indicator.rule().role() == IndicatorRole.SUPPLEMENTARY;
	}

	/**
	 * One indicator with every issuer's verdicts, not ranked among the plan's.
	 */
	public Optional<IndicatorView> indicator(String no) {
		return this.known.indicators()
			.stream()
			.filter((indicator) -> indicator.no().equals(no))
			.findFirst()
			.map(this::view);
	}

	private IndicatorView view(IndicatorRow indicator) {
		String no = indicator.no();
		Map<Issuer, IndicatorView.OfIssuer> ofIssuers = new EnumMap<>(Issuer.class);
		for (Issuer issuer : this.known.issuers()) {
			NavigableMap<Integer, IndicatorView.OfYear> years = new TreeMap<>();
			judge(issuer).forEach((year, attainment) -> {
				Judgement judgement = attainment.judgement(no);
				years.put(year, new IndicatorView.OfYear(this.known.targets(issuer, year).get(no), judgement));
			});
			ofIssuers.put(issuer, new IndicatorView.OfIssuer(this.known.periodTargets(issuer).get(no), years,
					Objects.requireNonNull(unranked(no, issuer, this.plan.toYear()).get(no)), path(indicator, issuer)));
		}
		return new IndicatorView(this.plan, indicator, ofIssuers, this.known.actuals(no), this.known.leftEmpty(no),
				this.known.issuers().stream().flatMap((issuer) -> overridden(no, issuer).stream()).toList(),
				this.known.indicators().stream().filter((row) -> no.equals(row.rule().parentNo())).toList());
	}

	/**
	 * An indicator's verdicts of every year of the plan, for one issuer.
	 */
	public NavigableMap<Integer, Judgement> judgements(String no, Issuer issuer) {
		NavigableMap<Integer, Judgement> years = new TreeMap<>();
		judge(issuer).forEach((year, attainment) -> years.put(year, attainment.judgement(no)));
		return years;
	}

	/**
	 * How many counted indicators an issuer assigned in a year.
	 */
	public int assigned(int year, Issuer issuer) {
		return Objects.requireNonNull(judge(issuer).get(year)).headline().assigned();
	}

	private NavigableMap<Integer, YearAttainment> judge(Issuer issuer) {
		return this.judged.computeIfAbsent(issuer, this::judgeAfresh);
	}

	private NavigableMap<Integer, YearAttainment> judgeAfresh(Issuer issuer) {
		NavigableMap<Integer, YearAttainment> years = new TreeMap<>();
		for (int year = this.plan.fromYear(); year <= this.plan.toYear(); year++) {
			years.put(year, this.known.judged().year(issuer, year, this.known.cases(year, issuer)));
		}
		return years;
	}

	/**
	 * The overrides that change anything: of years with a target, in their order.
	 */
	private List<OverriddenYear> overridden(String no, Issuer issuer) {
		List<OverriddenYear> years = new ArrayList<>();
		judge(issuer).forEach((year, attainment) -> {
			Judgement judgement = attainment.judgement(no);
			OverrideRow override = this.known.overrides(issuer, year).get(no);
			if (override != null && judgement.overridden()) {
				years.add(new OverriddenYear(override, judgement));
			}
		});
		return years;
	}

	private Map<String, PeriodAttainment> periods(Issuer issuer, int until) {
		return this.periods.computeIfAbsent(issuer, (each) -> new HashMap<>())
			.computeIfAbsent(until, (year) -> periodsAfresh(issuer, year));
	}

	/** Of an indicator and all that is under it. */
	private Map<String, PeriodAttainment> unranked(String no, Issuer issuer, int until) {
		Set<String> family = new HashSet<>(Set.of(no));
		int before;
		do {
			before = family.size();
			this.known.indicators()
				.stream()
				.filter((row) -> row.rule().parentNo() != null && family.contains(row.rule().parentNo()))
				.forEach((row) -> family.add(row.no()));
		}
		while (family.size() > before);
		return PlanPeriod.judgeUnranked(this.known.indicators()
			.stream()
			.filter((row) -> family.contains(row.no()))
			.map((row) -> this.known.period(row, issuer).until(until))
			.toList(), (period) -> this.known.judged().period(issuer, until, period));
	}

	private Map<String, PeriodAttainment> periodsAfresh(Issuer issuer, int until) {
		return PlanPeriod
			.judge(this.known.indicators()
				.stream()
				.map((indicator) -> this.known.period(indicator, issuer).until(until))
				.toList(), (period) -> this.known.judged().period(issuer, until, period))
			.attainments();
	}

	private IndicatorPath path(IndicatorRow indicator, Issuer issuer) {
		String no = indicator.no();
		NavigableMap<Integer, BigDecimal> goals = new TreeMap<>();
		NavigableMap<Integer, BigDecimal> values = new TreeMap<>();
		NavigableMap<Integer, ActualRow> rows = new TreeMap<>();
		judge(issuer).forEach((year, attainment) -> {
			Judgement judgement = attainment.judgement(no);
			TargetRow target = this.known.targets(issuer, year).get(no);
			BigDecimal level = (target != null) ? target.target().level() : null;
			if (level != null) {
				goals.put(year, level);
			}
			ActualRow row = this.known.shown(no, year, judgement);
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
