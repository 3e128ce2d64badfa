package vn.wardkpi.attainment.year;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.wardkpi.attainment.Plans.ESTIMATE;
import static vn.wardkpi.attainment.Plans.FINAL;
import static vn.wardkpi.attainment.Plans.figure;
import static vn.wardkpi.attainment.Plans.judge;
import static vn.wardkpi.attainment.Plans.ratio;
import static vn.wardkpi.attainment.Plans.rule;
import static vn.wardkpi.attainment.Plans.share;
import static vn.wardkpi.attainment.Plans.year;
import static vn.wardkpi.attainment.Verdict.EXCEEDED;
import static vn.wardkpi.attainment.Verdict.IN_PROGRESS;
import static vn.wardkpi.attainment.Verdict.MET;
import static vn.wardkpi.attainment.Verdict.NOT_ASSIGNED;
import static vn.wardkpi.attainment.Verdict.NOT_MET;
import static vn.wardkpi.attainment.Verdict.NO_DATA;

class YearAttainmentTests {

	@Nested
	class Numbers {

		@Test
		void comparesAnEnteredNumberAsEntered() {
			assertThat(judge(share(), "96%", figure(FINAL, "95.6")).verdict()).isEqualTo(NOT_MET);
			assertThat(judge(share(), "94,3%", figure(FINAL, "94.34")).verdict()).isEqualTo(EXCEEDED);
		}

		@Test
		void roundsAComputedNumberToTheTargetsDecimalsButAtLeastOne() {
			Judgement met = judge(share(), "66,7%", ratio(FINAL, "12", "18"));
			assertThat(met.verdict()).isEqualTo(MET);
			assertThat(met.value()).isEqualTo(new BigDecimal("66.7"));
			Judgement missed = judge(share(), "67%", ratio(FINAL, "2", "3"));
			assertThat(missed.verdict()).isEqualTo(NOT_MET);
			assertThat(missed.value()).isEqualTo(new BigDecimal("66.7"));
			assertThat(judge(share(), "66,667%", ratio(FINAL, "2", "3")).value()).isEqualTo(new BigDecimal("66.667"));
			assertThat(judge(share(), "66,67%", ratio(FINAL, "1", "1600")).value()).isEqualTo(new BigDecimal("0.06"));
			assertThat(judge(share(), "66,67%", ratio(FINAL, "1", "800")).value()).isEqualTo(new BigDecimal("0.13"));
		}

		@Test
		void computesTheValueWhereverItsPartsAreKnown() {
			Figure both = new Figure(FINAL, new BigDecimal("66.9"), new BigDecimal("12"), new BigDecimal("18"), null);
			assertThat(judge(share(), "66,7%", both).value()).isEqualTo(new BigDecimal("66.7"));
		}

		@Test
		void takesTheNumberItselfWhereAnAmountHasParts() {
			Figure both = new Figure(FINAL, new BigDecimal("12"), new BigDecimal("1"), new BigDecimal("2"), null);
			assertThat(judge(rule("1").build(), "12", both).verdict()).isEqualTo(MET);
			assertThat(judge(rule("1").build(), "12", ratio(FINAL, "24", "2")).verdict()).isEqualTo(NO_DATA);
		}

		@Test
		void needsBothPartsOfAShare() {
			Figure half = new Figure(FINAL, new BigDecimal("50"), new BigDecimal("12"), null, null);
			Figure otherHalf = new Figure(FINAL, new BigDecimal("50"), null, new BigDecimal("12"), null);
			assertThat(judge(share(), "50%", half).verdict()).isEqualTo(MET);
			assertThat(judge(share(), "50%", otherHalf).verdict()).isEqualTo(MET);
		}

	}

	@Nested
	class Comparators {

		@ParameterizedTest
		@CsvSource(delimiter = '|', value = { "tối thiểu 10|9.99|NOT_MET|-0.01", "tối thiểu 10|10|MET|0",
				"tối thiểu 10|10.01|EXCEEDED|0.01", "trên 10|9|NOT_MET|-1", "trên 10|10|NOT_MET|0", "trên 10|99|MET|89",
				"5 - 7|4|NOT_MET|-1", "5 - 7|5|MET|0", "5 - 7|6|MET|0", "5 - 7|7|MET|0", "5 - 7|7.1|EXCEEDED|0.1",
				"duy trì 10|9|NOT_MET|-1", "duy trì 10|10|MET|0", "duy trì 10|11|MET|1", "không quá 10|10|MET|0",
				"không quá 10|9|EXCEEDED|-1", "không quá 10|11|NOT_MET|1" })
		void holdWhereHigherIsBetter(String target, String actual, Verdict verdict, BigDecimal gap) {
			assertJudged(rule("1").build(), target, actual, verdict, gap);
		}

		@ParameterizedTest
		@CsvSource(delimiter = '|',
				value = { "không quá 10|10.01|NOT_MET|-0.01", "không quá 10|10|MET|0", "không quá 10|9|EXCEEDED|1",
						"dưới 10|10|NOT_MET|0", "dưới 10|11|NOT_MET|-1", "dưới 10|9|MET|1", "5 - 7|8|NOT_MET|-1",
						"5 - 7|7|MET|0", "5 - 7|6|MET|0", "5 - 7|5|MET|0", "5 - 7|4.5|EXCEEDED|0.5",
						"duy trì 10|11|NOT_MET|-1", "duy trì 10|10|MET|0", "duy trì 10|9|MET|1", "10|10|MET|0",
						"10|9|EXCEEDED|1", "10|11|NOT_MET|-1", "tối thiểu 10|11|EXCEEDED|-1" })
		void holdWhereLowerIsBetter(String target, String actual, Verdict verdict, BigDecimal gap) {
			assertJudged(rule("1").lower().build(), target, actual, verdict, gap);
		}

		private void assertJudged(IndicatorRule rule, String target, String actual, Verdict verdict, BigDecimal gap) {
			Judgement judgement = judge(rule, target, figure(FINAL, actual));
			assertThat(judgement.verdict()).isEqualTo(verdict);
			assertThat(judgement.gap()).isEqualByComparingTo(gap);
		}

		@ParameterizedTest
		@CsvSource({ "100%,100,MET", "100%,99.9,NOT_MET", "95-100%,100,MET", "95-100%,94,NOT_MET", "99%,100,EXCEEDED" })
		void neverExceedTheBoundOfAShare(String target, String actual, Verdict verdict) {
			assertThat(judge(share(), target, figure(FINAL, actual)).verdict()).isEqualTo(verdict);
		}

		@ParameterizedTest
		@CsvSource({ "0%,0,MET", "0%,0.1,NOT_MET", "1%,0,EXCEEDED", "0-5%,0,MET", "0-5%,6,NOT_MET", "1-5%,0,EXCEEDED" })
		void neverExceedZeroWhereLowerIsBetter(String target, String actual, Verdict verdict) {
			IndicatorRule rule = rule("1").lower().type(ValueType.PERCENT).bounded().build();
			assertThat(judge(rule, target, figure(FINAL, actual)).verdict()).isEqualTo(verdict);
		}

		@Test
		void exceedAHundredWhereItIsNoBound() {
			IndicatorRule growth = rule("1").type(ValueType.PERCENT).build();
			assertThat(judge(growth, "100%", figure(FINAL, "101")).verdict()).isEqualTo(EXCEEDED);
			assertThat(judge(rule("1").bounded().build(), "100", figure(FINAL, "101")).verdict()).isEqualTo(EXCEEDED);
		}

		@ParameterizedTest
		@CsvSource({ "100.1", "-0.1" })
		void cannotUseAShareOutsideItsBounds(String actual) {
			Judgement judgement = judge(share(), "95%", figure(FINAL, actual));
			assertThat(judgement.verdict()).isEqualTo(NO_DATA);
			assertThat(judgement.judged()).isNull();
			assertThat(judgement.provisional()).isFalse();
			assertThat(judge(share(), "95%", ratio(FINAL, "19", "18")).verdict()).isEqualTo(NO_DATA);
		}

		@Test
		void cannotUseMoreThanAllHoweverItRounds() {
			assertThat(judge(share(), "95%", ratio(FINAL, "2001", "2000")).verdict()).isEqualTo(NO_DATA);
			IndicatorRule ratio = rule("1").type(ValueType.RATIO).bounded().build();
			assertThat(judge(ratio, "03/03", ratio(FINAL, "2001", "2000")).verdict()).isEqualTo(NO_DATA);
			assertThat(judge(share(), "95%", ratio(FINAL, "-1", "9000")).verdict()).isEqualTo(NO_DATA);
		}

		@ParameterizedTest
		@CsvSource(delimiter = '|',
				value = { "HIGHER_IS_BETTER|không quá 100%|99|MET", "HIGHER_IS_BETTER|100%|100|MET",
						"LOWER_IS_BETTER|tối thiểu 0%|1|MET", "LOWER_IS_BETTER|0%|0|MET",
						"HIGHER_IS_BETTER|95-100%|100|MET", "LOWER_IS_BETTER|0-5%|0|MET" })
		void neverExceedTheBoundWhateverTheWords(Direction direction, String target, String actual, Verdict verdict) {
			IndicatorRule rule = rule("1").direction(direction).type(ValueType.PERCENT).bounded().build();
			assertThat(judge(rule, target, figure(FINAL, actual)).verdict()).isEqualTo(verdict);
		}

		@ParameterizedTest
		@CsvSource({ "2,20,20.0", "1,10,20.0", "3,10,0.0", "4,10,-10.0" })
		void measureTheDistanceFromARatioInPoints(String x, String y, BigDecimal gap) {
			IndicatorRule rule = rule("1").lower().type(ValueType.RATIO).bounded().build();
			assertThat(judge(rule, "3/10", ratio(FINAL, x, y)).gap()).isEqualByComparingTo(gap);
		}

		@ParameterizedTest
		@CsvSource({ "03/03,3,3,MET", "03/03,2,3,NOT_MET", "03/03,4,4,MET", "04/09,4,9,MET", "04/09,5,9,EXCEEDED",
				"04/09,3,9,NOT_MET", "04/09,5,10,MET", "04/09,9,9,EXCEEDED", "5000/10000,5001,10000,EXCEEDED",
				"04/09,0,0,NO_DATA" })
		void compareSharesOfRatios(String target, String x, String y, Verdict verdict) {
			IndicatorRule rule = rule("1").type(ValueType.RATIO).bounded().build();
			assertThat(judge(rule, target, ratio(FINAL, x, y)).verdict()).isEqualTo(verdict);
		}

		@ParameterizedTest
		@CsvSource({ "02/10,2,10,MET", "02/10,1,10,EXCEEDED", "02/10,3,10,NOT_MET", "0/10,0,10,MET", "02/10,1,11,MET" })
		void turnRatiosRoundWhereLowerIsBetter(String target, String x, String y, Verdict verdict) {
			IndicatorRule rule = rule("1").lower().type(ValueType.RATIO).bounded().build();
			assertThat(judge(rule, target, ratio(FINAL, x, y)).verdict()).isEqualTo(verdict);
		}

		@ParameterizedTest
		@CsvSource({ "44.4,MET", "60,MET", "44.3,NOT_MET" })
		void compareAnEnteredShareWithARatio(String actual, Verdict verdict) {
			IndicatorRule rule = rule("1").type(ValueType.RATIO).bounded().build();
			assertThat(judge(rule, "04/09", figure(FINAL, actual)).verdict()).isEqualTo(verdict);
		}

		@ParameterizedTest
		@CsvSource({ "trên 04/09,4,9,NOT_MET", "trên 04/09,5,9,MET", "duy trì 04/09,5,9,MET",
				"tối thiểu 04/09,5,10,EXCEEDED" })
		void holdRatiosAgainstAWordThatBoundsThem(String target, String x, String y, Verdict verdict) {
			IndicatorRule rule = rule("1").type(ValueType.RATIO).bounded().build();
			assertThat(judge(rule, target, ratio(FINAL, x, y)).verdict()).isEqualTo(verdict);
		}

		@ParameterizedTest
		@EnumSource(value = Verdict.class, names = { "MET", "EXCEEDED", "NOT_MET" })
		void leaveGradesToAPerson(Verdict word) {
			IndicatorRule rule = rule("1").type(ValueType.QUALITATIVE).build();
			Judgement judgement = judge(rule, "cơ bản đạt", Figure.ofWord(FINAL, word));
			assertThat(judgement.verdict()).isEqualTo(word);
			assertThat(judgement.gap()).isNull();
			assertThat(judgement.value()).isNull();
			assertThat(judge(rule, "cơ bản đạt", Figure.ofWord(ESTIMATE, word)).provisional()).isTrue();
			assertThat(judge(rule, "cơ bản đạt", Figure.ofWord(ReportingPeriod.M06, word)).verdict())
				.isEqualTo(IN_PROGRESS);
		}

		@Test
		void cannotUseANumberForAGradeNorAGradeForANumber() {
			IndicatorRule rule = rule("1").type(ValueType.QUALITATIVE).build();
			assertThat(judge(rule, "cơ bản đạt", figure(FINAL, "1")).verdict()).isEqualTo(NO_DATA);
			assertThat(judge(share(), "20%", Figure.ofWord(FINAL, MET)).verdict()).isEqualTo(NO_DATA);
		}

	}

	@Nested
	class FiguresOfTheYear {

		@Test
		void judgesTheOfficialFigureBeforeTheEstimateAndTheMonths() {
			Judgement judgement = judge(share(), "96%", figure(ESTIMATE, "97"), figure(FINAL, "95"),
					figure(ReportingPeriod.M12, "98"));
			assertThat(judgement.verdict()).isEqualTo(NOT_MET);
			assertThat(judgement.provisional()).isFalse();
			assertThat(judgement.judged()).isEqualTo(figure(FINAL, "95"));
		}

		@Test
		void isProvisionalOnAnEstimate() {
			Judgement judgement = judge(share(), "96%", figure(ReportingPeriod.M11, "90"), figure(ESTIMATE, "97"));
			assertThat(judgement.verdict()).isEqualTo(EXCEEDED);
			assertThat(judgement.provisional()).isTrue();
		}

		@Test
		void passesOverAFigureItCannotUse() {
			assertThat(judge(share(), "96%", figure(FINAL, "101"), figure(ESTIMATE, "97")).verdict())
				.isEqualTo(EXCEEDED);
		}

		@ParameterizedTest
		@EnumSource(names = { "ESTIMATE", "FINAL" }, mode = EnumSource.Mode.EXCLUDE)
		void isInProgressWithOnlyMonths(ReportingPeriod month) {
			Judgement judgement = judge(share(), "96%", figure(month, "97"));
			assertThat(judgement.verdict()).isEqualTo(IN_PROGRESS);
			assertThat(judgement.provisional()).isFalse();
			assertThat(judgement.gap()).isEqualByComparingTo("1");
		}

		@Test
		void takesTheLatestMonth() {
			assertThat(
					judge(share(), "96%", figure(ReportingPeriod.M09, "9"), figure(ReportingPeriod.M03, "3")).judged())
				.isEqualTo(figure(ReportingPeriod.M09, "9"));
		}

		@Test
		void knowsEarlyWhatTheRestOfTheYearCannotUndo() {
			IndicatorRule revenue = rule("1").adds(Accumulation.SUM).build();
			Judgement judgement = judge(revenue, "17.804", figure(ReportingPeriod.M11, "30801"));
			assertThat(judgement.verdict()).isEqualTo(EXCEEDED);
			assertThat(judgement.provisional()).isTrue();
			assertThat(judgement.completion()).isEqualByComparingTo("173.00");
		}

		@ParameterizedTest
		@CsvSource({ "100,100,MET", "100,99,IN_PROGRESS", "100,101,EXCEEDED", "trên 100,100,IN_PROGRESS",
				"trên 100,101,MET", "không quá 100,99,IN_PROGRESS", "không quá 100,101,IN_PROGRESS", "90 - 100,95,MET",
				"duy trì 100,120,MET" })
		void knowsEarlyThatASumHasReachedItsTarget(String target, String actual, Verdict verdict) {
			Judgement judgement = judge(rule("1").adds(Accumulation.SUM).build(), target,
					figure(ReportingPeriod.M06, actual));
			assertThat(judgement.verdict()).isEqualTo(verdict);
			assertThat(judgement.provisional()).isEqualTo(verdict != IN_PROGRESS);
		}

		@ParameterizedTest
		@CsvSource({ "10,11,NOT_MET", "10,10,IN_PROGRESS", "10,3,IN_PROGRESS", "dưới 10,10,NOT_MET",
				"tối thiểu 10,3,IN_PROGRESS", "5 - 10,11,NOT_MET" })
		void knowsEarlyThatASumHasPassedItsLimit(String target, String actual, Verdict verdict) {
			Judgement judgement = judge(rule("1").lower().adds(Accumulation.SUM).build(), target,
					figure(ReportingPeriod.M06, actual));
			assertThat(judgement.verdict()).isEqualTo(verdict);
			assertThat(judgement.provisional()).isEqualTo(verdict == NOT_MET);
		}

		@ParameterizedTest
		@CsvSource({ "03/03,3,3,MET", "03/03,1,1,IN_PROGRESS", "03/03,2,3,IN_PROGRESS", "04/09,5,9,EXCEEDED",
				"80%,9,10,EXCEEDED", "80%,7,10,IN_PROGRESS" })
		void knowsEarlyThatARatioOfSumsHasReachedItsTarget(String target, String x, String y, Verdict verdict) {
			IndicatorRule rule = rule("1").type(ValueType.RATIO).bounded().adds(Accumulation.RATIO_OF_SUMS).build();
			assertThat(judge(rule, target, ratio(ReportingPeriod.M06, x, y)).verdict()).isEqualTo(verdict);
			assertThat(judge(rule, "03/03", figure(ReportingPeriod.M06, "100")).verdict()).isEqualTo(IN_PROGRESS);
		}

		@Test
		void doesNotKnowEarlyWhatARatioOfSumsWillMiss() {
			IndicatorRule rule = rule("1").lower()
				.type(ValueType.PERCENT)
				.bounded()
				.adds(Accumulation.RATIO_OF_SUMS)
				.build();
			assertThat(judge(rule, "10%", figure(ReportingPeriod.M06, "20")).verdict()).isEqualTo(IN_PROGRESS);
		}

		@ParameterizedTest
		@EnumSource(value = Accumulation.class, names = { "SUM", "RATIO_OF_SUMS" }, mode = EnumSource.Mode.EXCLUDE)
		void waitsForTheYearsEndOtherwise(Accumulation accumulation) {
			assertThat(judge(rule("1").adds(accumulation).build(), "10", figure(ReportingPeriod.M11, "20")).verdict())
				.isEqualTo(IN_PROGRESS);
		}

		@Test
		void countsATargetWhoseLevelWasNotPublishedAsAssigned() {
			YearAttainment unknown = year().with(rule("1").build(), "chưa công bố", figure(FINAL, "5")).judge();
			assertThat(unknown.judgement("1").verdict()).isEqualTo(NO_DATA);
			assertThat(unknown.headline().assigned()).isEqualTo(1);
			assertThat(unknown.headline().noData()).isEqualTo(1);
			assertThat(year().with(rule("1").build(), "chưa công bố", figure(FINAL, "5"))
				.override("1", EXCEEDED)
				.judge("1")
				.verdict()).isEqualTo(EXCEEDED);
		}

		@Test
		void saysWhatWasNotAssignedAndWhatHasNoFigures() {
			Judgement noTarget = year().with(share()).judge("1");
			assertThat(noTarget.verdict()).isEqualTo(NOT_ASSIGNED);
			assertThat(noTarget.provisional()).isFalse();
			assertThat(judge(share(), "96%").verdict()).isEqualTo(NO_DATA);
		}

	}

	@Nested
	class Completion {

		@ParameterizedTest
		@CsvSource({ "110.530,112500,101.78", "146.575,140034,95.54", "3,2,66.67", "100,'123.2',123.20" })
		void isThePartOfTheTargetThatWasDone(String target, String actual, BigDecimal completion) {
			assertThat(judge(rule("1").build(), target, figure(FINAL, actual)).completion()).isEqualTo(completion);
			assertThat(judge(rule("1").type(ValueType.COUNT).build(), target, figure(FINAL, actual)).completion())
				.isEqualTo(completion);
		}

		@Test
		void countsTheLowerEndOfARange() {
			assertThat(judge(rule("1").build(), "80 - 100", figure(FINAL, "60")).completion())
				.isEqualByComparingTo("75.00");
			assertThat(judge(rule("1").build(), "80 - 100", figure(FINAL, "100")).completion())
				.isEqualByComparingTo("125.00");
			assertThat(judge(rule("1").build(), "80 - 100", figure(FINAL, "100")).gap()).isEqualByComparingTo("0");
		}

		@Test
		void isNotSaidOfSharesNorWhereLowerIsBetterNorOfZeroTargets() {
			assertThat(judge(share(), "50%", figure(FINAL, "60")).completion()).isNull();
			assertThat(judge(rule("1").lower().build(), "50", figure(FINAL, "60")).completion()).isNull();
			assertThat(judge(rule("1").build(), "0", figure(FINAL, "60")).completion()).isNull();
			assertThat(judge(rule("1").build(), "50%", figure(FINAL, "60")).completion()).isNull();
			assertThat(judge(rule("1").build(), "50", figure(FINAL, "60")).gap()).isEqualByComparingTo("10");
			assertThat(judge(rule("1").type(ValueType.QUALITATIVE).build(), "50", figure(FINAL, "60")).completion())
				.isNull();
			assertThat(judge(rule("1").build(), "50").completion()).isNull();
		}

	}

	@Nested
	class Groups {

		private final IndicatorRule group = rule("2").group().build();

		private final IndicatorRule rate = rule("2.1").partOf("2").decisive().type(ValueType.PERCENT).bounded().build();

		private final IndicatorRule again = rule("2.2").partOf("2").type(ValueType.COUNT).build();

		private final IndicatorRule anew = rule("2.3").partOf("2").type(ValueType.COUNT).build();

		@Test
		void takeTheVerdictOfTheDecisiveRow() {
			Judgement judgement = year().with(this.group)
				.with(this.rate, "66,7%", ratio(ESTIMATE, "12", "18"))
				.with(this.again, "1", figure(FINAL, "0"))
				.judge("2");
			assertThat(judgement.verdict()).isEqualTo(MET);
			assertThat(judgement.provisional()).isTrue();
			assertThat(judgement.completion()).isNull();
		}

		@Test
		void takeTheOtherRowsWhereTheirDecisiveRowHasNoTarget() {
			assertThat(year().with(this.rate)
				.with(this.group)
				.with(this.again, "1", figure(FINAL, "1"))
				.judge("2")
				.verdict()).isEqualTo(MET);
			assertThat(year().with(this.rate).with(this.group).with(this.again).judge("2").verdict())
				.isEqualTo(NOT_ASSIGNED);
		}

		@ParameterizedTest
		@CsvSource({ "0,,NOT_MET", "1,,NO_DATA", "1,1,MET", "2,1,MET", "2,2,EXCEEDED" })
		void takeTheWorstVerdictWhereNoneIsDecisive(String again, String anew, Verdict verdict) {
			assertThat(year().with(this.group)
				.with(this.again, "1", figure(FINAL, again))
				.with(this.anew, "1", (anew != null) ? new Figure[] { figure(FINAL, anew) } : new Figure[0])
				.judge("2")
				.verdict()).isEqualTo(verdict);
		}

		@Test
		void areInProgressBeforeTheyAreMetButNotBeforeAMiss() {
			Figure march = figure(ReportingPeriod.M03, "0");
			assertThat(year().with(this.group)
				.with(this.again, "1", figure(FINAL, "1"))
				.with(this.anew, "1", march)
				.judge("2")
				.verdict()).isEqualTo(IN_PROGRESS);
			assertThat(year().with(this.group).with(this.again, "1").with(this.anew, "1", march).judge("2").verdict())
				.isEqualTo(NO_DATA);
			assertThat(year().with(this.group)
				.with(this.again, "1", figure(FINAL, "0"))
				.with(this.anew, "1", march)
				.judge("2")
				.verdict()).isEqualTo(NOT_MET);
		}

		@Test
		void ignoreRowsWithoutATarget() {
			assertThat(year().with(this.group)
				.with(this.again, "1", figure(FINAL, "1"))
				.with(this.anew)
				.judge("2")
				.verdict()).isEqualTo(MET);
			assertThat(year().with(this.group).with(this.again).judge("2").verdict()).isEqualTo(NOT_ASSIGNED);
			assertThat(year().with(this.group).judge("2").verdict()).isEqualTo(NOT_ASSIGNED);
		}

		@ParameterizedTest
		@CsvSource({ "FINAL,0,ESTIMATE,0,false", "ESTIMATE,0,ESTIMATE,0,true", "FINAL,1,ESTIMATE,2,true",
				"FINAL,1,FINAL,1,false", "FINAL,0,ESTIMATE,1,false", "ESTIMATE,0,FINAL,1,true" })
		void areProvisionalAsLongAsAFigureMayChangeThem(ReportingPeriod one, String again, ReportingPeriod other,
				String anew, boolean provisional) {
			assertThat(year().with(this.group)
				.with(this.again, "1", figure(one, again))
				.with(this.anew, "1", figure(other, anew))
				.judge("2")
				.provisional()).isEqualTo(provisional);
		}

		@Test
		void areNotProvisionalWithoutFigures() {
			assertThat(year().with(this.group)
				.with(this.again, "1")
				.with(this.anew, "1", figure(ESTIMATE, "1"))
				.judge("2")
				.provisional()).isFalse();
		}

		@Test
		void mayHoldGroups() {
			IndicatorRule inner = new IndicatorRule("2.1", "2", IndicatorRole.GROUP, false, Direction.HIGHER_IS_BETTER,
					ValueType.AMOUNT, Accumulation.LAST, false);
			YearAttainment attainment = year().with(this.group)
				.with(inner)
				.with(rule("2.1.1").partOf("2.1").build(), "5", figure(FINAL, "4"))
				.judge();
			assertThat(attainment.judgements().get("2").verdict()).isEqualTo(NOT_MET);
			assertThat(attainment.headline().assigned()).isEqualTo(2);
		}

		@Test
		void cannotBeTheirOwnParents() {
			IndicatorRule own = new IndicatorRule("2", "2", IndicatorRole.GROUP, false, Direction.HIGHER_IS_BETTER,
					ValueType.AMOUNT, Accumulation.LAST, false);
			assertThatIllegalArgumentException().isThrownBy(() -> year().with(own).judge());
		}

		@Test
		void haveNoTargetOrFigureOfTheirOwn() {
			assertThat(judge(this.group, "5", figure(FINAL, "5")).verdict()).isEqualTo(NOT_ASSIGNED);
		}

	}

	@Nested
	class Overrides {

		@Test
		void standBesideWhatWasComputed() {
			Judgement judgement = year().with(share(), "96%", figure(FINAL, "97.1")).override("1", MET).judge("1");
			assertThat(judgement.verdict()).isEqualTo(MET);
			assertThat(judgement.computed()).isEqualTo(EXCEEDED);
			assertThat(judgement.overridden()).isTrue();
			assertThat(judgement.provisional()).isFalse();
			assertThat(judgement.gap()).isEqualByComparingTo("1.1");
		}

		@Test
		void stayProvisionalOnAnEstimate() {
			assertThat(year().with(share(), "96%", figure(ESTIMATE, "97")).override("1", MET).judge("1").provisional())
				.isTrue();
			assertThat(year().with(share(), "96%", figure(ReportingPeriod.M06, "97"))
				.override("1", MET)
				.judge("1")
				.provisional()).isTrue();
			assertThat(year().with(share(), "96%").override("1", MET).judge("1").provisional()).isFalse();
			assertThat(
					year().with(share(), "96%", figure(ESTIMATE, "97")).override("1", NO_DATA).judge("1").provisional())
				.isFalse();
		}

		@Test
		void ofADecisiveRowReachItsGroup() {
			YearAttainment attainment = year().with(rule("2").group().build())
				.with(rule("2.1").partOf("2").build(), "5", figure(FINAL, "4"))
				.override("2.1", MET)
				.judge();
			Judgement group = attainment.judgements().get("2");
			assertThat(group.verdict()).isEqualTo(MET);
			assertThat(group.computed()).isEqualTo(NOT_MET);
			assertThat(group.overridden()).isTrue();
			assertThat(attainment.headline().met()).isEqualTo(1);
		}

		@Test
		void doNotAssignWhatWasNotAssignedNorTakeItAway() {
			Judgement judgement = year().with(share()).override("1", MET).judge("1");
			assertThat(judgement.verdict()).isEqualTo(NOT_ASSIGNED);
			assertThat(judgement.overridden()).isFalse();
			assertThatIllegalArgumentException()
				.isThrownBy(() -> year().with(share(), "96%").override("1", NOT_ASSIGNED).judge())
				.withMessageContaining("override");
		}

	}

	@Test
	void keepsTheOrderOfTheIndicators() {
		YearAttainment attainment = year().with(rule("10").build())
			.with(rule("2").group().build())
			.with(rule("2.1").partOf("2").build())
			.judge();
		assertThat(attainment.judgements()).containsOnlyKeys("10", "2", "2.1");
		assertThat(List.copyOf(attainment.judgements().keySet())).containsExactly("10", "2", "2.1");
		assertThat(attainment.headline().notAssigned()).isEqualTo(2);
	}

	@Test
	void judgesNothingInAnEmptyPlan() {
		YearAttainment attainment = YearAttainment.judge(List.of());
		assertThat(attainment.headline()).isEqualTo(new Headline(0, 0, 0, 0, 0, 0, 0, false));
	}

}
