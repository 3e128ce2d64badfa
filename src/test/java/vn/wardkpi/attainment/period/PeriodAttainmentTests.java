package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Baseline;
import vn.wardkpi.attainment.Decimals;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.wardkpi.attainment.Plans.ESTIMATE;
import static vn.wardkpi.attainment.Plans.FINAL;
import static vn.wardkpi.attainment.Plans.figure;
import static vn.wardkpi.attainment.Plans.rule;
import static vn.wardkpi.attainment.period.PeriodBuilder.period;

class PeriodAttainmentTests {

	private static BigDecimal d(String number) {
		return new BigDecimal(number);
	}

	@Nested
	class Sums {

		private PeriodBuilder revenue() {
			return period(rule("1").adds(Accumulation.SUM).build()).target("46.497,8")
				.targets("9.923,5", "8.410,6", "8.881,5", "9.373,9", "9.908,4");
		}

		@Test
		void addTheYears() {
			PeriodAttainment period = revenue().actuals("10000", "8000.5").judge();
			assertThat(period.latestYear()).isEqualTo(2027);
			assertThat(period.value()).isEqualByComparingTo("18000.5");
			assertThat(period.targetToDate()).isEqualByComparingTo("18334.1");
			assertThat(period.target()).isEqualByComparingTo("46497.8");
			assertThat(period.targetsDifference()).isEqualTo(d("0.1"));
			assertThat(period.remainingYears()).containsExactly(2028, 2029, 2030);
			assertThat(period.required()).isEqualTo(d("9499.10"));
			assertThat(period.pace()).isEqualTo(d("9000.25"));
			assertThat(period.paceFactor()).isEqualTo(d("1.1"));
			assertThat(period.progress()).isEqualTo(d("0.98"));
			assertThat(period.course()).isEqualTo(Course.ON_COURSE);
			assertThat(period.verdict()).isEqualTo(Verdict.IN_PROGRESS);
			assertThat(period.provisional()).isFalse();
			assertThat(period.yearsHeld()).isNull();
			assertThat(period.yearsJudged()).isNull();
		}

		@ParameterizedTest
		@CsvSource({ "95,ON_COURSE,0.95", "94.99,LAGGING,0.94", "60,LAGGING,0.60", "59.99,OFF_COURSE,0.59",
				"0,OFF_COURSE,0.00", "-1,REVERSING,-0.01", "100,ON_COURSE,1.00" })
		void areOnCourseByTheirShareOfTheTargetToDate(String actual, Course course, BigDecimal progress) {
			PeriodAttainment period = period(rule("1").adds(Accumulation.SUM).build()).target("500")
				.targets("100", "100", "100", "100", "100")
				.actuals(actual)
				.judge();
			assertThat(period.course()).isEqualTo(course);
			assertThat(period.progress()).isEqualTo(progress);
		}

		@Test
		void areAchievedOnceTheWholeIsThere() {
			PeriodAttainment period = period(rule("1").type(ValueType.COUNT).adds(Accumulation.SUM).build())
				.target("12")
				.targets("1", "3", "3", "5", "-")
				.actuals("6", "6")
				.judge();
			assertThat(period.course()).isEqualTo(Course.ACHIEVED);
			assertThat(period.verdict()).isEqualTo(Verdict.MET);
			// Section 6: provisional where an estimate decides it.
			assertThat(period.provisional()).isFalse();
			assertThat(period.required()).isEqualByComparingTo("0");
			assertThat(period.paceFactor()).isNull();
			assertThat(period.targetsDifference()).isEqualByComparingTo("0");
			assertThat(period.projection()).isNotNull();
		}

		@Test
		void areFinalWhenAllYearsAre() {
			PeriodBuilder whole = period(rule("1").adds(Accumulation.SUM).build()).target("10")
				.targets("2", "2", "2", "2", "2");
			PeriodAttainment missed = whole.actuals("2", "2", "2", "2", "1").judge();
			assertThat(missed.verdict()).isEqualTo(Verdict.NOT_MET);
			assertThat(missed.provisional()).isFalse();
			assertThat(missed.required()).isNull();
			assertThat(missed.projection()).isNull();
			assertThat(missed.remainingYears()).isEmpty();
			assertThat(whole.figure(2030, figure(ESTIMATE, "3")).judge().provisional()).isTrue();
			assertThat(whole.judge().verdict()).isEqualTo(Verdict.EXCEEDED);
		}

		@Test
		void requireNothingOfALimitThatCannotBeSaid() {
			PeriodBuilder limit = period(rule("1").lower().adds(Accumulation.SUM).build()).target("10")
				.targets("2", "2", "2", "2", "2");
			// Section 6: never below 0, and not computed while a year is missing.
			assertThat(limit.actuals("11").judge().required()).isEqualByComparingTo("0");
			assertThat(limit.actuals("11", "-", "3").judge().required()).isNull();
			assertThat(limit.judge().requiredMissing()).containsExactly(2027);
			assertThat(limit.actuals("11", "1", "3", "1", "1").judge().required()).isNull();
		}

		@Test
		void compareOnlyYearsThatHaveAFigure() {
			PeriodAttainment period = revenue().actuals("10000", "-", "9000").judge();
			assertThat(period.targetToDate()).isEqualByComparingTo("18805.0");
			// Section 6: 2027 is past, so it is missing and does not remain.
			assertThat(period.missingYears()).containsExactly(2027);
			assertThat(period.remainingYears()).containsExactly(2029, 2030);
			assertThat(period.required()).isNull();
			assertThat(period.requiredMissing()).containsExactly(2027);
			assertThat(period.pace()).isEqualTo(d("9500.00"));
			assertThat(period.projection()).isNull();
		}

		@Test
		void leaveOutAYearTheyWereNotAssigned() {
			PeriodAttainment period = period(rule("1").adds(Accumulation.SUM).build()).target("5")
				.targets("-", "-", "1", "2", "2")
				.actuals("1", "0", "1")
				.judge();
			// Section 6, like with like: the years for which a target was set.
			assertThat(period.value()).isEqualByComparingTo("1");
			assertThat(period.targetToDate()).isEqualByComparingTo("1");
			assertThat(period.remainingYears()).containsExactly(2029, 2030);
			assertThat(period.required()).isEqualTo(d("2.00"));
		}

		@Test
		void spreadThePeriodsTargetWhereNoYearHasOne() {
			PeriodAttainment period = period(rule("1").adds(Accumulation.SUM).build()).target("50")
				.actuals("9")
				.judge();
			assertThat(period.targetToDate()).isEqualByComparingTo("10");
			assertThat(period.targetsDifference()).isNull();
			assertThat(period.course()).isEqualTo(Course.LAGGING);
		}

		@ParameterizedTest
		@CsvSource({ "10,ON_COURSE,IN_PROGRESS", "12,LAGGING,IN_PROGRESS", "20,OFF_COURSE,IN_PROGRESS",
				"51,OFF_COURSE,NOT_MET", "0,ON_COURSE,IN_PROGRESS" })
		void stayWithinALimitWhereLowerIsBetter(String actual, Course course, Verdict verdict) {
			PeriodAttainment period = period(rule("1").lower().adds(Accumulation.SUM).build()).target("50")
				.targets("10", "10", "10", "10", "10")
				.actuals(actual)
				.judge();
			assertThat(period.course()).isEqualTo(course);
			assertThat(period.verdict()).isEqualTo(verdict);
		}

		@Test
		void haveKeptALimitOnlyAtTheEnd() {
			PeriodAttainment period = period(rule("1").lower().adds(Accumulation.SUM).build()).target("50")
				.targets("10", "10", "10", "10", "10")
				.actuals("10", "10", "10", "10", "9")
				.judge();
			assertThat(period.course()).isEqualTo(Course.ACHIEVED);
			assertThat(period.verdict()).isEqualTo(Verdict.EXCEEDED);
		}

		@Test
		void areComparedAndShownWithoutRounding() {
			PeriodBuilder share = period(rule("1").adds(Accumulation.SUM).build()).target("4,5")
				.targets("0,9", "0,9", "0,9", "0,9", "0,9");
			PeriodAttainment missed = share.actuals("0.8999").judge();
			assertThat(missed.value()).isEqualTo(d("0.8999"));
			assertThat(missed.pace()).isEqualTo(d("0.8999"));
			PeriodAttainment lagging = share.actuals("0.85").judge();
			assertThat(lagging.value()).isEqualTo(d("0.85"));
			assertThat(lagging.progress()).isEqualTo(d("0.94"));
			assertThat(lagging.course()).isEqualTo(Course.LAGGING);
			assertThat(share.actuals("0.85", "0.955").judge().value()).isEqualTo(d("1.805"));
		}

		@Test
		void areNotAchievedByTheNumberItselfWhereMoreWasAskedFor() {
			PeriodBuilder more = period(rule("1").adds(Accumulation.SUM).build()).target("trên 10").targets("5", "5");
			assertThat(more.actuals("10").judge().course()).isEqualTo(Course.ON_COURSE);
			assertThat(more.actuals("10").judge().verdict()).isEqualTo(Verdict.IN_PROGRESS);
			assertThat(more.actuals("10.1").judge().course()).isEqualTo(Course.ACHIEVED);
			assertThat(more.actuals("10.1").judge().verdict()).isEqualTo(Verdict.MET);
		}

		@Test
		void keepACeilingOnlyAtTheEndWhereHigherIsBetterToo() {
			PeriodBuilder ceiling = period(rule("1").adds(Accumulation.SUM).build()).target("không quá 50")
				.targets("10", "10", "10", "10", "10");
			assertThat(ceiling.actuals("10").judge().course()).isEqualTo(Course.ON_COURSE);
			assertThat(ceiling.actuals("10").judge().verdict()).isEqualTo(Verdict.IN_PROGRESS);
			PeriodAttainment kept = ceiling.actuals("10", "10", "10", "10", "10").judge();
			assertThat(kept.course()).isEqualTo(Course.ACHIEVED);
			assertThat(kept.verdict()).isEqualTo(Verdict.MET);
		}

		@Test
		void sayNothingOfAZeroTargetThatIsMissed() {
			PeriodBuilder zero = period(rule("1").adds(Accumulation.SUM).build()).target("10").targets("0", "10");
			assertThat(zero.actuals("0").judge().course()).isEqualTo(Course.ON_COURSE);
			assertThat(zero.actuals("-1").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
			assertThat(period(rule("1").lower().adds(Accumulation.SUM).build()).target("0")
				.targets("0")
				.actuals("1")
				.judge()
				.course()).isEqualTo(Course.OFF_COURSE);
		}

	}

	@Nested
	class Levels {

		private PeriodBuilder sme() {
			return period(rule("12").type(ValueType.PERCENT).bounded().build()).baseline("10")
				.target("70%")
				.targets("20%", "33%", "45%", "58%", "70%");
		}

		@Test
		void areTheLatestYears() {
			PeriodAttainment period = sme().actuals("18", "30").judge();
			assertThat(period.value()).isEqualByComparingTo("30");
			assertThat(period.targetToDate()).isEqualByComparingTo("33");
			assertThat(period.required()).isEqualTo(d("13.33"));
			assertThat(period.pace()).isEqualTo(d("10.00"));
			assertThat(period.paceFactor()).isEqualTo(d("1.3"));
			assertThat(period.progress()).isEqualTo(d("0.86"));
			assertThat(period.course()).isEqualTo(Course.LAGGING);
			assertThat(period.targetsDifference()).isEqualByComparingTo("0");
		}

		@ParameterizedTest
		@CsvSource({ "19.5,ON_COURSE", "19.4999,LAGGING", "16,LAGGING", "15.9999,OFF_COURSE", "10,OFF_COURSE",
				"9.9999,REVERSING", "20,ON_COURSE", "70,ACHIEVED", "69.9,ON_COURSE" })
		void areOnCourseByTheWayGoneSinceTheBaseline(String actual, Course course) {
			assertThat(sme().actuals(actual).judge().course()).isEqualTo(course);
		}

		@ParameterizedTest
		@CsvSource({ "6.1,ON_COURSE,1.00", "6.2,OFF_COURSE,0.00", "6.3,REVERSING,-1.00", "5.7,ACHIEVED,5.00",
				"6.14,LAGGING,0.60", "6.105,ON_COURSE,0.95" })
		void fallWhereLowerIsBetter(String actual, Course course, BigDecimal progress) {
			PeriodAttainment period = period(rule("17").lower().type(ValueType.PERCENT).bounded().build())
				.baseline("6.2")
				.target("5,7%")
				.targets("6,1%", "6,0%", "5,9%", "5,8%", "5,7%")
				.actuals(actual)
				.judge();
			assertThat(period.course()).isEqualTo(course);
			assertThat(period.progress()).isEqualTo(progress);
		}

		@Test
		void sayThePaceThatIsNeededAsAChange() {
			PeriodAttainment period = period(rule("17").lower().type(ValueType.PERCENT).bounded().build())
				.baseline("6.2")
				.target("5,7%")
				.targets("6,1%", "6,0%", "5,9%", "5,8%", "5,7%")
				.actuals("6.15")
				.judge();
			assertThat(period.required()).isEqualTo(d("-0.11"));
			assertThat(period.pace()).isEqualTo(d("-0.05"));
			assertThat(period.paceFactor()).isEqualTo(d("2.3"));
		}

		@Test
		void needNothingMoreOnceReached() {
			PeriodAttainment period = sme().actuals("75").judge();
			assertThat(period.required()).isEqualByComparingTo("0");
			assertThat(period.paceFactor()).isNull();
			assertThat(period.verdict()).isEqualTo(Verdict.IN_PROGRESS);
		}

		@Test
		void needAChangeWhereTheTargetsWordsAreNotMet() {
			// Section 3: a comparator against the direction is judged by the comparator.
			PeriodAttainment period = period(rule("1").build()).baseline("160")
				.target("không quá 226")
				.targets("173", "180", "198", "226")
				.actuals("173", "481")
				.judge();
			assertThat(period.required()).isEqualTo(d("-85.00"));
			// 481 and three years at a pace of 160,5.
			assertThat(period.projection().periodValue()).isEqualByComparingTo("962.5");
			assertThat(period.projection().shortfall()).isEqualByComparingTo("736.5");
		}

		@Test
		void areCountedFromTheBaselineBeforeTheFirstFigure() {
			PeriodAttainment period = sme().judge();
			assertThat(period.latestYear()).isNull();
			assertThat(period.value()).isNull();
			assertThat(period.targetToDate()).isNull();
			assertThat(period.required()).isEqualTo(d("12.00"));
			assertThat(period.pace()).isNull();
			assertThat(period.course()).isEqualTo(Course.NOT_ASSESSABLE);
			assertThat(period.verdict()).isEqualTo(Verdict.NO_DATA);
			assertThat(period.projection()).isNull();
		}

		@Test
		void areMetOrNotInTheLastYear() {
			assertThat(sme().actuals("20", "33", "45", "58", "71").judge().verdict()).isEqualTo(Verdict.EXCEEDED);
			PeriodAttainment missed = sme().actuals("20", "-", "-", "-", "69").judge();
			assertThat(missed.verdict()).isEqualTo(Verdict.NOT_MET);
			assertThat(missed.required()).isNull();
		}

		@Test
		void followAStraightLineWhereTheYearsHaveNoTargets() {
			PeriodBuilder line = period(rule("1").type(ValueType.PERCENT).bounded().build()).baseline("10")
				.target("60%");
			PeriodAttainment period = line.actuals("20", "29.5").judge();
			assertThat(period.targetToDate()).isEqualByComparingTo("30");
			assertThat(period.course()).isEqualTo(Course.ON_COURSE);
			assertThat(line.actuals("20", "28.9").judge().course()).isEqualTo(Course.LAGGING);
			assertThat(line.actuals("20", "30").judge().course()).isEqualTo(Course.ON_COURSE);
		}

		@Test
		void haveNoLineWithoutABaseline() {
			PeriodBuilder line = period(rule("1").type(ValueType.PERCENT).bounded().build()).target("60%");
			assertThat(line.actuals("50").judge().targetToDate()).isNull();
			assertThat(line.actuals("50").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
			assertThat(line.actuals("50", "50", "50", "50", "50").judge().targetToDate()).isEqualByComparingTo("60");
		}

		@Test
		void areJudgedByTheLastYearsTargetWhereThePeriodHasNone() {
			PeriodBuilder yearly = period(rule("1").build()).baseline("1").targets("2", "3", "4", "5", "6");
			assertThat(yearly.actuals("6").judge().course()).isEqualTo(Course.ACHIEVED);
			assertThat(yearly.actuals("1.5").judge().required()).isEqualTo(d("1.13"));
			assertThat(yearly.actuals("2", "3", "4", "5", "6").judge().verdict()).isEqualTo(Verdict.MET);
			assertThat(yearly.judge().target()).isNull();
		}

		@Test
		void cannotBeAssessedWithoutAComparableBaselineUnlessTheTargetIsMet() {
			PeriodBuilder bare = period(rule("1").build()).target("6").targets("2", "3", "4", "5", "6");
			for (Baseline baseline : new Baseline[] { null, new Baseline(2025, d("1"), false),
					new Baseline(2025, null, true) }) {
				assertThat(bare.baseline(baseline).actuals("1.9").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
				assertThat(bare.baseline(baseline).actuals("2").judge().course()).isEqualTo(Course.ON_COURSE);
			}
		}

		@Test
		void leaveItToTheVerdictWhereThePathAsksForNoChange() {
			PeriodBuilder schools = period(rule("2.1").type(ValueType.PERCENT).bounded().build()).baseline("66.7")
				.target("94,4%")
				.targets("66,7%", "66,7%", "72,2%", "83,3%", "94,4%");
			assertThat(schools.actuals("12/18").judge().course()).isEqualTo(Course.ON_COURSE);
			assertThat(schools.actuals("11/18").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
			PeriodBuilder wards = period(rule("16").type(ValueType.PERCENT).bounded().build()).baseline("89.5")
				.target("91%")
				.targets("88,2%", "90%", "90%", "91%", "91%");
			assertThat(wards.actuals("88.2").judge().course()).isEqualTo(Course.ON_COURSE);
			assertThat(wards.actuals("88").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
		}

		@Test
		void followAReviewersVerdictOnTheYear() {
			assertThat(sme().actuals("15").override(2026, Verdict.MET).judge().course()).isEqualTo(Course.ON_COURSE);
		}

		@Test
		void areShownAndComparedAsEntered() {
			PeriodBuilder level = period(rule("1").type(ValueType.PERCENT).build()).baseline("0.5")
				.target("1,3%")
				.targets("0,9%", "1,0%", "1,1%", "1,2%", "1,3%");
			PeriodAttainment missed = level.actuals("0.85").judge();
			assertThat(missed.value()).isEqualTo(d("0.85"));
			assertThat(missed.course()).isEqualTo(Course.LAGGING);
			assertThat(level.actuals("0.8996").judge().value()).isEqualTo(d("0.8996"));
			assertThat(level.actuals("1").judge().value()).isEqualTo(d("1.0"));
			PeriodAttainment line = period(level.build().rule()).baseline("0.5").target("1,0%").actuals("0.58").judge();
			assertThat(line.targetToDate()).isEqualTo(d("0.6"));
			assertThat(line.course()).isEqualTo(Course.LAGGING);
		}

		@Test
		void areProvisionalOnlyOnTheEstimateThatDecidesThem() {
			PeriodBuilder years = sme().actuals("20", "-", "45", "58", "71");
			assertThat(years.judge().provisional()).isFalse();
			assertThat(years.figure(2028, figure(ESTIMATE, "45")).judge().provisional()).isFalse();
			assertThat(years.figure(2030, figure(ESTIMATE, "71")).judge().provisional()).isTrue();
		}

		@Test
		void takeTheNearerEndOfARange() {
			PeriodAttainment higher = period(rule("1").build()).baseline("0")
				.target("7 - 8")
				.targets("5 - 6")
				.actuals("4")
				.judge();
			assertThat(higher.target()).isEqualByComparingTo("7");
			assertThat(higher.progress()).isEqualByComparingTo("0.8");
			PeriodAttainment lower = period(rule("1").lower().build()).baseline("10")
				.target("1 - 2")
				.targets("5 - 6")
				.actuals("7")
				.judge();
			assertThat(lower.target()).isEqualByComparingTo("2");
			assertThat(lower.progress()).isEqualByComparingTo("0.75");
		}

	}

	@Nested
	class EveryYear {

		private PeriodBuilder water() {
			return period(rule("7").type(ValueType.PERCENT).bounded().adds(Accumulation.EVERY_YEAR).build())
				.target("100%")
				.targets("100%", "100%", "100%", "100%", "100%");
		}

		@Test
		void isHeldSoFar() {
			PeriodAttainment period = water().actuals("100", "100").judge();
			assertThat(period.yearsHeld()).isEqualTo(2);
			assertThat(period.yearsJudged()).isEqualTo(2);
			assertThat(period.missedYears()).isEmpty();
			assertThat(period.remainingYears()).containsExactly(2028, 2029, 2030);
			assertThat(period.verdict()).isEqualTo(Verdict.IN_PROGRESS);
			assertThat(period.course()).isEqualTo(Course.ON_COURSE);
			assertThat(period.value()).isEqualByComparingTo("100");
			assertThat(period.targetToDate()).isEqualByComparingTo("100");
			assertThat(period.required()).isNull();
			assertThat(period.pace()).isNull();
			assertThat(period.targetsDifference()).isNull();
			assertThat(period.projection()).isNull();
		}

		@Test
		void isLostWithOneMiss() {
			PeriodAttainment period = water().actuals("99.9", "100").judge();
			assertThat(period.verdict()).isEqualTo(Verdict.NOT_MET);
			assertThat(period.provisional()).isFalse();
			assertThat(period.course()).isEqualTo(Course.OFF_COURSE);
			assertThat(period.yearsHeld()).isEqualTo(1);
			assertThat(period.missedYears()).containsExactly(2026);
			assertThat(water().actuals("99.9", "100").override(2026, Verdict.MET).judge().course())
				.isEqualTo(Course.ON_COURSE);
		}

		@Test
		void isJudgedByThePeriodsTargetWhereNoYearHasOne() {
			PeriodBuilder whole = period(water().build().rule()).target("99%");
			PeriodAttainment held = whole.actuals("99.5", "99").judge();
			assertThat(held.verdict()).isEqualTo(Verdict.IN_PROGRESS);
			assertThat(held.yearsHeld()).isEqualTo(2);
			assertThat(held.targetToDate()).isEqualByComparingTo("99");
			assertThat(held.course()).isEqualTo(Course.ON_COURSE);
			assertThat(whole.actuals("99", "98").judge().verdict()).isEqualTo(Verdict.NOT_MET);
			assertThat(whole.actuals("99", "98").judge().course()).isEqualTo(Course.OFF_COURSE);
			assertThat(whole.actuals("100", "100", "100", "100", "100").judge().verdict()).isEqualTo(Verdict.MET);
			assertThat(period(water().build().rule()).target("99%").judge().verdict()).isEqualTo(Verdict.NO_DATA);
		}

		@Test
		void isLostForGoodByAMissOnAnOfficialFigure() {
			PeriodBuilder missed = water().actuals("99.9").figure(2027, figure(ESTIMATE, "100"));
			assertThat(missed.judge().provisional()).isFalse();
			assertThat(missed.figure(2027, figure(ESTIMATE, "99")).judge().provisional()).isFalse();
			assertThat(water().figure(2026, figure(ESTIMATE, "99.9")).judge().provisional()).isTrue();
		}

		@Test
		void isMetWhenAllYearsAre() {
			assertThat(water().actuals("100", "100", "100", "100", "100").judge().verdict()).isEqualTo(Verdict.MET);
			assertThat(water().judge().verdict()).isEqualTo(Verdict.NO_DATA);
			assertThat(water().judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
			assertThat(period(water().build().rule()).judge().verdict()).isEqualTo(Verdict.NOT_ASSIGNED);
			assertThat(period(water().build().rule()).actuals("100").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
			assertThat(period(water().build().rule()).actuals("100").judge().targetToDate()).isNull();
		}

		@Test
		void isJudgedOnlyOnFullYears() {
			PeriodAttainment period = water().figure(2026, figure(ReportingPeriod.M06, "90")).judge();
			assertThat(period.yearsJudged()).isZero();
			assertThat(period.latestYear()).isNull();
			assertThat(water().figure(2026, figure(ESTIMATE, "100")).judge().yearsHeld()).isEqualTo(1);
		}

	}

	@Nested
	class Averages {

		private PeriodBuilder average() {
			return period(rule("1").type(ValueType.PERCENT).adds(Accumulation.AVERAGE).build()).target("10%")
				.targets("8%", "9%", "10%", "11%", "12%");
		}

		@Test
		void areTheMeanOfTheYears() {
			PeriodAttainment period = average().actuals("8", "8", "9").judge();
			assertThat(period.value()).isEqualTo(d("8.3"));
			assertThat(period.targetToDate()).isEqualTo(d("9.0"));
			assertThat(period.required()).isEqualTo(d("12.50"));
			assertThat(period.pace()).isEqualTo(d("8.33"));
			assertThat(period.paceFactor()).isEqualTo(d("1.5"));
			assertThat(period.targetsDifference()).isEqualByComparingTo("0");
			assertThat(period.course()).isEqualTo(Course.LAGGING);
			assertThat(period.verdict()).isEqualTo(Verdict.IN_PROGRESS);
		}

		@Test
		void areTheFigureItselfWhereThereIsOne() {
			PeriodAttainment one = average().actuals("7.96").judge();
			assertThat(one.value()).isEqualTo(d("7.96"));
			assertThat(one.pace()).isEqualTo(d("7.96"));
			assertThat(average().actuals("7.964").judge().pace()).isEqualTo(d("7.964"));
			assertThat(period(average().build().rule()).target("1%").targets("0,9%").actuals("0.5699").judge().course())
				.isEqualTo(Course.LAGGING);
		}

		@Test
		void requireNothingBelowZero() {
			assertThat(average().actuals("60").judge().required()).isEqualByComparingTo("0");
		}

		@Test
		void areJudgedAsComputedWhenThePeriodIsOver() {
			assertThat(average().actuals("10", "10", "10", "10", "9.8").judge().verdict()).isEqualTo(Verdict.MET);
			assertThat(average().actuals("10", "10", "10", "10", "9.7").judge().verdict()).isEqualTo(Verdict.NOT_MET);
			assertThat(average().actuals("10", "10", "10", "10", "9.7").judge().required()).isNull();
		}

		@Test
		void takeThePeriodsTargetForAYearWithoutOne() {
			assertThat(period(average().build().rule()).target("10%").actuals("9.5").judge().course())
				.isEqualTo(Course.ON_COURSE);
			assertThat(period(average().build().rule()).targets("10%").actuals("9", "9").judge().targetToDate())
				.isEqualByComparingTo("10");
		}

		@Test
		void areNeverAchievedBeforeTheEnd() {
			assertThat(average().actuals("50").judge().course()).isEqualTo(Course.ON_COURSE);
		}

	}

	@Nested
	class GrowthRates {

		private PeriodBuilder growth() {
			return period(rule("9").type(ValueType.PERCENT).adds(Accumulation.GROWTH_RATE).build()).target("12,1%")
				.targets("12,1%", "12,1%", "12,1%", "12,1%", "12,1%");
		}

		@Test
		void areTheGeometricMean() {
			PeriodAttainment period = growth().actuals("10", "14").judge();
			// sqrt(1.1 × 1.14) = 1.119821
			assertThat(period.value()).isEqualTo(d("12.0"));
			assertThat(period.pace()).isEqualTo(d("11.98"));
			assertThat(period.targetToDate()).isEqualTo(d("12.1"));
			// (1.121^5 / 1.254)^(1/3) = 1.121786
			assertThat(period.required()).isEqualTo(d("12.18"));
			assertThat(period.paceFactor()).isEqualTo(d("1.0"));
			// 0.254 / 0.256641 = 0.9897, cut
			assertThat(period.progress()).isEqualTo(d("0.98"));
			assertThat(period.course()).isEqualTo(Course.ON_COURSE);
			assertThat(period.targetsDifference()).isEqualByComparingTo("0");
		}

		@Test
		void areTheFigureItselfWhereThereIsOne() {
			assertThat(growth().actuals("12.05").judge().value()).isEqualTo(d("12.05"));
			assertThat(growth().actuals("12.0503").judge().pace()).isEqualByComparingTo("12.0503");
		}

		@Test
		void requireNothingBelowZeroUnlessTheyAreToShrink() {
			assertThat(growth().actuals("300").judge().required()).isEqualByComparingTo("0");
			assertThat(period(growth().build().rule()).target("-2%").actuals("1").judge().required()).isNegative();
		}

		@ParameterizedTest
		@CsvSource({ "9.5,ON_COURSE", "9.49,LAGGING", "6,LAGGING", "5.9,OFF_COURSE", "0,OFF_COURSE", "-0.1,REVERSING" })
		void areOnCourseByTheGrowthToDate(String actual, Course course) {
			assertThat(period(growth().build().rule()).target("10%").targets("10%").actuals(actual).judge().course())
				.isEqualTo(course);
		}

		@Test
		void holdTheProductNotTheMeanOfTheRates() {
			PeriodAttainment period = growth().actuals("50", "-50").judge();
			assertThat(period.value()).isEqualTo(d("-13.4"));
			assertThat(period.course()).isEqualTo(Course.REVERSING);
		}

		@Test
		void areMetWhenThePeriodIsOver() {
			assertThat(growth().actuals("12.1", "12.1", "12.1", "12.1", "12.1").judge().verdict())
				.isEqualTo(Verdict.MET);
			assertThat(growth().actuals("12.1", "12.1", "12.1", "12.1", "11").judge().verdict())
				.isEqualTo(Verdict.NOT_MET);
		}

		@Test
		void surviveALossOfEverything() {
			PeriodAttainment period = growth().actuals("-100").judge();
			assertThat(period.value()).isEqualByComparingTo("-100");
			assertThat(period.required()).isNull();
			assertThat(growth().actuals("-250").judge().value()).isEqualByComparingTo("-100");
		}

		@Test
		void cannotBeHeldAgainstATargetToShrink() {
			PeriodBuilder shrinking = period(growth().build().rule()).target("-2%").targets("-2%");
			assertThat(shrinking.actuals("-1").judge().course()).isEqualTo(Course.ON_COURSE);
			assertThat(shrinking.actuals("-5").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
		}

		@Test
		void takeOnlyYearsWithATarget() {
			// Section 6, like with like: 2027 was given no target, so 0.05 / 0.1.
			assertThat(period(growth().build().rule()).targets("10%").actuals("5", "5").judge().progress())
				.isEqualTo(d("0.50"));
			// 0.1025 / 0.21 = 0.488, cut
			assertThat(period(growth().build().rule()).target("10%").actuals("5", "5").judge().progress())
				.isEqualTo(d("0.48"));
		}

		@Test
		void turnRoundWhereLowerIsBetter() {
			PeriodBuilder prices = period(
					rule("1").lower().type(ValueType.PERCENT).adds(Accumulation.GROWTH_RATE).build())
				.target("4,5%")
				.targets("4,5%");
			assertThat(prices.actuals("3.2").judge().course()).isEqualTo(Course.ON_COURSE);
			assertThat(prices.actuals("5").judge().course()).isEqualTo(Course.LAGGING);
			assertThat(prices.actuals("10").judge().course()).isEqualTo(Course.OFF_COURSE);
		}

	}

	@Nested
	class RatiosOfSums {

		private PeriodBuilder projects() {
			return period(rule("13").type(ValueType.RATIO).bounded().adds(Accumulation.RATIO_OF_SUMS).build())
				.target("100%")
				.targets("03/03 đồ án", "-", "01/01 đồ án");
		}

		@Test
		void addXAndYBeforeTheyDivide() {
			PeriodAttainment period = projects().actuals("2/3", "-", "1/1").judge();
			assertThat(period.value()).isEqualTo(d("75.0"));
			assertThat(period.targetToDate()).isEqualTo(d("100.0"));
			// Section 6: 2026 and 2028 are the years asked for, so none remains.
			assertThat(period.remainingYears()).isEmpty();
			assertThat(period.required()).isNull();
			assertThat(period.pace()).isEqualTo(d("1.50"));
			assertThat(period.targetsDifference()).isEqualByComparingTo("0");
			assertThat(period.progress()).isEqualTo(d("0.75"));
			assertThat(period.course()).isEqualTo(Course.LAGGING);
			assertThat(period.projection()).isNull();
			assertThat(period.verdict()).isEqualTo(Verdict.NOT_MET);
		}

		@Test
		void areAchievedWithNothingMissing() {
			assertThat(projects().actuals("3/3").judge().course()).isEqualTo(Course.ON_COURSE);
			PeriodAttainment period = projects().actuals("3/3", "-", "1/1").judge();
			assertThat(period.course()).isEqualTo(Course.ACHIEVED);
			assertThat(period.required()).isEqualByComparingTo("0");
			assertThat(projects().actuals("4/5").judge().course()).isEqualTo(Course.LAGGING);
		}

		@Test
		void areMetBeforeTheEndOnceReached() {
			PeriodAttainment reached = projects().actuals("3/3", "-", "1/1").judge();
			assertThat(reached.verdict()).isEqualTo(Verdict.MET);
			// Section 6: no estimate decides it.
			assertThat(reached.provisional()).isFalse();
			assertThat(projects().actuals("3/3").judge().verdict()).isEqualTo(Verdict.IN_PROGRESS);
		}

		@Test
		void areNeverAchievedWithoutAPeriodTarget() {
			PeriodAttainment period = period(projects().build().rule()).targets("03/03", "-", "01/01")
				.actuals("3/3", "-", "1/1")
				.judge();
			assertThat(period.verdict()).isEqualTo(Verdict.NOT_ASSIGNED);
			assertThat(period.required()).isNull();
			assertThat(period.course()).isEqualTo(Course.ON_COURSE);
		}

		@Test
		void takeThePeriodsOwnPartsFirst() {
			PeriodAttainment period = projects().target("5/5").actuals("3/3").judge();
			// Section 6: (5 − 3) per remaining year of 2028, 2029 and 2030.
			assertThat(period.remainingYears()).containsExactly(2028, 2029, 2030);
			assertThat(period.required()).isEqualTo(d("0.67"));
			assertThat(period.target()).isEqualByComparingTo("100");
		}

		@Test
		void cannotAddABareShare() {
			PeriodAttainment period = projects().actuals("100", "-", "1/1").judge();
			assertThat(period.value()).isNull();
			assertThat(period.pace()).isNull();
			assertThat(period.course()).isEqualTo(Course.NOT_ASSESSABLE);
			assertThat(period.verdict()).isEqualTo(Verdict.NO_DATA);
		}

		@Test
		void takeThePeriodsShareWhereTheYearsHaveNoParts() {
			PeriodAttainment period = period(projects().build().rule()).target("80%")
				.targets("80%")
				.actuals("7/10")
				.judge();
			assertThat(period.targetToDate()).isEqualByComparingTo("80");
			assertThat(period.required()).isNull();
			assertThat(period.targetsDifference()).isNull();
			assertThat(period.course()).isEqualTo(Course.LAGGING);
		}

		@Test
		void areJudgedWhenThePeriodIsOver() {
			assertThat(projects().actuals("3/3", "1/1", "1/1", "1/1", "1/1").judge().verdict()).isEqualTo(Verdict.MET);
			assertThat(projects().actuals("3/3", "-", "0/1").judge().verdict()).isEqualTo(Verdict.NOT_MET);
			// Section 6, like with like: nothing was asked of 2030.
			assertThat(projects().actuals("3/3", "1/1", "1/1", "1/1", "0/1").judge().verdict()).isEqualTo(Verdict.MET);
			assertThat(projects().judge().value()).isNull();
		}

	}

	@Nested
	class Words {

		@ParameterizedTest
		@EnumSource(Accumulation.class)
		void cannotBeAssessed(Accumulation accumulation) {
			IndicatorRule rule = rule("1").type(ValueType.QUALITATIVE).adds(accumulation).build();
			PeriodAttainment period = period(rule).target("cơ bản đạt")
				.targets("cơ bản đạt")
				.figure(2026, Figure.ofWord(FINAL, Verdict.NOT_MET))
				.judge();
			// Section 7: an EVERY_YEAR miss is OFF_COURSE, qualitative ones included.
			assertThat(period.course())
				.isEqualTo((accumulation == Accumulation.EVERY_YEAR) ? Course.OFF_COURSE : Course.NOT_ASSESSABLE);
			assertThat(period.latestYear()).isEqualTo(2026);
			assertThat(period.value()).isNull();
		}

		@Test
		void ofThePeriodAloneCannotBeAssessedEither() {
			PeriodBuilder words = period(rule("1").build()).target("hai con số");
			assertThat(words.actuals("5").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
			PeriodAttainment numbers = words.baseline("1")
				.targets("5", "-", "-", "-", "cơ bản đạt")
				.actuals("5")
				.judge();
			assertThat(numbers.course()).isEqualTo(Course.ON_COURSE);
			assertThat(numbers.target()).isNull();
			assertThat(words.actuals("4").judge().course()).isEqualTo(Course.LAGGING);
			assertThat(period(rule("1").build()).target("6")
				.targets("cơ bản đạt")
				.baseline("1")
				.actuals("6")
				.judge()
				.target()).isEqualByComparingTo("6");
			assertThat(period(rule("1").build()).actuals("5").judge().course()).isEqualTo(Course.NOT_ASSESSABLE);
		}

		@Test
		void ofTheLastYearDecideThePeriod() {
			PeriodBuilder words = period(rule("1").build()).target("hai con số")
				.targets("5", "5", "5", "5", "cơ bản đạt");
			assertThat(words.actuals("5").judge().verdict()).isEqualTo(Verdict.IN_PROGRESS);
			assertThat(words.figure(2030, Figure.ofWord(FINAL, Verdict.EXCEEDED)).judge().verdict())
				.isEqualTo(Verdict.EXCEEDED);
			assertThat(
					period(rule("1").build()).target("hai con số").actuals("-", "-", "-", "-", "5").judge().verdict())
				.isEqualTo(Verdict.IN_PROGRESS);
		}

	}

	@Nested
	class Projections {

		private PeriodBuilder income() {
			return period(rule("10").build()).target("12,5").targets("12,1", "12,2", "12,3", "12,4", "12,5");
		}

		@Test
		void goOnByTheAverageYearlyChangeOfALevel() {
			PeriodAttainment period = income().baseline("11.2").actuals("11.4", "11.7").judge();
			// (11.7 − 11.2) / 2 = 0.25 a year; 11.7 + 3 × 0.25 = 12.45, which is not 12.5
			assertThat(period.projection()).isEqualTo(new Projection(3, d("12.45"), d("12.5"), d("0.05"), false));
			assertThat(period.atRisk()).isTrue();
		}

		@Test
		void needTwoPoints() {
			assertThat(income().actuals("11.4").judge().projection()).isNull();
			assertThat(income().actuals("11.4", "11.6").judge().projection().points()).isEqualTo(2);
			assertThat(income().baseline(new Baseline(2025, d("11"), false)).actuals("11.4").judge().projection())
				.isNull();
			assertThat(income().baseline("11").actuals("11.4").judge().projection().points()).isEqualTo(2);
		}

		@Test
		void countTheBaselineForALevelOnly() {
			PeriodBuilder sum = period(rule("1").adds(Accumulation.SUM).build()).baseline("8").target("50");
			PeriodAttainment one = sum.actuals("10").judge();
			assertThat(one.projection()).isNull();
			assertThat(one.pace()).isEqualTo(d("10.00"));
			assertThat(one.required()).isEqualTo(d("10.00"));
			assertThat(sum.actuals("10", "11").judge().projection().points()).isEqualTo(2);
		}

		@Test
		void endWithThePlan() {
			assertThat(income().baseline("1").actuals("1", "2", "3", "4", "5").judge().projection()).isNull();
			assertThat(income().baseline("1").judge().projection()).isNull();
			assertThat(income().baseline("1").actuals("1", "2", "3", "4").judge().projection().periodValue())
				.isEqualTo(d("4.8"));
		}

		@Test
		void stayWithinWhatIsPossible() {
			assertThat(period(rule("1").type(ValueType.PERCENT).bounded().build()).target("99%")
				.actuals("50", "90")
				.judge()
				.projection()
				.periodValue()).isEqualTo(d("100.0"));
			assertThat(period(rule("1").type(ValueType.COUNT).lower().build()).target("0")
				.actuals("50", "20")
				.judge()
				.projection()
				.periodValue()).isEqualTo(d("0.0"));
			assertThat(period(rule("1").type(ValueType.PERCENT).lower().bounded().build()).target("1%")
				.actuals("50", "20")
				.judge()
				.projection()
				.periodValue()).isEqualTo(d("0.0"));
			// Section 7: amounts never below 0; a growth may be.
			assertThat(period(rule("1").build()).target("60").actuals("50", "20").judge().projection().periodValue())
				.isEqualTo(d("0.0"));
			assertThat(period(rule("1").type(ValueType.PERCENT).build()).target("60%")
				.actuals("50", "20")
				.judge()
				.projection()
				.periodValue()).isEqualTo(d("-70.0"));
		}

		@Test
		void areOfThePeriodsValue() {
			// 22 + 3 × 11
			assertThat(period(rule("1").adds(Accumulation.SUM).build()).target("60")
				.actuals("10", "12")
				.judge()
				.projection()).isEqualTo(new Projection(2, d("55.0"), d("60"), d("5.0"), false));
			// Section 7: AVERAGE and GROWTH_RATE the pace itself, not a line.
			assertThat(period(rule("1").adds(Accumulation.AVERAGE).build()).target("12")
				.actuals("10", "12")
				.judge()
				.projection()).isEqualTo(new Projection(2, d("11.0"), d("12"), d("1.0"), false));
			// √(1.08 × 1.11) = 1.094897: 9.5
			assertThat(period(rule("1").type(ValueType.PERCENT).adds(Accumulation.GROWTH_RATE).build()).target("10%")
				.actuals("8", "11")
				.judge()
				.projection()).isEqualTo(new Projection(2, d("9.5"), d("10"), d("0.5"), false));
		}

	}

	@Nested
	class Groups {

		@Test
		void followTheirDecisiveRow() {
			IndicatorPeriod group = period(rule("2").group().build()).build();
			IndicatorPeriod rate = period(rule("2.1").partOf("2").decisive().build()).baseline("1")
				.target("6")
				.targets("2", "3", "4", "5", "6")
				.actuals("1.7")
				.build();
			IndicatorPeriod other = period(rule("2.2").partOf("2").adds(Accumulation.EVERY_YEAR).build()).targets("5")
				.actuals("1")
				.build();
			Map<String, PeriodAttainment> plan = PlanPeriod.judge(List.of(group, rate, other)).attainments();
			assertThat(plan.keySet()).containsExactly("2", "2.1", "2.2");
			assertThat(plan.get("2").course()).isEqualTo(Course.LAGGING);
			assertThat(plan.get("2").verdict()).isEqualTo(Verdict.IN_PROGRESS);
			assertThat(plan.get("2").value()).isNull();
			assertThat(plan.get("2").target()).isNull();
		}

		@Test
		void takeTheWorstCourseWhereNoRowIsDecisive() {
			IndicatorPeriod group = period(rule("2").group().build()).build();
			IndicatorPeriod unknown = period(rule("2.1").partOf("2").build()).target("5").build();
			IndicatorPeriod missed = period(rule("2.2").partOf("2").adds(Accumulation.EVERY_YEAR).build()).targets("5")
				.actuals("1")
				.build();
			assertThat(PlanPeriod.judge(List.of(group, unknown, missed)).attainments().get("2").course())
				.isEqualTo(Course.OFF_COURSE);
			assertThat(PlanPeriod.judge(List.of(group, unknown)).attainments().get("2").course())
				.isEqualTo(Course.NOT_ASSESSABLE);
			assertThat(PlanPeriod.judge(List.of(group, unknown, missed)).attainments().get("2").verdict())
				.isEqualTo(Verdict.NOT_MET);
		}

	}

	@Test
	void looksBackToAnEarlierYear() {
		IndicatorPeriod period = period(rule("1").adds(Accumulation.SUM).build()).target("50")
			.targets("10", "10", "10")
			.actuals("10", "2")
			.build();
		assertThat(PeriodAttainment.judge(period.until(2026)).course()).isEqualTo(Course.ON_COURSE);
		assertThat(PeriodAttainment.judge(period.until(2027)).course()).isEqualTo(Course.LAGGING);
		assertThat(PeriodAttainment.judge(period.until(2030))).isEqualTo(PeriodAttainment.judge(period));
	}

	@Test
	void refusesAPlanThatEndsBeforeItBegins() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new IndicatorPeriod(rule("1").build(), 2030, 2026, null, null, Map.of(), Map.of(), Map.of()));
		assertThat(PeriodAttainment
			.judge(new IndicatorPeriod(rule("1").build(), 2026, 2026, null, null, Map.of(), Map.of(), Map.of()))
			.verdict()).isEqualTo(Verdict.NOT_ASSIGNED);
	}

	@ParameterizedTest
	@CsvSource({ "4,2,2", "1.4641,4,1.1", "0.25,2,0.5", "1,5,1", "0,3,0", "-1,3,0", "7,1,7", "1e10,10,10" })
	void takesRoots(BigDecimal of, int n, BigDecimal root) {
		assertThat(Decimals.root(of, n)).isEqualByComparingTo(root);
	}

	@Test
	void takesRootsToThirtyFourDigits() {
		assertThat(Decimals.root(d("2"), 2)).isEqualTo(d("2").sqrt(Decimals.PRECISION));
		assertThat(Decimals.root(d("0.5"), 5).pow(5, Decimals.PRECISION).subtract(d("0.5")).abs())
			.isLessThan(d("1e-32"));
	}

}
