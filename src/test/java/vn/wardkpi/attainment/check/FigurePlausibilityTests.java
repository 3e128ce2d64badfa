package vn.wardkpi.attainment.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.wardkpi.attainment.Plans.FINAL;
import static vn.wardkpi.attainment.Plans.figure;
import static vn.wardkpi.attainment.Plans.ratio;
import static vn.wardkpi.attainment.Plans.ratio;
import static vn.wardkpi.attainment.Plans.rule;
import static vn.wardkpi.attainment.Plans.share;
import static vn.wardkpi.attainment.Plans.target;

class FigurePlausibilityTests {

	private static final IndicatorRule COUNT = rule("1").type(ValueType.COUNT).build();

	private static final IndicatorRule AMOUNT = rule("1").build();

	private static final IndicatorRule GROWTH = rule("1").type(ValueType.PERCENT).build();

	@ParameterizedTest
	@CsvSource({ "101,true", "100.01,true", "100,false", "0,false", "-0.1,true" })
	void refuseAShareOutsideItsWhole(String value, boolean refused) {
		FieldProblem problem = new FieldProblem("value", Problem.error("share-outside-whole", value.replace('.', ',')));
		assertThat(check(share(), figure(FINAL, value))).isEqualTo(refused ? List.of(problem) : List.of());
		assertThat(check(GROWTH, figure(FINAL, value))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0.5,'0,5'", "12,", "12.0,", "12.01,'12,01'" })
	void refuseHalfOfAThingThatIsCounted(String value, String written) {
		FieldProblem problem = new FieldProblem("value", Problem.error("count-not-whole", String.valueOf(written)));
		assertThat(check(COUNT, figure(FINAL, value))).isEqualTo((written != null) ? List.of(problem) : List.of());
		assertThat(check(AMOUNT, figure(FINAL, value))).isEmpty();
	}

	@Test
	void refuseAShareOfHalfAThing() {
		IndicatorRule schools = rule("1").type(ValueType.RATIO).bounded().build();
		assertThat(FigurePlausibility.check(schools, "Trường", List.of(), ratio(FINAL, "1.5", "18"), null))
			.containsExactly(new FieldProblem("numerator", Problem.error("count-not-whole", "1,5")));
		assertThat(FigurePlausibility.check(schools, "%", List.of(), ratio(FINAL, "12", "18.5"), null))
			.containsExactly(new FieldProblem("denominator", Problem.error("count-not-whole", "18,5")));
		assertThat(FigurePlausibility.check(schools, "Tỷ đồng", List.of(), ratio(FINAL, "1.5", "18"), null)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "9908.3,,", "9908.4,INFO,breakdown-sum-rounding", "9908.2,INFO,breakdown-sum-rounding",
			"9908.5,WARNING,breakdown-sum", "9908.1,WARNING,breakdown-sum" })
	void pointOutPartsThatDoNotAddUpToTheirWhole(String whole, Problem.Severity severity, String code) {
		List<BreakdownValue> entered = List.of(amount("1", null, whole), amount("1.1", "1", "8608.8"),
				amount("1.2", "1", "1299.5"), amount("2", null, "7"));

		for (String no : List.of("1", "1.1", "1.2")) {
			List<FieldProblem> problems = FigurePlausibility.breakdown(no, 2030, entered);
			if (code == null) {
				assertThat(problems).isEmpty();
			}
			else {
				assertThat(problems).containsExactly(new FieldProblem("value",
						new Problem(severity, code, List.of("2030", "9.908,3", whole.replace("9908.", "9.908,")))));
			}
		}
		assertThat(FigurePlausibility.breakdown("2", 2030, entered)).isEmpty();
	}

	@Test
	void roundNoFinerThanAFigureWasEntered() {
		assertThat(FigurePlausibility.breakdown("1", 2026,
				List.of(amount("1", null, "10"), amount("1.1", "1", "4.96"), amount("1.2", "1", "4.98"))))
			.extracting((field) -> field.problem().code())
			.containsExactly("breakdown-sum");
	}

	@Test
	void sayNothingOfABreakdownThatIsIncompleteOrNone() {
		BreakdownValue whole = amount("1", null, "10");
		BreakdownValue part = amount("1.1", "1", "4");
		assertThat(FigurePlausibility.breakdown("1", 2026, List.of(whole, part))).as("a single part").isEmpty();
		assertThat(FigurePlausibility.breakdown("1.1", 2026,
				List.of(whole, part, part("1.2", "1", ValueType.AMOUNT, "Tỷ đồng"))))
			.as("a part without a figure")
			.isEmpty();
		assertThat(FigurePlausibility.breakdown("1.1", 2026, List.of(whole.with(null), part, amount("1.2", "1", "4"))))
			.as("a whole without a figure")
			.isEmpty();
		assertThat(FigurePlausibility.breakdown("1.1", 2026,
				List.of(whole, part, part("1.2", "1", ValueType.AMOUNT, "Triệu đồng").with(BigDecimal.ONE))))
			.as("another unit")
			.isEmpty();
		assertThat(FigurePlausibility.breakdown("3", 2026,
				List.of(part("3", null, ValueType.PERCENT, "%").with(BigDecimal.TEN),
						part("3.1", "3", ValueType.PERCENT, "%").with(BigDecimal.ONE),
						part("3.2", "3", ValueType.PERCENT, "%").with(BigDecimal.ONE))))
			.as("shares")
			.isEmpty();
		assertThat(FigurePlausibility.breakdown("1.1", 2026, List.of(
				new BreakdownValue("1", null, IndicatorRole.GROUP, ValueType.AMOUNT, "Tỷ đồng", 1, BigDecimal.TEN),
				part, amount("1.2", "1", "4"))))
			.as("a group")
			.isEmpty();
	}

	private static BreakdownValue amount(String no, String parentNo, String value) {
		return part(no, parentNo, ValueType.AMOUNT, "Tỷ đồng").with(new BigDecimal(value));
	}

	private static BreakdownValue part(String no, String parentNo, ValueType type, String unit) {
		return new BreakdownValue(no, parentNo, (parentNo != null) ? IndicatorRole.BREAKDOWN : IndicatorRole.COUNTED,
				type, unit, 1, null);
	}

	@Test
	void refuseMoreThanTheWhole() {
		assertThat(check(share(), ratio(FINAL, "19", "18")))
			.containsExactly(new FieldProblem("numerator", Problem.error("share-part-above-whole", "19", "18")));
		assertThat(check(share(), ratio(FINAL, "18", "18"))).isEmpty();
		assertThat(check(GROWTH, ratio(FINAL, "19", "18"))).isEmpty();
	}

	@Test
	void refusePartsThatCannotBe() {
		assertThat(check(share(), ratio(FINAL, "1", "0")))
			.containsExactly(new FieldProblem("denominator", Problem.error("denominator-not-positive")));
		assertThat(check(share(), ratio(FINAL, "-1", "5")))
			.containsExactly(new FieldProblem("numerator", Problem.error("count-negative")));
		assertThat(check(share(), ratio(FINAL, "0", "5"))).isEmpty();
		assertThat(check(share(), new Figure(FINAL, null, BigDecimal.ONE, null, null))).isEmpty();
		assertThat(check(share(), new Figure(FINAL, null, null, BigDecimal.ONE, null))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "99.96,8743,8833,'98,98'", "98.98,8743,8833,", "99.0,8743,8833,", "99,8743,8833,", "98,8743,8833,99",
			"66.7,12,18,", "66.70,12,18,'66,67'" })
	void pointOutAShareThatDoesNotFollowFromItsParts(BigDecimal value, BigDecimal x, BigDecimal y, String computed) {
		Figure figure = new Figure(FINAL, value, x, y, null);
		List<FieldProblem> problems = check(share(), figure);
		assertThat(problems).extracting((at) -> at.problem().code())
			.isEqualTo((computed != null) ? List.of("share-does-not-follow") : List.of());
		assertThat(problems).allSatisfy((at) -> assertThat(at.problem().arguments()).endsWith(computed));
		assertThat(check(AMOUNT, figure)).isEmpty();
		assertThat(check(rule("1").type(ValueType.RATIO).bounded().build(), figure)).isEqualTo(problems);
	}

	@Test
	void saysWhatFollowsFromTheParts() {
		Figure figure = new Figure(FINAL, new BigDecimal("99.96"), new BigDecimal("8743"), new BigDecimal("8833"),
				null);
		assertThat(check(share(), figure)).containsExactly(
				new FieldProblem("value", Problem.warning("share-does-not-follow", "99,96", "8.743/8.833", "98,98")));
	}

	@Test
	void refuseANegativeCount() {
		assertThat(check(COUNT, figure(FINAL, "-1")))
			.containsExactly(new FieldProblem("value", Problem.error("count-negative")));
		assertThat(check(COUNT, figure(FINAL, "0"))).isEmpty();
		assertThat(check(AMOUNT, figure(FINAL, "-1"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "500,figure-jump", "499,", "20,figure-jump", "20.1,", "50000,figure-scale", "49999,figure-jump",
			"0.2,figure-scale", "0.21,figure-jump", "0,", "-500,figure-jump" })
	void pointOutAJumpFromTheYearBefore(String value, String code) {
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", List.of(), figure(FINAL, value), new BigDecimal("100")))
			.extracting((at) -> at.problem().code())
			.isEqualTo((code != null) ? List.of(code) : List.of());
	}

	@Test
	void compareOnlyWholeYearsWithTheYearBefore() {
		BigDecimal before = new BigDecimal("100");
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", List.of(), figure(ReportingPeriod.M06, "5"), before))
			.isEmpty();
		assertThat(FigurePlausibility.check(share(), "%", List.of(), figure(FINAL, "5"), before)).isEmpty();
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", List.of(), Figure.ofWord(FINAL, Verdict.MET), before))
			.isEmpty();
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", List.of(), figure(FINAL, "600"), before))
			.containsExactly(new FieldProblem("value", Problem.warning("figure-jump", "600", "100", "Tỷ đồng")));
		assertThat(FigurePlausibility.check(COUNT, null, List.of(), figure(FINAL, "-600"), before)).hasSize(1);
	}

	@Test
	void suspectAnotherUnitByTheTarget() {
		List<ParsedTarget> targets = List.of(target("cơ bản đạt"), target("9.923,5"));
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", targets, figure(FINAL, "9923500"), new BigDecimal("10")))
			.containsExactly(
					new FieldProblem("value", Problem.warning("figure-scale", "9.923.500", "9.923,5", "Tỷ đồng")));
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", targets, figure(ReportingPeriod.M01, "9923500"), null))
			.hasSize(1);
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", targets, figure(FINAL, "9.9"), null)).hasSize(1);
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", targets, figure(ReportingPeriod.M01, "9.9"), null))
			.isEmpty();
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", targets, figure(FINAL, "9000"), null)).isEmpty();
		assertThat(FigurePlausibility.check(AMOUNT, "Tỷ đồng", List.of(target("0")), figure(FINAL, "9000"), null))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "100,150,FINAL,", "100,150.1,FINAL,explanation-far", "100,99,FINAL,explanation-not-met",
			"100,50,FINAL,explanation-not-met", "100,49.9,FINAL,explanation-not-met", "100,20,M06,",
			"100,150.1,M06,explanation-far", "100,49.9,ESTIMATE,explanation-not-met", "0,10,FINAL,",
			"4/9,100,FINAL,explanation-far", "4/9,66,FINAL,", "80 - 100,150,FINAL,",
			"80 - 100,151,FINAL,explanation-far", "80 - 100,39,FINAL,explanation-not-met",
			"80 - 100,40,FINAL,explanation-not-met" })
	void askForAnExplanation(String target, String value, ReportingPeriod period, String code) {
		assertThat(FigurePlausibility.explanationNeeded(AMOUNT, List.of(target(target)), figure(period, value)))
			.isEqualTo(Optional.ofNullable(code)
				.map((expected) -> new FieldProblem("explanation", Problem.warning(expected))));
	}

	@Test
	void askForAnExplanationOfAnyIssuersMiss() {
		assertThat(
				FigurePlausibility.explanationNeeded(AMOUNT, List.of(target("10"), target("12")), figure(FINAL, "11")))
			.isPresent();
		assertThat(
				FigurePlausibility.explanationNeeded(AMOUNT, List.of(target("10"), target("11")), figure(FINAL, "11")))
			.isEmpty();
		assertThat(FigurePlausibility.explanationNeeded(AMOUNT, List.of(target("cơ bản đạt")),
				Figure.ofWord(FINAL, Verdict.NOT_MET)))
			.isPresent();
		assertThat(FigurePlausibility.explanationNeeded(share(), List.of(target("4/9")), ratio(FINAL, "1", "9")))
			.isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "12.5, Hộ, true", "12.5, hộ, true", "12, Hộ, false", "12.0, Hộ, false", "0.5, Trường, true",
			"12.5, Tỷ đồng, false", "12.5, ha, false", "12.5, Tr.đồng/người/tháng, false" })
	void halfOfAThingThatIsCountedIsAskedBack(BigDecimal value, String unit, boolean asked) {
		List<FieldProblem> problems = FigurePlausibility.check(AMOUNT, unit, List.of(), Figure.of(FINAL, value), null);
		assertThat(problems.stream().anyMatch((field) -> field.problem().code().equals("figure-half")))
			.isEqualTo(asked);
	}

	private static List<FieldProblem> check(IndicatorRule rule, Figure figure) {
		return FigurePlausibility.check(rule, null, List.of(), figure, null);
	}

}
