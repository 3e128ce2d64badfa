package vn.wardkpi.plan.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

class DecisionPagesTests extends DashboardTest {

	private static final byte[] PDF = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
		.getBytes(StandardCharsets.ISO_8859_1);

	@Autowired
	private JdbcClient jdbc;

	private long plan;

	@BeforeEach
	void aPlanWithFigures() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2026-01-28T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "96.9"));
	}

	@Test
	void showsWhatWouldChangeBeforeItIsStored() {
		assertThat(get("", TestAccounts.delegate(WARD))).hasStatusOk()
			.bodyText()
			.contains("Văn bản giao, điều chỉnh")
			.doesNotContain("decisions/new");
		assertThat(get("/new", TestAccounts.wardAdmin(WARD))).hasStatusOk()
			.bodyText()
			.contains("name=\"no.0\"", "name=\"pasted\"")
			.doesNotContain("value=\"store\"");

		MvcTestResult checked = decide("check", "20/NQ-HĐND", "3", "2026", "97%");
		assertThat(checked).hasStatusOk()
			.bodyText()
			.contains("Kết quả thay đổi từ ngày", "Không đạt", "value=\"store\"", "96,5%");
		assertThat(get("", TestAccounts.admin())).bodyText().doesNotContain("20/NQ-HĐND");

		assertThat(decide("store", "20/NQ-HĐND", "3", "2026", "97%")).hasStatus(HttpStatus.FOUND);
		assertThat(get("", TestAccounts.delegate(WARD))).bodyText()
			.contains("20/NQ-HĐND", "97%", "<s>96,5%</s>")
			.doesNotContain("type=\"file\"");
	}

	@Test
	void countsWhatWouldChangeWhileItIsTyped() {
		assertThat(get("/new", TestAccounts.wardAdmin(WARD))).bodyText()
			.contains("id=\"decision-count\"", "plan/decision.js");
		MvcTestResult early = post(TestAccounts.admin(), "action", "live", "issuer", "WARD_COUNCIL", "no.0", "3",
				"year.0", "2026", "text.0", "97%", "no.1", "99", "year.1", "2026", "text.1", "x");
		assertThat(early).as("half of it is typed")
			.hasStatusOk()
			.bodyText()
			.contains("data-says=\"làm đổi 1 kết quả chỉ tiêu, 1 kết quả chung của năm\"", "previewed-changes",
					"Không đạt")
			.doesNotContain("<html lang=\"vi\" class", "value=\"store\"");
		assertThat(post(TestAccounts.admin(), "action", "live", "issuer", "WARD_COUNCIL", "pasted", "3\t2026\t96%"))
			.hasStatusOk()
			.bodyText()
			.contains("data-says=\"không làm đổi kết quả nào\"");
		assertThat(post(TestAccounts.admin(), "action", "live", "issuer", "WARD_COUNCIL", "no.0", "3", "year.0", "2026",
				"text.0", "x"))
			.hasStatus(HttpStatus.NO_CONTENT);
		assertThat(post(TestAccounts.admin(), "action", "live", "issuer", "WARD_COUNCIL"))
			.hasStatus(HttpStatus.NO_CONTENT);
		assertThat(post(TestAccounts.delegate(WARD), "action", "live", "issuer", "WARD_COUNCIL", "no.0", "3", "year.0",
				"2026", "text.0", "97%"))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get("", TestAccounts.admin())).bodyText().doesNotContain("<s>96,5%</s>");
	}

	@Test
	void saysAtEachRowWhatIsWrong() {
		assertThat(decide("store", "20/NQ-HĐND", "99", "2026", "97%")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Kế hoạch không có chỉ tiêu số 99", "value=\"20/NQ-HĐND\"")
			.doesNotContain("value=\"store\"");
		assertThat(decide("check", "20/NQ-HĐND", "", "2026", "97%")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("chưa ghi số chỉ tiêu")
			.doesNotContain("null");
		assertThat(decide("check", "20/NQ-HĐND", "", "2026", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("ít nhất một dòng");
		assertThat(post(TestAccounts.admin(), "action", "check", "issuer", "CITY", "date", "31/02/2026"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Ngày chưa đúng", "31/02/2026");
	}

	@Test
	void asksForAWarningToBeConfirmed() {
		MvcTestResult checked = decide("check", "20/NQ-HĐND", "15", "2026", "90%");
		assertThat(checked).hasStatusOk().bodyText().contains("name=\"confirm\"", "target-below-baseline");
		assertThat(decide("store", "20/NQ-HĐND", "15", "2026", "90%")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("chưa được xác nhận");
		assertThat(post(TestAccounts.admin(), "action", "store", "issuer", "WARD_COUNCIL", "number", "20/NQ-HĐND",
				"date", "2026-02-01", "no.0", "15", "year.0", "2026", "text.0", "90%", "confirm",
				"target-below-baseline,sum-differs"))
			.hasStatus(HttpStatus.FOUND);
	}

	@Test
	void readsWhatIsPasted() {
		assertThat(post(TestAccounts.admin(), "action", "store", "issuer", "WARD_COUNCIL", "number", "21/NQ-HĐND",
				"date", "1/2/2026", "pasted", "TT\tChỉ tiêu\t2026\tNăm 2027\n3\tTỷ lệ\t97%\t97,2%\n"))
			.hasStatus(HttpStatus.FOUND);
		assertThat(get("", TestAccounts.admin())).bodyText().contains("97,2%", "2 mục tiêu của 1 dòng");
		assertThat(post(TestAccounts.admin(), "action", "check", "issuer", "WARD_COUNCIL", "date", "1/2/2026", "pasted",
				"3\t2026\t97,1%\n3\tTỷ lệ\t2027\t97,3%\n"))
			.hasStatusOk()
			.bodyText()
			.contains("value=\"97,1%\"", "value=\"97,3%\"");
	}

	@Test
	void theYearAndTheIndicatorShowWhatWasAdjustedAndBeforeItStaysAsItWas() {
		decide("store", "12/NQ-HĐND", "3", "2026", "97%");

		assertThat(page("/wards/" + WARD + "/years/2026?plan=" + this.plan)).hasStatusOk()
			.bodyText()
			.contains("điều chỉnh từ 96,5% theo 12/NQ-HĐND");
		assertThat(page("/plans/" + this.plan + "/indicators/3?year=2026")).hasStatusOk()
			.bodyText()
			.contains("điều chỉnh từ 96,5% theo 12/NQ-HĐND", "/plans/" + this.plan + "/decisions");
		assertThat(page("/wards/" + WARD + "/years/2026?plan=" + this.plan + "&asOf=2026-01-31")).hasStatusOk()
			.bodyText()
			.doesNotContain("điều chỉnh từ");
		assertThat(verdict("2026-01-31")).isEqualTo("EXCEEDED");
		assertThat(verdict("2026-02-01")).isEqualTo("NOT_MET");
	}

	@Test
	void adjustmentsAreMarkedFromTheDayTheWardHasSet() {
		decide("store", "12/NQ-HĐND", "3", "2026", "97%");
		String year = "/wards/" + WARD + "/years/2026?plan=" + this.plan;
		assertThat(page(year)).bodyText().contains("điều chỉnh từ 96,5% theo 12/NQ-HĐND");
		markFrom("0", "01/02/2026");
		assertThat(page(year)).bodyText().contains("điều chỉnh từ 96,5% theo 12/NQ-HĐND");
		markFrom("1", "02/02/2026");
		assertThat(page(year)).hasStatusOk().bodyText().doesNotContain("điều chỉnh từ");
		assertThat(verdict("2026-02-01")).isEqualTo("NOT_MET");
	}

	private void markFrom(String version, String day) {
		assertThat(this.mvc.post()
			.uri("/wards/" + WARD + "/settings")
			.param("version", version)
			.param("adjustedFrom", day)
			.with(TestAccounts.admin())
			.with(csrf())).hasStatus(HttpStatus.FOUND);
	}

	@Test
	void keepsTheSignedDocumentForThoseWhoMaySeeThePlan() {
		decide("store", "12/NQ-HĐND", "3", "2026", "97%");
		long decision = this.jdbc.sql("select id from target_decision where plan_id = ? and number = '12/NQ-HĐND'")
			.param(this.plan)
			.query(Long.class)
			.single();

		assertThat(attach(decision, "nq12.pdf", PDF, TestAccounts.admin())).hasStatus(HttpStatus.FOUND);
		assertThat(attach(decision, "nq12.pdf", PDF, TestAccounts.admin())).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("đã có đúng tệp này");
		assertThat(attach(decision, "nq12.pdf", "MZ".getBytes(StandardCharsets.UTF_8), TestAccounts.admin()))
			.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		assertThat(attach(decision, "", new byte[0], TestAccounts.admin())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Chưa chọn tệp");
		assertThat(attach(decision, "nq12.pdf", PDF, TestAccounts.delegate(WARD))).hasStatus(HttpStatus.FORBIDDEN);

		assertThat(get("", TestAccounts.delegate(WARD))).bodyText().contains("nq12.pdf");
		String api = "/api/v1/plans/" + this.plan + "/decisions/" + decision + "/file";
		MvcTestResult file = this.mvc.get().uri(api).with(TestAccounts.delegate(WARD)).exchange();
		assertThat(file).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
		assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(PDF);
		assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
		assertThat(this.mvc.get()
			.uri(api.replace("/decisions/" + decision, "/decisions/0"))
			.with(TestAccounts.admin())
			.exchange()).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void readsAsManyStatementsWhateverTheNumberOfDecisions() throws Exception {
		List<String> few = StatementCounter.during(() -> get("", TestAccounts.admin()));
		decide("store", "12/NQ-HĐND", "3", "2026", "97%");
		decide("store", "13/NQ-HĐND", "3", "2026", "97,1%");
		assertThat(StatementCounter.during(() -> get("", TestAccounts.admin()))).isNotEmpty().hasSameSizeAs(few);
	}

	private String verdict(String asOf) {
		MvcTestResult answer = page(
				"/api/v1/plans/" + this.plan + "/attainment?year=2026&issuer=WARD_COUNCIL&asOf=" + asOf);
		for (JsonNode row : JsonMapper.shared().readTree(text(answer)).path("indicators")) {
			if (row.path("no").asString().equals("3")) {
				return row.path("verdict").asString();
			}
		}
		throw new AssertionError(text(answer));
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult page(String address) {
		return this.mvc.get().uri(address).with(TestAccounts.delegate(WARD)).exchange();
	}

	private MvcTestResult get(String address, RequestPostProcessor who) {
		return this.mvc.get().uri("/plans/" + this.plan + "/decisions" + address).with(who).exchange();
	}

	private MvcTestResult decide(String action, String number, String no, String year, String text) {
		return post(TestAccounts.admin(), "action", action, "issuer", "WARD_COUNCIL", "number", number, "date",
				"1/2/2026", "no.0", no, "year.0", year, "text.0", text, "no.1", "", "year.1", "2026", "text.1", "");
	}

	private MvcTestResult post(RequestPostProcessor who, String... fields) {
		MockMvcTester.MockMvcRequestBuilder post = this.mvc.post()
			.uri("/plans/" + this.plan + "/decisions")
			.with(who)
			.with(csrf());
		for (int i = 0; i < fields.length; i += 2) {
			post.param(fields[i], fields[i + 1]);
		}
		return post.exchange();
	}

	private MvcTestResult attach(long decision, String name, byte[] content, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/plans/" + this.plan + "/decisions/" + decision + "/file")
			.multipart()
			.file(new MockMultipartFile("file", name, null, content))
			.with(who)
			.with(csrf())
			.exchange();
	}

}
