package vn.wardkpi.dashboard.stages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.OverrideSpan;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class StageFiguresTests {

	private static final ActualRow VOTED = row(ReportingPeriod.ESTIMATE, "96.4", "2026-12-08T03:00:00Z");

	private static final ActualRow CORRECTED = row(ReportingPeriod.ESTIMATE, "96.0", "2026-12-20T03:00:00Z");

	private static final ActualRow OFFICIAL = row(ReportingPeriod.FINAL, "95.6", "2027-01-28T03:00:00Z");

	private static final ActualRow OFFICIAL_AGAIN = row(ReportingPeriod.FINAL, "95.7", "2027-02-10T03:00:00Z");

	private static final ActualRow TOO_LATE = row(ReportingPeriod.ESTIMATE, "95.6", "2027-02-01T03:00:00Z");

	@Test
	void theLastEstimateBeforeTheOfficialFigureStands() {
		StageFigures figures = of(VOTED, CORRECTED, OFFICIAL);
		assertThat(figures.estimate()).isEqualTo(CORRECTED);
		assertThat(figures.official()).isEqualTo(OFFICIAL);
		assertThat(figures.replaced()).containsExactly(VOTED);
	}

	@Test
	void anEstimateChangedAfterTheOfficialFigureWasNeverVotedOn() {
		StageFigures figures = of(VOTED, OFFICIAL, TOO_LATE);
		assertThat(figures.estimate()).isEqualTo(VOTED);
		assertThat(figures.replaced()).containsExactly(TOO_LATE);
	}

	@Test
	void anEstimateThatOnlyCameAfterwardsIsStillShown() {
		StageFigures figures = of(OFFICIAL, TOO_LATE);
		assertThat(figures.estimate()).isEqualTo(TOO_LATE);
	}

	@Test
	void aCorrectedOfficialFigureDoesNotMoveTheMomentItFirstCame() {
		StageFigures figures = of(VOTED, OFFICIAL, TOO_LATE, OFFICIAL_AGAIN);
		assertThat(figures.official()).isEqualTo(OFFICIAL_AGAIN);
		assertThat(figures.estimate()).isEqualTo(VOTED);
		assertThat(figures.settledAt()).isEqualTo(OFFICIAL.approvedAt());
	}

	@Test
	void aCellLeftEmptyOnPurposeIsNoOfficialFigure() {
		ActualRow empty = row(ReportingPeriod.FINAL, null, "2027-01-28T03:00:00Z");
		StageFigures figures = of(VOTED, empty);
		assertThat(figures.isSettled()).isFalse();
		assertThat(figures.settledAt()).isNull();
		assertThat(figures.official()).isEqualTo(empty);
	}

	@Test
	void figuresOfPartOfTheYearAreNoStage() {
		assertThat(StageFigures.of(List.of(row(ReportingPeriod.M06, "40", "2026-07-10T03:00:00Z")))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "96.4, 95.6, true, -0.8, -", "10519.0, 9923.5, false, -595.5, -5.66",
			"100, 100, false, 0, 0.00", "0, 5, false, 5, -", "-2, 3, false, 5, -", "3, 4, false, 1, 33.33" })
	void aShareDiffersInPointsAndAnAmountByARate(BigDecimal estimate, BigDecimal official, boolean share,
			BigDecimal change, @Nullable BigDecimal rate) {
		StageDifference difference = StageDifference.between(estimate, official, share);
		assertThat(difference).isNotNull();
		assertThat(difference.change()).isEqualByComparingTo(change);
		assertThat(difference.rate()).isEqualTo(rate);
	}

	@Test
	void nothingDiffersFromAFigureThatIsMissing() {
		assertThat(StageDifference.between(null, BigDecimal.ONE, false)).isNull();
		assertThat(StageDifference.between(BigDecimal.ONE, null, false)).isNull();
	}

	@Test
	void anOverrideHoldsUntilItIsTakenBack() {
		Instant made = Instant.parse("2026-12-10T03:00:00Z");
		Instant revoked = Instant.parse("2027-01-10T03:00:00Z");
		OverrideSpan span = new OverrideSpan(
				new OverrideRow("1", 2026, Issuer.WARD_COUNCIL, Verdict.MET, "vì", null, "reviewer", made), "reviewer",
				revoked);
		assertThat(span.heldBefore(made)).isFalse();
		assertThat(span.heldBefore(made.plusSeconds(1))).isTrue();
		assertThat(span.heldBefore(revoked)).isTrue();
		assertThat(span.heldBefore(revoked.plusSeconds(1))).isFalse();
		assertThat(span.heldBefore(null)).isFalse();
	}

	private static StageFigures of(ActualRow... approvals) {
		return StageFigures.of(List.of(approvals)).get("1");
	}

	private static ActualRow row(ReportingPeriod period, @Nullable String value, String approvedAt) {
		Instant at = Instant.parse(approvedAt);
		Figure figure = new Figure(period, (value != null) ? new BigDecimal(value) : null, null, null, null);
		return new ActualRow(1, "1", 2026, figure, null, null, null, SubmissionStatus.APPROVED, "clerk",
				at.minusSeconds(60), "reviewer", at, (value == null) ? "Chưa có kết quả điều tra" : null);
	}

}
