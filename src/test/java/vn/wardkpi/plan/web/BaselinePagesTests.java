package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.baseline.BaselineOrigin;
import vn.wardkpi.plan.baseline.BaselineOrigin.Method;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Baselines made of predecessors' figures, by page and by API.
 */
class BaselinePagesTests extends DashboardTest {

	private static final String WHY = "\"reason\": \"Sáp nhập\", \"effectiveDate\": \"2027-06-01\"";

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private JdbcClient sql;

	private long plan;

	@Test
	void weighsAShareAndSaysOfWhat() {
		aPlanWithFigures();
		MvcTestResult tried = make("17", "?dryRun=true",
				"""
						{"year": 2025, "method": "WEIGHTED", "source": "Niên giám 2025", "parts": [
						 {"name": "Phường A", "text": "6,5", "weight": 12000}, {"name": "Phường B", "value": 5.5, "weightText": "8.000"}],
						 %s}"""
					.formatted(WHY));
		assertThat(tried).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"no": "17", "baseline": {"year": 2025, "text": "6,1%", "value": 6.1, "comparable": true,
				 "origin": {"method": "WEIGHTED", "source": "Niên giám 2025", "parts": [
				  {"name": "Phường A", "text": "6,5", "value": 6.5, "weight": 12000, "weightText": "12.000"},
				  {"name": "Phường B", "text": "5,5", "value": 5.5, "weight": 8000, "weightText": "8.000"}]}}}""");
		assertThat(baseline("17", "2027-06-01").origin()).isNull();
		make("17", "", """
				{"year": 2025, "method": "WEIGHTED", "parts": [{"name": "Phường A", "text": "6,5", "weight": 12000},
				 {"name": "Phường B", "text": "5,5", "weight": 8000}], %s}""".formatted(WHY));
		Baseline after = baseline("17", "2027-06-01");
		assertThat(after.value()).isEqualByComparingTo("6.1");
		assertThat(after.origin()).isNotNull().extracting(BaselineOrigin::method).isEqualTo(Method.WEIGHTED);
		assertThat(baseline("17", "2027-05-31").origin()).isNull();
		assertThat(page("/plans/" + this.plan + "/indicators/17?year=2026&asOf=2027-06-01"))
			.contains("bình quân theo trọng số từ Phường A: 6,5 × 12.000; Phường B: 5,5 × 8.000");
		assertThat(page("/plans/" + this.plan + "/indicators/17?year=2026&asOf=2027-05-31"))
			.doesNotContain("bình quân theo trọng số");
		assertThat(this.mvc.get().uri("/api/v1/plans/" + this.plan + "/history/17").with(TestAccounts.admin()))
			.bodyText()
			.contains("Phường A: 6,5");
	}

	@Test
	void aBaselineThatIsWrittenByHandHasNoOrigin() {
		aPlanWithFigures();
		make("17", "", """
				{"year": 2025, "method": "NOT_COMPARABLE", "parts": [{"name": "Phường A", "text": "6,5"}], %s}"""
			.formatted(WHY));
		assertThat(baseline("17", "2027-06-01").origin()).isNotNull();
		this.mvc.patch()
			.uri("/api/v1/plans/" + this.plan + "/indicators/17")
			.contentType(MediaType.APPLICATION_JSON)
			.content(
					"{\"baseline\": {\"year\": 2025, \"text\": \"6,0\"}, \"reason\": \"x\", \"effectiveDate\": \"2027-07-01\"}")
			.with(TestAccounts.admin())
			.exchange();
		assertThat(baseline("17", "2027-07-01").origin()).isNull();
		assertThat(baseline("17", "2027-06-30").origin()).isNotNull();
	}

	@Test
	void whatIsNotComparableIsMarkedAndNotReckonedWith() {
		aPlanWithFigures();
		MvcTestResult made = make("17", "", """
				{"year": 2025, "method": "NOT_COMPARABLE", "parts": [{"name": "Phường A", "text": "6,5"},
				 {"name": "Phường B", "text": "không rõ"}], %s}""".formatted(WHY));
		assertThat(made).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"baseline\": {\"comparable\": false, \"origin\": {\"method\": \"NOT_COMPARABLE\"}}}");
		assertThat(page("/plans/" + this.plan + "/indicators/17?year=2026&asOf=2027-06-01"))
			.contains("không so sánh được", "số liệu cũ: Phường A: 6,5; Phường B: không rõ");
	}

	@Test
	void refusesWhatMakesNoFigure() {
		aPlanWithFigures();
		assertThat(make("17", "", "{\"year\": 2025, \"method\": \"WEIGHTED\", \"parts\": [null]}"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("baseline-no-parts");
		assertThat(make("17", "", "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("method", "baselineYear");
		assertThat(make("17", "", """
				{"year": 2025, "method": "SUM", "parts": [{"name": "A", "text": "5"}], %s}""".formatted(WHY)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("baseline-method");
		assertThat(make("17", "",
				"""
						{"year": 2025, "method": "WEIGHTED", "parts": [{"text": "86.6", "weightText": "nhiều"}], %s}"""
					.formatted(WHY)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("baseline-part-name", "number-ambiguous", "baseline-part-weight");
		assertThat(make("17", "", """
				{"year": 2025, "method": "WEIGHTED", "parts": [{"name": "A", "text": "6", "weight": 1}]}"""))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("reason", "effectiveDate");
	}

	@Test
	void thePageOffersThePredecessorsAndKeepsWhatWasTyped() {
		aPlanWithFigures();
		String address = "/plans/" + this.plan + "/indicators/17/baseline";
		String first = this.sql.sql("""
				select predecessor_name from ward_predecessor where ward_code = ?
				order by part, predecessor_name collate "vi-x-icu" limit 1
				""").param(WARD).query(String.class).optional().orElse("");
		assertThat(page(address)).contains("name=\"name.0\"").contains(first);
		assertThat(send(address,
				Map.of("action", "check", "year", "2025", "method", "WEIGHTED", "name.0", "Phường A", "figure.0", "6,5",
						"weight.0", "x", "reason", "Sáp nhập", "effectiveDate", "1/6/2027")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("value=\"6,5\"", "value=\"x\"", "href=\"#parts\"");
		Map<String, String> right = Map.of("action", "check", "year", "2025", "method", "WEIGHTED", "name.0",
				"Phường A", "figure.0", "6,5", "weight.0", "2", "reason", "Sáp nhập", "effectiveDate", "1/6/2027");
		assertThat(send(address, right)).hasStatusOk().bodyText().contains("Mức nền sẽ là 6,5%");
		assertThat(baseline("17", "2027-06-01").origin()).isNull();
		Map<String, String> store = new java.util.HashMap<>(right);
		store.put("action", "store");
		assertThat(send(address, store)).hasStatus(HttpStatus.FOUND);
		assertThat(baseline("17", "2027-06-01").origin()).isNotNull();
		assertThat(send(address, Map.of("effectiveDate", "31/2/2027"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private void aPlanWithFigures() {
		this.plan = aPlan(1);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z",
				actual("17", ReportingPeriod.FINAL, "6.0"));
	}

	private Baseline baseline(String no, String day) {
		Baseline baseline = this.catalog.indicators(this.plan, LocalDate.parse(day))
			.stream()
			.filter((row) -> row.no().equals(no))
			.map(IndicatorRow::baseline)
			.findFirst()
			.orElseThrow();
		return java.util.Objects.requireNonNull(baseline);
	}

	private MvcTestResult make(String no, String query, String json) {
		return this.mvc.post()
			.uri("/api/v1/plans/" + this.plan + "/indicators/" + no + "/baseline" + query)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(TestAccounts.admin())
			.exchange();
	}

	private MvcTestResult send(String address, Map<String, String> form) {
		var request = this.mvc.post().uri(address).with(TestAccounts.admin()).with(csrf());
		form.forEach(request::param);
		return request.exchange();
	}

	private String page(String address) {
		try {
			return this.mvc.get().uri(address).with(TestAccounts.admin()).exchange().getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new AssertionError(ex);
		}
	}

}
