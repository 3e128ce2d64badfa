package vn.wardkpi.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.IndicatorPeriod;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.headline.PublishedHeadline;

/**
 * A plan with its indicators, targets, figures and overrides as known on a day. It judges
 * nothing.
 */
public final class KnownPlan {

	private final PlanSummary plan;

	private final LocalDate asOf;

	private final boolean drafts;

	private final PlanStructure structure;

	private final List<ActualRow> answers;

	private final Map<String, List<ActualRow>> actuals;

	private final Map<String, List<ActualRow>> leftEmpty;

	private final Map<Integer, Map<String, List<Figure>>> figures = new HashMap<>();

	private final Map<String, Map<Integer, List<Figure>>> figuresOf = new HashMap<>();

	private final List<OverrideRow> overrides;

	private final List<PublishedHeadline> headlines;

	/**
	 * @param asOf the day
	 * @param drafts whether figures that are not approved count
	 * @param answers figures, and cells left empty on purpose
	 */
	KnownPlan(PlanSummary plan, LocalDate asOf, boolean drafts, PlanStructure structure, List<ActualRow> answers,
			List<OverrideRow> overrides, List<PublishedHeadline> headlines) {
		this.plan = plan;
		this.asOf = asOf;
		this.drafts = drafts;
		this.structure = structure;
		this.answers = List.copyOf(answers);
		this.overrides = List.copyOf(overrides);
		this.headlines = List.copyOf(headlines);
		this.actuals = answers.stream().filter(ActualRow::hasFigure).collect(Collectors.groupingBy(ActualRow::no));
		this.leftEmpty = answers.stream()
			.filter((row) -> row.noDataReason() != null)
			.collect(Collectors.groupingBy(ActualRow::no));
		for (ActualRow row : answers.stream().filter(ActualRow::hasFigure).toList()) {
			Figure figure = row.figure();
			this.figures.computeIfAbsent(row.year(), (year) -> new HashMap<>())
				.computeIfAbsent(row.no(), (no) -> new ArrayList<>())
				.add(figure);
			this.figuresOf.computeIfAbsent(row.no(), (no) -> new HashMap<>())
				.computeIfAbsent(row.year(), (year) -> new ArrayList<>())
				.add(figure);
		}
	}

	KnownPlan(PlanSummary plan, LocalDate asOf, boolean drafts, List<IndicatorRow> indicators, List<TargetRow> targets,
			List<ActualRow> answers, List<OverrideRow> overrides, List<PublishedHeadline> headlines) {
		this(plan, asOf, drafts, new PlanStructure(indicators, targets), answers, overrides, headlines);
	}

	public PlanSummary plan() {
		return this.plan;
	}

	/** What was judged of the same structure before. */
	LastJudged judged() {
		return this.structure.judged();
	}

	public LocalDate asOf() {
		return this.asOf;
	}

	boolean drafts() {
		return this.drafts;
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

	/**
	 * Issuers that set any target of the plan or of whose targets a report published a
	 * headline, in the order in which they are shown.
	 */
	public List<Issuer> issuers() {
		SortedSet<Issuer> issuers = this.structure.issuers();
		this.headlines.forEach((row) -> issuers.add(row.issuer()));
		return List.copyOf(issuers);
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
	boolean hasFullYearFigures(int year) {
		return figures(year).values()
			.stream()
			.anyMatch((all) -> all.stream().anyMatch((figure) -> figure.period().isFullYear()));
	}

	/**
	 * Whether any estimate of a year was approved.
	 */
	public boolean hasEstimates(int year) {
		return figures(year).values()
			.stream()
			.anyMatch((all) -> all.stream().anyMatch((figure) -> figure.period() == ReportingPeriod.ESTIMATE));
	}

	/**
	 * The latest year with an estimate or an official figure; before the plan where there
	 * is none.
	 */
	public int latestFullYear() {
		return yearsWithFigures().stream()
			.filter((year) -> this.plan.covers(year) && hasFullYearFigures(year))
			.reduce((earlier, later) -> later)
			.orElse(this.plan.fromYear() - 1);
	}

	/**
	 * Headlines that reports published of a year, whoever set the targets.
	 */
	public List<PublishedHeadline> reported(int year) {
		return this.headlines.stream().filter((row) -> row.year() == year).toList();
	}

	/**
	 * What a year is judged by, for one issuer.
	 */
	public List<IndicatorCase> cases(int year, Issuer issuer) {
		Map<String, TargetRow> targets = targets(issuer, year);
		Map<String, Verdict> verdicts = this.overrides.stream()
			.filter((row) -> row.year() == year && row.issuer() == issuer)
			.collect(Collectors.toMap(OverrideRow::no, OverrideRow::verdict));
		return indicators().stream().map(IndicatorRow::rule).map((rule) -> {
			TargetRow target = targets.get(rule.no());
			return new IndicatorCase(rule, (target != null) ? target.target() : null,
					figures(year).getOrDefault(rule.no(), List.of()), verdicts.get(rule.no()));
		}).toList();
	}

	/**
	 * What the whole period of an indicator is judged by, for one issuer.
	 */
	IndicatorPeriod period(IndicatorRow indicator, Issuer issuer) {
		String no = indicator.no();
		Map<Integer, ParsedTarget> yearly = new HashMap<>(this.structure.targets(issuer, no));
		yearly.keySet().removeIf((year) -> !this.plan.covers(year));
		TargetRow own = periodTargets(issuer).get(no);
		Map<Integer, Verdict> verdicts = this.overrides.stream()
			.filter((row) -> row.no().equals(no) && row.issuer() == issuer)
			.collect(Collectors.toMap(OverrideRow::year, OverrideRow::verdict));
		return new IndicatorPeriod(indicator.rule(), this.plan.fromYear(), this.plan.toYear(),
				(indicator.baseline() != null) ? indicator.baseline().judged() : null,
				(own != null) ? own.target() : null, yearly, this.figuresOf.getOrDefault(no, Map.of()), verdicts);
	}

	public List<IndicatorRow> indicators() {
		return this.structure.indicators();
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
		return this.structure.targets(issuer, year);
	}

	/** Every target in force. */
	public List<TargetRow> targets() {
		return this.structure.targets();
	}

	/**
	 * The same without what came after a reporting period of a year: later figures, and
	 * verdicts set of later years or of this one before it was over.
	 */
	KnownPlan until(int year, ReportingPeriod period) {
		List<ActualRow> known = this.answers.stream()
			.filter((row) -> row.year() < year || (row.year() == year && row.figure().period().compareTo(period) <= 0))
			.toList();
		List<OverrideRow> verdicts = this.overrides.stream()
			.filter((row) -> row.year() < year || (row.year() == year && period.isFullYear()))
			.toList();
		return new KnownPlan(this.plan, this.asOf, this.drafts, this.structure, known, verdicts, this.headlines);
	}

	/**
	 * An issuer's targets of the period by indicator number.
	 */
	public Map<String, TargetRow> periodTargets(Issuer issuer) {
		return this.structure.periodTargets(issuer);
	}

	List<ActualRow> actuals(String no) {
		return this.actuals.getOrDefault(no, List.of());
	}

	/**
	 * Cells of an indicator that were left empty on purpose.
	 */
	List<ActualRow> leftEmpty(String no) {
		return this.leftEmpty.getOrDefault(no, List.of());
	}

	/**
	 * The latest cell of the year that was left empty on purpose, where nothing else is
	 * known.
	 */
	@Nullable ActualRow leftEmpty(String no, int year, Judgement judgement) {
		return (judgement.verdict() != Verdict.NO_DATA) ? null
				: leftEmpty(no).stream()
					.filter((row) -> row.year() == year)
					.max((one, other) -> one.figure().period().compareTo(other.figure().period()))
					.orElse(null);
	}

	/**
	 * The figure that was judged; where none could be, the latest there is.
	 */
	@Nullable ActualRow shown(String no, int year, Judgement judgement) {
		List<ActualRow> ofYear = actuals(no).stream().filter((row) -> row.year() == year).toList();
		return ofYear.stream()
			.filter((row) -> row.figure().equals(judgement.judged()))
			.findFirst()
			.or(() -> ofYear.stream().max((one, other) -> one.figure().period().compareTo(other.figure().period())))
			.orElse(null);
	}

	/**
	 * An issuer's overrides of a year by indicator number.
	 */
	Map<String, OverrideRow> overrides(Issuer issuer, int year) {
		return this.overrides.stream()
			.filter((row) -> row.year() == year && row.issuer() == issuer)
			.collect(Collectors.toMap(OverrideRow::no, (row) -> row));
	}

}
