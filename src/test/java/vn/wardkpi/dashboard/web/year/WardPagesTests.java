package vn.wardkpi.dashboard.web.year;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

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
import vn.wardkpi.submission.LoadedSubmission.LoadedActual;
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
	void namesTheLeaderWhoAnswersForWhatNeedsAttention() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		lead(plan, "5", "Trần Thị Bình");
		assertThat(page(YEAR).select(".card-note").eachText())
			.anyMatch((card) -> card.contains("· Lãnh đạo phụ trách: Trần Thị Bình"));
	}

	@Test
	void showsTargetsAsPublishedAndFiguresTheVietnameseWay() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR).select(".indicators tbody tr").eachText())
			.anyMatch((row) -> row.contains("9.923,5 10.519,0 106,00% kế hoạch ▲ Vượt"))
			.anyMatch((row) -> row.contains("66,7% 66,7% 66,7% 12/18 0,0 điểm % ✓ Đạt"))
			.anyMatch((row) -> row.contains("03/03 đồ án 2/3 66,7%"))
			.anyMatch((row) -> row.contains("12,1% 11,4% −0,7 điểm % ✕ Không đạt"));
	}

	@Test
	void showsAnOverrideWithBothVerdicts() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		override(plan, new OverrideRow("5", 2026, Issuer.WARD_COUNCIL, Verdict.MET, "Theo kết luận của kỳ họp",
				"Thông báo số 45", "reviewer", Instant.parse("2027-02-01T03:00:00Z")));
		assertThat(page(YEAR).select(".override").text()).isEqualTo("Tính theo số liệu: Không đạt");
		String said = "Người duyệt kết luận “Đạt” thay cho “Không đạt” tính theo số liệu. "
				+ "Lý do: Theo kết luận của kỳ họp Căn cứ: Thông báo số 45 (reviewer, ngày 01/02/2027)";
		assertThat(page(YEAR).select(".indicators .row-note").text()).isEqualTo(said);
		assertThat(page("/wards/" + WARD + "/period").select(".row-note").text())
			.isEqualTo("Năm 2026, HĐND phường: " + said);
	}

	@Test
	void anOverriddenMissNeedsAttentionToo() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		override(plan, new OverrideRow("2.1", 2026, Issuer.WARD_COUNCIL, Verdict.NOT_MET, "Kiểm tra lại hồ sơ", null,
				"reviewer", Instant.parse("2027-02-01T03:00:00Z")));
		Document page = page(YEAR);
		assertThat(page.select(".card-note").eachText())
			.anyMatch((card) -> card.contains("trường công lập") && card.contains("Lý do: Kiểm tra lại hồ sơ"));
		assertThat(page.select(".override")).hasSize(2);
	}

	@Test
	void nothingThatWasMissedIsLeftOutOfAttention() {
		long plan = aPlan(1);
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				Stream.of("3", "4", "5", "6", "9", "10", "15", "16")
					.map((no) -> explained(no, ReportingPeriod.FINAL, "0.1", "Nguyên nhân " + no, "Giải pháp " + no))
					.toArray(LoadedActual[]::new));
		assertThat(page(YEAR).select(".card-note").eachText()).hasSize(8)
			.allMatch((card) -> card.contains("Nguyên nhân: Nguyên nhân") && card.contains("Giải pháp: Giải pháp"));
	}

	@Test
	void aCellLeftEmptyOnPurposeSaysWhyAndCountsAsNoFigure() {
		long plan = aPlan(1);
		approve(plan, 2027, ReportingPeriod.FINAL, "2028-01-28T03:00:00Z",
				leftEmpty("3", ReportingPeriod.FINAL, "Cục Thống kê chưa công bố"));
		Document page = page("/wards/" + WARD + "/years/2027");
		assertThat(page.select(".row-note").text()).isEqualTo("Chưa có số liệu: Cục Thống kê chưa công bố");
		assertThat(page.select(".hero").text()).contains("Chưa có số liệu cho 21 chỉ tiêu",
				"Chưa có số liệu năm 2027 nào được duyệt");
		assertThat(page.select("a[href*=stages]")).isEmpty();
		approve(plan, 2026, ReportingPeriod.M06, "2026-07-10T03:00:00Z", actual("3", ReportingPeriod.M06, "96"));
		assertThat(this.mvc.get().uri("/api/v1/plans/" + plan + "/attainment").with(DELEGATE).exchange()).bodyJson()
			.extractingPath("$.year")
			.isEqualTo(2026);
	}

	@Test
	void groupsByLeadUnit() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR + "?group=unit").select("tr.group").eachText()).contains("Công an Phường 1 chỉ tiêu");
	}

	@Test
	void groupsByVerdictTheWorstFirst() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR + "?group=verdict").select("tr.group").eachText()).containsExactly("Không đạt 3 chỉ tiêu",
				"Chưa có số liệu 1 chỉ tiêu", "Đạt 11 chỉ tiêu", "Vượt 7 chỉ tiêu");
	}

	@Test
	void findsIndicatorsByWordsAndUnitsWithoutMarks() {
		approveYear(aPlan(1), 1);
		assertThat(numbers(YEAR + "?q=bhyt")).containsExactly("3");
		assertThat(numbers(YEAR + "?q=CONG AN")).isNotEmpty().contains("22");
		assertThat(numbers(YEAR + "?q=truong cong lap")).as("a part brings its group").startsWith("2", "2.1");
		Document nothing = page(YEAR + "?q=\"><script&verdict=MET&group=unit");
		assertThat(nothing.select("#indicators").parents().first().nextElementSibling().text()).contains("Hãy bỏ lọc");
		assertThat(nothing.select("input[name=q]").attr("value")).isEqualTo("\"><script");
		assertThat(nothing.select("input[name=verdict]").attr("value")).isEqualTo("MET");
		assertThat(nothing.select(".segmented a[href*=group=verdict]").attr("href")).contains("q=%22%3E%3Cscript");
	}

	@Test
	void aCardSaysHowMuchIsMissingAndWhatItWouldTake() {
		approveYear(aPlan(1), 1);
		assertThat(page(YEAR).select(".card-note").eachText()).anySatisfy((card) -> assertThat(card)
			.contains("11,4% / giao 12,1% −0,7 điểm %", "Cần tăng bình quân 12,28%/năm trong 4 năm còn lại"));
	}

	@Test
	void showsTheIssuersSideBySideAndWhereTheyDiffer() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		override(plan, new OverrideRow("3", 2026, Issuer.CITY, Verdict.NOT_MET, "Thành phố tính khác", null, "reviewer",
				Instant.parse("2027-02-01T03:00:00Z")));
		String address = page(YEAR).select(".hero a[href$=issuers]").attr("href");
		Document page = page(address);
		assertThat(page.select(".headlines > div").eachText()).satisfiesExactly(
				(council) -> assertThat(council).startsWith("HĐND phường Đạt và vượt 18/22 chỉ tiêu"),
				(city) -> assertThat(city).startsWith("Thành phố Đạt và vượt 7/10 chỉ tiêu"));
		assertThat(page.select("tr.differs").eachText()).singleElement()
			.asString()
			.startsWith("3 Tỷ lệ dân số tham gia BHYT Khác nhau giữa các cấp")
			.contains("Vượt giao", "Không đạt giao");
		assertThat(page.select(".hero").text()).contains("Có 1 chỉ tiêu");
		assertThat(page("/wards/" + WARD + "/years/2027").select("a[href$=issuers]")).isEmpty();
		assertThat(page("/wards/" + WARD + "/years/2029/issuers").select("main").text()).contains("2029");
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
	void speaksEnglishByASwitch() {
		approveYear(aPlan(1), 1);
		Document page = page(YEAR + "?lang=en");
		assertThat(page.select("h1").text()).isEqualTo("Results of 2026");
		assertThat(page.select(".hero").text()).as("a day that nobody can misread")
			.contains("Figures approved until 2027-01-28");
		assertThat(page(YEAR + "?lang=vi").select(".hero").text()).contains("Số liệu duyệt đến ngày 28/01/2027");
	}

	@Test
	void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
		approveYear(aPlan(9), 9);
		assertThat(StatementCounter.during(() -> get(YEAR))).as("with session").hasSizeLessThanOrEqualTo(9);
		assertThat(StatementCounter.during(() -> get(YEAR + "/issuers"))).as("with session")
			.hasSizeLessThanOrEqualTo(9);
		assertThat(StatementCounter.during(() -> get("/wards/" + WARD + "/period"))).as("with session")
			.hasSizeLessThanOrEqualTo(9);
	}

	@Test
	void staysSmall() {
		approveYear(aPlan(1), 1);
		assertThat(get(YEAR).getResponse().getContentAsByteArray().length).isLessThan(150_000);
	}

	private void lead(long plan, String no, String leader) {
		assertThat(this.mvc.patch()
			.uri("/api/v1/plans/" + plan + "/indicators/" + no)
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"leaderInCharge": "%s", "reason": "Phân công lại", "effectiveDate": "2026-01-01"}"""
				.formatted(leader))
			.with(TestAccounts.admin())).hasStatusOk();
	}

	private List<String> numbers(String address) {
		return page(address).select(".indicators tbody td.no").eachText();
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
