package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.check.BreakdownValue;
import vn.wardkpi.attainment.check.FigurePlausibility;
import vn.wardkpi.attainment.check.SharePlausibility;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * Holds one figure against its indicator, the year's targets and the year before, all by
 * the rules of attainment.
 */
public final class ActualChecker {

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private ActualChecker() {
	}

	/**
	 * @param targets of the figure's year, in force today
	 * @param before the comparable value of the year before, if known
	 * @param earlier the latest figure of an earlier reporting period of the year
	 * @param relatives the figures of the same reporting period that may have to add up
	 * with this one
	 */
	public static CheckResult check(IndicatorRow row, Map<Issuer, ParsedTarget> targets, Figure figure, int year,
			@Nullable BigDecimal before, @Nullable Figure earlier, Collection<BreakdownValue> relatives) {
		List<FieldProblem> problems = new ArrayList<>(
				FigurePlausibility.check(row.rule(), row.unit(), targets.values(), figure, before));
		if (problems.stream().anyMatch((field) -> field.problem().isError())) {
			return new CheckResult(null, Map.of(), problems, false);
		}
		Map<Issuer, Judgement> judgements = judge(row, targets, figure);
		BigDecimal value = value(row, figure, judgements);
		problems.addAll(SharePlausibility.check(row.rule(), targets.values(), figure, value, before,
				(earlier != null) ? value(row, earlier, judge(row, targets, earlier)) : null));
		List<BreakdownValue> entered = relatives.stream()
			.map((other) -> other.no().equals(row.no()) ? other.with(figure.value()) : other)
			.toList();
		problems.addAll(FigurePlausibility.breakdown(row.no(), year, entered));
		Optional<FieldProblem> explanation = FigurePlausibility.explanationNeeded(row.rule(), targets.values(), figure);
		explanation.ifPresent(problems::add);
		return new CheckResult(value, judgements, problems, explanation.isPresent());
	}

	/**
	 * Holds the figure against the annual plan of its year as well, where that asks for
	 * something else: a miss there is explained as any other.
	 * @param checked what came of the targets of the plan in which it is entered
	 * @param annual the annual plan's own targets
	 */
	public static CheckResult alsoByAnnualPlan(CheckResult checked, IndicatorRow row, Map<Issuer, ParsedTarget> annual,
			Figure figure, int year) {
		if (annual.isEmpty() || checked.hasErrors() || checked.explanationRequired()) {
			return checked;
		}
		return FigurePlausibility.explanationNeededInAnnualPlan(row.rule(), annual.values(), figure, year)
			.map((problem) -> {
				List<FieldProblem> problems = new ArrayList<>(checked.problems());
				problems.add(problem);
				return new CheckResult(checked.value(), checked.judgements(), problems, true);
			})
			.orElse(checked);
	}

	/**
	 * The verdict by each of these targets.
	 */
	public static Map<Issuer, Judgement> judge(IndicatorRow row, Map<Issuer, ParsedTarget> targets, Figure figure) {
		Map<Issuer, Judgement> judgements = new EnumMap<>(Issuer.class);
		targets.forEach((issuer, target) -> judgements.put(issuer,
				new IndicatorCase(row.rule(), target, List.of(figure), null).judge()));
		return judgements;
	}

	/**
	 * As entered, or computed from x/y and rounded HALF_UP to the larger of the target's
	 * decimals and 1.
	 */
	private static @Nullable BigDecimal value(IndicatorRow row, Figure figure, Map<Issuer, Judgement> judgements) {
		for (Judgement judged : judgements.values()) {
			if (judged.value() != null) {
				return judged.value();
			}
		}
		BigDecimal x = figure.numerator();
		BigDecimal y = figure.denominator();
		if (x != null && y != null) {
			return x.multiply(WHOLE).divide(y, Math.max(row.decimals(), 1), RoundingMode.HALF_UP);
		}
		return figure.value();
	}

}
