package vn.wardkpi.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.period.IndicatorPeriod;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;

/**
 * A plan of 22 counted indicators over five years, mixed as real ones are: mostly shares,
 * some amounts and counts, one group with three rows; every year with an estimate and an
 * official figure.
 */
final class SamplePlan {

	static final int FROM = 2026;

	static final int TO = 2030;

	private static final int COUNTED = 22;

	private static final Accumulation[] ACCUMULATIONS = Accumulation.values();

	final List<IndicatorRule> rules = new ArrayList<>();

	final Map<Integer, Map<String, ParsedTarget>> targets = new HashMap<>();

	final Map<Integer, Map<String, List<Figure>>> figures = new HashMap<>();

	final List<IndicatorPeriod> periods = new ArrayList<>();

	SamplePlan() {
		for (int i = 1; i <= COUNTED; i++) {
			if (i == 2) {
				this.rules.add(new IndicatorRule("2", null, IndicatorRole.GROUP, false, Direction.HIGHER_IS_BETTER,
						ValueType.PERCENT, Accumulation.LAST, true));
				for (int part = 1; part <= 3; part++) {
					add(i, "2." + part, "2", IndicatorRole.BREAKDOWN);
				}
			}
			else {
				add(i, String.valueOf(i), null, IndicatorRole.COUNTED);
			}
		}
		this.rules.forEach((rule) -> this.periods.add(new IndicatorPeriod(rule, FROM, TO,
				new Baseline(FROM - 1, BigDecimal.valueOf(50), true), ofYear(TO, rule), byYear(this.targets, rule),
				byYear(this.figures, rule), Map.of())));
	}

	private ParsedTarget ofYear(int year, IndicatorRule rule) {
		return this.targets.get(year).get(rule.no());
	}

	private static <T> Map<Integer, T> byYear(Map<Integer, Map<String, T>> years, IndicatorRule rule) {
		Map<Integer, T> byYear = new HashMap<>();
		years.forEach((year, of) -> {
			T value = of.get(rule.no());
			if (value != null) {
				byYear.put(year, value);
			}
		});
		return byYear;
	}

	private void add(int i, String no, String parent, IndicatorRole role) {
		ValueType type = (i % 4 == 1) ? ValueType.AMOUNT : (i % 7 == 3) ? ValueType.RATIO : ValueType.PERCENT;
		Direction direction = (i % 6 == 5) ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
		Accumulation accumulation = (type == ValueType.RATIO) ? Accumulation.RATIO_OF_SUMS
				: ACCUMULATIONS[i % (ACCUMULATIONS.length - 1)];
		this.rules.add(new IndicatorRule(no, parent, role, no.endsWith(".1"), direction, type, accumulation,
				type != ValueType.AMOUNT));
		for (int year = FROM; year <= TO; year++) {
			this.targets.computeIfAbsent(year, (key) -> new HashMap<>()).put(no, target(type, year));
			this.figures.computeIfAbsent(year, (key) -> new HashMap<>())
				.put(no, List.of(figure(type, ReportingPeriod.ESTIMATE, i, year),
						figure(type, ReportingPeriod.FINAL, i + 1, year)));
		}
	}

	private static ParsedTarget target(ValueType type, int year) {
		int step = year - FROM;
		String text = switch (type) {
			case AMOUNT -> "1.0" + (10 + step) + ",5";
			case RATIO -> (10 + step) + "/18 trường";
			default -> (60 + 5 * step) + ",5%";
		};
		if (TargetGrammar.read(text, null) instanceof TargetGrammar.Reading.Understood understood) {
			return understood.target();
		}
		throw new IllegalStateException(text);
	}

	private static Figure figure(ValueType type, ReportingPeriod period, int i, int year) {
		int step = year - FROM;
		return switch (type) {
			case AMOUNT -> Figure.of(period, BigDecimal.valueOf(10050 + 10L * step + 10L * (i % 3), 1));
			case RATIO -> Figure.ofRatio(period, BigDecimal.valueOf(9L + step + i % 3), BigDecimal.valueOf(18));
			default -> Figure.of(period, BigDecimal.valueOf(600 + 50L * step + i % 11, 1));
		};
	}

}
