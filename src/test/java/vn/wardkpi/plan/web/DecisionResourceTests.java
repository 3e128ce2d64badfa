package vn.wardkpi.plan.web;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionResourceTests extends DashboardTest {

	private long plan;

	@BeforeEach
	void aPlanWithFigures() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2026-01-28T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "96.9"));
	}

	@Test
	void aDecisionThatHoldsIsStoredWithItsProblemsAndChanges() {
		MvcTestResult answer = decide("", "[]", target("3", "2026", "97%"));
		assertThat(answer).hasStatus(HttpStatus.CREATED)
			.containsHeader("Location")
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"issuer": "WARD_COUNCIL", "number": "20/NQ-HĐND", "problems": [],
							 "changes": [{"year": 2026, "issuer": "WARD_COUNCIL", "no": null},
							             {"year": 2026, "issuer": "WARD_COUNCIL", "no": "3", "from": "EXCEEDED", "to": "NOT_MET"}]}""");
		assertThat(decisions()).bodyJson().extractingPath("$[*].number").asArray().contains("20/NQ-HĐND");
	}

	@Test
	void aShareWrittenAsAFractionIsConfirmedOrRefused() {
		MvcTestResult refused = decide("", "[]", target("4", "2026", "0,475"));
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.problems[?(@.code=='target-fraction')].severity")
			.asArray()
			.containsExactly("WARNING");
		assertThat(refused).bodyJson()
			.extractingPath("$.problems[?(@.code=='target-fraction')].no")
			.asArray()
			.containsExactly("4");
		assertThat(decisions()).bodyJson().extractingPath("$[*].number").asArray().doesNotContain("20/NQ-HĐND");

		assertThat(decide("", "[\"target-fraction\"]", target("4", "2026", "0,475")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.doesNotContain("target-fraction")
			.isNotEmpty();

		assertThat(decide("", codes(refused), target("4", "2026", "0,475"))).hasStatus(HttpStatus.CREATED);
	}

	@Test
	void whatWasSoBeforeIsNotAskedAgain() {
		assertThat(decide("", "[]", target("3", "2027", "97,4%"))).hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.problems")
			.asArray()
			.isEmpty();
	}

	@Test
	void aTargetBelowTheBaselineAndASumThatDoesNotAddUpAreFound() {
		assertThat(decide("?dryRun=true", "[]", target("15", "2026", "90%"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.problems[*].code")
			.asArray()
			.contains("target-below-baseline");
		assertThat(decide("?dryRun=true", "[]", target("1.1", "2026", "7.000"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.problems[*].code")
			.asArray()
			.contains("breakdown-sum");
	}

	@Test
	void aShareAboveTheWholeIsFound() {
		assertThat(decide("?dryRun=true", "[]", target("12", "2026", "141%"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.problems[*].code")
			.asArray()
			.contains("target-above-whole");
	}

	@Test
	void aTargetInAnotherUnitIsConvertedAndSaid() {
		assertThat(decide("?dryRun=true", "[]", target("1", "2026", "9.923.500 triệu đồng"))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.problems[?(@.severity=='INFO')].code")
			.asArray()
			.contains("target-converted");
		assertThat(decide("", "[]", target("1", "2026", "9.923 hộ"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"problems\": [{\"severity\": \"ERROR\", \"code\": \"target-unit\", \"no\": \"1\"}]}");
	}

	@Test
	void errorsAreNamedAtTheirRows() {
		MvcTestResult refused = decide("", "[]", target("3", "2026", "86.6%"), target("99", "2026", "1"),
				target("3", "2031", "97%"), target("2", "2026", "70%"));
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"problems": [{"severity": "ERROR", "field": "targets[0].text", "no": "3", "year": 2026},
							              {"severity": "ERROR", "code": "indicator-unknown", "field": "targets[1].no", "no": "99"},
							              {"severity": "ERROR", "code": "year-outside-plan", "field": "targets[2].year"},
							              {"severity": "ERROR", "code": "group-with-target", "field": "targets[3].no", "no": "2"}]}""");
		assertThat(refused).bodyJson().extractingPath("$.errors").asArray().hasSize(4);
		assertThat(decide("?dryRun=true", "[]", target("99", "2026", "1"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void aDryRunStoresNothing() {
		assertThat(decide("?dryRun=true", "[]", target("3", "2026", "97%"))).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"id\": null}");
		assertThat(decisions()).bodyJson().extractingPath("$[*].number").asArray().doesNotContain("20/NQ-HĐND");
	}

	@Test
	void everyDecisionIsListedAndWhatWasReplacedIsMarked() {
		decide("", "[]", target("3", "2026", "97%"));
		assertThat(decisions()).bodyJson()
			.extractingPath("$[?(@.issuer=='WARD_COUNCIL')].targets[?(@.no=='3' && @.year==2026)].superseded")
			.asArray()
			.containsExactly(true, false);
		assertThat(decisions()).bodyJson()
			.extractingPath("$[?(@.issuer=='CITY')].targets[?(@.no=='3' && @.year==2026)].superseded")
			.asArray()
			.containsExactly(false);
	}

	private static String target(String no, String year, String text) {
		return "{\"no\": \"" + no + "\", \"year\": " + year + ", \"text\": \"" + text + "\"}";
	}

	private MvcTestResult decide(String query, String confirm, String... targets) {
		return this.mvc.post()
			.uri("/api/v1/plans/" + this.plan + "/decisions" + query)
			.with(TestAccounts.admin())
			.contentType(MediaType.APPLICATION_JSON)
			.content(
					"""
							{"issuer": "WARD_COUNCIL", "number": "20/NQ-HĐND", "date": "2026-03-01", "effectiveDate": "2026-03-01",
							 "confirm": %s, "targets": [%s]}"""
						.formatted(confirm, String.join(", ", targets)))
			.exchange();
	}

	private MvcTestResult decisions() {
		return this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/decisions")
			.with(TestAccounts.delegate(WARD))
			.exchange();
	}

	private static String codes(MvcTestResult refused) {
		try {
			List<String> codes = com.jayway.jsonpath.JsonPath.read(refused.getResponse().getContentAsString(),
					"$.problems[?(@.severity=='WARNING')].code");
			return "[\"" + String.join("\", \"", codes) + "\"]";
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
