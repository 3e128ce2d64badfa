package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorJudge;
import vn.wardkpi.attainment.year.Judgement;

/**
 * LAST: the level of the latest year counts.
 */
final class PeriodLevel extends PeriodRule {

	PeriodLevel(PeriodSeries series) {
		super(series);
	}

	@Override
	@Nullable BigDecimal ofValues(List<BigDecimal> values) {
		return values.isEmpty() ? null : values.get(values.size() - 1);
	}

	@Override
	@Nullable Figure overall(ParsedTarget target) {
		Map.Entry<Integer, Figure> latest = this.series.figures().lastEntry();
		return (latest != null) ? latest.getValue() : null;
	}

	@Override
	boolean isComputed() {
		return false;
	}

	@Override
	@Nullable BigDecimal finalGoal() {
		BigDecimal goal = this.series.periodGoal();
		return (goal != null) ? goal : this.series.goals().get(this.series.toYear());
	}

	@Override
	@Nullable BigDecimal value() {
		Map.Entry<Integer, BigDecimal> latest = this.series.values().lastEntry();
		return (latest != null) ? latest.getValue() : null;
	}

	/**
	 * That year's target, or a point on the straight line from the baseline to the final
	 * target.
	 */
	@Override
	@Nullable BigDecimal targetToDate() {
		Map.Entry<Integer, BigDecimal> latest = this.series.values().lastEntry();
		if (latest == null) {
			return null;
		}
		BigDecimal goal = this.series.goals().get(latest.getKey());
		return (goal != null) ? goal : onTheLine(latest.getKey());
	}

	private @Nullable BigDecimal onTheLine(int year) {
		Baseline baseline = this.series.comparableBaseline();
		BigDecimal goal = finalGoal();
		if (goal == null || baseline == null || baseline.value() == null || baseline.year() >= year) {
			return (year == this.series.toYear()) ? goal : null;
		}
		return goal.subtract(baseline.value())
			.multiply(BigDecimal.valueOf((long) year - baseline.year()))
			.divide(BigDecimal.valueOf((long) this.series.toYear() - baseline.year()), Decimals.PRECISION)
			.add(baseline.value());
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return this.series.goals().get(this.series.toYear());
	}

	@Override
	@Nullable BigDecimal required() {
		Map.Entry<Integer, BigDecimal> latest = latest();
		BigDecimal goal = finalGoal();
		if (latest == null || goal == null || latest.getKey() == this.series.toYear()) {
			return null;
		}
		if (this.series.better(latest.getValue(), goal) >= 0) {
			return BigDecimal.ZERO;
		}
		return Decimals.divide(goal.subtract(latest.getValue()), this.series.toYear() - latest.getKey());
	}

	/** Before the first figure the way is counted from the baseline. */
	private Map.@Nullable Entry<Integer, BigDecimal> latest() {
		Map.Entry<Integer, BigDecimal> latest = this.series.values().lastEntry();
		return (latest != null) ? latest : this.series.points().lastEntry();
	}

	@Override
	@Nullable BigDecimal pace() {
		return this.series.averageChange();
	}

	@Override
	boolean isPathMet() {
		Map.Entry<Integer, BigDecimal> latest = this.series.values().lastEntry();
		Judgement judgement = (latest != null) ? this.series.judged().get(latest.getKey()) : null;
		if (judgement != null) {
			return judgement.verdict().isAttained();
		}
		return super.isPathMet();
	}

	/**
	 * The part of the change since the baseline. Where the path asks for no change for
	 * the better there is no way to go: the verdict says it all.
	 */
	@Override
	@Nullable BigDecimal progress() {
		Baseline baseline = this.series.comparableBaseline();
		BigDecimal value = value();
		BigDecimal target = targetToDate();
		if (baseline == null || baseline.value() == null || value == null || target == null
				|| this.series.better(target, baseline.value()) <= 0) {
			return null;
		}
		return value.subtract(baseline.value()).divide(target.subtract(baseline.value()), Decimals.PRECISION);
	}

	@Override
	boolean isAchieved() {
		ParsedTarget period = this.series.periodTarget();
		ParsedTarget goal = (period != null && period.value() != null) ? period
				: this.series.target(this.series.toYear());
		if (goal == null || goal.value() == null) {
			return false;
		}
		return new IndicatorJudge(this.series.rule(), goal).judge(this.series.latestFigure()).verdict().isAttained();
	}

}
