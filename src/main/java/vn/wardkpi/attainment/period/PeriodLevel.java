package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Fraction;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;

/**
 * LAST: the level of the latest year counts.
 */
final class PeriodLevel extends PeriodRule {

	PeriodLevel(PeriodSeries series) {
		super(series);
	}

	/** By the figure itself, so that x/y is computed as the target asks. */
	@Override
	@Nullable Figure overall(ParsedTarget target) {
		Map.Entry<Integer, Figure> latest = this.series.figures().lastEntry();
		return (latest != null) ? latest.getValue() : null;
	}

	@Override
	boolean isComputed() {
		return false;
	}

	/** The last year's target where the period has none. */
	@Override
	@Nullable ParsedTarget finalTarget() {
		ParsedTarget own = this.series.periodTarget();
		return (own == null && this.series.years().count() > 0) ? this.series.target(this.series.years().all().last())
				: own;
	}

	@Override
	@Nullable BigDecimal value() {
		Map.Entry<Integer, BigDecimal> latest = this.series.latestValue();
		return (latest != null) ? latest.getValue() : null;
	}

	/**
	 * That year's target, or a point on the straight line from the baseline to the final
	 * target.
	 */
	@Override
	@Nullable Fraction expected(int year) {
		BigDecimal goal = this.series.goals().get(year);
		if (goal != null) {
			return Fraction.of(goal);
		}
		return this.series.years().open().contains(year) ? onTheLine(year) : null;
	}

	private @Nullable Fraction onTheLine(int year) {
		BigDecimal goal = finalGoal();
		Baseline baseline = this.series.comparableBaseline();
		if (goal == null || year == this.series.toYear()) {
			return (goal != null) ? Fraction.of(goal) : null;
		}
		if (baseline == null || baseline.value() == null || baseline.year() >= year) {
			return null;
		}
		return Fraction.of(goal.subtract(baseline.value()))
			.times((long) year - baseline.year())
			.dividedBy((long) this.series.toYear() - baseline.year())
			.plus(Fraction.of(baseline.value()));
	}

	@Override
	@Nullable Fraction done() {
		BigDecimal value = value();
		return (value != null) ? Fraction.of(value) : null;
	}

	@Override
	@Nullable Fraction asked() {
		Map.Entry<Integer, BigDecimal> latest = this.series.latestValue();
		return (latest != null) ? expected(latest.getKey()) : null;
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		Fraction asked = asked();
		return (asked != null) ? asked.toDecimal() : null;
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return this.series.goals().get(this.series.toYear());
	}

	/** A year missing on the way does not change what is still to go. */
	@Override
	List<Integer> requiredMissing() {
		return List.of();
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal latest = latestLevel();
		BigDecimal goal = finalGoal();
		if (latest == null || goal == null) {
			return null;
		}
		int remaining = this.series.remaining().size();
		if (isReached() || (value() == null && isAttainedBy(latest))) {
			return BigDecimal.ZERO;
		}
		return (remaining > 0) ? Decimals.divide(goal.subtract(latest), remaining) : null;
	}

	private boolean isAttainedBy(BigDecimal level) {
		return verdict(Figure.of(ReportingPeriod.FINAL, level)).isAttained();
	}

	/** Before the first figure the way is counted from the baseline. */
	private @Nullable BigDecimal latestLevel() {
		BigDecimal value = value();
		Baseline baseline = this.series.comparableBaseline();
		return (value == null && baseline != null) ? baseline.value() : value;
	}

	/** The average yearly change between the first and the last point. */
	@Override
	@Nullable BigDecimal pace() {
		Map.Entry<Integer, BigDecimal> first = this.series.points().firstEntry();
		Map.Entry<Integer, BigDecimal> last = this.series.points().lastEntry();
		if (first == null || last == null || first.getKey().equals(last.getKey())) {
			return null;
		}
		return Decimals.divide(last.getValue().subtract(first.getValue()), last.getKey() - first.getKey());
	}

	@Override
	int points() {
		return this.series.points().size();
	}

	@Override
	@Nullable BigDecimal ahead(BigDecimal pace, int years) {
		BigDecimal value = value();
		return (value != null) ? pace.multiply(BigDecimal.valueOf(years)).add(value) : null;
	}

	/** A year with a target of its own has been judged; a reviewer may have done so. */
	@Override
	boolean isPathMet() {
		Map.Entry<Integer, BigDecimal> latest = this.series.latestValue();
		Judgement judgement = (latest != null) ? this.series.judged().get(latest.getKey()) : null;
		if (judgement != null) {
			return judgement.verdict().isAttained();
		}
		return (latest != null && latest.getKey() == this.series.toYear()) ? isReached() : super.isPathMet();
	}

	/**
	 * The part of the change since the baseline. Where the path asks for no change for
	 * the better there is no way to go: the verdict says it all.
	 */
	@Override
	@Nullable Fraction progress() {
		Baseline baseline = this.series.comparableBaseline();
		Fraction done = done();
		Fraction asked = asked();
		if (baseline == null || baseline.value() == null || done == null || asked == null) {
			return null;
		}
		Fraction from = Fraction.of(baseline.value());
		return (better(asked, from) > 0) ? done.minus(from).dividedBy(asked.minus(from)) : null;
	}

	@Override
	boolean isAchieved() {
		return isReached();
	}

}
