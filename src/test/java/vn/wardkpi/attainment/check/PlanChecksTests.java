package vn.wardkpi.attainment.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.TuLiemPlan;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.check.PlanChecks.Finding;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.shared.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.wardkpi.attainment.Plans.rule;
import static vn.wardkpi.attainment.Plans.target;

class PlanChecksTests {

	private static final IndicatorRule SUM = rule("1").adds(Accumulation.SUM).build();

	@Test
	void findsInThePublishedPlanWhatAReaderWouldFind() {
		assertThat(PlanChecks.check(2026, 2030, TuLiemPlan.indicators())).containsExactly(
				new Finding("1", 2030, Problem.info("breakdown-sum-rounding", "2030", "9.908,3", "9.908,4")),
				new Finding("1", null, Problem.info("yearly-targets-rounding", "2026–2030", "46.497,9", "46.497,8")),
				new Finding("1", 2026, Problem.warning("baseline-jump", "112,5", "2026", "9.923,5")),
				new Finding("2.1", null, Problem.info("plan-above-congress", "94,4", "85")),
				new Finding("3", null, Problem.info("plan-above-congress", "100", "97")),
				new Finding("15", null, Problem.info("plan-above-congress", "95,5", "90")),
				new Finding("16", 2026, Problem.warning("target-below-baseline", "2026", "88,2", "89,5")),
				new Finding("16", null, Problem.info("plan-above-congress", "91", "90")),
				new Finding("17", null, Problem.info("plan-above-congress", "5,7", "5,8")));
	}

	@Test
	void doesNotDependOnWhetherABaselineWasMarkedBefore() {
		PlannedIndicator revenue = TuLiemPlan.indicator("1");
		PlannedIndicator marked = new PlannedIndicator(revenue.rule(), revenue.unit(),
				new Baseline(2025, new BigDecimal("112.5"), true), revenue.target(), revenue.yearlyTargets(), null);
		assertThat(codes(marked)).containsExactly("yearly-targets-rounding", "baseline-jump");
	}

	@ParameterizedTest
	@CsvSource({ "'9,9','10,0',INFO", "'9,8','10,0',WARNING", "'10,1','10,0',INFO", "'10,0','10,0',", "'10','10,0',",
			"'9,5','10',WARNING" })
	void allowsHalfAUnitOfTheLastDecimalForEachTerm(String half, String whole, String severity) {
		// two terms: "5,0" and what is missing to the sum
		PlannedIndicator parent = planned(SUM, null, whole);
		String rest = new BigDecimal(half.replace(',', '.')).subtract(new BigDecimal("5.0")).setScale(1).toString();
		List<Finding> findings = PlanChecks.check(2026, 2026,
				List.of(parent, planned(part("1.1"), null, "5,0"), planned(part("1.2"), null, rest.replace('.', ','))));
		assertThat(findings).extracting((finding) -> finding.problem().severity().name())
			.isEqualTo((severity != null) ? List.of(severity) : List.of());
	}

	@Test
	void addsUpOnlyACompleteBreakdownOfTheSameKind() {
		PlannedIndicator parent = planned(SUM, null, "10");
		PlannedIndicator half = planned(part("1.1"), null, "5");
		PlannedIndicator none = planned(part("1.2"), null, "-");
		PlannedIndicator share = planned(rule("1.3").partOf("1").type(ValueType.PERCENT).build(), null, "50%");
		PlannedIndicator otherUnit = new PlannedIndicator(part("1.4"), "người", null, null, Map.of(2026, target("9")),
				null);
		PlannedIndicator grade = planned(part("1.5"), null, "cơ bản đạt");
		assertThat(PlanChecks.check(2026, 2026, List.of(parent, half))).isEmpty();
		assertThat(PlanChecks.check(2026, 2026, List.of(parent, half, none))).isEmpty();
		assertThat(PlanChecks.check(2026, 2026, List.of(parent, half, share))).isEmpty();
		assertThat(PlanChecks.check(2026, 2026, List.of(parent, half, otherUnit))).isEmpty();
		assertThat(PlanChecks.check(2026, 2026, List.of(parent, half, grade))).isEmpty();
		assertThat(PlanChecks.check(2026, 2026, List.of(planned(SUM, null, "cơ bản đạt"), half, half))).isEmpty();
		assertThat(PlanChecks.check(2026, 2026, List.of(planned(rule("1").group().build(), null, "-"), half, half)))
			.isEmpty();
		PlannedIndicator shares = planned(rule("1").type(ValueType.PERCENT).build(), null, "90%");
		PlannedIndicator part = planned(rule("1.1").partOf("1").type(ValueType.PERCENT).build(), null, "50%");
		assertThat(PlanChecks.check(2026, 2026, List.of(shares, part, part))).isEmpty();
	}

	@Test
	void addsUpCountsToo() {
		PlannedIndicator parent = planned(rule("1").type(ValueType.COUNT).build(), null, "10");
		PlannedIndicator part = planned(rule("1.1").partOf("1").type(ValueType.COUNT).build(), null, "3");
		assertThat(PlanChecks.check(2026, 2026, List.of(parent, part, part)))
			.containsExactly(new Finding("1", 2026, Problem.warning("breakdown-sum", "2026", "6", "10")));
	}

	@Test
	void addsUpThePeriodsOwnTargets() {
		PlannedIndicator parent = planned(SUM, "100", "-");
		PlannedIndicator part = planned(part("1.1"), "40", "-");
		assertThat(PlanChecks.check(2026, 2030, List.of(parent, part, part)))
			.containsExactly(new Finding("1", null, Problem.warning("breakdown-sum", "2026–2030", "80", "100")));
	}

	@ParameterizedTest
	@CsvSource({ "SUM,20,,", "SUM,21,yearly-targets-rounding,20", "SUM,'21,1',yearly-targets,20",
			"LAST,'11,4',yearly-targets-rounding,11", "LAST,11,,", "LAST,12,yearly-targets,11", "AVERAGE,10,,",
			"AVERAGE,11,yearly-targets,10", "AVERAGE,'10,04',yearly-targets-rounding,10", "GROWTH_RATE,10,,",
			"GROWTH_RATE,9,yearly-targets,'10,0'" })
	void comparesTheYearsWithThePeriod(Accumulation accumulation, String period, String code, String reckoned) {
		IndicatorRule rule = rule("1").adds(accumulation).build();
		PlannedIndicator planned = planned(rule, period, "9", "11");
		List<Finding> findings = PlanChecks.check(2026, 2027, List.of(planned));
		assertThat(findings).extracting((finding) -> finding.problem().code())
			.isEqualTo((code != null) ? List.of(code) : List.of());
		assertThat(findings).allSatisfy((finding) -> {
			assertThat(finding.year()).isNull();
			assertThat(finding.problem().arguments()).containsExactly("2026–2027", reckoned, period);
		});
	}

	@Test
	void comparesEveryYearWithThePeriodWhereEachCounts() {
		PlannedIndicator planned = planned(rule("1").adds(Accumulation.EVERY_YEAR).build(), "100%", "100%", "99%");
		assertThat(PlanChecks.check(2026, 2027, List.of(planned)))
			.containsExactly(new Finding("1", 2027, Problem.warning("yearly-target", "2027", "99", "100")));
	}

	@Test
	void comparesSharesOfSums() {
		IndicatorRule rule = rule("1").type(ValueType.RATIO).adds(Accumulation.RATIO_OF_SUMS).build();
		assertThat(codes(planned(rule, "100%", "3/3", "1/1"))).isEmpty();
		assertThat(codes(planned(rule, "100%", "3/3", "1/2"))).containsExactly("yearly-targets");
	}

	@Test
	void saysNothingOfThePeriodWhereOneSideIsMissing() {
		assertThat(codes(planned(SUM, null, "9", "11"))).isEmpty();
		assertThat(codes(planned(SUM, "cơ bản đạt", "9", "11"))).isEmpty();
		assertThat(codes(planned(SUM, "20", "-"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "HIGHER_IS_BETTER,'9,9',true", "HIGHER_IS_BETTER,10,false", "LOWER_IS_BETTER,'10,1',true",
			"LOWER_IS_BETTER,10,false", "HIGHER_IS_BETTER,2,false" })
	void pointsOutATargetWorseThanTheBaseline(Direction direction, String target, boolean worse) {
		IndicatorRule rule = rule("1").direction(direction).build();
		PlannedIndicator planned = withBaseline(planned(rule, null, target), "10", true);
		assertThat(codes(planned).contains("target-below-baseline")).isEqualTo(worse);
		assertThat(codes(withBaseline(planned, "10", false))).doesNotContain("target-below-baseline");
	}

	@ParameterizedTest
	@CsvSource({ "HIGHER_IS_BETTER,11,plan-above-congress", "HIGHER_IS_BETTER,9,plan-below-congress",
			"LOWER_IS_BETTER,11,plan-below-congress", "LOWER_IS_BETTER,9,plan-above-congress",
			"LOWER_IS_BETTER,'10,0',", "HIGHER_IS_BETTER,cơ bản đạt," })
	void comparesThePlanWithTheCongress(Direction direction, String own, String code) {
		PlannedIndicator planned = new PlannedIndicator(rule("1").direction(direction).build(), null, null, target(own),
				Map.of(), target("10"));
		assertThat(codes(planned)).isEqualTo((code != null) ? List.of(code) : List.of());
	}

	@ParameterizedTest
	@CsvSource({ "2,10,true", "'2,01',10,false", "10,2,true", "10,'2,01',false", "0,10,false", "10,0,false",
			"-2,-10,true" })
	void pointsOutAFivefoldJump(String first, String second, boolean jump) {
		PlannedIndicator planned = planned(rule("1").build(), null, first, second);
		assertThat(codes(planned)).isEqualTo(jump ? List.of("target-jump") : List.of());
		assertThat(PlanChecks.isComparable(target(first).value(), target(second).value())).isEqualTo(!jump);
	}

	@Test
	void saysBetweenWhichYearsItJumps() {
		PlannedIndicator planned = planned(rule("1").build(), null, "1", "-", "9", "50");
		assertThat(PlanChecks.check(2026, 2030, List.of(planned)))
			.containsExactly(new Finding("1", 2029, Problem.warning("target-jump", "2028", "9", "2029", "50")));
	}

	@Test
	void takesAMissingBaselineForComparable() {
		assertThat(PlanChecks.isComparable(null, BigDecimal.ONE)).isTrue();
		assertThat(PlanChecks.isComparable(BigDecimal.ONE, null)).isTrue();
		assertThat(codes(withBaseline(planned(rule("1").build(), null, "-", "100"), "1", true))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'0,465','46,5%',,target-fraction", "'0,955',,,target-fraction", "1,95%,,target-fraction",
			"'0,9%',46%,,", "'0,9','1,2%','1,5%',", "'0,9','1,2',,", "'46,5','46%',,", "0,'46%',,",
			"'0,465','0,47%','46%'," })
	void asksWhetherAShareWasWrittenAsAFraction(String share, String other, String period, String code) {
		IndicatorRule rule = rule("1").type(ValueType.PERCENT).bounded().build();
		Map<Integer, ParsedTarget> targets = new HashMap<>(Map.of(2027, percent(share)));
		if (other != null) {
			targets.put(2026, percent(other));
		}
		PlannedIndicator planned = new PlannedIndicator(rule, "%", null, (period != null) ? percent(period) : null,
				targets, null);
		assertThat(codes(planned).stream().filter((found) -> !found.endsWith("jump") && !found.startsWith("yearly")))
			.isEqualTo((code != null) ? List.of(code) : List.of());
	}

	@Test
	void asksAboutAShareAboveItsWhole() {
		IndicatorRule rule = rule("1").type(ValueType.PERCENT).bounded().build();
		Map<Integer, ParsedTarget> targets = Map.of(2026, percent("141"));
		assertThat(PlanChecks.check(2026, 2030, List.of(new PlannedIndicator(rule, "%", null, null, targets, null))))
			.containsExactly(new Finding("1", 2026, Problem.warning("target-above-whole", "141")));
	}

	private static ParsedTarget percent(String text) {
		return ((TargetGrammar.Reading.Understood) TargetGrammar.read(text, "%")).target();
	}

	private static List<String> codes(PlannedIndicator indicator) {
		return PlanChecks.check(2026, 2030, List.of(indicator))
			.stream()
			.map((finding) -> finding.problem().code())
			.toList();
	}

	private static IndicatorRule part(String no) {
		return rule(no).partOf("1").adds(Accumulation.SUM).build();
	}

	private static PlannedIndicator planned(IndicatorRule rule, String period, String... years) {
		Map<Integer, ParsedTarget> targets = new HashMap<>();
		for (int i = 0; i < years.length; i++) {
			if (!years[i].equals("-")) {
				targets.put(2026 + i, target(years[i]));
			}
		}
		return new PlannedIndicator(rule, "Tỷ đồng", null, (period != null) ? target(period) : null, targets, null);
	}

	private static PlannedIndicator withBaseline(PlannedIndicator planned, String value, boolean comparable) {
		return new PlannedIndicator(planned.rule(), planned.unit(),
				new Baseline(2025, new BigDecimal(value), comparable), planned.target(), planned.yearlyTargets(), null);
	}

}
