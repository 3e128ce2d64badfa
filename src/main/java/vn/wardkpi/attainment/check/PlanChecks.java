package vn.wardkpi.attainment.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.period.IndicatorPeriod;
import vn.wardkpi.attainment.period.PeriodRule;
import vn.wardkpi.attainment.period.PeriodSeries;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.IndicatorJudge;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What a plan's own figures should agree on. Nothing here is an error: a plan is adopted
 * as published, and what does not fit is pointed out.
 */
public final class PlanChecks {

	/** Two things of the same kind cannot differ by as much from one year to the next. */
	private static final BigDecimal JUMP = BigDecimal.valueOf(5);

	private final int fromYear;

	private final int toYear;

	private final List<Finding> findings = new ArrayList<>();

	private PlanChecks(int fromYear, int toYear) {
		this.fromYear = fromYear;
		this.toYear = toYear;
	}

	/**
	 * Checks the plan of one issuer; findings in the order of its indicators.
	 */
	public static List<Finding> check(int fromYear, int toYear, Collection<PlannedIndicator> indicators) {
		PlanChecks checks = new PlanChecks(fromYear, toYear);
		for (PlannedIndicator indicator : indicators) {
			checks.breakdown(indicator, Breakdown.parts(indicator, indicators));
			checks.years(indicator);
			checks.baseline(indicator);
			checks.congress(indicator);
			checks.jumps(indicator);
			checks.shares(indicator);
		}
		return List.copyOf(checks.findings);
	}

	/**
	 * Whether a baseline can be of the same scope and unit as the plan's first figure:
	 * not if they are five times apart or more.
	 */
	public static boolean isComparable(@Nullable BigDecimal baseline, @Nullable BigDecimal first) {
		return baseline == null || first == null || !isJump(baseline, first);
	}

	static boolean isJump(BigDecimal one, BigDecimal other) {
		if (one.signum() == 0 || other.signum() == 0) {
			return false;
		}
		BigDecimal larger = one.abs().max(other.abs());
		return larger.compareTo(one.abs().min(other.abs()).multiply(JUMP)) >= 0;
	}

	private void breakdown(PlannedIndicator parent, List<PlannedIndicator> parts) {
		if (parts.isEmpty()) {
			return;
		}
		for (int year = this.fromYear; year <= this.toYear; year++) {
			List<ParsedTarget> terms = new ArrayList<>();
			for (PlannedIndicator part : parts) {
				addNumber(terms, part.yearlyTargets().get(year));
			}
			breakdown(parent, year, parent.yearlyTargets().get(year), terms, parts.size());
		}
		List<ParsedTarget> terms = new ArrayList<>();
		parts.forEach((part) -> addNumber(terms, part.target()));
		breakdown(parent, null, parent.target(), terms, parts.size());
	}

	private static void addNumber(List<ParsedTarget> terms, @Nullable ParsedTarget target) {
		if (target != null && target.value() != null) {
			terms.add(target);
		}
	}

	private void breakdown(PlannedIndicator parent, @Nullable Integer year, @Nullable ParsedTarget whole,
			List<ParsedTarget> terms, int parts) {
		if (whole == null || whole.value() == null || terms.size() < parts) {
			return;
		}
		BigDecimal sum = terms.stream().map(PlanChecks::number).reduce(BigDecimal.ZERO, BigDecimal::add);
		differing("breakdown-sum", parent, year, sum, whole.value(), tolerance(terms));
	}

	/** Half a unit of the last published decimal for each term. */
	private static BigDecimal tolerance(Collection<ParsedTarget> terms) {
		return terms.stream().map(PlanChecks::halfUnit).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static BigDecimal halfUnit(ParsedTarget target) {
		return Breakdown.halfUnit(target.decimals());
	}

	private static BigDecimal number(ParsedTarget target) {
		return (target.value() != null) ? target.value() : BigDecimal.ZERO;
	}

	private void differing(String code, PlannedIndicator indicator, @Nullable Integer year, BigDecimal reckoned,
			BigDecimal printed, BigDecimal tolerance) {
		String when = (year != null) ? String.valueOf(year) : this.fromYear + "–" + this.toYear;
		Breakdown.differing(code, when, reckoned, printed, tolerance)
			.ifPresent((problem) -> add(indicator, year, problem));
	}

	private void years(PlannedIndicator indicator) {
		IndicatorPeriod period = new IndicatorPeriod(indicator.rule(), this.fromYear, this.toYear, null,
				indicator.target(), indicator.yearlyTargets(), Map.of(), Map.of());
		PeriodSeries series = new PeriodSeries(period);
		BigDecimal printed = series.periodGoal();
		if (printed == null) {
			return;
		}
		if (indicator.rule().accumulation() == Accumulation.EVERY_YEAR) {
			series.goals()
				.forEach((year, goal) -> differing("yearly-target", indicator, year, goal, printed, BigDecimal.ZERO));
			return;
		}
		BigDecimal reckoned = PeriodRule.of(series).ofYearlyTargets();
		if (reckoned != null) {
			boolean sum = indicator.rule().accumulation() == Accumulation.SUM;
			BigDecimal rounded = (reckoned.scale() > series.decimals()) ? Decimals.round(reckoned, series.decimals())
					: reckoned;
			Collection<ParsedTarget> terms = indicator.yearlyTargets().values();
			differing("yearly-targets", indicator, null, rounded, printed, sum ? tolerance(terms) : coarsest(terms));
		}
	}

	/** A level or a mean is as exact as the coarsest of its terms. */
	private static BigDecimal coarsest(Collection<ParsedTarget> terms) {
		return terms.stream().map(PlanChecks::halfUnit).reduce(BigDecimal.ZERO, BigDecimal::max);
	}

	private void baseline(PlannedIndicator indicator) {
		BigDecimal before = baselineValue(indicator);
		if (before == null || indicator.baseline() == null || !indicator.baseline().comparable()
				|| !isComparable(before, goals(indicator).get(this.fromYear))) {
			return;
		}
		goals(indicator).forEach((year, goal) -> {
			if (better(indicator, goal, before) < 0) {
				add(indicator, year, Problem.warning("target-below-baseline", String.valueOf(year),
						VietnameseNumber.write(goal), VietnameseNumber.write(before)));
			}
		});
	}

	private void congress(PlannedIndicator indicator) {
		BigDecimal own = goal(indicator, indicator.target());
		BigDecimal resolved = goal(indicator, indicator.congressTarget());
		if (own == null || resolved == null) {
			return;
		}
		int better = better(indicator, own, resolved);
		if (better != 0) {
			add(indicator, null, Problem.info((better > 0) ? "plan-above-congress" : "plan-below-congress",
					VietnameseNumber.write(own), VietnameseNumber.write(resolved)));
		}
	}

	private void jumps(PlannedIndicator indicator) {
		NavigableMap<Integer, BigDecimal> goals = goals(indicator);
		BigDecimal before = baselineValue(indicator);
		BigDecimal first = goals.get(this.fromYear);
		if (before != null && first != null && !isComparable(before, first)) {
			add(indicator, this.fromYear, Problem.warning("baseline-jump", VietnameseNumber.write(before),
					String.valueOf(this.fromYear), VietnameseNumber.write(first)));
		}
		goals.forEach((year, goal) -> {
			BigDecimal last = goals.get(year - 1);
			if (last != null && isJump(last, goal)) {
				add(indicator, year, Problem.warning("target-jump", String.valueOf(year - 1),
						VietnameseNumber.write(last), String.valueOf(year), VietnameseNumber.write(goal)));
			}
		});
	}

	/**
	 * A share is written in percent points; "0,465" beside 46,5 % was probably a
	 * fraction.
	 */
	private void shares(PlannedIndicator indicator) {
		if (indicator.rule().valueType() != ValueType.PERCENT) {
			return;
		}
		Map<Integer, ParsedTarget> targets = new TreeMap<>(indicator.yearlyTargets());
		targets.forEach((year, target) -> share(indicator, year, target));
		if (indicator.target() != null) {
			share(indicator, null, indicator.target());
		}
	}

	private void share(PlannedIndicator indicator, @Nullable Integer year, ParsedTarget target) {
		BigDecimal value = target.value();
		if (value == null || target.valueType() != ValueType.PERCENT) {
			return;
		}
		if (indicator.rule().bounded() && !Percentage.isPossible(value)) {
			add(indicator, year, Problem.warning("target-above-whole", target.text()));
		}
		else if (target.unit() == null && value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0
				&& !isLinked(value, figures(indicator))) {
			add(indicator, year, Problem.warning("target-fraction", target.text(),
					VietnameseNumber.write(value.multiply(Percentage.WHOLE).stripTrailingZeros())));
		}
	}

	/**
	 * Whether steps of less than a jump lead from a small share to one that is surely in
	 * percent points: above one, or with its sign.
	 */
	private static boolean isLinked(BigDecimal value, NavigableMap<BigDecimal, Boolean> figures) {
		BigDecimal at = value;
		for (Map.Entry<BigDecimal, Boolean> figure : figures.tailMap(value, true).entrySet()) {
			if (figure.getKey().compareTo(at.multiply(JUMP)) >= 0) {
				return false;
			}
			if (figure.getValue() || figure.getKey().compareTo(BigDecimal.ONE) > 0) {
				return true;
			}
			at = figure.getKey();
		}
		return false;
	}

	/** The indicator's figures, and whether one is written with its percent sign. */
	private static NavigableMap<BigDecimal, Boolean> figures(PlannedIndicator indicator) {
		NavigableMap<BigDecimal, Boolean> figures = new TreeMap<>();
		BigDecimal before = baselineValue(indicator);
		if (before != null) {
			figures.put(before, false);
		}
		Stream.concat(indicator.yearlyTargets().values().stream(), Stream.ofNullable(indicator.target()))
			.filter((target) -> target.value() != null)
			.forEach((target) -> figures.merge(number(target), target.unit() != null, Boolean::logicalOr));
		return figures;
	}

	private static @Nullable BigDecimal baselineValue(PlannedIndicator indicator) {
		return (indicator.baseline() != null) ? indicator.baseline().value() : null;
	}

	private NavigableMap<Integer, BigDecimal> goals(PlannedIndicator indicator) {
		NavigableMap<Integer, BigDecimal> goals = new TreeMap<>();
		indicator.yearlyTargets().forEach((year, target) -> {
			BigDecimal goal = goal(indicator, target);
			if (goal != null) {
				goals.put(year, goal);
			}
		});
		return goals;
	}

	private static @Nullable BigDecimal goal(PlannedIndicator indicator, @Nullable ParsedTarget target) {
		return (target != null && target.value() != null) ? new IndicatorJudge(indicator.rule(), target).goal() : null;
	}

	private static int better(PlannedIndicator indicator, BigDecimal one, BigDecimal other) {
		return (indicator.rule().direction() == Direction.HIGHER_IS_BETTER) ? one.compareTo(other)
				: other.compareTo(one);
	}

	private void add(PlannedIndicator indicator, @Nullable Integer year, Problem problem) {
		this.findings.add(new Finding(indicator.rule().no(), year, problem));
	}

	/**
	 * A problem and where it is.
	 *
	 * @param no number of the indicator
	 * @param year {@code null} where it concerns the period
	 */
	public record Finding(String no, @Nullable Integer year, Problem problem) {
	}

}
