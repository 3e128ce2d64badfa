package vn.wardkpi.attainment.period;

import java.math.BigDecimal;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.wardkpi.attainment.Plans.ESTIMATE;
import static vn.wardkpi.attainment.Plans.FINAL;
import static vn.wardkpi.attainment.Plans.figure;
import static vn.wardkpi.attainment.Plans.ratio;
import static vn.wardkpi.attainment.Plans.rule;
import static vn.wardkpi.attainment.period.PeriodBuilder.period;

/**
 * Which years a period is made of: those its issuer speaks of, those that remain and
 * those that are missing. Section 6 of the rules.
 */
class PeriodYearsTests {

	private static BigDecimal d(String number) {
		return new BigDecimal(number);
	}

	@Nested
	class OfAnIssuer {

		@Test
		void areThoseItSetATargetFor() {
			PeriodAttainment schools = period(rule("2.3").type(ValueType.COUNT).adds(Accumulation.SUM).build())
				.target("5")
				.targets("-", "-", "1", "2", "2")
				.actuals("9", "9", "1")
				.judge();
			assertThat(schools.value()).isEqualTo(d("1"));
			assertThat(schools.targetToDate()).isEqualTo(d("1"));
			assertThat(schools.remainingYears()).containsExactly(2029, 2030);
			// (5 − 1) / 2
			assertThat(schools.required()).isEqualTo(d("2.00"));
		}

		@Test
		void areAllOfThePlanWhereItSetThePeriodAlone() {
			PeriodAttainment sum = period(rule("1").adds(Accumulation.SUM).build()).target("50").actuals("9").judge();
			// 50 / 5 is expected of 2026; (50 − 9) / 4 remain
			assertThat(sum.targetToDate()).isEqualByComparingTo("10");
			assertThat(sum.required()).isEqualTo(d("10.25"));
			assertThat(sum.remainingYears()).containsExactly(2027, 2028, 2029, 2030);
		}

		@Test
		void goOnWhereItsYearlyTargetsDoNotMakeThePeriods() {
			PeriodBuilder sum = period(rule("1").adds(Accumulation.SUM).build()).target("50").targets("10", "10");
			PeriodAttainment after = sum.actuals("10", "10", "9").judge();
			// (50 − 20) / 3 is expected of each of 2028 to 2030
			assertThat(after.targetToDate()).isEqualByComparingTo("30");
			assertThat(after.remainingYears()).containsExactly(2029, 2030);
			// (50 − 29) / 2
			assertThat(after.required()).isEqualTo(d("10.50"));
			PeriodAttainment average = period(rule("1").adds(Accumulation.AVERAGE).build()).target("10")
				.targets("8", "9")
				.actuals("8", "9", "10")
				.judge();
			// the period's 10 is expected of 2028; (5 × 10 − 27) / 2
			assertThat(average.targetToDate()).isEqualByComparingTo("9");
			assertThat(average.required()).isEqualTo(d("11.50"));
			PeriodAttainment level = period(rule("1").build()).baseline("10")
				.target("60")
				.targets("20")
				.actuals("20", "30")
				.judge();
			// 10 + 50 × 2/5 = 30
			assertThat(level.targetToDate()).isEqualByComparingTo("30");
			assertThat(level.course()).isEqualTo(Course.ON_COURSE);
			assertThat(level.required()).isEqualTo(d("10.00"));
		}

		@Test
		void endWithItsLatestTargetWhereThePeriodHasNone() {
			PeriodAttainment city = period(rule("3").type(ValueType.PERCENT).bounded().build()).baseline("96")
				.targets("96,5%")
				.actuals("96.9", "90")
				.judge();
			assertThat(city.latestYear()).isEqualTo(2026);
			assertThat(city.value()).isEqualByComparingTo("96.9");
			assertThat(city.verdict()).isEqualTo(Verdict.EXCEEDED);
			assertThat(city.course()).isEqualTo(Course.ACHIEVED);
			assertThat(city.remainingYears()).isEmpty();
			PeriodAttainment sum = period(rule("1").adds(Accumulation.SUM).build()).targets("10", "10")
				.actuals("10", "10")
				.judge();
			assertThat(sum.verdict()).isEqualTo(Verdict.NOT_ASSIGNED);
			assertThat(sum.required()).isNull();
			assertThat(sum.requiredMissing()).isEmpty();
			assertThat(sum.course()).isEqualTo(Course.ON_COURSE);
		}

		@Test
		void areNoneWhereItSetNothing() {
			PeriodAttainment nothing = period(rule("1").build()).baseline("1").actuals("5", "6").judge();
			assertThat(nothing.verdict()).isEqualTo(Verdict.NOT_ASSIGNED);
			assertThat(nothing.latestYear()).isNull();
			assertThat(nothing.value()).isNull();
			assertThat(nothing.projection()).isNull();
			assertThat(nothing.atRisk()).isFalse();
		}

	}

	@Nested
	class StillToCome {

		@Test
		void areCalendarYearsOfALevel() {
			PeriodAttainment level = period(rule("1").build()).target("60")
				.targets("20", "-", "-", "-", "60")
				.actuals("20")
				.judge();
			assertThat(level.remainingYears()).containsExactly(2027, 2028, 2029, 2030);
			// (60 − 20) / 4
			assertThat(level.required()).isEqualTo(d("10.00"));
		}

		@Test
		void leaveOutWhatIsPastAndNameIt() {
			PeriodBuilder average = period(rule("1").adds(Accumulation.AVERAGE).build()).target("10");
			for (Accumulation accumulation : new Accumulation[] { Accumulation.SUM, Accumulation.AVERAGE,
					Accumulation.GROWTH_RATE }) {
				PeriodAttainment gap = period(rule("1").adds(accumulation).build()).target("10")
					.actuals("-", "10", "10")
					.judge();
				assertThat(gap.missingYears()).containsExactly(2026);
				assertThat(gap.remainingYears()).containsExactly(2029, 2030);
				assertThat(gap.requiredMissing()).as(accumulation.name())
					.isEqualTo((accumulation == Accumulation.SUM) ? java.util.List.of() : java.util.List.of(2026));
				assertThat(gap.projection()).isNull();
			}
			assertThat(average.actuals("-", "10", "10", "10", "10").judge().verdict()).isEqualTo(Verdict.NO_DATA);
		}

		@Test
		void ofALevelDoNotDependOnWhatIsMissing() {
			PeriodAttainment level = period(rule("1").build()).baseline("10").target("60").actuals("-", "30").judge();
			assertThat(level.missingYears()).containsExactly(2026);
			assertThat(level.required()).isEqualTo(d("10.00"));
			assertThat(level.requiredMissing()).isEmpty();
			// (30 − 10) / 2 a year: 30 + 3 × 10
			assertThat(level.projection().periodValue()).isEqualByComparingTo("60");
			assertThat(level.atRisk()).isFalse();
		}

		@Test
		void areMissingNotWaitedForOfWhatIsHeldEveryYear() {
			PeriodBuilder water = period(
					rule("7").type(ValueType.PERCENT).bounded().adds(Accumulation.EVERY_YEAR).build())
				.target("100%");
			PeriodAttainment held = water.actuals("100", "-", "100").judge();
			assertThat(held.missingYears()).containsExactly(2027);
			assertThat(held.remainingYears()).containsExactly(2029, 2030);
			assertThat(held.yearsHeld()).isEqualTo(2);
			assertThat(held.verdict()).isEqualTo(Verdict.IN_PROGRESS);
			assertThat(water.actuals("100", "-", "100", "100", "100").judge().verdict()).isEqualTo(Verdict.NO_DATA);
			assertThat(water.actuals("100", "-", "100", "100", "99").judge().verdict()).isEqualTo(Verdict.NOT_MET);
		}

	}

	@Nested
	class WithMonthsOnly {

		@Test
		void areInProgress() {
			PeriodAttainment level = period(rule("1").build()).target("60")
				.figure(2026, figure(ReportingPeriod.M06, "10"))
				.judge();
			assertThat(level.verdict()).isEqualTo(Verdict.IN_PROGRESS);
			assertThat(level.latestYear()).isNull();
			assertThat(level.course()).isEqualTo(Course.NOT_ASSESSABLE);
			assertThat(level.value()).isNull();
		}

		@Test
		void cannotUndoASumThatIsReachedOrPast() {
			PeriodBuilder sum = period(rule("1").adds(Accumulation.SUM).build()).target("50").actuals("30");
			assertThat(sum.figure(2027, figure(ReportingPeriod.M06, "19")).judge().verdict())
				.isEqualTo(Verdict.IN_PROGRESS);
			PeriodAttainment reached = sum.figure(2027, figure(ReportingPeriod.M06, "21")).judge();
			assertThat(reached.verdict()).isEqualTo(Verdict.EXCEEDED);
			assertThat(reached.provisional()).isTrue();
			assertThat(reached.value()).isEqualByComparingTo("30");
			assertThat(period(rule("1").lower().adds(Accumulation.SUM).build()).target("50")
				.figure(2026, figure(ReportingPeriod.M06, "51"))
				.judge()
				.verdict()).isEqualTo(Verdict.NOT_MET);
		}

	}

	@Nested
	class Provisional {

		@Test
		void isASumOnlyWhereAnEstimateDecidesIt() {
			PeriodBuilder sum = period(rule("1").adds(Accumulation.SUM).build()).target("20").actuals("10", "11");
			assertThat(sum.judge().provisional()).isFalse();
			assertThat(sum.figure(2028, figure(ESTIMATE, "5")).judge().provisional()).isFalse();
			assertThat(sum.figure(2027, figure(ESTIMATE, "11")).judge().provisional()).isTrue();
		}

	}

	@Nested
	class OfRatios {

		private PeriodBuilder projects() {
			return period(rule("13").type(ValueType.RATIO).bounded().adds(Accumulation.RATIO_OF_SUMS).build())
				.target("100%");
		}

		@Test
		void requireTheMissingXPerRemainingYear() {
			PeriodAttainment period = projects().targets("3/3", "-", "1/1", "2/2", "3/3")
				.actuals("2/3", "-", "1/1")
				.judge();
			// 100 % of (4 + 5) − 3 = 6, in 2 years; 3 in 2 years so far
			assertThat(period.remainingYears()).containsExactly(2029, 2030);
			assertThat(period.required()).isEqualTo(d("3.00"));
			assertThat(period.pace()).isEqualTo(d("1.50"));
			assertThat(period.paceFactor()).isEqualTo(d("2.0"));
			// (3 + 2 × 1.5) / (4 + 5) = 6/9
			assertThat(period.projection()).isEqualTo(new Projection(2, d("66.7"), d("100"), d("33.3"), false));
		}

		@Test
		void needAYOfEveryRemainingYear() {
			PeriodAttainment period = projects().targets("3/3", "100%").actuals("2/3").judge();
			assertThat(period.required()).isNull();
			assertThat(period.requiredMissing()).containsExactly(2027);
		}

		@Test
		void areReachedOnlyWhenTheRestCannotUndoIt() {
			PeriodBuilder most = projects().target("75%").targets("3/4", "3/4");
			// 75 % of 8 is 6
			assertThat(most.actuals("4/4").judge().course()).isEqualTo(Course.ON_COURSE);
			assertThat(most.actuals("4/4").judge().required()).isEqualTo(d("2.00"));
			assertThat(most.figure(2027, ratio(ReportingPeriod.M09, "2", "2")).judge().verdict())
				.isEqualTo(Verdict.MET);
			assertThat(most.figure(2027, ratio(FINAL, "2", "4")).judge().course()).isEqualTo(Course.ACHIEVED);
		}

		@Test
		void areNotAchievedByTwoThirdsWhereMoreWasAskedFor() {
			PeriodBuilder more = projects().target("trên 2/3").targets("2/3");
			assertThat(more.actuals("2/3").judge().course()).isNotEqualTo(Course.ACHIEVED);
			assertThat(more.actuals("2/3").judge().verdict()).isEqualTo(Verdict.NOT_MET);
			assertThat(more.actuals("3/3").judge().course()).isEqualTo(Course.ACHIEVED);
			PeriodBuilder level = period(rule("1").type(ValueType.RATIO).bounded().build()).target("trên 2/3");
			assertThat(level.actuals("2/3").judge().course()).isNotEqualTo(Course.ACHIEVED);
			assertThat(level.actuals("3/3").judge().course()).isEqualTo(Course.ACHIEVED);
		}

	}

}
