package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Judgement;
import vn.wardkpi.attainment.ParsedTarget;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.YearAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * Holds one figure against its indicator, the year's targets and the year before: the
 * checks made on entry, section 8 of the rules.
 */
final class FigureChecks {

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private static final BigDecimal FAR_ABOVE = new BigDecimal("1.5");

	private static final BigDecimal FAR_BELOW = new BigDecimal("0.5");

	private static final BigDecimal JUMP = BigDecimal.valueOf(5);

	private final IndicatorRow row;

	private final Map<Issuer, ParsedTarget> targets;

	private final Figure figure;

	private final List<FieldProblem> problems = new ArrayList<>();

	private FigureChecks(IndicatorRow row, Map<Issuer, ParsedTarget> targets, Figure figure) {
		this.row = row;
		this.targets = targets;
		this.figure = figure;
	}

	/**
	 * @param targets of the figure's year, in force today
	 * @param before the comparable value of the year before, if known
	 */
	static Checked check(IndicatorRow row, Map<Issuer, ParsedTarget> targets, Figure figure,
			@Nullable BigDecimal before) {
		FigureChecks checks = new FigureChecks(row, targets, figure);
		checks.shares();
		checks.counts();
		Map<Issuer, Judgement> judgements = checks.hasErrors() ? Map.of() : checks.judge();
		BigDecimal value = checks.hasErrors() ? null : checks.value(judgements);
		if (value != null) {
			checks.jump(value, before);
		}
		boolean explanationRequired = checks.needsExplanation(judgements, value);
		return new Checked(value, judgements, List.copyOf(checks.problems), explanationRequired);
	}

	private void shares() {
		BigDecimal x = this.figure.numerator();
		BigDecimal y = this.figure.denominator();
		if (x != null && y != null) {
			if (y.signum() <= 0) {
				problem("denominator", Problem.error("denominator-not-positive"));
				return;
			}
			if (x.signum() < 0) {
				problem("numerator", Problem.error("count-negative"));
				return;
			}
			if (this.row.rule().bounded() && x.compareTo(y) > 0) {
				problem("numerator",
						Problem.error("share-part-above-whole", VietnameseNumber.write(x), VietnameseNumber.write(y)));
				return;
			}
			shareAgrees(x, y);
		}
		BigDecimal value = this.figure.value();
		if (value != null && this.row.rule().bounded() && FigureReader.takesShare(this.row)
				&& (value.signum() < 0 || value.compareTo(WHOLE) > 0)) {
			problem("value", Problem.error("share-outside-whole", VietnameseNumber.write(value)));
		}
	}

	private void shareAgrees(BigDecimal x, BigDecimal y) {
		BigDecimal value = this.figure.value();
		if (value == null) {
			return;
		}
		BigDecimal computed = x.multiply(WHOLE).divide(y, Math.max(value.scale(), 1), RoundingMode.HALF_UP);
		if (computed.compareTo(value) != 0) {
			problem("value", Problem.warning("share-does-not-follow", VietnameseNumber.write(value),
					VietnameseNumber.write(x) + "/" + VietnameseNumber.write(y), VietnameseNumber.write(computed)));
		}
	}

	private void counts() {
		BigDecimal value = this.figure.value();
		if (value != null && this.row.rule().valueType() == ValueType.COUNT && value.signum() < 0) {
			problem("value", Problem.error("count-negative"));
		}
	}

	private void jump(BigDecimal value, @Nullable BigDecimal before) {
		boolean level = this.row.rule().valueType() == ValueType.AMOUNT
				|| this.row.rule().valueType() == ValueType.COUNT;
		if (before == null || !level || !this.figure.period().isFullYear() || before.signum() <= 0
				|| value.signum() <= 0) {
			return;
		}
		if (value.compareTo(before.multiply(JUMP)) >= 0 || before.compareTo(value.multiply(JUMP)) >= 0) {
			problem("value", Problem.warning("figure-jump", VietnameseNumber.write(value),
					VietnameseNumber.write(before), (this.row.unit() != null) ? this.row.unit() : ""));
		}
	}

	private boolean needsExplanation(Map<Issuer, Judgement> judgements, @Nullable BigDecimal value) {
		boolean missed = judgements.values().stream().anyMatch((judged) -> judged.verdict() == Verdict.NOT_MET);
		boolean far = value != null && this.targets.values().stream().anyMatch((target) -> isFar(value, target));
		if (missed) {
			problem("explanation", Problem.warning("explanation-not-met"));
		}
		else if (far) {
			problem("explanation", Problem.warning("explanation-far"));
		}
		return missed || far;
	}

	/**
	 * Far from the path: above 150 % or, at the end of the year, below 50 % of the year's
	 * target.
	 */
	private boolean isFar(BigDecimal value, ParsedTarget target) {
		BigDecimal set = target.value();
		if (set == null || set.signum() <= 0 || target.valueType() == ValueType.RATIO) {
			return false;
		}
		return value.compareTo(set.multiply(FAR_ABOVE)) > 0
				|| (this.figure.period().isFullYear() && value.compareTo(set.multiply(FAR_BELOW)) < 0);
	}

	private Map<Issuer, Judgement> judge() {
		Map<Issuer, Judgement> judgements = new EnumMap<>(Issuer.class);
		this.targets.forEach((issuer, target) -> {
			Judgement judged = YearAttainment
				.judge(List.of(this.row.rule()), Map.of(this.row.no(), target),
						Map.of(this.row.no(), List.of(this.figure)), Map.of())
				.judgements()
				.get(this.row.no());
			if (judged != null) {
				judgements.put(issuer, judged);
			}
		});
		return judgements;
	}

	/**
	 * As entered, or computed from x/y and rounded HALF_UP to the larger of the target's
	 * decimals and 1.
	 */
	private @Nullable BigDecimal value(Map<Issuer, Judgement> judgements) {
		for (Judgement judged : judgements.values()) {
			if (judged.value() != null) {
				return judged.value();
			}
		}
		BigDecimal x = this.figure.numerator();
		BigDecimal y = this.figure.denominator();
		if (x != null && y != null) {
			return x.multiply(WHOLE).divide(y, Math.max(this.row.decimals(), 1), RoundingMode.HALF_UP);
		}
		return this.figure.value();
	}

	private boolean hasErrors() {
		return this.problems.stream().anyMatch((field) -> field.problem().severity() == Severity.ERROR);
	}

	private void problem(String field, Problem problem) {
		this.problems.add(new FieldProblem(field, problem));
	}

}
