package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Fraction;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorJudge;

/**
 * How the years of an indicator make up its period, one rule per accumulation. Results
 * are unrounded; {@code null} is what cannot be said.
 */
public abstract sealed class PeriodRule
		permits PeriodSum, PeriodLevel, PeriodEveryYear, PeriodAverage, PeriodGrowth, PeriodRatio {

	private static final int LEAST_POINTS = 2;

	final PeriodSeries series;

	PeriodRule(PeriodSeries series) {
		this.series = series;
	}

	public static PeriodRule of(PeriodSeries series) {
		return switch (series.rule().accumulation()) {
			case SUM -> new PeriodSum(series);
			case LAST -> new PeriodLevel(series);
			case EVERY_YEAR -> new PeriodEveryYear(series);
			case AVERAGE -> new PeriodAverage(series);
			case GROWTH_RATE -> new PeriodGrowth(series);
			case RATIO_OF_SUMS -> new PeriodRatio(series);
		};
	}

	/** The period's value so far. */
	abstract @Nullable BigDecimal value();

	/** The same of what was asked of those years. */
	abstract @Nullable BigDecimal targetToDate();

	/** What all the yearly targets make of the period. */
	public abstract @Nullable BigDecimal ofYearlyTargets();

	/** What each remaining year must bring. */
	abstract @Nullable BigDecimal required();

	/** What a year has brought so far, to be held against {@link #required}. */
	abstract @Nullable BigDecimal pace();

	/** What is asked of a year by its target, or in its place by the period's. */
	abstract @Nullable Fraction expected(int year);

	/** What there is so far, exactly, in the measure of {@link #asked}. */
	abstract @Nullable Fraction done();

	/** What was asked so far, exactly. */
	abstract @Nullable Fraction asked();

	/** The period's value if the pace so far holds, of two points and nothing missing. */
	abstract @Nullable BigDecimal ahead(BigDecimal pace, int years);

	/** The years whose figure, or y, is lacking for what is required. */
	List<Integer> requiredMissing() {
		return List.copyOf(this.series.missing());
	}

	/** How many yearly values a projection rests on. */
	int points() {
		return this.series.values().size();
	}

	/**
	 * The period's value if the pace so far holds; {@code null} with fewer than two
	 * points, with a year missing, or when no year is left.
	 */
	@Nullable BigDecimal projected() {
		NavigableSet<Integer> remaining = this.series.remaining();
		BigDecimal pace = pace();
		if (pace == null || points() < LEAST_POINTS || this.series.values().isEmpty() || remaining.isEmpty()
				|| !requiredMissing().isEmpty()) {
			return null;
		}
		BigDecimal ahead = ahead(pace, remaining.size());
		return (ahead != null) ? possible(ahead) : null;
	}

	/** A share stays within its whole; amounts and things cannot be fewer than none. */
	private BigDecimal possible(BigDecimal value) {
		ValueType type = this.series.rule().valueType();
		boolean share = this.series.rule().bounded() || type == ValueType.RATIO;
		boolean floored = share || type == ValueType.AMOUNT || type == ValueType.COUNT;
		BigDecimal from = floored ? value.max(BigDecimal.ZERO) : value;
		return share ? from.min(Percentage.WHOLE) : from;
	}

	/**
	 * A value of the period as it is held against a target; what was computed is rounded
	 * as any computed actual.
	 */
	BigDecimal asCompared(BigDecimal value, ParsedTarget target) {
		return isComputed() ? Decimals.round(value, Math.max(1, target.decimals())) : value;
	}

	/** The period's value so far as it is held against a target. */
	@Nullable Figure overall(ParsedTarget target) {
		BigDecimal value = value();
		return (value != null) ? Figure.of(ReportingPeriod.FINAL, asCompared(value, target)) : null;
	}

	/**
	 * Whether the value so far is computed from figures and so rounded; one that was
	 * entered, or is an exact sum of what was, never is.
	 */
	boolean isComputed() {
		return this.series.values().size() > 1;
	}

	/** The target that decides the period. */
	@Nullable ParsedTarget finalTarget() {
		return this.series.periodTarget();
	}

	/** The same as a number. */
	@Nullable BigDecimal finalGoal() {
		ParsedTarget target = finalTarget();
		return (target != null && target.value() != null) ? new IndicatorJudge(this.series.rule(), target).goal()
				: null;
	}

	/** The verdict on a value of the period. */
	Verdict verdict(@Nullable Figure overall) {
		ParsedTarget target = finalTarget();
		return (target != null && overall != null)
				? new IndicatorJudge(this.series.rule(), target).judge(List.of(overall)).verdict() : Verdict.NO_DATA;
	}

	/** Whether the target that decides the period is met by what there is so far. */
	boolean isReached() {
		ParsedTarget target = finalTarget();
		return target != null && target.value() != null && verdict(overall(target)).isAttained();
	}

	/**
	 * What the years still to come cannot undo; {@code null} where they can.
	 * @param officialOnly whether only official figures count, else also those of months
	 */
	@Nullable Verdict settled(boolean officialOnly) {
		return null;
	}

	/** Whether the period's target asks for more, so that more can only help. */
	boolean isFloor() {
		return this.series.isHigherBetter() && suits();
	}

	/** Whether the period's target is a limit that, once passed, stays passed. */
	boolean isCeiling() {
		return !this.series.isHigherBetter() && suits();
	}

	private boolean suits() {
		ParsedTarget target = finalTarget();
		Direction direction = this.series.rule().direction();
		return target != null && target.effectiveComparator(direction).suits(direction);
	}

	/** Whether no year is still to come, and none is missing. */
	boolean isComplete() {
		return this.series.latest() != null && this.series.remaining().isEmpty() && this.series.missing().isEmpty();
	}

	/** Whether the final target is already reached and cannot be lost by waiting. */
	boolean isAchieved() {
		return false;
	}

	/** Whether the path's target to date is met. */
	boolean isPathMet() {
		Fraction done = done();
		Fraction asked = asked();
		return done != null && asked != null && better(done, asked) >= 0;
	}

	/**
	 * The part of the way to date that was gone: what is done ÷ what was asked, and of a
	 * limit, which is the better the less of it is used up, the other way round.
	 */
	@Nullable Fraction progress() {
		Fraction done = done();
		Fraction asked = asked();
		if (done == null || asked == null || asked.signum() < 0) {
			return null;
		}
		Fraction part = this.series.isHigherBetter() ? done : asked;
		Fraction whole = this.series.isHigherBetter() ? asked : done;
		return (whole.signum() > 0) ? part.dividedBy(whole) : null;
	}

	int better(Fraction one, Fraction other) {
		return this.series.isHigherBetter() ? one.compareTo(other) : other.compareTo(one);
	}

	/** The yearly target, or else the period's. */
	@Nullable Fraction goal(int year) {
		BigDecimal goal = this.series.goals().get(year);
		if (goal == null && this.series.years().open().contains(year)) {
			goal = finalGoal();
		}
		return (goal != null) ? Fraction.of(goal) : null;
	}

	/** What was asked of the years that have a figure, so that like meets like. */
	@Nullable List<Fraction> expectedToDate() {
		List<Fraction> toDate = new ArrayList<>();
		for (Integer year : this.series.values().keySet()) {
			Fraction expected = expected(year);
			if (expected == null) {
				return null;
			}
			toDate.add(expected);
		}
		return toDate.isEmpty() ? null : toDate;
	}

	@Nullable Fraction sum(@Nullable Collection<Fraction> terms) {
		return (terms != null) ? Fraction.sum(terms) : null;
	}

	/** How many times the pace so far the required pace is. */
	@Nullable Fraction paceFactor() {
		BigDecimal pace = pace();
		BigDecimal required = required();
		if (pace == null || required == null || pace.signum() * required.signum() <= 0) {
			return null;
		}
		return new Fraction(required, pace);
	}

}
