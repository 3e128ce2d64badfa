package vn.wardkpi.dashboard.web.api;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.submission.LoadedSubmission;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class AttainmentResourceTests extends DashboardTest {

	private static final RequestPostProcessor ANYBODY = TestAccounts.delegate("00613");

	@Test
	void statesAYearAsTheContractDoes() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		MvcTestResult answer = get(plan, "attainment?year=2026&asOf=2027-02-01");
		assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"planId": %d, "year": 2026, "issuer": "WARD_COUNCIL", "asOf": "2027-02-01",
				 "headline": {"assigned": 22, "exceeded": 7, "met": 11, "notMet": 3, "inProgress": 0, "noData": 1,
				              "notAssigned": 0, "provisional": false,
				              "text": "Đạt và vượt 18/22 chỉ tiêu (vượt 7, đạt 11), không đạt 3; chưa có số liệu 1"},
				 "reported": []}""".formatted(plan));
		assertThat(answer).bodyJson().extractingPath("$.indicators.length()").isEqualTo(27);
	}

	@Test
	void writesDecimalsWithTheirScaleAndNothingIsLeftOut() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		assertThat(get(plan, "attainment?year=2026")).bodyText()
			.contains("""
					{"no":"2.1","name":"Tỷ lệ trường công lập đạt chuẩn quốc gia","role":"BREAKDOWN",\
					"target":{"text":"66,7%","comparator":"AT_LEAST","value":66.7,"upper":null},\
					"actual":{"value":66.7,"numerator":12,"denominator":18,"achieved":null,"period":"FINAL",\
					"status":"APPROVED"},"verdict":"MET","computedVerdict":"MET","provisional":false,\
					"overridden":false,"completion":null,"gap":0.0,"course":"ON_COURSE"}""")
			.contains("\"completion\":106.00")
			.contains("\"value\":10519.0");
	}

	@Test
	void eachIssuerHasItsOwnHeadline() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		assertThat(get(plan, "attainment?year=2026&issuer=CITY")).bodyJson()
			.extractingPath("$.headline.assigned")
			.isEqualTo(10);
	}

	@Test
	void reproducesAnEarlierDay() {
		long plan = aPlan(1);
		approve(plan, 2026, ReportingPeriod.ESTIMATE, "2026-12-08T03:00:00Z",
				actual("3", ReportingPeriod.ESTIMATE, "96.4"));
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z", actual("3", ReportingPeriod.FINAL, "96.9"));
		assertThat(verdict(plan, "3", "&asOf=2026-12-07")).isEqualTo("NO_DATA false");
		assertThat(verdict(plan, "3", "&asOf=2026-12-08")).isEqualTo("NOT_MET true");
		assertThat(verdict(plan, "3", "&asOf=2027-01-28")).isEqualTo("EXCEEDED false");
		assertThat(verdict(plan, "3", "")).isEqualTo("EXCEEDED false");
	}

	@Test
	void keepsTheComputedVerdictBesideAnOverride() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		override(plan, new OverrideRow("5", 2026, Issuer.WARD_COUNCIL, Verdict.MET, "Theo kết luận của kỳ họp", null,
				"reviewer", Instant.parse("2027-02-01T03:00:00Z")));
		assertThat(get(plan, "attainment?year=2026")).bodyText()
			.contains("\"verdict\":\"MET\",\"computedVerdict\":\"NOT_MET\",\"provisional\":false,\"overridden\":true");
	}

	@Test
	void draftsAreForTheWardsStaff() {
		long plan = aPlan(1);
		load(plan, LoadedSubmission.draft(2026, ReportingPeriod.FINAL, "clerk", Instant.parse("2027-01-05T02:00:00Z"),
				List.of(actual("3", ReportingPeriod.FINAL, "96.9"))));
		assertThat(verdict(plan, "3", "")).isEqualTo("NO_DATA false");
		String drafts = "attainment?year=2026&include=DRAFT";
		assertThat(get(plan, drafts, TestAccounts.reviewer(WARD))).hasStatusOk()
			.bodyText()
			.contains("\"period\":\"FINAL\",\"status\":\"DRAFT\"},\"verdict\":\"EXCEEDED\"");
		assertThat(get(plan, drafts, TestAccounts.delegate(WARD))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(plan, drafts, TestAccounts.official("00613"))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void theTagChangesExactlyWhenTheContentDoes() {
		long plan = aPlan(1);
		String tag = tag(plan);
		assertThat(tag).isEqualTo(tag(plan));
		assertThat(this.mvc.get()
			.uri("/api/v1/plans/" + plan + "/attainment?year=2026&asOf=2027-02-01")
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.with(ANYBODY)).hasStatus(HttpStatus.NOT_MODIFIED).bodyText().isEmpty();
		approveYear(plan, 1);
		assertThat(tag(plan)).isNotEqualTo(tag);
	}

	@Test
	void refusesWhatCannotBeAnswered() {
		long plan = aPlan(1);
		assertThat(get(plan, "attainment?year=2031")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("year");
		assertThat(get(plan, "attainment?year=2026&asOf=31-12-2026")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get(plan, "attainment?year=2026&issuer=NOBODY")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(get(-1, "attainment?year=2026")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "attainment?year=abc", "attainment?asOf=31-12-2026", "attainment?issuer=NOBODY",
			"period?asOf=31-12-2026", "period?include=ALL" })
	void saysWhichParameterCannotBeRead(String question) {
		String field = question.substring(question.indexOf('?') + 1, question.indexOf('='));
		assertThat(get(aPlan(1), question)).hasStatus(HttpStatus.BAD_REQUEST).bodyJson().isLenientlyEqualTo("""
				{"status": 400, "errors": [{"field": "%s", "code": "type-mismatch"}]}""".formatted(field));
	}

	@Test
	void withoutAYearAnswersTheLatestThatHasFigures() {
		long plan = aPlan(1);
		assertThat(get(plan, "attainment")).bodyJson().extractingPath("$.year").isEqualTo(2026);
		approve(plan, 2027, ReportingPeriod.M06, "2027-07-10T03:00:00Z", actual("3", ReportingPeriod.M06, "96"));
		assertThat(get(plan, "attainment")).bodyJson().extractingPath("$.year").isEqualTo(2027);
	}

	@Test
	void reckonsThePeriod() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		approve(plan, 2027, ReportingPeriod.FINAL, "2028-01-28T03:00:00Z", actual("4", ReportingPeriod.FINAL, "49.1"));
		assertThat(get(plan, "period")).hasStatusOk()
			.bodyText()
			.contains("\"no\":\"4\"")
			.contains("\"course\":\"LAGGING\"");
	}

	@Test
	void asksTheDatabaseAConstantNumberOfTimes() throws Exception {
		long plan = aPlan(9);
		approveYear(plan, 9);
		List<String> statements = StatementCounter.during(() -> get(plan, "attainment?year=2026"));
		assertThat(statements).hasSizeLessThanOrEqualTo(7);
		assertThat(StatementCounter.during(() -> get(plan, "period"))).hasSizeLessThanOrEqualTo(7);
	}

	@Test
	void isMadeOnceForEachVersion() throws Exception {
		long plan = aPlan(1);
		assertThat(verdict(plan, "3", "")).isEqualTo("NO_DATA false");
		approve(plan, 2026, ReportingPeriod.ESTIMATE, "2026-12-08T03:00:00Z",
				actual("3", ReportingPeriod.ESTIMATE, "96.4"));
		assertThat(verdict(plan, "3", "")).isEqualTo("NOT_MET true");
		List<String> statements = StatementCounter
			.during(() -> assertThat(verdict(plan, "3", "")).isEqualTo("NOT_MET true"));
		assertThat(statements).hasSize(2);
		assertThat(verdict(plan, "3", "&issuer=PARTY_CONGRESS")).isNotEqualTo("NOT_MET true");
		get(plan, "period");
		assertThat(StatementCounter.during(() -> get(plan, "period"))).hasSize(2);
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z", actual("3", ReportingPeriod.FINAL, "96.9"));
		assertThat(verdict(plan, "3", "")).isEqualTo("EXCEEDED false");
	}

	private String verdict(long plan, String no, String more) {
		MvcTestResult answer = get(plan, "attainment?year=2026" + more);
		String path = "$.indicators[?(@.no=='" + no + "')]";
		return at(answer, path + ".verdict") + " " + at(answer, path + ".provisional");
	}

	private static String at(MvcTestResult answer, String path) {
		try {
			List<?> found = com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), path);
			return String.valueOf(found.get(0));
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String tag(long plan) {
		return String
			.valueOf(get(plan, "attainment?year=2026&asOf=2027-02-01").getResponse().getHeader(HttpHeaders.ETAG));
	}

	private MvcTestResult get(long plan, String call) {
		return get(plan, call, ANYBODY);
	}

	private MvcTestResult get(long plan, String call, RequestPostProcessor by) {
		return this.mvc.get().uri("/api/v1/plans/" + plan + "/" + call).with(by).exchange();
	}

}
