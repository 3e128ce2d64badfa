package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorJudge;
import vn.wardkpi.attainment.year.Judgement;

/**
 * What an indicator's figures and targets come to, year by year, of the years its issuer
 * speaks of: the ground the period's rules stand on.
 */
public final class PeriodSeries {

	private final IndicatorPeriod period;

	private final IssuerYears years;

	private final NavigableMap<Integer, Judgement> judged = new TreeMap<>();

	private final NavigableMap<Integer, Figure> figures = new TreeMap<>();

	private final NavigableMap<Integer, BigDecimal> values = new TreeMap<>();

	private final NavigableMap<Integer, Judgement> inYear = new TreeMap<>();

	private final NavigableMap<Integer, BigDecimal> goals = new TreeMap<>();

	public PeriodSeries(IndicatorPeriod period) {
		this.period = period;
		period.yearlyTargets().forEach((year, target) -> {
			if (target.value() != null) {
				this.goals.put(year, new IndicatorJudge(rule(), target).goal());
			}
		});
		this.years = IssuerYears.of(period, this.goals.values(), periodGoal());
		this.years.all()
			.forEach((year) -> add(year, period.yearlyTargets().get(year),
					period.figures().getOrDefault(year, List.of())));
	}

	private void add(int year, @Nullable ParsedTarget target, List<Figure> figuresOfYear) {
		List<Figure> fullYear = figuresOfYear.stream().filter((figure) -> figure.period().isFullYear()).toList();
		IndicatorJudge judge = new IndicatorJudge(rule(), (target != null) ? target : anyTarget());
		Judgement judgement = judge.judge(fullYear);
		if (judgement.judged() != null) {
			this.figures.put(year, judgement.judged());
		}
		else {
			Judgement part = judge.judge(figuresOfYear);
			if (part.judged() != null) {
				this.inYear.put(year, part);
			}
		}
		if (judgement.value() != null) {
			this.values.put(year, judgement.value());
		}
		ParsedTarget own = this.period.target();
		if (target == null && own != null && rule().accumulation() == Accumulation.EVERY_YEAR) {
			this.judged.put(year, new IndicatorJudge(rule(), own).judge(fullYear));
		}
		if (target != null) {
			Verdict override = this.period.overrides().get(year);
			this.judged.put(year, (override != null) ? judgement.overriddenBy(override) : judgement);
		}
	}

	/**
	 * A year without a target of its own; its value is computed as for any other year of
	 * the indicator, and words are as good as the period's.
	 */
	private ParsedTarget anyTarget() {
		ParsedTarget own = this.period.target();
		if (own != null && own.value() == null && rule().valueType() == ValueType.QUALITATIVE) {
			return own;
		}
		return new ParsedTarget("", null, BigDecimal.ZERO, null, null, decimals(),
				rule().valueType() == ValueType.RATIO ? ValueType.PERCENT : rule().valueType(), false);
	}

	IndicatorRule rule() {
		return this.period.rule();
	}

	boolean isHigherBetter() {
		return rule().direction() == Direction.HIGHER_IS_BETTER;
	}

	/** The years that the issuer speaks of. */
	IssuerYears years() {
		return this.years;
	}

	int fromYear() {
		return this.period.fromYear();
	}

	int toYear() {
		return this.period.toYear();
	}

	/** Values of the years that have a full-year figure. */
	NavigableMap<Integer, BigDecimal> values() {
		return this.values;
	}

	/** The full-year figures. */
	NavigableMap<Integer, Figure> figures() {
		return this.figures;
	}

	/** The latest figures of years that have no full-year one, with their values. */
	NavigableMap<Integer, Judgement> inYear() {
		return this.inYear;
	}

	/** Judgements of the years that have a target. */
	NavigableMap<Integer, Judgement> judged() {
		return this.judged;
	}

	/** Yearly targets as numbers. */
	public NavigableMap<Integer, BigDecimal> goals() {
		return this.goals;
	}

	@Nullable ParsedTarget target(int year) {
		return this.period.yearlyTargets().get(year);
	}

	@Nullable ParsedTarget periodTarget() {
		return this.period.target();
	}

	/** The period's own target as a number. */
	public @Nullable BigDecimal periodGoal() {
		ParsedTarget target = this.period.target();
		return (target != null && target.value() != null) ? new IndicatorJudge(rule(), target).goal() : null;
	}

	@Nullable Baseline comparableBaseline() {
		Baseline baseline = this.period.baseline();
		return (baseline != null && baseline.comparable() && baseline.value() != null) ? baseline : null;
	}

	/**
	 * The latest year with a full-year figure; of what is held every year, with an
	 * outcome.
	 */
	@Nullable Integer latest() {
		NavigableMap<Integer, ?> known = known();
		return known.isEmpty() ? null : known.lastKey();
	}

	private NavigableMap<Integer, ?> known() {
		if (rule().accumulation() != Accumulation.EVERY_YEAR) {
			return this.figures;
		}
		NavigableMap<Integer, Judgement> outcomes = new TreeMap<>(this.judged);
		outcomes.values().removeIf((judgement) -> !judgement.verdict().isOutcome());
		return outcomes;
	}

	/** Years still to come; of a level every calendar year until its last one. */
	NavigableSet<Integer> remaining() {
		NavigableSet<Integer> after = this.years.after(latest());
		if (rule().accumulation() != Accumulation.LAST || after.isEmpty()) {
			return after;
		}
		NavigableSet<Integer> calendar = new TreeSet<>();
		Integer latest = latest();
		for (int year = (latest != null) ? latest + 1 : fromYear(); year <= after.last(); year++) {
			calendar.add(year);
		}
		return calendar;
	}

	/** Years before the latest figure that lack theirs. */
	NavigableSet<Integer> missing() {
		return this.years.missing(known(), latest());
	}

	/**
	 * Whether only a person can say what becomes of it.
	 */
	boolean isQualitative() {
		boolean words = !this.period.yearlyTargets().isEmpty() || this.period.target() != null;
		return rule().valueType() == ValueType.QUALITATIVE || (words && this.goals.isEmpty() && periodGoal() == null);
	}

	/** Yearly values, with the comparable baseline before them. */
	NavigableMap<Integer, BigDecimal> points() {
		NavigableMap<Integer, BigDecimal> points = new TreeMap<>(this.values);
		Baseline baseline = comparableBaseline();
		if (baseline != null && baseline.value() != null) {
			points.putIfAbsent(baseline.year(), baseline.value());
		}
		return points;
	}

	/** Decimals the indicator is shown with: those published, but at least one. */
	public int decimals() {
		int published = this.period.yearlyTargets().values().stream().mapToInt(ParsedTarget::decimals).max().orElse(0);
		int own = (this.period.target() != null) ? this.period.target().decimals() : 0;
		return Math.max(1, Math.max(published, own));
	}

	/** Positive where the one is better than the other. */
	int better(BigDecimal one, BigDecimal other) {
		return isHigherBetter() ? one.compareTo(other) : other.compareTo(one);
	}

	Map.@Nullable Entry<Integer, BigDecimal> latestValue() {
		return this.values.lastEntry();
	}

}
