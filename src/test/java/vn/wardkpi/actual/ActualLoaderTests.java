package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.wardkpi.actual.LoadedForm.LoadedActual;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ActualLoaderTests extends IntegrationTest {

	private static final Instant DECEMBER = Instant.parse("2026-12-08T03:00:00Z");

	private static final Instant JANUARY = Instant.parse("2027-01-20T03:00:00Z");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	@Autowired
	private ActualLoader loader;

	@Autowired
	private ActualCatalog catalog;

	private SamplePlan plan;

	@BeforeEach
	void storePlan() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
	}

	@Test
	void figuresAreInForceFromTheirApproval() {
		load(approved(ReportingPeriod.ESTIMATE, "97", DECEMBER), approved(ReportingPeriod.FINAL, "100", JANUARY));

		assertThat(this.catalog.approved(this.plan.planId(), LocalDate.of(2026, 12, 7))).isEmpty();
		assertThat(this.catalog.approved(this.plan.planId(), LocalDate.of(2026, 12, 8)))
			.extracting(ActualRow::no, (row) -> row.figure().period(), ActualRow::approvedAt)
			.containsExactly(tuple("7", ReportingPeriod.ESTIMATE, DECEMBER));
		assertThat(this.catalog.approved(this.plan.planId(), null)).hasSize(2);
	}

	@Test
	void theLatestApprovalOfAFigureReplacesEarlierOnesButNotTheirHistory() {
		load(approved(ReportingPeriod.FINAL, "97", DECEMBER), approved(ReportingPeriod.FINAL, "99.5", JANUARY));

		assertThat(this.catalog.approved(this.plan.planId(), null)).extracting((row) -> row.figure().value())
			.containsExactly(new BigDecimal("99.5"));
		assertThat(this.catalog.approved(this.plan.planId(), LocalDate.of(2026, 12, 31)))
			.extracting((row) -> row.figure().value())
			.containsExactly(new BigDecimal("97"));
	}

	@Test
	void draftsAndReturnedFormsAreNotApproved() {
		Entry water = number(ReportingPeriod.FINAL, "98");
		Entry tax = number(ReportingPeriod.M06, "3000");
		load(LoadedForm.returned(2026, ReportingPeriod.FINAL, "official", DECEMBER, "reviewer", JANUARY,
				"Xem lại số hộ.", List.of(new LoadedActual("7", water))),
				LoadedForm.draft(2026, ReportingPeriod.M06, "official", DECEMBER,
						List.of(new LoadedActual("1.1", tax))));

		assertThat(this.catalog.approved(this.plan.planId(), null)).isEmpty();
		assertThat(this.catalog.withDrafts(this.plan.planId())).extracting(ActualRow::no, ActualRow::status)
			.containsExactly(tuple("1.1", SubmissionStatus.DRAFT), tuple("7", SubmissionStatus.RETURNED));
	}

	@Test
	void approvedFiguresStandOnAnApprovedForm() {
		load(approved(ReportingPeriod.FINAL, "100", JANUARY));

		assertThat(this.catalog.withDrafts(this.plan.planId()))
			.extracting(ActualRow::status, ActualRow::approvedBy, ActualRow::approvedAt)
			.containsExactly(tuple(SubmissionStatus.APPROVED, "reviewer", JANUARY));
	}

	@Test
	void overridesHoldFromTheDayTheyWereMade() {
		this.loader.load(this.plan.planId(), List.of(), List.of(new OverrideRow("23", 2026, Issuer.WARD_COUNCIL,
				Verdict.EXCEEDED, "Xếp loại xuất sắc", "QĐ 12/QĐ-UBND", "reviewer", JANUARY)));

		assertThat(this.catalog.overrides(this.plan.planId(), LocalDate.of(2027, 1, 19))).isEmpty();
		assertThat(this.catalog.overrides(this.plan.planId(), LocalDate.of(2027, 1, 20)))
			.extracting(OverrideRow::no, OverrideRow::verdict)
			.containsExactly(tuple("23", Verdict.EXCEEDED));
	}

	private void load(LoadedForm... forms) {
		this.loader.load(this.plan.planId(), List.of(forms), List.of());
	}

	private static LoadedForm approved(ReportingPeriod period, String value, Instant at) {
		return LoadedForm.approved(2026, period, "official", at.minusSeconds(3600), "reviewer", at,
				List.of(new LoadedActual("7", number(period, value))));
	}

	private static Entry number(ReportingPeriod period, String value) {
		return new Entry(Figure.of(period, new BigDecimal(value)), null, null, null);
	}

}
