package vn.wardkpi.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import vn.wardkpi.actual.ActualCatalog;
import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.DraftActuals;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.submission.LoadedSubmission.LoadedActual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SubmissionLoaderTests extends SubmissionTest {

	private static final Instant DECEMBER = Instant.parse("2026-12-08T03:00:00Z");

	private static final Instant JANUARY = Instant.parse("2027-01-20T03:00:00Z");

	@Autowired
	private SubmissionLoader loader;

	@Autowired
	private ActualCatalog catalog;

	@Autowired
	private DraftActuals drafts;

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
		ActualEntry water = number(ReportingPeriod.FINAL, "98");
		ActualEntry tax = number(ReportingPeriod.M06, "3000");
		load(LoadedSubmission.returned(2026, ReportingPeriod.FINAL, "official", DECEMBER, "reviewer", JANUARY,
				"Xem lại số hộ.", List.of(new LoadedActual("7", water))),
				LoadedSubmission.draft(2026, ReportingPeriod.M06, "official", DECEMBER,
						List.of(new LoadedActual("1.1", tax))));

		assertThat(this.catalog.approved(this.plan.planId(), null)).isEmpty();
		assertThat(this.drafts.ofPlan(this.plan.planId())).extracting(ActualRow::no, ActualRow::status)
			.containsExactly(tuple("1.1", SubmissionStatus.DRAFT), tuple("7", SubmissionStatus.RETURNED));
	}

	@Test
	void approvedFiguresStandOnAnApprovedForm() {
		load(approved(ReportingPeriod.FINAL, "100", JANUARY));

		assertThat(this.drafts.ofPlan(this.plan.planId()))
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

	private void load(LoadedSubmission... forms) {
		this.loader.load(this.plan.planId(), List.of(forms), List.of());
	}

	private static LoadedSubmission approved(ReportingPeriod period, String value, Instant at) {
		return LoadedSubmission.approved(2026, period, "official", at.minusSeconds(3600), "reviewer", at,
				List.of(new LoadedActual("7", number(period, value))));
	}

	private static ActualEntry number(ReportingPeriod period, String value) {
		return new ActualEntry(Figure.of(period, new BigDecimal(value)), null, null, null);
	}

}
