package vn.wardkpi.dashboard.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class WardPagesTests extends DashboardTest {

	@Autowired
	private Clock clock;

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final String YEAR = "/wards/" + WARD + "/years/2026";

	@Test
	void saysTheYearInOneSentence() {
		approveYear(aPlan(1), 1);
		Document page = page(YEAR);
		assertThat(page.select(".headline").text())
			.isEqualTo("Đạt và vượt 18/22 chỉ tiêu (vượt 7, đạt 11), không đạt 3; chưa có số liệu 1");
		assertThat(page.select(".bar li").eachText()).containsExactly("7 ▲ Vượt", "11 ✓ Đạt", "3 ✕ Không đạt",
				"1 ○ Chưa có số liệu");
		assertThat(page.select(".indicators tbody tr:not(.group)")).hasSize(27);
		assertThat(page.select(".indicators tbody tr.sub")).hasSize(5);
	}

	@Test
	void everyNumberOpensTheRowsBehindIt() {
		approveYear(aPlan(1), 1);
		String missed = page(YEAR).select(".bar a.bar-NOT_MET").attr("href");
		assertThat(page(missed.replaceFirst("#.*", "")).select(".indicators tbody tr td.no").eachText())
			.containsExactly("5", "9", "13");
	}

	@Test
	void showsWhatNeedsAttentionWithCauseAndRemedy() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR).select(".card-note").first().text()).contains("Không đạt", "Nguyên nhân:", "Giải pháp:");
	}

	@Test
	void showsTargetsAsPublishedAndFiguresTheVietnameseWay() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR).select(".indicators tbody tr").eachText())
			.anyMatch((row) -> row.contains("9.923,5 10.519,0 106,0% kế hoạch ▲ Vượt"))
			.anyMatch((row) -> row.contains("66,7% 66,7% 66,7% 12/18 0,0 điểm % ✓ Đạt"))
			.anyMatch((row) -> row.contains("03/03 đồ án 2/3 66,7%"))
			.anyMatch((row) -> row.contains("12,1% 11,4% −0,7 điểm % ✕ Không đạt"));
	}

	@Test
	void showsAnOverrideWithBothVerdicts() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		override(plan, new OverrideRow("5", 2026, Issuer.WARD_COUNCIL, Verdict.MET, "Theo kết luận của kỳ họp", null,
				"reviewer", Instant.parse("2027-02-01T03:00:00Z")));
		assertThat(page(YEAR).select(".override").text()).isEqualTo("Tính theo số liệu: Không đạt");
	}

	@Test
	void groupsByLeadUnit() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR + "?group=unit").select("tr.group").eachText()).contains("Công an Phường 1 chỉ tiêu");
	}

	@Test
	void switchesToAnotherIssuer() {
		approveYear(aPlan(1), 1);
		Document page = page(YEAR + "?issuer=CITY");
		assertThat(page.select(".headline").text()).startsWith("Đạt và vượt 8/10 chỉ tiêu");
		assertThat(page.select("nav.segmented").get(1).select("a").eachText()).containsExactly("HĐND phường 22",
				"Thành phố 10", "Đại hội Đảng bộ 0");
	}

	@Test
	void opensThisYearUntilThereAreFiguresAndThenTheLatestYearThatHasSome() {
		int thisYear = Math.max(2026, Math.min(2030, LocalDate.now(this.clock).getYear()));
		long plan = aPlan(1);
		assertThat(get("/wards/" + WARD)).hasRedirectedUrl("/wards/" + WARD + "/years/" + thisYear);
		approve(plan, 2026, ReportingPeriod.M06, "2026-07-10T03:00:00Z", actual("3", ReportingPeriod.M06, "96"));
		assertThat(get("/wards/" + WARD)).hasRedirectedUrl("/wards/" + WARD + "/years/2026");
	}

	@Test
	void saysWhatToDoWhereThereIsNothingYet() {
		assertThat(page("/wards/00592").select("main .empty").text()).contains("chưa có kế hoạch", "Quản trị viên");
		aPlan(1);
		assertThat(page(YEAR).select(".hero").text()).contains("Chưa có số liệu năm 2026 nào được duyệt");
		assertThat(get("/wards/" + WARD + "/years/2031")).hasStatus(HttpStatus.NOT_FOUND)
			.bodyText()
			.contains("chưa có kế hoạch cho năm 2031");
		assertThat(get("/wards/12x")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void showsTheWholePeriod() {
		approveYear(aPlan(1), 1);
		assertThat(page("/wards/" + WARD + "/period").select(".indicators tbody tr")).hasSize(27)
			.anySatisfy((row) -> assertThat(row.text()).contains("Cần tăng"));
	}

	@Test
	void speaksEnglishByASwitch() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR + "?lang=en").select("h1").text()).isEqualTo("Results of 2026");
	}

	@Test
	void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
		approveYear(aPlan(9), 9);
		assertThat(StatementCounter.during(() -> get(YEAR))).as("with session").hasSizeLessThanOrEqualTo(8);
		assertThat(StatementCounter.during(() -> get("/wards/" + WARD + "/period"))).as("with session")
			.hasSizeLessThanOrEqualTo(8);
	}

	@Test
	void staysSmall() {
		approveYear(aPlan(1), 1);
		assertThat(get(YEAR).getResponse().getContentAsByteArray().length).isLessThan(150_000);
	}

	private Document page(String address) {
		MvcTestResult result = get(address);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(DELEGATE).exchange();
	}

}
