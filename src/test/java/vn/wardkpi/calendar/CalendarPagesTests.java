package vn.wardkpi.calendar;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
class CalendarPagesTests extends IntegrationTest {

	private static final String WARD = "00340";

	private static final String PAGE = "/wards/" + WARD + "/calendar";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void aLeadUnit() {
		this.jdbc.sql("insert into lead_unit (ward_code, code, name) values (?, 'to-lich', 'Tổ Lịch')")
			.param(WARD)
			.update();
	}

	@Test
	void showsTheYearsPeriodsWithTheirDays() throws Exception {
		Document page = page();
		assertThat(page.select("#days").text()).contains("2026");
		assertThat(page.select("main table tbody tr").eachText()).hasSize(5);
		assertThat(page.select("main table tbody tr").last().text()).startsWith("Chính thức cả năm")
			.contains("01/01/2027", "31/03/2027");
		assertThat(page.text()).contains("Đơn vị vẫn nhập và gửi được", "Chưa cấu hình máy chủ thư");
	}

	@Test
	void asksBeforeDaysLockAndThenLocks() throws Exception {
		MvcTestResult asked = post(PAGE, rules("true", "14"));
		assertThat(asked).hasStatusOk();
		Document question = parse(asked);
		assertThat(question.select("form.notice button").text()).isEqualTo("Khóa và lưu quy định");
		assertThat(page().text()).doesNotContain("Đang khóa nhập");

		Map<String, String> confirmed = new java.util.HashMap<>();
		question.select("form.notice input").forEach((input) -> confirmed.put(input.attr("name"), input.val()));
		assertThat(post(PAGE, confirmed)).hasStatus(302);
		assertThat(page().text()).contains("Đang khóa nhập");

		assertThat(post(PAGE + "/undo", Map.of("version", "1"))).hasStatus(302);
		assertThat(page().text()).doesNotContain("Đang khóa nhập");
	}

	@Test
	void keepsWhatWasTypedBesideWhatIsWrongWithIt() throws Exception {
		MvcTestResult result = post(PAGE, rules("", "bốn"));
		assertThat(result).hasStatus(422);
		Document page = parse(result);
		assertThat(page.select("#rules-closesDay").val()).isEqualTo("bốn");
		assertThat(page.select("#rules-closesDay-error").text()).isEqualTo("Hãy nhập một số nguyên từ 1 đến 31.");
		assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#rules-closesDay");
	}

	@Test
	void readsDaysTheWayPeopleWriteThem() throws Exception {
		assertThat(post(PAGE + "/2026/ESTIMATE", Map.of("opensOn", "20/11/2026", "closesOn", "1-12-2026")))
			.hasStatus(302);
		Document page = page();
		assertThat(page.select("main table tbody tr").get(3).text()).contains("ngày riêng", "20/11/2026", "01/12/2026",
				"03/12/2026");
		MvcTestResult wrong = post(PAGE + "/2026/M06", Map.of("opensOn", "31/06/2026", "closesOn", "14/6/2026"));
		assertThat(wrong).hasStatus(422);
		assertThat(parse(wrong).select("#M06-opensOn-error").text()).contains("ngày/tháng/năm");
		assertThat(parse(wrong).select("details[open] #M06-opensOn").val()).isEqualTo("31/06/2026");
	}

	@Test
	void saysThatSomebodyElseWasFaster() throws Exception {
		Map<String, String> days = Map.of("opensOn", "20/11/2026", "closesOn", "1/12/2026");
		assertThat(post(PAGE + "/2026/ESTIMATE", days)).hasStatus(302);
		MvcTestResult second = post(PAGE + "/2026/ESTIMATE", days);
		assertThat(second).hasStatus(409);
		assertThat(parse(second).select("[role=alert]").text()).contains("vừa được người khác thay đổi");
	}

	@Test
	void givesALeadUnitMoreTimeAndTakesItBack() throws Exception {
		assertThat(post(PAGE + "/2026/extensions", Map.of("leadUnit", "to-lich", "period", "ESTIMATE", "until",
				"22/12/2026", "reason", "Chờ số liệu thuế")))
			.hasStatus(302);
		Document page = page();
		assertThat(page.select("section[aria-labelledby=extensions] tbody tr").text()).contains("Tổ Lịch", "22/12/2026",
				"Chờ số liệu thuế", "test-ward-admin");
		this.jdbc.sql("""
				insert into user_account (username, password_hash, display_name, role, created_at, created_by)
				values ('test-ward-admin', '{noop}none', 'Lê Văn Lịch', 'VIEWER', now(), 'test')
				""").update();
		assertThat(page().select("section[aria-labelledby=extensions] tbody").text()).contains("Lê Văn Lịch, ")
			.doesNotContain("test-ward-admin");
		String revoke = page.select("section[aria-labelledby=extensions] tbody form").attr("action");
		assertThat(post(revoke, Map.of())).hasStatus(302);
		assertThat(page().text()).contains("Chưa đơn vị nào được gia hạn");
	}

	@Test
	void whatIsSetForAllWardsHoldsInOneThatHasNothingOfItsOwn() throws Exception {
		assertThat(page().select(".rules-source").text()).startsWith("mặc định của chương trình");
		String common = "/settings/calendar";
		assertThat(send(common, rules("", "20"), TestAccounts.wardAdmin(WARD))).hasStatus(403);
		MvcTestResult asked = send(common, rules("true", "20"), TestAccounts.admin());
		assertThat(asked).hasStatusOk();
		assertThat(parse(asked).select("form.notice").text()).contains("mọi phường, xã không có quy định riêng");
		assertThat(send(common, rules("", "bốn"), TestAccounts.admin())).hasStatus(422);
		assertThat(send(common, rules("", "20"), TestAccounts.admin())).hasStatus(302);
		assertThat(send(common, rules("", "21"), TestAccounts.admin())).hasStatus(409);
		Document page = page();
		assertThat(page.select(".rules-source").text()).startsWith("mặc định chung");
		assertThat(page.select("#rules-closesDay").val()).isEqualTo("20");
		assertThat(page.select("form[action$='/follow']")).isEmpty();

		assertThat(post(PAGE, rules("", "12"))).hasStatus(302);
		assertThat(page().select(".rules-source").text()).startsWith("của đơn vị");
		Document shared = parse(this.mvc.get().uri(common).with(TestAccounts.admin()).exchange());
		assertThat(shared.text()).contains("Có quy định riêng, không đổi theo trang này", "Yên Sở");
		assertThat(post(PAGE + "/follow", Map.of("version", "0"))).hasStatus(409);
		assertThat(post(PAGE + "/follow", Map.of("version", "1"))).hasStatus(302);
		assertThat(page().select("#rules-closesDay").val()).isEqualTo("20");
		assertThat(send(common + "/follow", Map.of("version", "1"), TestAccounts.admin())).hasStatus(302);
		assertThat(page().select("#rules-closesDay").val()).isEqualTo("14");
	}

	@Test
	void programsSetTheSameByTheSameChecks() throws Exception {
		String call = "/api/v1/wards/" + WARD + "/calendar";
		String rules = """
				{"periods": ["M06", "FINAL"], "opensDay": 1, "closesDay": 20, "finalOpens": "01-01",
				 "finalCloses": "03-31", "daysToSend": 2, "remindDays": 3}""";
		assertThat(call(HttpMethod.PUT, call, null, rules)).hasStatus(428);
		MvcTestResult set = call(HttpMethod.PUT, call, "\"0\"", rules);
		assertThat(set).hasStatusOk().hasHeader("ETag", "\"1\"");
		assertThat(set).bodyJson().extractingPath("$.source").isEqualTo("WARD");
		assertThat(call(HttpMethod.PUT, call, "\"0\"", rules.replace("20", "21"))).hasStatus(412);
		assertThat(call(HttpMethod.PUT, call, "\"1\"", rules.replace("03-31", "31/3"))).hasStatus(422)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("finalCloses");
		assertThat(call(HttpMethod.DELETE, call, "\"1\"", "")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.source")
			.isEqualTo("PROGRAM");
		String common = "/api/v1/settings/calendar";
		assertThat(call(HttpMethod.PUT, common, "\"0\"", rules)).hasStatusOk().hasHeader("ETag", "\"1\"");
		assertThat(call(HttpMethod.GET, call, null, "")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.source")
			.isEqualTo("INSTALLATION");
		assertThat(call(HttpMethod.DELETE, common, "\"7\"", "")).hasStatus(412);
		assertThat(call(HttpMethod.DELETE, common, "\"1\"", "")).hasStatusOk();
	}

	private MvcTestResult call(HttpMethod method, String uri, @Nullable String tag, String body) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.method(method).uri(uri);
		if (tag != null) {
			request.header("If-Match", tag);
		}
		return request.contentType(MediaType.APPLICATION_JSON).content(body).with(TestAccounts.admin()).exchange();
	}

	@Test
	void whoKeepsTheDaysReadsThemWithTheTimeTheirUnitWasGiven() throws Exception {
		post(PAGE + "/2026/extensions", Map.of("leadUnit", "to-lich", "period", "ESTIMATE", "until", "22/12/2026",
				"reason", "Chờ số liệu thuế"));
		Document own = parse(deadlines("", "to-lich"));
		assertThat(own.select("main tbody tr").eachText()).hasSize(5)
			.anySatisfy((row) -> assertThat(row).startsWith("Ước cả năm")
				.contains("Tổ Lịch: gia hạn đến hết ngày 22/12/2026"));
		assertThat(own.select("form[action*=deadlines], form[action*=calendar]")).isEmpty();
		assertThat(own.select("a[href$='/deadlines/file?year=2026']").text()).isEqualTo("Thêm vào lịch của bạn (.ics)");
		assertThat(parse(deadlines("", "to-khac")).text()).doesNotContain("22/12/2026");
	}

	@Test
	void aCalendarReadsTheFile() throws Exception {
		post(PAGE + "/2026/extensions", Map.of("leadUnit", "to-lich", "period", "ESTIMATE", "until", "22/12/2026",
				"reason", "Chờ số liệu thuế"));
		MvcTestResult answer = deadlines("/file", "to-lich");
		assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
		byte[] file = answer.getResponse().getContentAsByteArray();
		assertThat(new String(file, StandardCharsets.UTF_8).lines())
			.allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(75));
		Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
		calendar.validate(true);
		List<VEvent> events = calendar.getComponents("VEVENT");
		assertThat(events).hasSize(6).allSatisfy((event) -> assertThat(event.getAlarms()).hasSize(1));
		assertThat(events.stream().map((event) -> event.getUid().orElseThrow().getValue())).doesNotHaveDuplicates()
			.contains("00340-2026-ESTIMATE-to-lich@ward-kpi");
		VEvent last = events.get(events.size() - 1);
		assertThat(last.getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2027, 3, 31));
		assertThat(last.getSummary().getValue()).startsWith("Chính thức cả năm 2026: hạn gửi số liệu, phường Yên Sở");
		assertThat(last.getDescription().getValue()).contains("Mở nhập ngày 01/01/2027");
	}

	private MvcTestResult deadlines(String file, String unit) {
		return this.mvc.get()
			.uri("/wards/" + WARD + "/deadlines" + file + "?year=2026")
			.with(TestAccounts.official(WARD, unit))
			.exchange();
	}

	private Document page() throws Exception {
		MvcTestResult result = this.mvc.get().uri(PAGE + "?year=2026").with(TestAccounts.wardAdmin(WARD)).exchange();
		assertThat(result).hasStatusOk();
		return parse(result);
	}

	private MvcTestResult post(String uri, Map<String, String> fields) {
		return send(uri, fields, TestAccounts.wardAdmin(WARD));
	}

	private MvcTestResult send(String uri, Map<String, String> fields, RequestPostProcessor who) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri);
		fields.forEach((name, value) -> request.param(name, value.split(",", -1)));
		return request.with(who).with(csrf()).exchange();
	}

	private static Map<String, String> rules(String enforced, String closesDay) {
		return Map.of("periods", "M06,FINAL", "opensDay", "1", "closesDay", closesDay, "finalOpens", "1/1",
				"finalCloses", "31/3", "daysToSend", "2", "remindDays", "3", "version", "0", "enforced", enforced,
				"year", "2026");
	}

	private static Document parse(MvcTestResult result) throws Exception {
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

}
