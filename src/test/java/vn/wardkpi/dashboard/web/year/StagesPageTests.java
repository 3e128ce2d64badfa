package vn.wardkpi.dashboard.web.year;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.decision.NewDecision;
import vn.wardkpi.plan.decision.NewDecision.NewTarget;
import vn.wardkpi.submission.LoadedSubmission;
import vn.wardkpi.submission.LoadedSubmission.LoadedActual;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.wardkpi.attainment.ReportingPeriod.ESTIMATE;
import static vn.wardkpi.attainment.ReportingPeriod.FINAL;

/**
 * The council votes on the estimate in December; the official figures come in January.
 */
class StagesPageTests extends DashboardTest {

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final String YEAR = "/wards/" + WARD + "/years/2026";

	private static final String STAGES = YEAR + "/stages";

	private static final String VOTE = "2026-12-08";

	private static final String OFFICIAL = "2027-01-28";

	@Autowired
	private JdbcClient jdbc;

	private long plan;

	@BeforeEach
	void adopt() {
		this.plan = aPlan(1);
	}

	@Test
	void showsWhichVerdictsFlippedAndHowTheHeadlineMoved() {
		estimate(actual("3", ESTIMATE, "96.9"), actual("4", ESTIMATE, "40.0"), actual("2.1", ESTIMATE, "12/18"));
		official(actual("3", FINAL, "95.6"), actual("4", FINAL, "47.6"), actual("2.1", FINAL, "11/18"));
		Document page = page(STAGES);
		assertThat(page.select(".stage-headline").eachText()).containsExactly(
				"Ước đạt và vượt 2/22 chỉ tiêu (vượt 1, đạt 1), không đạt 1; chưa có số liệu 19",
				"Đạt và vượt 1/22 chỉ tiêu (vượt 1, đạt 0), không đạt 2; chưa có số liệu 19");
		assertThat(page.select(".stage-flips").text()).contains("3 chỉ tiêu đổi kết quả", "2 ↓ Không còn đạt",
				"1 ↑ Chuyển thành đạt");
		assertThat(page.select(".stage-counts tbody tr").eachText()).contains("Đạt và vượt 2 1 −1",
				"✕ Không đạt 1 2 +1", "Được giao 22 22 0");
		assertThat(page.select(".stages tbody").first().select("tr:not(.group) td.no").eachText()).containsExactly("2",
				"2.1", "3", "4");
		assertThat(row(page, "3")).contains("96,9%", "95,6%", "−1,3 điểm %", "Ước vượt", "Không đạt",
				"↓ Không còn đạt");
		assertThat(row(page, "2.1")).contains("12/18", "11/18");
		assertThat(page.select("#approved ~ ul li").eachText()).containsExactly(
				"Ước cả năm: reviewer duyệt ngày 08/12/2026 (3 số liệu). Xem kết quả năm như ngày 08/12/2026",
				"Chính thức cả năm: reviewer duyệt ngày 28/01/2027 (3 số liệu). Xem kết quả năm như ngày 28/01/2027");
	}

	@Test
	void anAmountDiffersByARateAndAShareInPoints() {
		estimate(actual("1", ESTIMATE, "10000"));
		official(actual("1", FINAL, "10519.0"));
		assertThat(row(page(STAGES), "1")).contains("+5,19%", "+519");
	}

	@Test
	void saysWhereTheOfficialFigureIsStillMissing() {
		estimate(actual("3", ESTIMATE, "96.9"), actual("4", ESTIMATE, "50.0"));
		official(actual("3", FINAL, "97.0"), leftEmpty("4", FINAL, "Cục Thống kê chưa công bố"));
		Document page = page(STAGES);
		assertThat(row(page, "4")).contains("Chưa có số liệu: Cục Thống kê chưa công bố", "Ước vượt");
		assertThat(row(page, "5")).contains("không có số ước", "chưa có số chính thức");
		assertThat(page.select(".notice-warning").text()).contains("số chính thức chưa có");
		assertThat(page.select(".stage-headline").last().text()).startsWith("Ước đạt và vượt 2/22");
	}

	@Test
	void beforeTheOfficialFiguresComeTheEstimateStandsAlone() {
		estimate(actual("3", ESTIMATE, "96.9"));
		official(actual("3", FINAL, "95.6"));
		Document then = page(STAGES + "?asOf=" + VOTE);
		assertThat(then.select(".stage-headline").eachText())
			.containsExactly("Ước đạt và vượt 1/22 chỉ tiêu (vượt 1, đạt 0), không đạt 0; chưa có số liệu 21");
		assertThat(then.text()).contains("Chưa có số chính thức nào được duyệt").doesNotContain("95,6%");
		assertThat(page(STAGES + "?asOf=2026-12-07").select(".empty").text()).contains("chưa có số ước thực hiện");
	}

	@Test
	void bothFiguresAndTheirCorrectionsStayOnRecord() {
		estimate(actual("3", ESTIMATE, "96.4"));
		approve(this.plan, 2026, ESTIMATE, "2026-12-20T03:00:00Z", actual("3", ESTIMATE, "95.9"));
		official(actual("3", FINAL, "96.9"));
		approve(this.plan, 2026, ESTIMATE, "2027-02-01T03:00:00Z", actual("3", ESTIMATE, "99.9"));
		Document page = page(STAGES);
		assertThat(row(page, "3")).contains("95,9%", "96,9%", "↑ Chuyển thành đạt");
		assertThat(page.select(".row-note").text()).contains(
				"Ước cả năm từng được duyệt: 96,4% (reviewer, ngày 08/12/2026).", "99,9% (reviewer, ngày 01/02/2027)");
	}

	@Test
	void anOverrideCountsAtTheStageAtWhichItHeld() {
		estimate(actual("3", ESTIMATE, "90.0"), actual("4", ESTIMATE, "40.0"));
		override("3", Verdict.MET, "2026-12-10T03:00:00Z", "Đủ căn cứ tại kỳ họp");
		official(actual("3", FINAL, "91.0"), actual("4", FINAL, "41.0"));
		revoke("3", "2027-02-01T03:00:00Z");
		override("4", Verdict.MET, "2027-02-02T03:00:00Z", "Theo kết luận thanh tra");
		Document page = page(STAGES);
		assertThat(row(page, "3")).contains("Ước đạt", "Tính theo số liệu: Không đạt", "↓ Không còn đạt");
		assertThat(row(page, "4")).contains("Ước không đạt", "↑ Chuyển thành đạt");
		assertThat(page.select(".row-note").text()).contains("Khi xét số ước:", "Lý do: Đủ căn cứ tại kỳ họp",
				"Lý do: Theo kết luận thanh tra", "Căn cứ: Thông báo số 45", "(reviewer, ngày 02/02/2027)");
		assertThat(row(page(STAGES + "?asOf=2027-01-29"), "3")).doesNotContain("Không còn đạt");
	}

	@Test
	void aTargetDecidedInBetweenIsShownWithTheFormerOne() {
		estimate(actual("3", ESTIMATE, "96.4"));
		lowerTarget("2027-01-01");
		official(actual("3", FINAL, "96.4"));
		Document page = page(STAGES + "?asOf=2027-02-01");
		assertThat(row(page, "3")).contains("90%", "khi ước: 96,5%", "Ước không đạt", "↑ Chuyển thành đạt");
	}

	@Test
	void aDayBetweenVoteAndOfficialFiguresShowsExactlyWhatTheCouncilSaw() {
		estimate(actual("3", ESTIMATE, "96.9"), explained("4", ESTIMATE, "40.0", "Thiếu vốn", "Bổ sung vốn"),
				actual("5", ESTIMATE, "3.0"));
		override("5", Verdict.MET, "2026-12-08T05:00:00Z", "Đủ căn cứ tại kỳ họp");
		Seen seen = seen("");
		assertThat(seen.headline()).startsWith("Ước đạt và vượt 2/22");
		revoke("5", "2026-12-09T03:00:00Z");
		override("4", Verdict.MET, "2026-12-12T03:00:00Z", "Theo kết luận");
		lowerTarget("2026-12-20");
		approve(this.plan, 2026, ESTIMATE, "2026-12-21T03:00:00Z", actual("3", ESTIMATE, "10.0"));
		official(actual("3", FINAL, "95.6"), actual("4", FINAL, "60.0"), actual("6", FINAL, "45.5"));
		assertThat(seen("").headline()).isNotEqualTo(seen.headline());
		assertThat(seen("asOf=" + VOTE)).isEqualTo(seen);
	}

	@Test
	void fromAnEarlierDayOneComesToTheIndicatorOfThatDay() {
		estimate(actual("3", ESTIMATE, "96.9"));
		official(explained("3", FINAL, "95.6", "Thiếu vốn", "Bổ sung vốn"));
		String link = page(YEAR + "?asOf=" + VOTE).select(".indicators a")
			.stream()
			.filter((each) -> each.attr("href").contains("/indicators/3?"))
			.findFirst()
			.orElseThrow()
			.attr("href");
		Document then = page(link);
		assertThat(then.select("section[aria-labelledby=verdict]").text()).contains("Ước vượt", "96,9%");
		assertThat(then.text()).contains("như đã biết đến ngày 08/12/2026").doesNotContain("95,6%", "Thiếu vốn");
		assertThat(page(then.select(".notice a").attr("href")).text()).contains("95,6%", "Thiếu vốn");
		assertThat(page(link.replace(VOTE, "2026-01-01")).select("#history ~ p.empty, .section-head ~ p.empty").text())
			.contains("Chưa có thay đổi nào được ghi");
	}

	@Test
	void reportsPublishedLaterWereNotYetKnown() {
		this.jdbc.sql("""
				insert into published_headline (plan_id, year, issuer, stage, assigned, attained, reported_on, source)
				values (:plan, 2026, 'WARD_COUNCIL', 'FINAL', 22, 21, '2027-02-15', 'Báo cáo số 12')
				""").param("plan", this.plan).update();
		assertThat(page(YEAR).text()).contains("Báo cáo số 12");
		assertThat(page(YEAR + "?asOf=2027-02-15").text()).contains("Báo cáo số 12");
		assertThat(page(YEAR + "?asOf=2027-02-14").text()).doesNotContain("Báo cáo số 12");
	}

	@Test
	void ofTwoCorrectionsOnOneDayTheLastOneCounts() {
		approve(this.plan, 2026, ESTIMATE, "2026-12-08T02:00:00Z", actual("3", ESTIMATE, "90.0"));
		approve(this.plan, 2026, ESTIMATE, "2026-12-08T09:00:00Z", actual("3", ESTIMATE, "96.9"));
		approve(this.plan, 2026, ESTIMATE, "2026-12-08T16:59:59Z", actual("3", ESTIMATE, "97.1"));
		approve(this.plan, 2026, ESTIMATE, "2026-12-08T17:00:00Z", actual("3", ESTIMATE, "80.0"));
		assertThat(page(YEAR + "?asOf=" + VOTE).select(".indicators tbody tr").eachText())
			.anyMatch((text) -> text.startsWith("3 ") && text.contains("97,1%"));
		assertThat(row(page(STAGES + "?asOf=" + VOTE), "3")).contains("97,1%");
		assertThat(row(page(STAGES + "?asOf=2026-12-09"), "3")).contains("80,0%");
	}

	@Test
	void draftsAreNowhere() {
		estimate(actual("3", ESTIMATE, "96.9"));
		load(this.plan, LoadedSubmission.draft(2026, FINAL, "clerk", Instant.parse("2027-01-20T02:00:00Z"),
				List.of(explained("3", FINAL, "12.3", "bí mật", "bí mật"), leftEmpty("4", FINAL, "bí mật"))));
		String text = page(STAGES).text() + page(YEAR).text()
				+ page("/plans/" + this.plan + "/indicators/3").select("main :not(#history ~ *)").text();
		assertThat(text).doesNotContain("12,3", "bí mật");
	}

	@Test
	void theYearLinksToItOnceThereIsAFullYearFigure() {
		approve(this.plan, 2026, ReportingPeriod.M06, "2026-07-10T03:00:00Z", actual("3", ReportingPeriod.M06, "96"));
		assertThat(page(YEAR).select("a[href*=stages]")).isEmpty();
		estimate(actual("3", ESTIMATE, "96.9"));
		assertThat(page(YEAR + "?asOf=" + VOTE).select("a[href*=stages]").eachAttr("href"))
			.containsExactly(STAGES + "?asOf=" + VOTE);
	}

	@Test
	void refusesAYearThatNoPlanCovers() {
		assertThat(get("/wards/" + WARD + "/years/2031/stages")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get(STAGES + "?issuer=NOBODY")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
		estimate(actual("3", ESTIMATE, "96.9"));
		int few = StatementCounter.during(() -> get(STAGES)).size();
		approveYear(this.plan, 1);
		override("5", Verdict.MET, "2027-02-02T03:00:00Z", "Theo kết luận");
		assertThat(StatementCounter.during(() -> get(STAGES))).as("with session")
			.hasSize(few)
			.hasSizeLessThanOrEqualTo(11);
	}

	private void estimate(LoadedActual... actuals) {
		approve(this.plan, 2026, ESTIMATE, VOTE + "T03:00:00Z", actuals);
	}

	private void official(LoadedActual... actuals) {
		approve(this.plan, 2026, FINAL, OFFICIAL + "T03:00:00Z", actuals);
	}

	private void override(String no, Verdict verdict, String at, String reason) {
		override(this.plan, new OverrideRow(no, 2026, Issuer.WARD_COUNCIL, verdict, reason, "Thông báo số 45",
				"reviewer", Instant.parse(at)));
	}

	private void revoke(String no, String at) {
		this.jdbc.sql("""
				update verdict_override set revoked_by = 'reviewer', revoked_at = :at
				where indicator_id = (select id from indicator where plan_id = :plan and no = :no)
				  and revoked_at is null
				""")
			.param("at", java.sql.Timestamp.from(Instant.parse(at)))
			.param("plan", this.plan)
			.param("no", no)
			.update();
	}

	private void lowerTarget(String effective) {
		decide(this.plan, new NewDecision(Issuer.WARD_COUNCIL, "20/NQ-HĐND", LocalDate.parse(effective),
				LocalDate.parse(effective), List.of(new NewTarget("3", 2026, "90%"))));
	}

	/** What the page and the API say, without the day itself. */
	private Seen seen(String query) {
		Document page = page(YEAR + "?" + query);
		page.select("a[href]").removeAttr("href");
		String api = body(get("/api/v1/plans/" + this.plan + "/attainment?year=2026&" + query));
		return new Seen(page.select(".headline").text(), page.select("main .hero").outerHtml(),
				page.select(".card-note").text(), page.select(".indicators tbody").outerHtml(),
				api.replaceFirst("\"asOf\":\"[^\"]*\"", ""));
	}

	private record Seen(String headline, String hero, String attention, String table, String api) {
	}

	private static String row(Document page, String no) {
		return page.select(".stages tbody tr:not(.group):not(.row-note)")
			.stream()
			.filter((row) -> row.select("td.no").text().equals(no))
			.findFirst()
			.orElseThrow()
			.text();
	}

	private Document page(String address) {
		MvcTestResult result = get(address);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(body(result));
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(DELEGATE).exchange();
	}

}
