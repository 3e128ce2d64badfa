package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.wardkpi.attainment.Plans.rule;
import static vn.wardkpi.attainment.period.PeriodBuilder.period;

/**
 * What the thresholds of a course are compared with, and what endangers the period.
 * Section 7 of the rules.
 */
class PeriodDangerTests {

	/** Three years of a mean are divided by three twice; 19/20 stays 19/20. */
	@ParameterizedTest
	@CsvSource({ "6,6,7,20,ON_COURSE,0.95", "2,2,2,10,LAGGING,0.60", "6,6,6.9999,20,LAGGING,0.94",
			"2,2,1.9999,10,OFF_COURSE,0.59" })
	void thresholdsAreComparedExactly(String one, String two, String three, BigDecimal of, Course course,
			BigDecimal progress) {
		// targets whose sum is `of`: of/3 has no end
		String rest = of.subtract(BigDecimal.valueOf(2)).toPlainString();
		PeriodAttainment mean = period(rule("1").adds(Accumulation.AVERAGE).build()).target("9")
			.targets("1", "1", rest, "9", "9")
			.actuals(one, two, three)
			.judge();
		assertThat(mean.course()).isEqualTo(course);
		assertThat(mean.progress()).isEqualTo(progress);
	}

	@Test
	void aStraightLineIsComparedExactlyToo() {
		// 0 to 7 in five years: 1.4 in the first, 19/20 of which is 1.33
		PeriodBuilder line = period(rule("1").build()).baseline("0").target("7");
		assertThat(line.actuals("1.33").judge().course()).isEqualTo(Course.ON_COURSE);
		assertThat(line.actuals("1.3299").judge().course()).isEqualTo(Course.LAGGING);
		assertThat(line.actuals("1.3299").judge().progress()).isEqualTo(new BigDecimal("0.94"));
		assertThat(line.actuals("0.84").judge().course()).isEqualTo(Course.LAGGING);
		assertThat(line.actuals("-0.001").judge().course()).isEqualTo(Course.REVERSING);
		assertThat(line.actuals("-0.001").judge().progress()).isEqualTo(new BigDecimal("-0.01"));
	}

	@Test
	void aMissOfWhatIsHeldEveryYearIsADanger() {
		PeriodAttainment miss = period(rule("1").adds(Accumulation.EVERY_YEAR).build()).target("5")
			.actuals("4")
			.judge();
		assertThat(miss.course()).isEqualTo(Course.OFF_COURSE);
		assertThat(miss.atRisk()).isTrue();
		assertThat(miss.projection()).isNull();
	}

	@Test
	void whatIsOnCourseIsInDangerWhereItsPaceDoesNotSuffice() {
		// 96 and 97 of 100 asked; 193 + 3 × 96.5 = 482.5
		PeriodAttainment period = period(rule("1").adds(Accumulation.SUM).build()).target("500")
			.actuals("96", "97")
			.judge();
		assertThat(period.course()).isEqualTo(Course.ON_COURSE);
		assertThat(period.projection().periodValue()).isEqualTo(new BigDecimal("482.5"));
		assertThat(period.projection().shortfall()).isEqualTo(new BigDecimal("17.5"));
		assertThat(period.atRisk()).isTrue();
	}

	@Test
	void aLimitIsInDangerWhereThePaceGoesBeyondIt() {
		PeriodAttainment period = period(rule("1").lower().adds(Accumulation.SUM).build()).target("50")
			.actuals("10", "11")
			.judge();
		// 21 + 3 × 10.5 = 52.5
		assertThat(period.projection())
			.isEqualTo(new Projection(2, new BigDecimal("52.5"), new BigDecimal("50"), new BigDecimal("2.5"), false));
		assertThat(period.atRisk()).isTrue();
	}

	@Test
	void dangersAreRankedByCourseThenByWhatTheyLack() {
		IndicatorPeriod onCourse = sum("1", "96", "97");
		IndicatorPeriod lagging = sum("2", "80", "80");
		IndicatorPeriod laggingMore = sum("3", "70", "70");
		IndicatorPeriod off = period(rule("4").adds(Accumulation.EVERY_YEAR).build()).target("5").actuals("4").build();
		IndicatorPeriod offMore = sum("5", "10", "10");
		IndicatorPeriod reversing = sum("6", "-1", "-1");
		IndicatorPeriod safe = sum("7", "100", "100");
		IndicatorPeriod laggingAlike = sum("8", "80", "80");
		IndicatorPeriod part = period(rule("9.1").partOf("9").adds(Accumulation.SUM).build()).target("500")
			.actuals("1", "1")
			.build();
		IndicatorPeriod group = period(rule("9").group().build()).build();
		Map<String, PeriodAttainment> plan = PlanPeriod
			.judge(List.of(onCourse, lagging, laggingMore, off, offMore, reversing, safe, laggingAlike, group, part))
			.attainments();
		assertThat(plan.get("6").atRiskRank()).isEqualTo(1);
		// OFF_COURSE: 498/500… before 450/500 before what cannot be told
		assertThat(plan.get("9").atRiskRank()).isEqualTo(2);
		assertThat(plan.get("5").atRiskRank()).isEqualTo(3);
		assertThat(plan.get("4").atRiskRank()).isEqualTo(4);
		assertThat(plan.get("3").atRiskRank()).isEqualTo(5);
		assertThat(plan.get("2").atRiskRank()).isEqualTo(6);
		assertThat(plan.get("8").atRiskRank()).isEqualTo(7);
		assertThat(plan.get("1").atRiskRank()).isEqualTo(8);
		assertThat(plan.get("7").atRisk()).isFalse();
		assertThat(plan.get("7").atRiskRank()).isNull();
		assertThat(plan.get("9.1").atRisk()).isTrue();
		assertThat(plan.get("9.1").atRiskRank()).isNull();
	}

	private static IndicatorPeriod sum(String no, String... actuals) {
		return period(rule(no).adds(Accumulation.SUM).build()).target("500").actuals(actuals).build();
	}

	@Test
	void aGroupSaysUpToWhichYearItsDecisiveRowWasJudged() {
		IndicatorPeriod group = period(rule("2").group().build()).build();
		IndicatorPeriod rate = period(rule("2.1").partOf("2").decisive().type(ValueType.PERCENT).build())
			.target("94,4%")
			.targets("66,7%", "66,7%", "72,2%", "83,3%", "94,4%")
			.actuals("66.7", "-", "72.2")
			.build();
		IndicatorPeriod other = period(rule("2.2").partOf("2").adds(Accumulation.SUM).build()).target("10")
			.actuals("9", "9", "9", "9")
			.build();
		PeriodAttainment judged = PlanPeriod.judge(List.of(group, rate, other)).attainments().get("2");
		assertThat(judged.latestYear()).isEqualTo(2028);
		assertThat(judged.missingYears()).containsExactly(2027);
		assertThat(judged.remainingYears()).containsExactly(2029, 2030);
		assertThat(judged.verdict()).isEqualTo(Verdict.IN_PROGRESS);
		assertThat(PlanPeriod.judge(List.of(group)).attainments().get("2").verdict()).isEqualTo(Verdict.NOT_ASSIGNED);
	}

	@Test
	void theCourseBesideAYearIsThatYears() {
		IndicatorPeriod period = period(rule("1").build()).baseline("0").target("50").actuals("10", "11").build();
		assertThat(PeriodAttainment.judge(period.until(2026)).courseOf(2026)).isEqualTo(Course.ON_COURSE);
		assertThat(PeriodAttainment.judge(period.until(2027)).courseOf(2027)).isEqualTo(Course.OFF_COURSE);
		assertThat(PeriodAttainment.judge(period.until(2028)).courseOf(2028)).isEqualTo(Course.NOT_ASSESSABLE);
	}

}
