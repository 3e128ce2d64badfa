package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.AnnexPlan;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.baseline.BaselineOrigin;
import vn.wardkpi.plan.baseline.BaselineOrigin.Method;
import vn.wardkpi.shared.WardCode;
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

	@Autowired
	private PlanService services;

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

	@Test
	void ofTwoWhoMakeItAtOnceTheSecondIsToldAndLosesNothing() {
		aPlanWithFigures();
		String address = "/plans/" + this.plan + "/indicators/17/baseline";
		String version = Jsoup.parse(page(address)).select("input[name=version]").val();
		String seen = seen("17");
		String one = """
				{"year": 2025, "method": "WEIGHTED", "parts": [{"name": "Phường A", "text": "6,5", "weight": 1}], %s}"""
			.formatted(WHY);
		assertThat(this.mvc.post()
			.uri("/api/v1" + address)
			.contentType(MediaType.APPLICATION_JSON)
			.content(one)
			.with(TestAccounts.admin())).hasStatus(428);
		MvcTestResult made = make("17", "", one, seen);
		assertThat(made).hasStatusOk();
		assertThat(made.getResponse().getHeader("ETag")).isNotEqualTo(seen).isEqualTo(seen("17"));
		assertThat(make("17", "", one.replace("6,5", "7"), seen)).hasStatus(HttpStatus.PRECONDITION_FAILED);
		for (String action : new String[] { "check", "store" }) {
			MvcTestResult told = send(
					address, Map.of("action", action, "year", "2025", "method", "WEIGHTED", "name.0", "Phường B",
							"figure.0", "7,25", "weight.0", "2", "reason", "Sáp nhập", "effectiveDate", "1/6/2027"),
					version);
			assertThat(told).hasStatus(HttpStatus.CONFLICT)
				.bodyText()
				.contains("vừa được người khác thay đổi", "value=\"7,25\"", "value=\"Phường B\"", "value=\"Sáp nhập\"");
		}
		assertThat(baseline("17", "2027-06-01").value()).isEqualByComparingTo("6.5");
		assertThat(send(address,
				Map.of("action", "store", "year", "2025", "method", "WEIGHTED", "name.0", "Phường B", "figure.0",
						"7,25", "weight.0", "2", "reason", "Sáp nhập", "effectiveDate", "1/6/2027")))
			.hasStatus(HttpStatus.FOUND);
	}

	@Test
	void offersWhatWasApprovedOfAPredecessorAndMakesTheBaselineOfIt() {
		aPlanWithFigures();
		this.sql.sql("delete from ward_predecessor where ward_code = ?").param(WARD).update();
		for (String[] one : new String[][] { { "00004", "Phường Cũ", "false" }, { "00008", "Xã Một Phần", "true" } }) {
			this.sql.sql("""
					insert into ward_predecessor (ward_code, predecessor_name, predecessor_kind, part, source,
					                              predecessor_code, search_key)
					values (?, ?, 'PHUONG', ?::boolean, 'thử', ?, lower(?))
					""").params(WARD, one[1], one[2], one[0], one[1]).update();
		}
		long before = aPlanBefore("00004");
		String address = "/plans/" + this.plan + "/indicators/17/baseline";
		assertThat(figure("$.predecessors[0].figure")).as("nothing is approved").isEmpty();
		approve(before, 2025, ReportingPeriod.FINAL, "2026-01-28T03:00:00Z",
				actual("17", ReportingPeriod.FINAL, "6.45"));
		approve(before, 2025, ReportingPeriod.ESTIMATE, "2025-12-28T03:00:00Z",
				actual("17", ReportingPeriod.ESTIMATE, "7"));
		assertThat(figure("$.predecessors[0].figure")).as("as entered, and not the estimate").isEqualTo("6,45");
		assertThat(figure("$.predecessors[1].name")).isEqualTo("Xã Một Phần");
		assertThat(figure("$.predecessors[1].figure")).as("a part of it has none").isEmpty();
		Document page = Jsoup.parse(page(address));
		assertThat(page.select("input[name='name.0']").val()).isEqualTo("Phường Cũ");
		assertThat(page.select("input[name='figure.0']").val()).isEqualTo("6,45");
		assertThat(page.select("input[name='figure.1']").val()).isEmpty();

		Map<String, String> form = new java.util.HashMap<>();
		page.select("form[action$='/baseline'] input[name]")
			.forEach((field) -> form.put(field.attr("name"), field.val()));
		form.putAll(Map.of("action", "store", "method", "WEIGHTED", "weight.0", "12.000", "figure.1", "5,45",
				"weight.1", "12.000", "reason", "Sáp nhập", "effectiveDate", "1/6/2027"));
		form.remove("_csrf");
		assertThat(send(address, form, java.util.Objects.requireNonNull(form.remove("version"))))
			.hasStatus(HttpStatus.FOUND);
		Baseline made = baseline("17", "2027-06-01");
		assertThat(made.value()).as("the mean of 6,45 and 5,45, to one decimal").isEqualByComparingTo("6.0");
		assertThat(java.util.Objects.requireNonNull(made.origin()).parts()).extracting(BaselineOrigin.Part::ward)
			.containsExactly("00004", "00008");
	}

	private String figure(String path) {
		try {
			return JsonPath.read(this.mvc.get()
				.uri("/api/v1/plans/" + this.plan + "/indicators/17/baseline")
				.with(TestAccounts.admin())
				.exchange()
				.getResponse()
				.getContentAsString(), path);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new AssertionError(ex);
		}
	}

	/** Of the year before, with the indicator of the same name and unit. */
	private long aPlanBefore(String ward) {
		PlanDraft annex = AnnexPlan.of(ward, 1, false);
		return this.services.adopt(
				new PlanDraft(new WardCode(ward), "Kế hoạch trước", 2021, 2025, null, false, annex.leadUnits(),
						annex.indicators().stream().filter((row) -> row.no().equals("17")).toList(), List.of()),
				TestAccounts.adminActor());
	}

	@ParameterizedTest
	@ValueSource(strings = { "csv", "xlsx", "docx" })
	void aFileOfThePlanSaysWhatItIsMadeOfAndReadsBack(String format) throws Exception {
		this.plan = aPlan(1);
		assertThat(make("17", "",
				"""
						{"year": 2025, "method": "WEIGHTED", "source": "Niên giám", "parts": [
						 {"name": "Phường A", "text": "6,5", "weight": 12000}, {"name": "Phường B", "text": "5,5", "weight": 8000}],
						 "reason": "Sáp nhập", "effectiveDate": "2026-02-01"}"""))
			.hasStatusOk();
		assertThat(make("3", "", """
				{"year": 2025, "method": "NOT_COMPARABLE", "parts": [{"name": "Phường A", "text": "90%"}],
				 "reason": "Sáp nhập", "effectiveDate": "2026-02-01"}""")).hasStatusOk();
		byte[] file = this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/export?format=" + format)
			.with(TestAccounts.admin())
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		MvcTestResult read = this.mvc.post()
			.uri("/api/v1/wards/00613/plans/import?dryRun=true")
			.multipart()
			.file(new MockMultipartFile("file", "ke-hoach." + format, null, file))
			.with(TestAccounts.admin())
			.exchange();
		assertThat(read).hasStatusOk();
		String said = read.getResponse().getContentAsString();
		String weighted = "$.proposed[?(@.no=='17')]";
		assertThat(JsonPath.<List<String>>read(said, weighted + ".baseline.text")).containsExactly("6,1%");
		if (format.equals("csv")) {
			assertThat(JsonPath.<List<String>>read(said, weighted + ".baseline.origin.method"))
				.containsExactly("WEIGHTED");
			assertThat(JsonPath.<List<String>>read(said, weighted + ".baseline.origin.source"))
				.containsExactly("Niên giám");
			assertThat(JsonPath.<List<String>>read(said, weighted + ".baseline.origin.parts[*].weightText"))
				.containsExactly("12.000", "8.000");
			assertThat(JsonPath.<List<Boolean>>read(said, "$.proposed[?(@.no=='3')].baseline.comparable"))
				.containsExactly(false);
			assertThat(JsonPath.<List<String>>read(said, "$.proposed[?(@.no=='3')].baseline.origin.parts[0].text"))
				.containsExactly("90%");
			assertThat(new String(file, java.nio.charset.StandardCharsets.UTF_8)).startsWith("no,")
				.contains(",baselineOrigin");
		}
		else {
			assertThat(JsonPath.<List<String>>read(said, weighted + ".note")).singleElement()
				.asString()
				.contains(
						"Mức nền năm 2025 là bình quân theo trọng số từ Phường A: 6,5 × 12.000; Phường B: 5,5 × 8.000");
			assertThat(JsonPath.<List<String>>read(said, "$.proposed[?(@.no=='3')].note")).singleElement()
				.asString()
				.contains("Mức nền năm 2025 không so sánh được; số liệu cũ: Phường A: 90%");
		}
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
		return make(no, query, json, query.contains("dryRun") ? "\"none\"" : seen(no));
	}

	private String seen(String no) {
		return java.util.Objects.requireNonNull(this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/indicators/" + no + "/baseline")
			.with(TestAccounts.admin())
			.exchange()
			.getResponse()
			.getHeader("ETag"));
	}

	private MvcTestResult make(String no, String query, String json, String seen) {
		return this.mvc.post()
			.uri("/api/v1/plans/" + this.plan + "/indicators/" + no + "/baseline" + query)
			.header("If-Match", seen)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(TestAccounts.admin())
			.exchange();
	}

	private MvcTestResult send(String address, Map<String, String> form) {
		return send(address, form, Jsoup.parse(page(address)).select("input[name=version]").val());
	}

	private MvcTestResult send(String address, Map<String, String> form, String version) {
		var request = this.mvc.post().uri(address).param("version", version).with(TestAccounts.admin()).with(csrf());
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
