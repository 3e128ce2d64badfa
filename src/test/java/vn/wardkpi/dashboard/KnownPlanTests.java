package vn.wardkpi.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Plans;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.WardCode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known of a plan whose stored targets and figures reach beyond its years.
 */
class KnownPlanTests {

	private static final IndicatorRule RULE = Plans.rule("1").adds(Accumulation.SUM).build();

	private static final LocalDate DAY = LocalDate.of(2028, 3, 1);

	@Test
	void targetsOfYearsOutsideThePlanAreNoneOfItsPeriod() {
		List<TargetRow> targets = IntStream.rangeClosed(2025, 2031)
			.mapToObj((year) -> target(year, (year < 2026 || year > 2030) ? "25" : "10"))
			.toList();
		PeriodAttainment period = periodOf(targets, figure(2025, "20"), figure(2026, "9"), figure(2027, "12"));
		// 9 + 12, of the 10 + 10 asked for until then
		assertThat(period.value()).isEqualByComparingTo("21");
		assertThat(period.targetToDate()).isEqualByComparingTo("20");
		// 5 × 10 is the period's 50
		assertThat(period.targetsDifference()).isEqualByComparingTo("0");
		assertThat(period.remainingYears()).containsExactly(2028, 2029, 2030);
		// (50 − 21) / 3
		assertThat(period.required()).isEqualTo(new BigDecimal("9.67"));
	}

	@Test
	void aTargetAfterThePlanLeavesItsLastYearsOpen() {
		List<TargetRow> targets = List.of(target(2026, "10"), target(2027, "10"), target(2031, "40"));
		PeriodAttainment period = periodOf(targets, figure(2026, "9"), figure(2027, "12"));
		assertThat(period.targetToDate()).isEqualByComparingTo("20");
		assertThat(period.remainingYears()).containsExactly(2028, 2029, 2030);
		// (50 − 21) / 3
		assertThat(period.required()).isEqualTo(new BigDecimal("9.67"));
	}

	/** 50 are asked for in all. */
	private static PeriodAttainment periodOf(List<TargetRow> yearly, ActualRow... figures) {
		PlanSummary plan = new PlanSummary(1, new WardCode("00340"), "Phường", "PHUONG", "Hà Nội", "Kế hoạch", 2026,
				2030, PlanStatus.ADOPTED, null, false);
		IndicatorRow indicator = new IndicatorRow(1, "Chỉ tiêu", null, null, RULE, 0, null, null, List.of(), false, 0);
		List<TargetRow> targets = Stream.concat(Stream.of(target(null, "50")), yearly.stream()).toList();
		JudgedPlan judged = new JudgedPlan(
				new KnownPlan(plan, DAY, false, List.of(indicator), targets, List.of(figures), List.of(), List.of()));
		return judged.period(Issuer.WARD_COUNCIL).indicators().get(0).attainment();
	}

	private static TargetRow target(@Nullable Integer year, String text) {
		return new TargetRow(1, RULE.no(), Issuer.WARD_COUNCIL, year, Plans.target(text), null, DAY, null);
	}

	private static ActualRow figure(int year, String value) {
		Instant at = Instant.parse((year + 1) + "-01-28T03:00:00Z");
		return new ActualRow(1, RULE.no(), year, Figure.of(ReportingPeriod.FINAL, new BigDecimal(value)), null, null,
				null, SubmissionStatus.APPROVED, "clerk", at, "reviewer", at, null);
	}

}
