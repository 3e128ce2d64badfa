package vn.wardkpi.plan.web.headline;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineResourceTests extends DashboardTest {

	private static final String FINAL = "\"year\": 2026, \"issuer\": \"WARD_COUNCIL\", \"stage\": \"FINAL\", "
			+ "\"source\": \"Báo cáo 12/BC-UBND\"";

	@Autowired
	private JdbcClient jdbc;

	private long plan;

	@BeforeEach
	void aPublishedPlan() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2026-01-28T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "96.9"));
	}

	@Test
	void isRecordedWithItsSourceAndShownByTheYear() {
		assertThat(headlines()).bodyJson().extractingPath("$").asArray().isEmpty();
		MvcTestResult answer = record("""
				{%s, "assigned": 22, "attained": 21, "exceeded": 7, "notMet": 1, "decision": "NQ 15/NQ-HĐND",
				 "reportedOn": "2026-12-20", "note": "Một chỉ tiêu không đạt", "sourceUrl": "https://tuliem.vn/12"}"""
			.formatted(FINAL));
		assertThat(answer).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"year": 2026, "issuer": "WARD_COUNCIL", "stage": "FINAL", "assigned": 22, "attained": 21, "exceeded": 7,
							 "notMet": 1, "decision": "NQ 15/NQ-HĐND", "reportedOn": "2026-12-20", "note": "Một chỉ tiêu không đạt",
							 "source": "Báo cáo 12/BC-UBND", "sourceUrl": "https://tuliem.vn/12", "corrects": null,
							 "superseded": false, "withdrawn": false, "reason": null, "recordedBy": "test-ward-admin"}""");
		String location = answer.getResponse().getHeader(HttpHeaders.LOCATION);
		assertThat(location).isEqualTo(path() + "/" + id(answer));
		assertThat(this.mvc.get().uri(String.valueOf(location)).with(TestAccounts.delegate(WARD))).hasStatusOk();
		assertThat(attainment("")).bodyJson().extractingPath("$.reported[*].attained").asArray().containsExactly(21);
		assertThat(this.jdbc
			.sql("select key || ' ' || to_state from audit_entry where subject = 'HEADLINE' and plan_id = ?")
			.param(this.plan)
			.query(String.class)
			.list()).containsExactly("2026 FINAL WARD_COUNCIL 21/22");
	}

	@Test
	void whatIsMetAndWhatIsExceededMakeWhatIsAttained() {
		assertThat(record("{%s, \"assigned\": 22, \"met\": 14, \"exceeded\": 7}".formatted(FINAL)))
			.hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.attained")
			.isEqualTo(21);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"assigned\": -1, \"attained\": 0 | assigned | headline-count",
			"\"assigned\": 10, \"attained\": 11 | attained | headline-more-than-assigned",
			"\"assigned\": 10, \"attained\": 9, \"exceeded\": 10 | exceeded | headline-more-than-attained",
			"\"assigned\": 10, \"attained\": 9, \"exceeded\": -1 | exceeded | headline-count",
			"\"assigned\": 10, \"attained\": 9, \"notMet\": 2 | notMet | headline-more-than-rest",
			"\"assigned\": 10, \"attained\": 9, \"met\": 4, \"exceeded\": 4 | attained | headline-attained-sum",
			"\"assigned\": 10 | attained | required", "\"attained\": 10 | assigned | required",
			"\"assigned\": 10, \"attained\": 9, \"sourceUrl\": \"javascript:alert(1)\" | sourceUrl | headline-address",
			"\"assigned\": 10, \"attained\": 9, \"reportedOn\": \"2025-12-31\" | reportedOn | headline-day-early",
			"\"assigned\": 10, \"attained\": 9, \"reportedOn\": \"2062-12-31\" | reportedOn | headline-day-late" })
	void whatContradictsItselfIsRefusedAtItsField(String counts, String field, String code) {
		assertThat(record("{%s, %s}".formatted(FINAL, counts))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.errors[?(@.field=='%s')].code".formatted(field))
			.asArray()
			.containsExactly(code);
		assertThat(headlines()).bodyJson().extractingPath("$").asArray().isEmpty();
	}

	@Test
	void whatIsMissingIsNamedAllAtOnce() {
		assertThat(record("{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactlyInAnyOrder("issuer", "year", "stage", "assigned", "attained", "source");
		assertThat(record("""
				{"year": 2031, "issuer": "CITY", "stage": "FINAL", "assigned": 1, "attained": 1, "source": "%s"}"""
			.formatted("ă".repeat(2001)))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.containsExactlyInAnyOrder("headline-year", "too-long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"assigned\": \"many\"", "\"assigned\": 10.5", "\"assigned\": 99999999999",
			"\"stage\": \"HALF\"", "\"issuer\": \"NOBODY\"", "\"reportedOn\": \"hôm qua\"", "\"source\": [1]",
			"\"year\": {}" })
	void whatIsOfAnotherTypeIsMalformed(String field) {
		assertThat(record("{%s}".formatted(field))).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void aCorrectionTakesItsPlaceAndTheFormerStaysOnRecord() {
		long first = id(record("{%s, \"assigned\": 22, \"attained\": 21}".formatted(FINAL)));
		assertThat(record("{%s, \"assigned\": 22, \"attained\": 20}".formatted(FINAL))).hasStatus(HttpStatus.CONFLICT);
		assertThat(record("{%s, \"assigned\": 22, \"attained\": 20, \"corrects\": %d}".formatted(FINAL, first)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("reason");
		String correction = "{%s, \"assigned\": 22, \"attained\": 20, \"corrects\": %d, \"reason\": \"Ghi nhầm\"}"
			.formatted(FINAL, first);
		assertThat(record(correction)).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.isLenientlyEqualTo("{\"corrects\": %d, \"reason\": \"Ghi nhầm\", \"attained\": 20}".formatted(first));
		assertThat(record(correction)).as("two administrators at once").hasStatus(HttpStatus.CONFLICT);
		assertThat(record("{%s, \"assigned\": 22, \"attained\": 19, \"reason\": \"Số chính thức\"}".formatted(FINAL)))
			.as("the valid one of the same key")
			.hasStatus(HttpStatus.CREATED);
		assertThat(headlines()).bodyJson()
			.extractingPath("$[*].superseded")
			.asArray()
			.containsExactly(false, true, true);
		assertThat(attainment("")).bodyJson().extractingPath("$.reported[*].attained").asArray().containsExactly(19);
		assertThat(overview()).contains("\"attained\":19").doesNotContain("\"attained\":20");
		assertThat(attainment("&asOf=" + LocalDate.now().minusDays(1))).as("before the corrections were recorded")
			.bodyJson()
			.extractingPath("$.reported[*].attained")
			.asArray()
			.containsExactly(21);
	}

	@Test
	void whatIsTakenBackIsNotShownAndMayBeRecordedAgain() {
		long first = id(record("{%s, \"assigned\": 22, \"attained\": 21}".formatted(FINAL)));
		assertThat(takeBack(first, "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(takeBack(first, "{\"reason\": \"Báo cáo của phường khác\"}")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.superseded")
			.isEqualTo(true);
		assertThat(takeBack(first, "{\"reason\": \"Lần nữa\"}")).hasStatus(HttpStatus.CONFLICT);
		assertThat(attainment("")).bodyJson().extractingPath("$.reported").asArray().isEmpty();
		assertThat(overview()).contains("\"publishedHeadline\":null");
		assertThat(record("{%s, \"assigned\": 22, \"attained\": 18}".formatted(FINAL))).hasStatus(HttpStatus.CREATED);
	}

	@Test
	void anotherPlansHeadlineAndAPlanThatIsNotPublishedAreRefused() {
		long first = id(record("{%s, \"assigned\": 22, \"attained\": 21}".formatted(FINAL)));
		assertThat(this.mvc.post()
			.uri("/api/v1/plans/" + 999_999 + "/published-headlines/" + first + "/withdraw")
			.with(TestAccounts.admin())
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"reason\": \"x\"}")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(takeBack(first + 1000, "{\"reason\": \"x\"}")).hasStatus(HttpStatus.NOT_FOUND);
		this.jdbc.sql("update plan set status = 'CLOSED' where id = ?").param(this.plan).update();
		assertThat(takeBack(first, "{\"reason\": \"Kế hoạch đã khóa sổ vẫn đính chính được\"}")).hasStatusOk();
		this.jdbc.sql("update plan set status = 'DRAFT' where id = ?").param(this.plan).update();
		assertThat(record("{%s, \"assigned\": 22, \"attained\": 21}".formatted(FINAL))).hasStatus(HttpStatus.CONFLICT);
	}

	private MvcTestResult record(String json) {
		return this.mvc.post()
			.uri(path())
			.with(TestAccounts.wardAdmin(WARD))
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.exchange();
	}

	private MvcTestResult takeBack(long headline, String json) {
		return this.mvc.post()
			.uri(path() + "/" + headline + "/withdraw")
			.with(TestAccounts.wardAdmin(WARD))
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.exchange();
	}

	private MvcTestResult headlines() {
		return this.mvc.get().uri(path()).with(TestAccounts.delegate(WARD)).exchange();
	}

	private MvcTestResult attainment(String more) {
		return this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/attainment?year=2026" + more)
			.with(TestAccounts.delegate(WARD))
			.exchange();
	}

	private String overview() {
		byte[] body = this.mvc.get()
			.uri("/api/v1/overview?year=2026&size=500")
			.with(TestAccounts.delegate(WARD))
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		String all = new String(body, StandardCharsets.UTF_8);
		int own = all.indexOf("\"wardCode\":\"" + WARD + "\"");
		int next = all.indexOf("\"wardCode\"", own + 1);
		return all.substring(own, (next > 0) ? next : all.length());
	}

	private String path() {
		return "/api/v1/plans/" + this.plan + "/published-headlines";
	}

	private static long id(MvcTestResult answer) {
		String location = String.valueOf(answer.getResponse().getHeader(HttpHeaders.LOCATION));
		return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
	}

}
