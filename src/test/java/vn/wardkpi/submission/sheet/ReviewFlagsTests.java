package vn.wardkpi.submission.sheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.actual.ActualChecker;
import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.sheet.ReviewFlag.Code;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a reviewer is pointed to, and what not.
 */
class ReviewFlagsTests {

	private static final Instant NOW = Instant.parse("2027-01-05T02:11:08Z");

	private static final IndicatorRow REVENUE = indicator(ValueType.AMOUNT, Accumulation.SUM, false);

	private static final IndicatorRow WATER = indicator(ValueType.PERCENT, Accumulation.LAST, true);

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			# value, target, year before, period before, marks
			110,    100,    90,          60,            -
			110,    100,    -,           -,             -
			95,     100,    90,          60,            NOT_MET
			160,    100,    120,         90,            FAR
			110,    100,    20,          60,            JUMP_YEAR
			110,    100,    550,         60,            JUMP_YEAR
			110,    100,    90,          22,            JUMP_PERIOD
			110,    100,    90,          120,           FALLEN
			110000, 100,    90,          60,            SCALE JUMP_PERIOD FAR
			""")
	void aSumIsHeldAgainstItsTargetAndWhatWasBefore(BigDecimal value, BigDecimal target, BigDecimal before,
			BigDecimal earlier, String marks) {
		Row row = new Row(REVENUE, target).entered(entry(value));
		row.before = before;
		row.earlier = (earlier != null) ? Figure.of(ReportingPeriod.M09, earlier) : null;

		assertThat(row.marks()).containsExactlyElementsOf(
				(marks != null) ? List.of(marks.split(" ")).stream().map(Code::valueOf).toList() : List.of());
	}

	@Test
	void aFinalFigureMayLieBelowItsEstimate() {
		Row row = new Row(REVENUE, new BigDecimal("100")).entered(entry(new BigDecimal("110")));
		row.earlier = Figure.of(ReportingPeriod.ESTIMATE, new BigDecimal("120"));

		assertThat(row.marks()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			# value, target, year before, period before, marks
			97.1,   96,     95.8,        96.5,          -
			69.3,   60,     95.8,        -,             JUMP_YEAR
			69.3,   60,     -,           95.8,          JUMP_PERIOD
			60,     50,     5,           10,            JUMP_YEAR
			60,     50,     50,          10,            JUMP_PERIOD
			77.8,   66.7,   66.7,        66.7,          -
			100,    99,     99.5,        -,             -
			0.965,  96,     -,           -,             'SCALE NOT_MET'
			""")
	void aShareIsHeldAgainstWhatItWas(BigDecimal value, BigDecimal target, BigDecimal before, BigDecimal earlier,
			String marks) {
		Row row = new Row(WATER, target).entered(entry(value));
		row.before = before;
		row.earlier = (earlier != null) ? Figure.of(ReportingPeriod.M09, earlier) : null;

		assertThat(row.marks()).containsExactlyElementsOf(
				(marks != null) ? List.of(marks.split(" ")).stream().map(Code::valueOf).toList() : List.of());
	}

	@Test
	void aPercentageMustFollowFromItsOwnParts() {
		Figure figure = new Figure(ReportingPeriod.FINAL, new BigDecimal("99.96"), new BigDecimal("8743"),
				new BigDecimal("8833"), null);

		assertThat(new Row(WATER, new BigDecimal("90")).entered(new ActualEntry(figure, null, null, null)).marks())
			.containsExactly(Code.SHARE);
	}

	@Test
	void aForgottenCellIsMarkedAndOneThatIsEmptyOnPurposeIsNot() {
		Row row = new Row(WATER, new BigDecimal("90"));
		assertThat(row.marks()).containsExactly(Code.EMPTY);

		ActualEntry onPurpose = new ActualEntry(none(), null, null, null, "Cục Thống kê chưa công bố");
		assertThat(row.entered(onPurpose).marks()).isEmpty();
		assertThat(row.entered(new ActualEntry(none(), "ghi chú", null, null)).marks()).containsExactly(Code.EMPTY);
	}

	@Test
	void whatDiffersFromWhatWasApprovedIsShownBesideIt() {
		Row row = new Row(WATER, new BigDecimal("90")).entered(entry(new BigDecimal("96.1")));
		row.approved = new Sheet.Approved(entry(new BigDecimal("95.6")), "binh", NOW);
		assertThat(ReviewFlags.of(row.build(), SubmissionStatus.SUBMITTED))
			.containsExactly(ReviewFlag.of(Code.CHANGED, "95,6"));

		row.approved = new Sheet.Approved(entry(new BigDecimal("96.10")), "binh", NOW);
		assertThat(row.marks()).isEmpty();
		row.approved = new Sheet.Approved(new ActualEntry(entry(new BigDecimal("96.1")).figure(), null, "Vỡ ống", null),
				"binh", NOW);
		assertThat(row.marks()).containsExactly(Code.CHANGED);
	}

	@Test
	void aRowThatWentBackIsMendedOrNot() {
		Row row = new Row(WATER, new BigDecimal("90")).entered(entry(new BigDecimal("96.1")));
		row.decision = decision(RowDecision.Kind.RETURNED, 1);
		assertThat(ReviewFlags.of(row.build(), SubmissionStatus.SUBMITTED))
			.containsExactly(ReviewFlag.of(Code.NOT_CORRECTED));

		assertThat(ReviewFlags.of(row.build(), SubmissionStatus.RETURNED)).as("before it came again").isEmpty();

		row.version = 2;
		assertThat(ReviewFlags.of(row.build(), SubmissionStatus.SUBMITTED))
			.containsExactly(ReviewFlag.of(Code.CORRECTED, "95,6"));
	}

	@Test
	void aRowInForceAlreadyIsNotLookedAtAgain() {
		Row row = new Row(WATER, new BigDecimal("90")).entered(entry(new BigDecimal("80")));
		assertThat(row.marks()).containsExactly(Code.NOT_MET);

		row.decision = decision(RowDecision.Kind.APPROVED, 1);
		assertThat(row.marks()).isEmpty();
	}

	@Test
	void groupsHaveNoMarksOfTheirOwn() {
		IndicatorRow group = new IndicatorRow(
				1, "Nhóm", null, null, new IndicatorRule("2", null, IndicatorRole.GROUP, false,
						Direction.HIGHER_IS_BETTER, ValueType.PERCENT, Accumulation.LAST, true),
				0, null, null, List.of(), false, 0);

		assertThat(new Row(group, new BigDecimal("90")).marks()).isEmpty();
	}

	private static RowDecision decision(RowDecision.Kind kind, int version) {
		return new RowDecision(kind, "Xem lại", "binh", NOW, entry(new BigDecimal("95.6")), version);
	}

	private static ActualEntry entry(BigDecimal value) {
		return new ActualEntry(Figure.of(ReportingPeriod.FINAL, value), null, null, null);
	}

	private static Figure none() {
		return new Figure(ReportingPeriod.FINAL, null, null, null, null);
	}

	private static IndicatorRow indicator(ValueType type, Accumulation accumulation, boolean bounded) {
		IndicatorRule rule = new IndicatorRule("1", null, IndicatorRole.COUNTED, false, Direction.HIGHER_IS_BETTER,
				type, accumulation, bounded);
		return new IndicatorRow(1, "Chỉ tiêu", "Tỷ đồng", null, rule, 1, null, null, List.of(), false, 0);
	}

	/** A row being put together. */
	private static final class Row {

		private final IndicatorRow indicator;

		private final Map<Issuer, ParsedTarget> targets;

		private @Nullable ActualEntry entry;

		private @Nullable BigDecimal before;

		private @Nullable Figure earlier;

		private Sheet.@Nullable Approved approved;

		private @Nullable RowDecision decision;

		private int version = 1;

		Row(IndicatorRow indicator, BigDecimal target) {
			this.indicator = indicator;
			this.targets = Map.of(Issuer.WARD_COUNCIL, new ParsedTarget(target.toString(), null, target, null, null, 1,
					indicator.rule().valueType(), false));
		}

		Row entered(ActualEntry by) {
			this.entry = by;
			return this;
		}

		List<Code> marks() {
			return ReviewFlags.of(build(), SubmissionStatus.SUBMITTED).stream().map(ReviewFlag::code).toList();
		}

		Sheet.Row build() {
			StoredActual stored = (this.entry != null)
					? new StoredActual("1", 2026, this.entry, this.version, "an", NOW) : null;
			CheckResult checked = (this.entry != null && !this.entry.isEmpty()) ? ActualChecker.check(this.indicator,
					this.targets, this.entry.figure(), 2026, this.before, this.earlier, List.of()) : null;
			return new Sheet.Row(this.indicator, 2026, this.targets, Map.of(), null, this.earlier, stored, checked,
					Map.of(), this.approved, this.decision, null, List.of(), null);
		}

	}

}
