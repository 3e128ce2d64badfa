package vn.wardkpi.plan.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanDrafts;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Indicators added, removed and moved by the API, before a plan is adopted and after.
 */
class IndicatorsOverTimeTests extends DashboardTest {

	private static final String WHY = "\"reason\": \"Rà soát giữa kỳ\", \"effectiveDate\": \"2027-06-01\"";

	private static final String NEW_ROW = """
			{"no": "23", "name": "Tỷ lệ hộ dùng nước sạch", "unit": "%%", "direction": "HIGHER_IS_BETTER",
			 "valueType": "PERCENT", "accumulation": "LAST", "bounded": true, "leadUnits": ["phong-van-hoa-xa-hoi"],
			 "field": "Môi trường", "note": "Theo quy hoạch", "leaderInCharge": "Nguyễn Văn An – Phó Chủ tịch",
			 "baseline": {"year": 2025, "text": "91,5%%"}%s}""";

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private PlanLifecycle lifecycle;

	private long plan;

	@Test
	void aDraftTakesAndLosesRowsFreely() {
		aDraft();
		assertThat(call(HttpMethod.POST, "", row(", \"targets\": [{\"issuer\": \"WARD_COUNCIL\", \"year\": 2026, "
				+ "\"text\": \"trên 95,25%\"}], \"periodTargets\": [{\"issuer\": \"CITY\", \"text\": \"100%\"}]")))
			.hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isLenientlyEqualTo("""
					{"no": "23", "role": "COUNTED", "decimals": 2, "field": "Môi trường", "note": "Theo quy hoạch",
					 "leaderInCharge": "Nguyễn Văn An – Phó Chủ tịch",
					 "baseline": {"year": 2025, "text": "91,5%", "value": 91.5, "comparable": true},
					 "targets": [{"issuer": "WARD_COUNCIL", "year": 2026, "comparator": "MORE_THAN", "value": 95.25}],
					 "periodTargets": [{"issuer": "CITY", "value": 100}], "changes": []}""");
		assertThat(call(HttpMethod.POST, "", row(""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"no\", \"code\": \"indicator-twice\"}]}");
		assertThat(call(HttpMethod.DELETE, "/1", null)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"no\", \"code\": \"indicator-has-parts\"}]}");
		assertThat(call(HttpMethod.DELETE, "/2?dryRun=true", null)).hasStatusOk();
		assertThat(numbers(LocalDate.EPOCH)).containsExactly("1", "1.1", "2", "23");
		assertThat(call(HttpMethod.DELETE, "/2", null)).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"no\": \"2\", \"changes\": []}");
		assertThat(call(HttpMethod.DELETE, "/2", null)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(numbers(LocalDate.EPOCH)).containsExactly("1", "1.1", "23");
		assertThat(this.catalog.targets(this.plan, LocalDate.of(2026, 1, 1)))
			.extracting((target) -> target.no() + " " + target.target().text())
			.containsExactly("23 100%", "1 10", "1.1 4", "23 trên 95,25%");
	}

	@Test
	void aDraftsRowsAreRenumberedMovedAndPutUnderOthers() {
		aDraft();
		assertThat(call(HttpMethod.PATCH, "/2", "{\"no\": \"1.2\", \"parentNo\": \"1\", \"role\": \"BREAKDOWN\"}"))
			.hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"no\": \"1.2\", \"parentNo\": \"1\", \"role\": \"BREAKDOWN\"}");
		assertThat(numbers(LocalDate.EPOCH)).containsExactly("1", "1.1", "1.2");
		call(HttpMethod.PATCH, "/1.2", "{\"parentNo\": \"\", \"role\": \"COUNTED\", \"no\": \"2\", \"order\": 1}");
		assertThat(numbers(LocalDate.EPOCH)).containsExactly("2", "1", "1.1");
		assertThat(call(HttpMethod.PATCH, "/1", "{\"parentNo\": \"1.1\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(call(HttpMethod.PATCH, "/1", "{\"no\": \"một\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"no\", \"code\": \"number-wrong\"}]}");
		assertThat(call(HttpMethod.PATCH, "/1", "{\"baseline\": {\"year\": 2025, \"text\": \"86.6\"}}"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"baseline\", \"code\": \"number-ambiguous\"}]}");
	}

	@Test
	void anAdoptedPlanAsksWhyAndFromWhen() {
		this.plan = aPlan(1);
		for (MvcTestResult refused : new MvcTestResult[] { call(HttpMethod.POST, "", row("")),
				call(HttpMethod.DELETE, "/17", null), call(HttpMethod.DELETE, "/17?dryRun=true", "{}") }) {
			assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyJson()
				.extractingPath("$.errors[*].field")
				.asArray()
				.containsExactly("reason", "effectiveDate");
		}
	}

	@Test
	void whatIsRemovedIsNotThereFromTheDayOnAndStaysAsItWasBefore() {
		aPlanWithFigures();
		MvcTestResult tried = call(HttpMethod.DELETE, "/17?dryRun=true", "{" + WHY + "}");
		assertThat(tried).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"no": "17", "effectiveDate": "2027-06-01",
				 "changes": [{"year": 2026, "issuer": "WARD_COUNCIL", "no": null},
				             {"year": 2026, "issuer": "WARD_COUNCIL", "no": "17", "from": "EXCEEDED",
				              "to": "NOT_ASSIGNED"}]}""");
		assertThat(attainment("2027-06-01")).bodyText().contains("\"no\":\"17\"");

		assertThat(call(HttpMethod.DELETE, "/17?reason=R%C3%A0%20so%C3%A1t&effectiveDate=2027-06-01", null))
			.hasStatusOk();

		assertThat(attainment("2027-05-31")).bodyJson().isLenientlyEqualTo("{\"headline\": {\"exceeded\": 1}}");
		assertThat(attainment("2027-05-31")).bodyText().contains("\"no\":\"17\"");
		assertThat(attainment("2027-06-01")).bodyJson().isLenientlyEqualTo("{\"headline\": {\"exceeded\": 0}}");
		assertThat(attainment("2027-06-01")).bodyText().doesNotContain("\"no\":\"17\"");
		assertThat(numbers(LocalDate.of(2027, 5, 31))).contains("17");
		assertThat(numbers(LocalDate.of(2027, 6, 1))).doesNotContain("17");
		assertThat(this.catalog.targets(this.plan, LocalDate.of(2027, 6, 1))).extracting(TargetRow::no)
			.doesNotContain("17");
		assertThat(call(HttpMethod.DELETE, "/17", "{" + WHY + "}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.containsExactly("indicator-ended");
		assertThat(call(HttpMethod.POST, "", row(", " + WHY).replace("\"23\"", "\"17\"")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.mvc.get().uri("/api/v1/plans/" + this.plan + "/history/17").with(TestAccounts.admin()))
			.bodyText()
			.contains("DELETED", "Rà soát");
		assertThat(this.mvc.get()
			.uri("/plans/" + this.plan + "/indicators/17?year=2026&asOf=2027-05-31")
			.with(TestAccounts.delegate(WARD))).hasStatusOk();
	}

	@Test
	void whatEndedComesBackFromADayOnAndWasNotThereBetween() {
		aPlanWithFigures();
		call(HttpMethod.DELETE, "/17", "{" + WHY + "}");
		String back = "{\"reason\": \"Cấp trên vẫn giao\", \"effectiveDate\": \"2027-09-01\"}";
		assertThat(call(HttpMethod.POST, "/17/reinstate", "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("reason", "effectiveDate");
		assertThat(call(HttpMethod.POST, "/17/reinstate?dryRun=true", back)).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"no": "17", "changes": [{"year": 2026, "issuer": "WARD_COUNCIL", "no": null},
							 {"year": 2026, "issuer": "WARD_COUNCIL", "no": "17", "from": "NOT_ASSIGNED", "to": "EXCEEDED"}]}""");
		assertThat(numbers(LocalDate.of(2027, 9, 1))).doesNotContain("17");
		assertThat(call(HttpMethod.POST, "/17/reinstate", back)).hasStatusOk();

		assertThat(numbers(LocalDate.of(2027, 5, 31))).contains("17");
		assertThat(numbers(LocalDate.of(2027, 6, 1))).doesNotContain("17");
		assertThat(numbers(LocalDate.of(2027, 8, 31))).doesNotContain("17");
		assertThat(numbers(LocalDate.of(2027, 9, 1))).contains("17");
		assertThat(attainment("2027-05-31")).bodyJson().isLenientlyEqualTo("{\"headline\": {\"exceeded\": 1}}");
		assertThat(attainment("2027-08-31")).bodyJson().isLenientlyEqualTo("{\"headline\": {\"exceeded\": 0}}");
		assertThat(attainment("2027-09-01")).bodyJson().isLenientlyEqualTo("{\"headline\": {\"exceeded\": 1}}");
		assertThat(call(HttpMethod.POST, "/17/reinstate", back)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("indicator-not-ended");
		assertThat(this.mvc.get().uri("/api/v1/plans/" + this.plan + "/history/17").with(TestAccounts.admin()))
			.bodyText()
			.contains("RESTORED", "Cấp trên vẫn giao");
		call(HttpMethod.DELETE, "/17", "{\"reason\": \"x\", \"effectiveDate\": \"2028-01-01\"}");
		call(HttpMethod.POST, "/17/reinstate", "{\"reason\": \"x\", \"effectiveDate\": \"2028-03-01\"}");
		assertThat(numbers(LocalDate.of(2027, 7, 1))).doesNotContain("17");
		assertThat(numbers(LocalDate.of(2028, 2, 1))).doesNotContain("17");
		assertThat(numbers(LocalDate.of(2028, 3, 1))).contains("17");
	}

	@Test
	void anEndThatWasAMistakeIsAsIfItHadNeverBeen() {
		aPlanWithFigures();
		call(HttpMethod.DELETE, "/17", "{" + WHY + "}");
		assertThat(call(HttpMethod.POST, "/17/reinstate", "{" + WHY + "}")).hasStatusOk();
		assertThat(numbers(LocalDate.of(2027, 6, 1))).contains("17");
		assertThat(attainment("2027-06-01")).bodyJson().isLenientlyEqualTo("{\"headline\": {\"exceeded\": 1}}");
	}

	@Test
	void aGroupComesBackWithThePartsThatEndedWithIt() {
		aPlanWithFigures();
		call(HttpMethod.DELETE, "/2.1", "{" + WHY + "}");
		java.util.List<String> parts = numbers(LocalDate.of(2027, 6, 1)).stream()
			.filter((no) -> no.startsWith("2."))
			.toList();
		parts.forEach((no) -> call(HttpMethod.DELETE, "/" + no, "{" + WHY + "}"));
		call(HttpMethod.DELETE, "/2", "{" + WHY + "}");
		assertThat(numbers(LocalDate.of(2027, 6, 1))).noneMatch((no) -> no.equals("2") || no.startsWith("2."));
		assertThat(call(HttpMethod.POST, "/2/reinstate", "{" + WHY + "}")).hasStatusOk();
		assertThat(numbers(LocalDate.of(2027, 6, 1))).contains("2", "2.1").containsAll(parts);
	}

	@Test
	void thePagesBringItBack() {
		aPlanWithFigures();
		call(HttpMethod.DELETE, "/17", "{" + WHY + "}");
		String page = "/plans/" + this.plan + "/indicators/17/reinstate";
		assertThat(this.mvc.get().uri("/plans/" + this.plan).with(TestAccounts.admin())).bodyText().contains(page);
		assertThat(this.mvc.get().uri(page).with(TestAccounts.admin())).bodyText().contains("01/06/2027");
		assertThat(reinstated(page, "check", "", "31/2/2027")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(reinstated(page, "check", "", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Hãy ghi lý do.", "Hãy ghi ngày có hiệu lực.", "formaction=\"#changes-head\"");
		assertThat(reinstated(page, "check", "Nhầm", "1/6/2027")).hasStatusOk()
			.bodyText()
			.contains("previewed-changes");
		assertThat(numbers(LocalDate.of(2027, 6, 1))).doesNotContain("17");
		assertThat(reinstated(page, "store", "Nhầm", "1/6/2027")).hasStatus(HttpStatus.FOUND);
		assertThat(numbers(LocalDate.of(2027, 6, 1))).contains("17");
		assertThat(this.mvc.get().uri(page).with(TestAccounts.admin())).hasStatus(HttpStatus.CONFLICT);
	}

	private MvcTestResult reinstated(String page, String action, String reason, String day) {
		return this.mvc.post()
			.uri(page)
			.param("action", action)
			.param("reason", reason)
			.param("effectiveDate", day)
			.with(TestAccounts.admin())
			.with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf())
			.exchange();
	}

	@Test
	void whatIsAddedIsThereFromTheDayOn() {
		aPlanWithFigures();
		assertThat(call(HttpMethod.POST, "", row(", \"targets\": [{\"year\": 2026, \"text\": \"9\"}], " + WHY)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("targets-by-decision");
		assertThat(call(HttpMethod.POST, "?dryRun=true", row(", \"order\": 1, " + WHY))).hasStatusOk();
		assertThat(call(HttpMethod.POST, "", row(", \"order\": 1, " + WHY))).hasStatus(HttpStatus.CREATED);
		assertThat(numbers(LocalDate.of(2027, 5, 31))).doesNotContain("23");
		assertThat(numbers(LocalDate.of(2027, 6, 1))).startsWith("23", "1").hasSize(28);
		decide(this.plan, new NewDecision(Issuer.WARD_COUNCIL, "9/NQ-HĐND", LocalDate.of(2027, 6, 1), null,
				java.util.List.of(new NewDecision.NewTarget("23", 2027, "95%"))));
		assertThat(this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/attainment?year=2027&issuer=WARD_COUNCIL&asOf=2027-06-01")
			.with(TestAccounts.admin())).bodyJson()
			.extractingPath("$.indicators[?(@.no=='23')].verdict")
			.asArray()
			.containsExactly("NO_DATA");
	}

	@Test
	void placeFieldNoteBaselineAndLeaderHoldFromTheirDay() {
		aPlanWithFigures();
		assertThat(call(HttpMethod.PATCH, "/17", """
				{"parentNo": "16", "role": "BREAKDOWN", "field": "Y tế", "note": "Đổi mẫu", "baseline":
				 {"year": 2025, "text": "6,1"}, "leaderInCharge": "Trần Thị Bình", %s}""".formatted(WHY))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"parentNo\": \"16\", \"leaderInCharge\": \"Trần Thị Bình\"}");
		IndicatorRow before = row("17", "2027-05-31");
		IndicatorRow after = row("17", "2027-06-01");
		assertThat(before.rule().parentNo()).isNull();
		assertThat(before.leaderInCharge()).isNull();
		assertThat(after.rule().parentNo()).isEqualTo("16");
		assertThat(after).extracting(IndicatorRow::leaderInCharge, IndicatorRow::field, IndicatorRow::note)
			.containsExactly("Trần Thị Bình", "Y tế", "Đổi mẫu");
		for (String page : new String[] { "/plans/" + this.plan + "/indicators/17?year=2026&asOf=2027-06-01",
				"/plans/" + this.plan + "/indicators/17/edit" }) {
			assertThat(this.mvc.get().uri(page).with(TestAccounts.admin())).hasStatusOk();
		}
		assertThat(this.mvc.get()
			.uri("/plans/" + this.plan + "/indicators/17?year=2026&asOf=2027-06-01")
			.with(TestAccounts.delegate(WARD))).bodyText().contains("Lãnh đạo phụ trách: Trần Thị Bình");
		assertThat(after.baseline()).isNotNull();
		assertThat(after.baseline().value()).isEqualByComparingTo("6.1");
		assertThat(call(HttpMethod.PATCH, "/17",
				"{\"parentNo\": \"\", \"role\": \"COUNTED\", \"leaderInCharge\": \"\", "
						+ "\"baseline\": {\"text\": \"\"}, \"reason\": \"x\", \"effectiveDate\": \"2027-07-01\"}"))
			.hasStatusOk();
		IndicatorRow last = row("17", "2027-07-01");
		assertThat(last.rule().parentNo()).isNull();
		assertThat(last.leaderInCharge()).isNull();
		assertThat(last.baseline()).isNull();
		assertThat(last.field()).isEqualTo("Y tế");
		assertThat(row("17", "2027-06-30").rule().parentNo()).isEqualTo("16");
		assertThat(call(HttpMethod.PATCH, "/17", "{\"no\": \"30\", " + WHY + "}"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("number-fixed");
		assertThat(this.mvc.get().uri("/audit?q=Tr%E1%BA%A7n").with(TestAccounts.admin())).hasStatusOk();
	}

	private void aDraft() {
		this.plan = this.lifecycle.store(PlanDrafts.aPlanOf("00611")
			.amount("1", "Thu ngân sách", "phong-van-hoa-xa-hoi", "10")
			.breakdown("1.1", "1", "Thu từ thuế", "4")
			.percent("2", "Tỷ lệ dân số tham gia BHYT", "phong-van-hoa-xa-hoi", "96,5%")
			.build(), TestAccounts.adminActor());
	}

	private void aPlanWithFigures() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "95"), actual("17", ReportingPeriod.FINAL, "6.0"),
				actual("16", ReportingPeriod.FINAL, "88.2"));
	}

	private static String row(String more) {
		return NEW_ROW.formatted(more);
	}

	private java.util.List<String> numbers(LocalDate day) {
		return this.catalog.indicators(this.plan, day).stream().map(IndicatorRow::no).toList();
	}

	private IndicatorRow row(String no, String day) {
		return this.catalog.indicators(this.plan, LocalDate.parse(day))
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow();
	}

	private MvcTestResult call(HttpMethod method, String path, @Nullable String json) {
		MockMvcTester.MockMvcRequestBuilder call = this.mvc.method(method)
			.uri(java.net.URI.create("/api/v1/plans/" + this.plan + "/indicators" + path))
			.with(TestAccounts.admin());
		return (json != null) ? call.contentType(MediaType.APPLICATION_JSON).content(json).exchange() : call.exchange();
	}

	private MvcTestResult attainment(String asOf) {
		return this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/attainment?year=2026&issuer=WARD_COUNCIL&asOf=" + asOf)
			.with(TestAccounts.admin())
			.exchange();
	}

}
