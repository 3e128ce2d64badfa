package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Fraction;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.year.Judgement;

/**
 * SUM: the years are added.
 */
final class PeriodSum extends PeriodRule {

	PeriodSum(PeriodSeries series) {
		super(series);
	}

	@Override
	boolean isComputed() {
		return false;
	}

	private BigDecimal sum() {
		return Decimals.sum(this.series.values().values());
	}

	@Override
	@Nullable BigDecimal value() {
		return this.series.values().isEmpty() ? null : sum();
	}

	/**
	 * An equal part of what the yearly targets leave is expected of each year without
	 * one.
	 */
	@Override
	@Nullable Fraction expected(int year) {
		BigDecimal goal = this.series.goals().get(year);
		if (goal != null) {
			return Fraction.of(goal);
		}
		BigDecimal whole = finalGoal();
		int open = this.series.years().open().size();
		if (whole == null || !this.series.years().open().contains(year)) {
			return null;
		}
		return Fraction.of(whole.subtract(Decimals.sum(this.series.goals().values()))).dividedBy(open);
	}

	@Override
	@Nullable Fraction done() {
		BigDecimal value = value();
		return (value != null) ? Fraction.of(value) : null;
	}

	@Override
	@Nullable Fraction asked() {
		return sum(expectedToDate());
	}

	@Override
	@Nullable BigDecimal targetToDate() {
		Fraction asked = asked();
		return (asked != null) ? asked.toDecimal() : null;
	}

	@Override
	public @Nullable BigDecimal ofYearlyTargets() {
		return this.series.goals().isEmpty() ? null : Decimals.sum(this.series.goals().values());
	}

	@Override
	@Nullable BigDecimal required() {
		BigDecimal goal = finalGoal();
		if (goal == null) {
			return null;
		}
		BigDecimal lacking = goal.subtract(sum());
		if (lacking.signum() <= 0 && isFloor() && !this.series.values().isEmpty()) {
			return BigDecimal.ZERO;
		}
		int remaining = this.series.remaining().size();
		return (remaining == 0 || !requiredMissing().isEmpty()) ? null
				: Decimals.divide(lacking.max(BigDecimal.ZERO), remaining);
	}

	@Override
	@Nullable BigDecimal pace() {
		return this.series.values().isEmpty() ? null : Decimals.mean(this.series.values().values());
	}

	@Override
	BigDecimal ahead(BigDecimal pace, int years) {
		int known = this.series.values().size();
		return Fraction.of(sum()).times((long) known + years).dividedBy(known).toDecimal();
	}

	/** A floor that is reached stays so, a limit that is passed stays passed. */
	@Override
	@Nullable Verdict settled(boolean officialOnly) {
		List<BigDecimal> values = new ArrayList<>();
		this.series.values().forEach((year, value) -> {
			Figure figure = this.series.figures().get(year);
			if (!officialOnly || (figure != null && figure.period() == ReportingPeriod.FINAL)) {
				values.add(value);
			}
		});
		if (!officialOnly) {
			this.series.inYear().values().stream().map(Judgement::value).forEach((value) -> {
				if (value != null) {
					values.add(value);
				}
			});
		}
		if (values.isEmpty()) {
			return null;
		}
		Verdict verdict = verdict(Figure.of(ReportingPeriod.FINAL, Decimals.sum(values)));
		boolean stays = verdict.isAttained() ? isFloor() : (verdict == Verdict.NOT_MET && isCeiling());
		return stays ? verdict : null;
	}

	/**
	 * A floor that is reached stays so; a ceiling is kept only when the period is over.
	 */
	@Override
	boolean isAchieved() {
		return isReached() && (isFloor() || isComplete());
	}

}
