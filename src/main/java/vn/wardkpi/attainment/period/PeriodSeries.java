package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorJudge;
import vn.wardkpi.attainment.year.Judgement;

/**
 * What an indicator's figures and targets come to, year by year: the ground the period's
 * rules stand on.
 */
public final class PeriodSeries {

	private final IndicatorPeriod period;

	private final NavigableMap<Integer, Judgement> judged = new TreeMap<>();

	private final NavigableMap<Integer, Figure> figures = new TreeMap<>();

	private final NavigableMap<Integer, BigDecimal> values = new TreeMap<>();

	private final NavigableMap<Integer, BigDecimal> goals = new TreeMap<>();

	public PeriodSeries(IndicatorPeriod period) {
		this.period = period;
		for (int year = period.fromYear(); year <= period.toYear(); year++) {
			ParsedTarget target = period.yearlyTargets().get(year);
			if (target != null && target.value() != null) {
				this.goals.put(year, new IndicatorJudge(rule(), target).goal());
			}
			add(year, target, period.figures().getOrDefault(year, List.of()));
		}
	}

	private void add(int year, @Nullable ParsedTarget target, List<Figure> figuresOfYear) {
		List<Figure> fullYear = figuresOfYear.stream().filter((figure) -> figure.period().isFullYear()).toList();
		Judgement judgement = new IndicatorJudge(rule(), (target != null) ? target : anyTarget()).judge(fullYear);
		if (judgement.judged() != null) {
			this.figures.put(year, judgement.judged());
		}
		if (judgement.value() != null) {
			this.values.put(year, judgement.value());
		}
		if (target != null) {
			Verdict override = this.period.overrides().get(year);
			this.judged.put(year, (override != null) ? judgement.overriddenBy(override) : judgement);
		}
		else if (this.period.target() != null && isHeldEveryYear()) {
			this.judged.put(year, new IndicatorJudge(rule(), this.period.target()).judge(fullYear));
		}
	}

	/**
	 * What is to be held every year and was set for the period alone is judged in each
	 * year by the period's target.
	 */
	private boolean isHeldEveryYear() {
		return rule().accumulation() == Accumulation.EVERY_YEAR && this.period.yearlyTargets().isEmpty();
	}

	/**
	 * A year without a target may still have a figure; its value is computed as for any
	 * other year of the indicator.
	 */
	private ParsedTarget anyTarget() {
		return new ParsedTarget("", null, BigDecimal.ZERO, null, null, decimals(),
				rule().valueType() == ValueType.RATIO ? ValueType.PERCENT : rule().valueType(), false);
	}

	IndicatorRule rule() {
		return this.period.rule();
	}

	boolean isHigherBetter() {
		return rule().direction() == Direction.HIGHER_IS_BETTER;
	}

	/** Years of the plan. */
	int years() {
		return this.period.years();
	}

	int toYear() {
		return this.period.toYear();
	}

	/** Values of the years that have a full-year figure. */
	NavigableMap<Integer, BigDecimal> values() {
		return this.values;
	}

	NavigableMap<Integer, Figure> figures() {
		return this.figures;
	}

	/** The latest full-year figure, if any. */
	List<Figure> latestFigure() {
		Map.Entry<Integer, Figure> latest = this.figures.lastEntry();
		return (latest != null) ? List.of(latest.getValue()) : List.of();
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

	/** Years still to come, or still without a full-year figure. */
	int remaining() {
		return years() - this.figures.size();
	}

	/**
	 * Yearly targets of the years that have a figure, so that like meets like.
	 * @param otherwise for a year without a target; {@code null} leaves the year out
	 */
	List<BigDecimal> goalsToDate(@Nullable BigDecimal otherwise) {
		List<BigDecimal> toDate = new ArrayList<>();
		for (Integer year : this.values.keySet()) {
			BigDecimal goal = this.goals.containsKey(year) ? this.goals.get(year) : otherwise;
			if (goal != null) {
				toDate.add(goal);
			}
		}
		return toDate;
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

	/** The average yearly change between the first and the last point. */
	@Nullable BigDecimal averageChange() {
		Map.Entry<Integer, BigDecimal> first = points().firstEntry();
		Map.Entry<Integer, BigDecimal> last = points().lastEntry();
		if (first == null || last == null || first.getKey().equals(last.getKey())) {
			return null;
		}
		return Decimals.divide(last.getValue().subtract(first.getValue()), last.getKey() - first.getKey());
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

}
