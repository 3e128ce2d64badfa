package vn.wardkpi.attainment.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorJudge;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.UnitName;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What a figure is held against when it is entered: its own parts, its bounds, the year
 * before and the year's targets.
 */
public final class FigurePlausibility {

	private static final BigDecimal FAR_ABOVE = new BigDecimal("1.5");

	private static final BigDecimal FAR_BELOW = new BigDecimal("0.5");

	/**
	 * A figure this many times off looks like another unit: units of money lie a thousand
	 * apart, and the figure itself may lie a little beside what it is held against.
	 */
	private static final BigDecimal ANOTHER_SCALE = BigDecimal.valueOf(500);

	private final IndicatorRule rule;

	private final String unit;

	private final Figure figure;

	private final List<FieldProblem> problems = new ArrayList<>();

	private FigurePlausibility(IndicatorRule rule, String unit, Figure figure) {
		this.rule = rule;
		this.unit = unit;
		this.figure = figure;
	}

	/**
	 * Checks the figure itself. Errors keep it from being stored; a figure with errors is
	 * not compared with anything else.
	 * @param unit the indicator's unit as published, for the messages
	 * @param targets of the figure's year, one for each issuer
	 * @param before the comparable value of the year before, if known
	 */
	public static List<FieldProblem> check(IndicatorRule rule, @Nullable String unit, Collection<ParsedTarget> targets,
			Figure figure, @Nullable BigDecimal before) {
		FigurePlausibility checks = new FigurePlausibility(rule, (unit != null) ? unit : "", figure);
		checks.parts();
		checks.bounds();
		if (checks.problems.stream().noneMatch((at) -> at.problem().isError())) {
			checks.scale(targets, before);
			checks.kind(targets, before);
		}
		return List.copyOf(checks.problems);
	}

	/**
	 * Why a written explanation (cause and remedy) is required before submission; empty
	 * if none is. A figure below half of the year's target is far off only when the year
	 * is over.
	 */
	public static Optional<FieldProblem> explanationNeeded(IndicatorRule rule, Collection<ParsedTarget> targets,
			Figure figure) {
		if (targets.stream().anyMatch((target) -> isMissed(rule, target, figure))) {
			return Optional.of(new FieldProblem("explanation", Problem.warning("explanation-not-met")));
		}
		return targets.stream().anyMatch((target) -> isFar(rule, target, figure))
				? Optional.of(new FieldProblem("explanation", Problem.warning("explanation-far"))) : Optional.empty();
	}

	/**
	 * The same of an annual plan's own targets for the figure, where they differ from
	 * those it was held against first.
	 * @param targets of the annual plan
	 */
	public static Optional<FieldProblem> explanationNeededInAnnualPlan(IndicatorRule rule,
			Collection<ParsedTarget> targets, Figure figure, int year) {
		return explanationNeeded(rule, targets, figure).map((field) -> {
			Stream<ParsedTarget> reasons = field.problem().code().equals("explanation-far")
					? targets.stream().filter((target) -> isFar(rule, target, figure))
					: targets.stream().filter((target) -> isMissed(rule, target, figure));
			return new FieldProblem(field.field(),
					Problem.warning(field.problem().code() + "-annual", String.valueOf(year),
							reasons.map(ParsedTarget::text).distinct().collect(Collectors.joining("; "))));
		});
	}

	/**
	 * Where an indicator and all its parts, or its parent and all of that one's parts,
	 * have a figure: whether the parts add up. A difference that rounding explains (half
	 * a unit of the last decimal for each part) is a remark, a larger one a warning.
	 * @param no the indicator whose figure is looked at
	 * @param entered the figures of its year and reporting period, its own among them
	 */
	public static List<FieldProblem> breakdown(String no, int year, Collection<BreakdownValue> entered) {
		List<FieldProblem> problems = new ArrayList<>();
		for (BreakdownValue whole : entered) {
			List<BreakdownValue> parts = Breakdown.parts(whole, entered);
			boolean concerned = whole.no().equals(no) || parts.stream().anyMatch((part) -> part.no().equals(no));
			if (concerned) {
				differing(year, whole, parts).ifPresent((problem) -> problems.add(new FieldProblem("value", problem)));
			}
		}
		return problems;
	}

	private static Optional<Problem> differing(int year, BreakdownValue whole, List<BreakdownValue> parts) {
		BigDecimal sum = BigDecimal.ZERO;
		BigDecimal tolerance = BigDecimal.ZERO;
		for (BreakdownValue part : parts) {
			BigDecimal value = part.value();
			if (value == null) {
				return Optional.empty();
			}
			sum = sum.add(value);
			tolerance = tolerance.add(Breakdown.halfUnit(Math.max(part.decimals(), value.scale())));
		}
		return (parts.isEmpty() || whole.value() == null) ? Optional.empty()
				: Breakdown.differing("breakdown-sum", String.valueOf(year), sum, whole.value(), tolerance);
	}

	private static boolean isMissed(IndicatorRule rule, ParsedTarget target, Figure figure) {
		return new IndicatorJudge(rule, target).judge(List.of(figure)).verdict() == Verdict.NOT_MET;
	}

	private static boolean isFar(IndicatorRule rule, ParsedTarget target, Figure figure) {
		IndicatorJudge judge = new IndicatorJudge(rule, target);
		BigDecimal value = judge.value(figure);
		if (value == null || judge.level().signum() <= 0) {
			return false;
		}
		return value.compareTo(judge.upperEnd().multiply(FAR_ABOVE)) > 0
				|| (figure.period().isFullYear() && value.compareTo(judge.level().multiply(FAR_BELOW)) < 0);
	}

	private void parts() {
		BigDecimal x = this.figure.numerator();
		BigDecimal y = this.figure.denominator();
		if (x == null || y == null) {
			return;
		}
		if (y.signum() <= 0) {
			error("denominator", "denominator-not-positive");
		}
		else if (x.signum() < 0) {
			error("numerator", "count-negative");
		}
		else if (countsThings() && !isWhole(x)) {
			error("numerator", "count-not-whole", VietnameseNumber.write(x));
		}
		else if (countsThings() && !isWhole(y)) {
			error("denominator", "count-not-whole", VietnameseNumber.write(y));
		}
		else if (this.rule.bounded() && x.compareTo(y) > 0) {
			error("numerator", "share-part-above-whole", VietnameseNumber.write(x), VietnameseNumber.write(y));
		}
		else {
			agreement(x, y);
		}
	}

	/** A share published beside its own parts must follow from them as far as it goes. */
	private void agreement(BigDecimal x, BigDecimal y) {
		BigDecimal value = this.figure.value();
		if (value == null || !isShare()) {
			return;
		}
		BigDecimal share = x.multiply(Percentage.WHOLE).divide(y, Math.max(value.scale(), 0), RoundingMode.HALF_UP);
		if (share.compareTo(value) != 0) {
			warning("value", "share-does-not-follow", VietnameseNumber.write(value),
					VietnameseNumber.write(x) + "/" + VietnameseNumber.write(y), VietnameseNumber.write(share));
		}
	}

	private void bounds() {
		BigDecimal value = this.figure.value();
		if (value == null) {
			return;
		}
		if (isShare() && this.rule.bounded() && !Percentage.isPossible(value)) {
			error("value", "share-outside-whole", VietnameseNumber.write(value));
		}
		if (this.rule.valueType() == ValueType.COUNT && value.signum() < 0) {
			error("value", "count-negative");
		}
		else if (this.rule.valueType() == ValueType.COUNT && !isWhole(value)) {
			error("value", "count-not-whole", VietnameseNumber.write(value));
		}
	}

	/**
	 * Whether x and y of this indicator are things that are counted: a share may also be
	 * of money or of areas.
	 */
	private boolean countsThings() {
		return this.rule.valueType() == ValueType.COUNT
				|| (this.rule.valueType() == ValueType.RATIO && !UnitName.of(this.unit).isMeasure());
	}

	private static boolean isWhole(BigDecimal number) {
		return number.stripTrailingZeros().scale() <= 0;
	}

	private boolean isShare() {
		return this.rule.valueType() == ValueType.PERCENT || this.rule.valueType() == ValueType.RATIO;
	}

	/**
	 * Another scale says more than a mere jump, so that only one of them is said. Shares
	 * may well grow fivefold from little, and months say nothing against a year before.
	 */
	private void scale(Collection<ParsedTarget> targets, @Nullable BigDecimal before) {
		BigDecimal value = this.figure.value();
		if (value == null || isShare()) {
			return;
		}
		for (ParsedTarget target : targets) {
			BigDecimal level = target.value();
			if (level != null && isAnotherScale(value, level)) {
				warning("value", "figure-scale", VietnameseNumber.write(value), VietnameseNumber.write(level),
						this.unit);
				return;
			}
		}
		if (before != null && this.figure.period().isFullYear() && PlanChecks.isJump(value, before)) {
			warning("value", isAnotherScale(value, before) ? "figure-scale" : "figure-jump",
					VietnameseNumber.write(value), VietnameseNumber.write(before), this.unit);
		}
	}

	/**
	 * Below nothing where what is asked for and what was there lies above, and half of a
	 * thing that is counted.
	 */
	private void kind(Collection<ParsedTarget> targets, @Nullable BigDecimal before) {
		BigDecimal value = this.figure.value();
		if (value == null || !this.problems.isEmpty() || this.rule.valueType() != ValueType.AMOUNT) {
			return;
		}
		boolean above = isAbove(before) || targets.stream().anyMatch((target) -> isAbove(target.value()));
		if (value.signum() < 0 && above) {
			warning("value", "figure-negative", VietnameseNumber.write(value));
		}
		else if (UnitName.of(this.unit).isOfThings() && !isWhole(value)) {
			warning("value", "figure-half", VietnameseNumber.write(value), this.unit);
		}
	}

	private static boolean isAbove(@Nullable BigDecimal reference) {
		return reference != null && reference.signum() > 0;
	}

	/** In the months of a year a sum may well be a small part of the year's. */
	private boolean isAnotherScale(BigDecimal value, BigDecimal reference) {
		if (value.signum() <= 0 || reference.signum() <= 0) {
			return false;
		}
		return value.compareTo(reference.multiply(ANOTHER_SCALE)) >= 0
				|| (this.figure.period().isFullYear() && reference.compareTo(value.multiply(ANOTHER_SCALE)) >= 0);
	}

	private void error(String field, String code, String... arguments) {
		this.problems.add(new FieldProblem(field, Problem.error(code, arguments)));
	}

	private void warning(String field, String code, String... arguments) {
		this.problems.add(new FieldProblem(field, Problem.warning(code, arguments)));
	}

}
