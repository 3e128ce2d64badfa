package vn.wardkpi.dashboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.decision.DecisionService;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.submission.LoadedSubmission;
import vn.wardkpi.submission.LoadedSubmission.LoadedActual;
import vn.wardkpi.submission.SubmissionLoader;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

/**
 * A ward with the plan of Từ Liêm and figures; everything is rolled back.
 */
@Transactional
public abstract class DashboardTest extends IntegrationTest {

	protected static final String WARD = "00340";

	@Autowired
	protected MockMvcTester mvc;

	@Autowired
	private PlanService plans;

	@Autowired
	private DecisionService decisions;

	@Autowired
	private SubmissionLoader loader;

	protected long aPlan(int copies) {
		return this.plans.adopt(AnnexPlan.of(WARD, copies, false), TestAccounts.adminActor());
	}

	protected void approve(long plan, int year, ReportingPeriod period, String approvedAt, LoadedActual... actuals) {
		Instant at = Instant.parse(approvedAt);
		load(plan, LoadedSubmission.approved(year, period, "clerk", at.minusSeconds(86400), "reviewer", at,
				List.of(actuals)));
	}

	protected void load(long plan, LoadedSubmission form) {
		this.loader.load(plan, List.of(form), List.of());
	}

	/**
	 * Stores the decision; whoever makes it has read its warnings.
	 */
	protected void decide(long plan, NewDecision decision) {
		List<String> warnings = this.decisions.check(plan, decision, TestAccounts.adminActor())
			.problems()
			.stream()
			.map((problem) -> problem.problem().code())
			.toList();
		this.decisions.decide(plan, new NewDecision(decision.issuer(), decision.number(), decision.date(),
				decision.effectiveDate(), decision.targets(), warnings), TestAccounts.adminActor());
	}

	protected void override(long plan, OverrideRow override) {
		this.loader.load(plan, List.of(), List.of(override));
	}

	protected static LoadedActual actual(String no, ReportingPeriod period, String value) {
		return explained(no, period, value, null, null);
	}

	protected static LoadedActual explained(String no, ReportingPeriod period, String value, @Nullable String cause,
			@Nullable String remedy) {
		String[] parts = value.split("/");
		Figure figure = (parts.length == 2) ? Figure.ofRatio(period, new BigDecimal(parts[0]), new BigDecimal(parts[1]))
				: Figure.of(period, new BigDecimal(value));
		return new LoadedActual(no, new ActualEntry(figure, null, cause, remedy));
	}

	protected static LoadedActual leftEmpty(String no, ReportingPeriod period, String reason) {
		return new LoadedActual(no,
				new ActualEntry(new Figure(period, null, null, null, null), null, null, null, reason));
	}

	/**
	 * Figures of 2026 for the whole annex: of 22, 3 are missed and 1 is missing.
	 */
	protected void approveYear(long plan, int copies) {
		List<LoadedActual> actuals = new ArrayList<>();
		for (int copy = 0; copy < copies; copy++) {
			for (String entry : List.of("1 10519.0", "1.1 7402.1", "1.2 3116.9", "2.1 12/18", "2.2 1", "3 96.9",
					"4 47.6", "5 3.0", "6 45.5", "7 100", "8 100", "9 11.4", "10 12.1", "11 0", "12 23.4", "13 2/3",
					"14 20", "15 94.6", "16 89.5", "17 6.0", "18 100", "20 100", "21 100", "22 0")) {
				String[] parts = entry.split(" ");
				String[] no = parts[0].split("\\.", 2);
				String shifted = (Integer.parseInt(no[0]) + 22 * copy) + ((no.length > 1) ? "." + no[1] : "");
				boolean missed = List.of("5", "9", "13").contains(parts[0]);
				actuals.add(explained(shifted, ReportingPeriod.FINAL, parts[1],
						missed ? "Mức hỗ trợ đóng mới áp dụng từ tháng 7." : null,
						missed ? "Giao chỉ tiêu phát triển tới từng tổ dân phố." : null));
			}
		}
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z", actuals.toArray(LoadedActual[]::new));
	}

}
