package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.decision.DecisionService;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.edit.AttributeCorrection;
import vn.wardkpi.plan.edit.IndicatorCorrection;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Transactional
class PlanServiceTests extends IntegrationTest {

	private static final String WARD = "00611";

	private static final Actor ADMIN = new Actor("chief", "Quản trị", Role.ADMIN, null, false, Set.of());

	private static final Actor ADMIN_ELSEWHERE = new Actor("other", "Quản trị", Role.ADMIN, new WardCode("00613"),
			false, Set.of());

	@Autowired
	private PlanService plans;

	@Autowired
	private DecisionService decisions;

	@Autowired
	private PlanCatalog catalog;

	@Test
	void storesAPlanAsDrafted() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		List<IndicatorRow> indicators = this.catalog.indicators(id);
		assertThat(indicators).extracting(IndicatorRow::no).containsExactly("1", "1.1", "2");
		assertThat(this.catalog.targets(id, LocalDate.of(2026, 6, 30)))
			.extracting((row) -> row.no() + " " + row.target().text())
			.containsExactly("1 9.923,5", "1.1 7.082,5", "2 96,5%");
	}

	@Test
	void subIndicatorWithoutLeadUnitIsAnsweredForByItsParents() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		IndicatorRow breakdown = this.catalog.indicators(id).get(1);
		assertThat(breakdown.leadUnitCodes()).containsExactly("phong-kinh-te");
		assertThat(breakdown.inheritsLeadUnits()).isTrue();
	}

	@Test
	void refusesASecondPlanForTheSameYears() {
		this.plans.adopt(aPlan().build(), ADMIN);
		assertRefused(Kind.CONFLICT, () -> this.plans.adopt(aPlan().build(), ADMIN));
	}

	@Test
	void refusesAnAdministratorOfAnotherWard() {
		assertRefused(Kind.FORBIDDEN, () -> this.plans.adopt(aPlan().build(), ADMIN_ELSEWHERE));
	}

	@Test
	void laterDecisionReplacesFromItsEffectiveDateAndLosesNothing() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		this.decisions.decide(id, decision("97%"), ADMIN);
		assertThat(target(id, LocalDate.of(2026, 6, 30))).isEqualTo("96,5%");
		assertThat(target(id, LocalDate.of(2026, 7, 1))).isEqualTo("97%");
	}

	@Test
	void decisionCanTakeATargetBack() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		this.decisions.decide(id, decision("-"), ADMIN);
		assertThat(this.catalog.targets(id, LocalDate.of(2026, 7, 1))).extracting(TargetRow::no)
			.containsExactly("1", "1.1");
	}

	@Test
	void decisionWithTargetsThatAreNotUnderstoodIsRefusedAtEachField() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		NewDecision wrong = new NewDecision(Issuer.WARD_COUNCIL, "20/NQ-HĐND", LocalDate.of(2026, 7, 1), null,
				List.of(new NewDecision.NewTarget("2", 2026, "86.6%"), new NewDecision.NewTarget("99", 2026, "1"),
						new NewDecision.NewTarget("1", 2031, "1"), new NewDecision.NewTarget("1", 2026, null)));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.decisions.decide(id, wrong, ADMIN))
			.satisfies((ex) -> assertThat(ex.fields()).extracting(RefusedException.FieldProblem::field)
				.containsExactly("targets[0].text", "targets[1].no", "targets[2].year", "targets[3].text"));
	}

	@Test
	void correctsWhatWasUnderstood() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		this.plans.correct(id, "2", correction(Direction.LOWER_IS_BETTER, null), ADMIN);
		assertThat(this.catalog.indicators(id).get(2).rule().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
	}

	@Test
	void unitsAndRowsOfADayAreThoseTheEntitySays() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		PlanChange tried = this.plans.tryCorrection(id, "2",
				corrected(new AttributeCorrection("Tên mới", null, null, null, null, null, null, null), "2026-01-01"),
				ADMIN);
		assertThat(tried.before().indicators()).isEqualTo(this.catalog.indicators(id));
		PlanChange change = this.plans.correct(id, "2",
				corrected(new AttributeCorrection("Tên mới", null, null, null, null, null, null, null), "2026-01-01"),
				ADMIN);
		assertThat(change.after().indicators()).extracting(IndicatorRow::name)
			.isEqualTo(this.catalog.indicators(id).stream().map(IndicatorRow::name).toList())
			.contains("Tên mới");
	}

	@Test
	void refusesAPlanThatContradictsItself() {
		assertRefused(Kind.INVALID, () -> this.plans
			.adopt(PlanDrafts.aPlanOf(WARD).breakdown("1.1", "1", "Thu từ thuế", "7").build(), ADMIN));
	}

	@Test
	void refusesABreakdownWithoutParent() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		assertRefused(Kind.INVALID,
				() -> this.plans.correct(id, "2", correction(null, IndicatorRole.BREAKDOWN), ADMIN));
	}

	@Test
	void refusesCorrectionsOfAnotherWardsPlan() {
		long id = this.plans.adopt(aPlan().build(), ADMIN);
		assertRefused(Kind.FORBIDDEN, () -> this.plans.correct(id, "2", correction(null, null), ADMIN_ELSEWHERE));
		assertRefused(Kind.NOT_FOUND, () -> this.plans.correct(-1, "2", correction(null, null), ADMIN));
	}

	private static PlanDrafts aPlan() {
		return PlanDrafts.aPlanOf(WARD)
			.amount("1", "Thu ngân sách", "phong-kinh-te", "9.923,5")
			.breakdown("1.1", "1", "Thu từ thuế", "7.082,5")
			.percent("2", "Tỷ lệ dân số tham gia BHYT", "phong-van-hoa", "96,5%");
	}

	private static NewDecision decision(String target) {
		return new NewDecision(Issuer.WARD_COUNCIL, "20/NQ-HĐND", LocalDate.of(2026, 7, 1), null,
				List.of(new NewDecision.NewTarget("2", 2026, target)));
	}

	private static IndicatorCorrection correction(@Nullable Direction direction, @Nullable IndicatorRole role) {
		return corrected(new AttributeCorrection(null, null, role, null, direction, null, null, null), "2026-01-01");
	}

	private static IndicatorCorrection corrected(AttributeCorrection attributes, String effectiveDate) {
		return new IndicatorCorrection(attributes, null, "Đọc nhầm phụ lục", LocalDate.parse(effectiveDate));
	}

	private String target(long planId, LocalDate asOf) {
		return this.catalog.targets(planId, asOf)
			.stream()
			.filter((row) -> row.no().equals("2"))
			.findFirst()
			.orElseThrow()
			.target()
			.text();
	}

	private static void assertRefused(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(kind));
	}

}
