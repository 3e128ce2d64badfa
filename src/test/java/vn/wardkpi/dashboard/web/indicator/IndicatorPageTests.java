package vn.wardkpi.dashboard.web.indicator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.decision.NewDecision.NewTarget;
import vn.wardkpi.submission.review.Overrides;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorPageTests extends DashboardTest {

	@Autowired
	private Overrides overrides;

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	@Test
	void leadsToTheIndicatorsBeforeAndAfter() {
		long plan = aPlan(1);
		Document first = page(plan, "1", TestAccounts.delegate(WARD));
		assertThat(first.select(".neighbours a").eachText()).singleElement().asString().startsWith("1.1 ");
		assertThat(page(plan, "2", TestAccounts.delegate(WARD)).select(".neighbours a").eachText()).satisfiesExactly(
				(before) -> assertThat(before).startsWith("← 1.2 "), (after) -> assertThat(after).startsWith("2.1 "));
		assertThat(page(plan, "22", TestAccounts.delegate(WARD)).select(".neighbours a[rel=next]")).isEmpty();
	}

	@Test
	void putsTheRequiredPaceBesideThePaceSoFar() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		approve(plan, 2027, ReportingPeriod.FINAL, "2028-01-28T03:00:00Z", actual("4", ReportingPeriod.FINAL, "49.1"));
		Document page = page(plan, "4", DELEGATE);
		assertThat(page.select("#course").text()).contains("Chậm so với lộ trình");
		assertThat(page.text()).contains("Cần tăng 3,63 điểm %/năm trong 3 năm còn lại", "lần tốc độ hiện nay",
				"70% phần đến hạn năm 2027");
		assertThat(page.select("svg.chart text").eachText()).contains("giao 60,0%", "49,1%", "2030");
		assertThat(page.select("svg.chart [role=group]").attr("aria-label"))
			.startsWith("Biểu đồ lộ trình và thực hiện");
	}

	@Test
	void aGroupShowsItsParts() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		assertThat(page(plan, "2", DELEGATE).select("#parts ~ div tbody tr").eachText()).hasSize(3)
			.first()
			.asString()
			.contains("66,7%", "Đạt");
	}

	@Test
	void historyIsForTheWardsOwn() {
		long plan = aPlan(1);
		assertThat(page(plan, "4", DELEGATE).select("#history")).isNotEmpty();
		assertThat(page(plan, "4", TestAccounts.delegate("00613")).select("#history")).isEmpty();
		assertThat(api(plan, "4", DELEGATE)).hasStatusOk()
			.bodyText()
			.contains("\"subject\":\"TARGET\"", "\"to\":\"60%\"");
		assertThat(api(plan, "4", TestAccounts.delegate("00613"))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(api(plan, "99", DELEGATE)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void historyIsToldInWordsTheLatestFirst() {
		long plan = aPlan(1);
		decide(plan, new NewDecision(Issuer.WARD_COUNCIL, "20/NQ-HĐND", null, LocalDate.parse("2026-03-01"),
				List.of(new NewTarget("4", 2026, "45%"))));
		this.overrides.set(plan, "4", 2026, Issuer.WARD_COUNCIL, Verdict.MET, "Theo kết luận của kỳ họp",
				"Thông báo số 45", TestAccounts.reviewerActor(WARD));
		this.overrides.revoke(plan, "4", 2026, Issuer.WARD_COUNCIL, "Nhầm kỳ", TestAccounts.reviewerActor(WARD));
		List<String> lines = page(plan, "4", DELEGATE).select(".history tbody tr").eachText();
		assertThat(lines.get(0)).contains("Hủy", "2026 HĐND Đạt");
		assertThat(lines.get(1)).contains("Theo kết luận của kỳ họp");
		assertThat(lines.get(2)).contains("Mức giao", "47,5%", "45%", "20/NQ-HĐND");
		assertThat(lines).noneMatch((line) -> line.contains("WARD_COUNCIL") || line.contains("CREATED"));
	}

	@Test
	void aLongHistoryIsReadPageByPage() {
		long plan = aPlan(1);
		for (int i = 0; i < 20; i++) {
			decide(plan, new NewDecision(Issuer.CITY, "QĐ " + i, null, LocalDate.parse("2026-03-01"),
					List.of(new NewTarget("4", 2026, "4" + i % 10 + "%"))));
		}
		Document first = page(plan, "4", DELEGATE);
		assertThat(first.select(".history tbody tr")).hasSize(20);
		String second = first.select("nav[aria-label=Trang của lịch sử] a").get(1).attr("href");
		assertThat(second).contains("history=2").endsWith("#history");
		assertThat(page(second.replace("#history", "")).select(".history tbody tr").eachText()).isNotEmpty()
			.noneMatch((line) -> line.contains("QĐ 19"));
		assertThat(page("/plans/" + plan + "/indicators/4?history=99").select(".history tbody tr")).isNotEmpty();
	}

	@Test
	void historyOfDelegatesHoldsNoDrafts() {
		long plan = aPlan(1);
		RequestPostProcessor clerk = TestAccounts.official(WARD, "phong-van-hoa-xa-hoi");
		assertThat(this.mvc.put()
			.uri("/api/v1/plans/" + plan + "/indicators/3/actuals/2026/ESTIMATE")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"value\": 12.3, \"explanation\": {\"cause\": \"bí mật\", \"remedy\": \"bí mật\"}}")
			.with(clerk)
			.exchange()).hasStatus(HttpStatus.CREATED);
		assertThat(page(plan, "3", clerk).select(".history").text()).contains("12,3", "bí mật");
		assertThat(page(plan, "3", DELEGATE).text()).doesNotContain("12,3", "bí mật");
		assertThat(page(plan, "3", TestAccounts.delegate("00613")).text()).doesNotContain("12,3", "bí mật");
	}

	@Test
	void listsExplanationsOfEarlierPeriodsToo() {
		long plan = aPlan(1);
		approve(plan, 2026, ReportingPeriod.M06, "2026-07-10T03:00:00Z",
				explained("4", ReportingPeriod.M06, "20", "Chậm từ đầu năm", "Đôn đốc"));
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				explained("4", ReportingPeriod.FINAL, "40", "Thiếu vốn", "Bổ sung vốn"));
		approve(plan, 2027, ReportingPeriod.FINAL, "2028-01-28T03:00:00Z",
				explained("4", ReportingPeriod.FINAL, "41", "Vẫn thiếu vốn", "Xin thành phố"));
		assertThat(page("/plans/" + plan + "/indicators/4?year=2026").select(".explanation").eachText())
			.satisfiesExactly(
					(first) -> assertThat(first).contains("Năm 2026, Chính thức cả năm",
							"reviewer duyệt ngày 28/01/2027", "Thiếu vốn", "Bổ sung vốn"),
					(second) -> assertThat(second).contains("Năm 2026, 6 tháng", "Chậm từ đầu năm"),
					(third) -> assertThat(third).contains("Năm 2027", "Xin thành phố"));
	}

	@Test
	void putsTheComputedVerdictBesideAnOverrideWithReasonReferenceWhoAndWhen() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		override(plan, new OverrideRow("5", 2026, Issuer.WARD_COUNCIL, Verdict.MET, "Theo kết luận của kỳ họp",
				"Thông báo số 45", "reviewer", Instant.parse("2027-02-01T03:00:00Z")));
		Document page = page(plan, "5", DELEGATE);
		assertThat(page.select("section[aria-labelledby=verdict]").text()).contains("Đạt",
				"Tính theo số liệu: Không đạt", "Lý do: Theo kết luận của kỳ họp", "Căn cứ: Thông báo số 45",
				"(reviewer, ngày 01/02/2027)");
		assertThat(page.select("section[aria-labelledby=by-year] tbody tr").eachText())
			.anyMatch((line) -> line.startsWith("2026") && line.contains("Tính theo số liệu: Không đạt"));
		assertThat(page.select("section[aria-labelledby=overrides]").text()).contains("Năm 2026, HĐND phường:");
		assertThat(page("/plans/" + plan + "/indicators/5?year=2027").select("section[aria-labelledby=overrides]"))
			.isNotEmpty();
	}

	@Test
	void aGroupSaysThatItsVerdictRestsOnAnOverrideOfAPart() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		override(plan, new OverrideRow("2.1", 2026, Issuer.WARD_COUNCIL, Verdict.NOT_MET, "Kiểm tra lại hồ sơ", null,
				"reviewer", Instant.parse("2027-02-01T03:00:00Z")));
		Document page = page(plan, "2", DELEGATE);
		assertThat(page.select("section[aria-labelledby=verdict]").text()).contains("Không đạt",
				"Tính theo số liệu: Đạt");
		assertThat(page.select("#parts ~ div tbody tr").first().text()).contains("Tính theo số liệu: Đạt");
	}

	@Test
	void saysWhyThereIsNoFigureOnPurpose() {
		long plan = aPlan(1);
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				leftEmpty("4", ReportingPeriod.FINAL, "Cục Thống kê chưa công bố"));
		Document page = page("/plans/" + plan + "/indicators/4?year=2026");
		assertThat(page.select("section[aria-labelledby=verdict]").text())
			.contains("Chưa có số liệu: Cục Thống kê chưa công bố");
		assertThat(page.select("section[aria-labelledby=by-year]").text())
			.contains("Chưa có số liệu: Cục Thống kê chưa công bố");
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-02-28T03:00:00Z", actual("4", ReportingPeriod.FINAL, "47.6"));
		assertThat(page("/plans/" + plan + "/indicators/4?year=2026").text()).doesNotContain("Cục Thống kê");
	}

	@Test
	void everyIndicatorHasAPage() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		for (int no = 1; no <= 22; no++) {
			assertThat(get(plan, String.valueOf(no), DELEGATE)).hasStatusOk();
		}
		assertThat(get(plan, "99", DELEGATE)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
		long plan = aPlan(9);
		approveYear(plan, 9);
		List<String> statements = StatementCounter.during(() -> get(plan, "4", DELEGATE));
		assertThat(statements).as("with session").hasSizeLessThanOrEqualTo(11);
	}

	private Document page(String address) {
		return parsed(this.mvc.get().uri(address).with(DELEGATE).exchange());
	}

	private Document page(long plan, String no, RequestPostProcessor by) {
		return parsed(get(plan, no, by));
	}

	private static Document parsed(MvcTestResult result) {
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(long plan, String no, RequestPostProcessor by) {
		return this.mvc.get().uri("/plans/" + plan + "/indicators/" + no).with(by).exchange();
	}

	private MvcTestResult api(long plan, String no, RequestPostProcessor by) {
		return this.mvc.get().uri("/api/v1/plans/" + plan + "/history/" + no).with(by).exchange();
	}

}
