package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorJudge;

/**
 * How the years of an indicator make up its period, one rule per accumulation. Results
 * are unrounded; {@code null} is what cannot be said.
 */
public abstract sealed class PeriodRule
		permits PeriodSum, PeriodLevel, PeriodEveryYear, PeriodAverage, PeriodGrowth, PeriodRatio {

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

	/** The same of the yearly targets of those years. */
	abstract @Nullable BigDecimal targetToDate();

	/** What all the yearly targets make of the period. */
	public abstract @Nullable BigDecimal ofYearlyTargets();

	/** What the rest of the period must bring. */
	abstract @Nullable BigDecimal required();

	/** What a year has brought so far, to be held against {@link #required}. */
	abstract @Nullable BigDecimal pace();

	/** What yearly values, such as projected ones, make of the period. */
	abstract @Nullable BigDecimal ofValues(List<BigDecimal> values);

	/**
	 * The period's value as it is held against the period's target; what was computed is
	 * rounded as any computed actual.
	 */
	@Nullable Figure overall(ParsedTarget target) {
		BigDecimal value = value();
		if (value == null) {
			return null;
		}
		return Figure.of(ReportingPeriod.FINAL,
				isComputed() ? Decimals.round(value, Math.max(1, target.decimals())) : value);
	}

	/**
	 * Whether the value so far is computed from figures and so rounded; one that was
	 * entered, or is an exact sum of what was, never is.
	 */
	boolean isComputed() {
		return this.series.values().size() > 1;
	}

	/** Whether the period's own target is met by what there is so far. */
	boolean isReached() {
		ParsedTarget target = this.series.periodTarget();
		Figure overall = (target != null && target.value() != null) ? overall(target) : null;
		return target != null && overall != null
				&& new IndicatorJudge(this.series.rule(), target).judge(List.of(overall)).verdict().isAttained();
	}

	/** Whether the period's target asks for more, so that more can only help. */
	boolean isFloor() {
		ParsedTarget target = this.series.periodTarget();
		Direction direction = this.series.rule().direction();
		return direction == Direction.HIGHER_IS_BETTER && target != null
				&& target.effectiveComparator(direction).suits(direction);
	}

	/** Whether the period's target is a limit that, once passed, stays passed. */
	boolean isCeiling() {
		ParsedTarget target = this.series.periodTarget();
		Direction direction = this.series.rule().direction();
		return direction == Direction.LOWER_IS_BETTER && target != null
				&& target.effectiveComparator(direction).suits(direction);
	}

	/** Whether the final target is already reached and cannot be lost by waiting. */
	boolean isAchieved() {
		return false;
	}

	/** The final target as a number. */
	@Nullable BigDecimal finalGoal() {
		return this.series.periodGoal();
	}

	/** Whether the path's target to date is met. */
	boolean isPathMet() {
		BigDecimal value = value();
		BigDecimal target = targetToDate();
		return value != null && target != null && this.series.better(asCompared(value), shown(target)) >= 0;
	}

	/**
	 * The part of the way to date that was gone: value to date ÷ target to date, and of a
	 * limit, which is the better the less of it is used up, the other way round.
	 */
	@Nullable BigDecimal progress() {
		BigDecimal value = value();
		BigDecimal target = targetToDate();
		return (value != null && target != null) ? quotient(value, target) : null;
	}

	@Nullable BigDecimal quotient(BigDecimal value, BigDecimal target) {
		BigDecimal part = this.series.isHigherBetter() ? value : target;
		BigDecimal whole = this.series.isHigherBetter() ? target : value;
		return (target.signum() >= 0 && whole.signum() > 0) ? part.divide(whole, Decimals.PRECISION) : null;
	}

	/** What was computed is rounded before it is compared, what was entered is not. */
	private BigDecimal asCompared(BigDecimal value) {
		return isComputed() ? shown(value) : value;
	}

	private BigDecimal shown(BigDecimal value) {
		return Decimals.round(value, this.series.decimals());
	}

	static @Nullable BigDecimal unlessEmpty(Collection<BigDecimal> values,
			Function<Collection<BigDecimal>, BigDecimal> reckoning) {
		return values.isEmpty() ? null : reckoning.apply(values);
	}

	/** How many times the pace so far the required pace is, one decimal. */
	@Nullable BigDecimal paceFactor() {
		BigDecimal pace = pace();
		BigDecimal required = required();
		if (pace == null || required == null || pace.signum() * required.signum() <= 0) {
			return null;
		}
		return required.divide(pace, 1, RoundingMode.HALF_UP);
	}

}
