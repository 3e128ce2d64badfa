package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.GroupJudge;
import vn.wardkpi.attainment.year.IndicatorJudge;
import vn.wardkpi.attainment.year.Judgement;

/**
 * Puts together what the period's rule says of a series.
 */
final class PeriodJudge {

	private static final int PROGRESS_DECIMALS = 2;

	private final PeriodSeries series;

	private final PeriodRule rule;

	PeriodJudge(PeriodSeries series) {
		this.series = series;
		this.rule = PeriodRule.of(series);
	}

	PeriodAttainment judge() {
		boolean everyYear = this.series.rule().accumulation() == Accumulation.EVERY_YEAR;
		Verdict verdict = everyYear ? everyYear() : overall();
		int decimals = this.series.decimals();
		return new PeriodAttainment(this.series.figures().isEmpty() ? null : this.series.figures().lastKey(), verdict,
				verdict.isOutcome() && isProvisional(verdict), shown(this.rule.value(), decimals),
				round(this.rule.targetToDate(), decimals), this.series.periodGoal(), difference(),
				this.series.remaining(), round(this.rule.required(), decimals + 1), pace(decimals + 1),
				this.rule.paceFactor(), everyYear ? held() : null, everyYear ? judged() : null, course(),
				round(this.rule.progress(), PROGRESS_DECIMALS), new ProjectionLine(this.series, this.rule).draw());
	}

	private static @Nullable BigDecimal round(@Nullable BigDecimal value, int decimals) {
		return (value != null) ? Decimals.round(value, decimals) : null;
	}

	/** What was entered keeps all its decimals. */
	private @Nullable BigDecimal shown(@Nullable BigDecimal value, int decimals) {
		return (value != null && !this.rule.isComputed())
				? value.setScale(Math.max(value.stripTrailingZeros().scale(), decimals), RoundingMode.UNNECESSARY)
				: round(value, decimals);
	}

	/** The mean of one figure is that figure as entered. */
	private @Nullable BigDecimal pace(int decimals) {
		BigDecimal pace = this.rule.pace();
		return this.series.values().containsValue(pace) ? shown(pace, decimals) : round(pace, decimals);
	}

	private @Nullable BigDecimal difference() {
		BigDecimal ofYears = this.rule.ofYearlyTargets();
		BigDecimal own = this.series.periodGoal();
		return (ofYears != null && own != null) ? Decimals.round(ofYears, this.series.decimals()).subtract(own) : null;
	}

	private Collection<Judgement> judgements() {
		return this.series.judged().values();
	}

	private int held() {
		return Math.toIntExact(judgements().stream().map(Judgement::verdict).filter(Verdict::isAttained).count());
	}

	private int judged() {
		return Math.toIntExact(judgements().stream().map(Judgement::verdict).filter(Verdict::isOutcome).count());
	}

	/** One miss makes the period not met. */
	private Verdict everyYear() {
		if (this.series.judged().isEmpty()) {
			return Verdict.NOT_ASSIGNED;
		}
		if (held() < judged()) {
			return Verdict.NOT_MET;
		}
		if (judged() == this.series.judged().size()) {
			return Verdict.MET;
		}
		return (judged() > 0) ? Verdict.IN_PROGRESS : Verdict.NO_DATA;
	}

	/** Judged when the period is over, or when the rest of it cannot change it. */
	private Verdict overall() {
		ParsedTarget target = finalTarget();
		if (target == null) {
			return Verdict.NOT_ASSIGNED;
		}
		if (this.series.figures().isEmpty()) {
			return Verdict.NO_DATA;
		}
		if (target.value() == null) {
			Figure word = this.series.figures().get(this.series.toYear());
			return (word != null && word.achieved() != null) ? word.achieved() : Verdict.IN_PROGRESS;
		}
		Figure overall = this.rule.overall(target);
		if (overall == null) {
			return Verdict.NO_DATA;
		}
		Verdict verdict = new IndicatorJudge(this.series.rule(), target).judge(List.of(overall)).verdict();
		return (isOver() || isBeyondChange(verdict)) ? verdict : Verdict.IN_PROGRESS;
	}

	private @Nullable ParsedTarget finalTarget() {
		ParsedTarget own = this.series.periodTarget();
		boolean level = this.series.rule().accumulation() == Accumulation.LAST;
		return (own == null && level) ? this.series.target(this.series.toYear()) : own;
	}

	private boolean isOver() {
		return (this.series.rule().accumulation() == Accumulation.LAST)
				? this.series.values().containsKey(this.series.toYear()) : this.series.remaining() == 0;
	}

	/** What is reached cannot be lost again, a limit that is passed not be kept. */
	private boolean isBeyondChange(Verdict verdict) {
		return switch (this.series.rule().accumulation()) {
			case SUM -> (verdict != Verdict.NOT_MET) ? this.rule.isFloor() : this.rule.isCeiling();
			case RATIO_OF_SUMS -> this.rule.isFloor() && this.rule.isAchieved();
			case LAST, EVERY_YEAR, AVERAGE, GROWTH_RATE -> false;
		};
	}

	/** Whether an estimate decides it, or what has been reached may still be exceeded. */
	private boolean isProvisional(Verdict verdict) {
		return switch (this.series.rule().accumulation()) {
			case EVERY_YEAR -> GroupJudge.judge(judgements()).provisional();
			case LAST -> this.series.latestFigure().stream().noneMatch(PeriodJudge::isOfficial);
			case SUM, AVERAGE, GROWTH_RATE, RATIO_OF_SUMS -> this.series.remaining() > 0
					|| !this.series.figures().values().stream().allMatch(PeriodJudge::isOfficial);
		};
	}

	private static boolean isOfficial(Figure figure) {
		return figure.period() == ReportingPeriod.FINAL;
	}

	private Course course() {
		if (this.series.isQualitative() || this.series.figures().isEmpty()) {
			return Course.NOT_ASSESSABLE;
		}
		if (this.series.rule().accumulation() == Accumulation.EVERY_YEAR) {
			if (judged() == 0) {
				return Course.NOT_ASSESSABLE;
			}
			return (held() < judged()) ? Course.OFF_COURSE : Course.ON_COURSE;
		}
		if (this.rule.isAchieved()) {
			return Course.ACHIEVED;
		}
		if (this.rule.isPathMet()) {
			return Course.ON_COURSE;
		}
		BigDecimal progress = this.rule.progress();
		return (progress != null) ? Course.at(progress) : Course.NOT_ASSESSABLE;
	}

}
