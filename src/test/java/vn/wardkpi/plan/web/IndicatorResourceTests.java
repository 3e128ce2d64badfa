package vn.wardkpi.plan.web;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorResourceTests extends DashboardTest {

	private static final String WHY = "\"reason\": \"Sai khi nhập phụ lục\", \"effectiveDate\": \"2027-06-01\"";

	private long plan;

	@BeforeEach
	void aPlanWithFigures() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "95"), actual("17", ReportingPeriod.FINAL, "6.0"),
				actual("16", ReportingPeriod.FINAL, "88.2"));
	}

	@Test
	void anAdoptedPlanAsksWhyAndFromWhen() {
		MvcTestResult answer = patch("17", "", "{\"direction\": \"HIGHER_IS_BETTER\", \"reason\": \" \"}");
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("reason", "effectiveDate");
	}

	@Test
	void aChangeHoldsFromItsDayAndLeavesWhatWasPublished() {
		assertThat(verdict("17", "2027-06-01")).isEqualTo("EXCEEDED");

		assertThat(patch("17", "", "{\"direction\": \"HIGHER_IS_BETTER\", \"name\": \"Tên mới\", " + WHY + "}"))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.name")
			.isEqualTo("Tên mới");

		assertThat(verdict("17", "2027-05-31")).isEqualTo("EXCEEDED");
		assertThat(verdict("17", "2027-06-01")).isEqualTo("NOT_MET");
		assertThat(attainment("2027-05-31")).bodyJson()
			.extractingPath("$.indicators[?(@.no=='17')].name")
			.asArray()
			.doesNotContain("Tên mới");
		assertThat(attainment("2027-06-01")).bodyJson()
			.extractingPath("$.indicators[?(@.no=='17')].name")
			.asArray()
			.containsExactly("Tên mới");
	}

	@Test
	void changesOfDifferentDaysKeepEachOther() {
		patch("17", "", """
				{"direction": "HIGHER_IS_BETTER", "reason": "Sau", "effectiveDate": "2027-08-01"}""");
		patch("17", "", """
				{"name": "Tên mới", "reason": "Trước", "effectiveDate": "2027-04-01"}""");

		assertThat(verdict("17", "2027-07-31")).isEqualTo("EXCEEDED");
		assertThat(verdict("17", "2027-08-01")).isEqualTo("NOT_MET");
		assertThat(attainment("2027-08-01")).bodyJson()
			.extractingPath("$.indicators[?(@.no=='17')].name")
			.asArray()
			.containsExactly("Tên mới");
	}

	@Test
	void theAnswerNamesTheVerdictsAndHeadlinesThatChange() {
		MvcTestResult answer = patch("17", "?dryRun=true", "{\"direction\": \"HIGHER_IS_BETTER\", " + WHY + "}");
		assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.changes").asArray().hasSize(2);
		assertThat(answer).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"no": "17", "direction": "HIGHER_IS_BETTER",
							 "changes": [{"year": 2026, "issuer": "WARD_COUNCIL", "no": null},
							             {"year": 2026, "issuer": "WARD_COUNCIL", "no": "17", "from": "EXCEEDED", "to": "NOT_MET"}]}""");
		assertThat(answer).bodyJson()
			.extractingPath("$.changes[0].from")
			.asString()
			.contains("vượt 1, đạt 1", "không đạt 1");
		assertThat(answer).bodyJson()
			.extractingPath("$.changes[0].to")
			.asString()
			.contains("vượt 0, đạt 1", "không đạt 2");
	}

	@Test
	void aDryRunStoresNothing() {
		patch("17", "?dryRun=true",
				"{\"direction\": \"HIGHER_IS_BETTER\", \"leadUnits\": [\"cong-an-phuong\"], " + WHY + "}");
		assertThat(verdict("17", "2027-06-01")).isEqualTo("EXCEEDED");
		assertThat(indicator("17", "leadUnits")).isEqualTo("[\"phong-van-hoa-xa-hoi\",\"tram-y-te-phuong\"]");
	}

	@Test
	void aGroupNeedsSubIndicators() {
		assertThat(patch("17", "", "{\"role\": \"GROUP\", " + WHY + "}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.contains("group-empty");
	}

	@Test
	void anIndicatorNeedsALeadUnitOfItsOwnOrItsParents() {
		for (String dryRun : new String[] { "?dryRun=true", "" }) {
			assertThat(patch("17", dryRun, "{\"leadUnits\": [], " + WHY + "}"))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyJson()
				.isLenientlyEqualTo("{\"errors\": [{\"field\": \"leadUnits\", \"code\": \"lead-unit-missing\"}]}");
		}
	}

	@Test
	void aBreakdownIsAnsweredForByItsParentsUnits() {
		assertThat(patch("2.1", "", "{\"leadUnits\": [], " + WHY + "}")).hasStatusOk();
		assertThat(indicator("2.1", "leadUnits")).isEqualTo("[\"phong-van-hoa-xa-hoi\"]");
	}

	@Test
	void leadUnitsChangePlacesAtOnce() {
		assertThat(patch("17", "", "{\"leadUnits\": [\"tram-y-te-phuong\", \"phong-van-hoa-xa-hoi\"], " + WHY + "}"))
			.hasStatusOk();
		assertThat(indicator("17", "leadUnits")).isEqualTo("[\"tram-y-te-phuong\",\"phong-van-hoa-xa-hoi\"]");
	}

	@Test
	void oneRowDecidesAGroupOnEveryDay() {
		assertThat(patch("2.1", "", """
				{"decisive": false, "reason": "Đổi", "effectiveDate": "2027-04-01"}""")).hasStatusOk();
		assertThat(patch("2.2", "", """
				{"decisive": true, "reason": "Đổi", "effectiveDate": "2027-05-01"}""")).hasStatusOk();
		assertThat(patch("2.3", "", """
				{"decisive": true, "reason": "Đổi", "effectiveDate": "2027-04-15"}"""))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.containsExactly("decisive-twice");
	}

	@Test
	void longTextsAreRefused() {
		assertThat(patch("17", "", "{\"name\": \"" + "x".repeat(301) + "\", " + WHY + "}"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.isLenientlyEqualTo("{\"errors\": [{\"field\": \"name\", \"code\": \"too-long\"}]}");
	}

	@Test
	void historySaysWhy() {
		patch("17", "", "{\"direction\": \"HIGHER_IS_BETTER\", " + WHY + "}");
		assertThat(this.mvc.get().uri("/api/v1/plans/" + this.plan + "/history/17").with(TestAccounts.admin()))
			.bodyText()
			.contains("Sai khi nhập phụ lục");
	}

	@Test
	void readingIndicatorsTakesNoMoreStatementsForChanges() throws Exception {
		patch("17", "", "{\"direction\": \"HIGHER_IS_BETTER\", " + WHY + "}");
		assertThat(StatementCounter.during(() -> indicators())).hasSizeLessThanOrEqualTo(3);
	}

	private MvcTestResult patch(String no, String query, String json) {
		return this.mvc.patch()
			.uri("/api/v1/plans/" + this.plan + "/indicators/" + no + query)
			.with(TestAccounts.admin())
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.exchange();
	}

	private MvcTestResult attainment(String asOf) {
		return this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/attainment?year=2026&issuer=WARD_COUNCIL&asOf=" + asOf)
			.with(TestAccounts.admin())
			.exchange();
	}

	private MvcTestResult indicators() {
		return this.mvc.get().uri("/api/v1/plans/" + this.plan + "/indicators").with(TestAccounts.admin()).exchange();
	}

	private String verdict(String no, String asOf) {
		return value(attainment(asOf), "$.indicators[?(@.no=='" + no + "')].verdict");
	}

	private String indicator(String no, String field) {
		return value(indicators(), "$[?(@.no=='" + no + "')]." + field);
	}

	private static String value(MvcTestResult answer, String path) {
		try {
			Object found = com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), path);
			return String.valueOf(((java.util.List<?>) found).get(0));
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
