package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Fraction;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.GroupJudge;
import vn.wardkpi.attainment.year.Judgement;

/**
 * Puts together what the period's rule says of a series.
 */
final class PeriodJudge {

	private static final int PROGRESS_DECIMALS = 2;

	/** As many as are tried so that a projection does not read as a target it misses. */
	private static final int MOST_DECIMALS = 12;

	private final PeriodSeries series;

	private final PeriodRule rule;

	PeriodJudge(PeriodSeries series) {
		this.series = series;
		this.rule = PeriodRule.of(series);
	}

	PeriodAttainment judge() {
		boolean everyYear = isEveryYear();
		Verdict verdict = everyYear ? everyYear() : overall();
		Course course = course();
		Projection projection = projection();
		Fraction progress = everyYear ? null : this.rule.progress();
		Fraction factor = this.rule.paceFactor();
		int decimals = this.series.decimals();
		boolean danger = course.isBehind()
				|| (projection != null && projection.target() != null && !projection.meets());
		return new PeriodAttainment(this.series.latest(), verdict, verdict.isOutcome() && isProvisional(verdict),
				shown(this.rule.value()), whole(round(this.rule.targetToDate(), decimals)), this.series.periodGoal(),
				difference(), List.copyOf(this.series.missing()), everyYear ? missed() : List.of(),
				List.copyOf(this.series.remaining()), round(this.rule.required(), decimals + 1), requiredMissing(),
				pace(decimals + 1),
				(factor != null) ? factor.over().divide(factor.under(), 1, RoundingMode.HALF_UP) : null,
				everyYear ? held() : null, everyYear ? judged() : null, course,
				(progress != null) ? progress.cut(PROGRESS_DECIMALS) : null, projection, danger, null);
	}

	private boolean isEveryYear() {
		return this.series.rule().accumulation() == Accumulation.EVERY_YEAR;
	}

	private static @Nullable BigDecimal round(@Nullable BigDecimal value, int decimals) {
		return (value != null) ? Decimals.round(value, decimals) : null;
	}

	/** What was entered keeps all its decimals. */
	private @Nullable BigDecimal shown(@Nullable BigDecimal value) {
		return (value == null || this.rule.isComputed()) ? whole(round(value, this.series.decimals()))
				: entered(value, this.series.decimals());
	}

	private @Nullable BigDecimal entered(BigDecimal value, int decimals) {
		return whole(value.setScale(Math.max(value.stripTrailingZeros().scale(), decimals), RoundingMode.UNNECESSARY));
	}

	/** Whole numbers of things have no decimals. */
	private @Nullable BigDecimal whole(@Nullable BigDecimal value) {
		boolean count = this.series.rule().valueType() == ValueType.COUNT;
		return (value != null && count && value.stripTrailingZeros().scale() <= 0)
				? value.setScale(0, RoundingMode.UNNECESSARY) : value;
	}

	/** The mean of one figure is that figure as entered. */
	private @Nullable BigDecimal pace(int decimals) {
		BigDecimal pace = this.rule.pace();
		return (pace != null && this.series.values().containsValue(pace)) ? entered(pace, decimals)
				: round(pace, decimals);
	}

	/** Where something is required, and what it takes to say it is not known. */
	private List<Integer> requiredMissing() {
		return (this.rule.finalGoal() != null && this.rule.required() == null) ? this.rule.requiredMissing()
				: List.of();
	}

	private @Nullable BigDecimal difference() {
		BigDecimal ofYears = this.rule.ofYearlyTargets();
		BigDecimal own = this.series.periodGoal();
		return (ofYears != null && own != null) ? Decimals.round(ofYears, this.series.decimals()).subtract(own) : null;
	}

	private @Nullable Projection projection() {
		BigDecimal value = this.rule.projected();
		ParsedTarget target = this.rule.finalTarget();
		BigDecimal goal = this.rule.finalGoal();
		if (value == null) {
			return null;
		}
		if (target == null || goal == null) {
			return new Projection(this.rule.points(), Decimals.round(value, this.series.decimals()), null, null, false);
		}
		boolean meets = meets(this.rule.asCompared(value, target));
		BigDecimal rounded = Decimals.round(value, this.series.decimals());
		for (int more = 1; meets(rounded) != meets && more < MOST_DECIMALS; more++) {
			rounded = Decimals.round(value, this.series.decimals() + more);
		}
		BigDecimal apart = goal.subtract(rounded).abs();
		BigDecimal lacking = (meets && apart.signum() > 0) ? BigDecimal.ZERO : apart;
		return new Projection(this.rule.points(), rounded, goal, lacking, meets);
	}

	private boolean meets(BigDecimal value) {
		return this.rule.verdict(Figure.of(ReportingPeriod.FINAL, value)).isAttained();
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

	private List<Integer> missed() {
		return this.series.judged()
			.entrySet()
			.stream()
			.filter((year) -> year.getValue().verdict() == Verdict.NOT_MET)
			.map(Map.Entry::getKey)
			.toList();
	}

	private boolean isAnyFigure() {
		return !this.series.figures().isEmpty() || !this.series.inYear().isEmpty();
	}

	/** One miss makes the period not met; all held is met, never exceeded. */
	private Verdict everyYear() {
		if (this.series.judged().isEmpty()) {
			return Verdict.NOT_ASSIGNED;
		}
		if (held() < judged()) {
			return Verdict.NOT_MET;
		}
		if (judged() == this.series.years().count()) {
			return Verdict.MET;
		}
		if (judged() == 0 && !isAnyFigure()) {
			return Verdict.NO_DATA;
		}
		return this.series.remaining().isEmpty() ? Verdict.NO_DATA : Verdict.IN_PROGRESS;
	}

	/** Judged when the period is over, or when the rest of it cannot change it. */
	private Verdict overall() {
		ParsedTarget target = this.rule.finalTarget();
		if (target == null) {
			return Verdict.NOT_ASSIGNED;
		}
		if (!isAnyFigure()) {
			return Verdict.NO_DATA;
		}
		if (target.value() == null) {
			return word();
		}
		if (isDecided()) {
			return this.rule.verdict(this.rule.overall(target));
		}
		Verdict settled = this.rule.settled(false);
		if (settled != null) {
			return settled;
		}
		boolean useless = !this.series.figures().isEmpty() && this.rule.value() == null;
		return (useless || isOver()) ? Verdict.NO_DATA : Verdict.IN_PROGRESS;
	}

	private Verdict word() {
		Figure word = this.series.figures().get(this.series.years().all().last());
		return (word != null && word.achieved() != null) ? word.achieved() : Verdict.IN_PROGRESS;
	}

	private boolean isOver() {
		return this.series.latest() != null && this.series.remaining().isEmpty();
	}

	/** A level is decided by its last year, whatever is missing before. */
	private boolean isDecided() {
		return isOver() && (this.series.rule().accumulation() == Accumulation.LAST || this.series.missing().isEmpty());
	}

	/** Whether an estimate decides it. */
	private boolean isProvisional(Verdict verdict) {
		return switch (this.series.rule().accumulation()) {
			case EVERY_YEAR -> GroupJudge.judge(judgements()).provisional();
			case LAST -> isLatestUnofficial();
			case SUM, AVERAGE, GROWTH_RATE, RATIO_OF_SUMS -> isAnyUnofficial() && this.rule.settled(true) != verdict;
		};
	}

	private boolean isLatestUnofficial() {
		Map.Entry<Integer, Figure> latest = this.series.figures().lastEntry();
		return latest == null || !isOfficial(latest.getValue());
	}

	private boolean isAnyUnofficial() {
		return !this.series.inYear().isEmpty()
				|| !this.series.figures().values().stream().allMatch(PeriodJudge::isOfficial);
	}

	private static boolean isOfficial(Figure figure) {
		return figure.period() == ReportingPeriod.FINAL;
	}

	private Course course() {
		if (isEveryYear() && held() < judged()) {
			return Course.OFF_COURSE;
		}
		if (this.series.isQualitative() || this.series.latest() == null) {
			return Course.NOT_ASSESSABLE;
		}
		if (isEveryYear()) {
			return Course.ON_COURSE;
		}
		if (this.rule.isAchieved()) {
			return Course.ACHIEVED;
		}
		if (this.rule.isPathMet()) {
			return Course.ON_COURSE;
		}
		Fraction progress = this.rule.progress();
		return (progress != null) ? Course.at(progress) : Course.NOT_ASSESSABLE;
	}

}
