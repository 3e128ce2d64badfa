package vn.wardkpi.plan.web.annual;

import java.time.Instant;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.records.PlanRecords;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

class AnnualPlanTests extends DashboardTest {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanRecords records;

	private long plan;

	@BeforeEach
	void aFiveYearPlan() {
		this.plan = aPlan(1);
	}

	@Test
	void figuresEnteredOnceServeBothPlans() throws Exception {
		MvcTestResult made = make("""
				{"year": 2027, "leaveOut": ["5"], "targets": [{"no": "3", "issuer": "CITY", "text": "99%"}]}""");
		assertThat(made).hasStatus(HttpStatus.CREATED).bodyJson().isLenientlyEqualTo("""
				{"year": 2027, "status": "DRAFT", "fiveYearPlanId": %d,
				 "title": "Kế hoạch phát triển kinh tế - xã hội năm 2027"}""".formatted(this.plan));
		assertThat(made).bodyJson().extractingPath("$.rows[?(@.no=='5')].action").asArray().containsExactly("LEFT_OUT");
		assertThat(made).bodyJson().extractingPath("$.rows[?(@.no=='3')].action").asArray().containsExactly("CHANGED");
		assertThat(made).bodyJson()
			.extractingPath("$.rows[?(@.no=='4')].action")
			.asArray()
			.containsExactly("TAKEN_OVER");
		int annual = read(made, "$.planId");
		assertThat(post("/" + annual + "/adopt",
				"{\"issuer\": \"WARD_COUNCIL\", \"number\": \"30/NQ-HĐND\", \"date\": \"2026-12-20\"}"))
			.hasStatusOk();
		approve(this.plan, 2027, ReportingPeriod.FINAL, "2028-01-20T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "98.5"));
		assertThat(attainment(annual, "WARD_COUNCIL")).bodyJson()
			.extractingPath("$.indicators[?(@.no=='3')].actual.value")
			.asArray()
			.containsExactly(98.5);
		assertThat(attainment(annual, "WARD_COUNCIL")).bodyJson()
			.extractingPath("$.indicators[?(@.no=='3')].verdict")
			.asArray()
			.containsExactly("EXCEEDED");
		assertThat(attainment(annual, "CITY")).bodyJson()
			.extractingPath("$.indicators[?(@.no=='3')].verdict")
			.asArray()
			.containsExactly("NOT_MET");
		assertThat(attainment(annual, "CITY")).bodyJson()
			.extractingPath("$.indicators[?(@.no=='5')]")
			.asArray()
			.isEmpty();
		assertThat(attainment(this.plan, "WARD_COUNCIL")).bodyJson()
			.extractingPath("$.indicators[?(@.no=='3')].actual.value")
			.asArray()
			.containsExactly(98.5);
		assertThat(
				this.mvc.get().uri("/wards/" + WARD + "/years/2027?plan=" + annual).with(TestAccounts.delegate(WARD)))
			.hasStatusOk()
			.bodyText()
			.contains("98,5");
		assertThat(this.mvc.get().uri("/api/v1/plans/" + this.plan + "/annual-plans").with(TestAccounts.delegate(WARD)))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$[*].planId")
			.asArray()
			.containsExactly(annual);
	}

	@Test
	void aFigureOfALinkedRowIsOneWhicheverPlanIsNamed() throws Exception {
		int annual = read(make("{\"year\": 2026}"), "$.planId");
		adopt(annual);
		assertThat(figure(annual, TestAccounts.official(WARD))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(put(annual)).hasStatus(HttpStatus.CREATED);
		assertThat(put(this.plan)).as("it is there already").hasStatus(HttpStatus.PRECONDITION_REQUIRED);
		for (long plan : List.of((long) annual, this.plan)) {
			assertThat(figure(plan, TestAccounts.official(WARD))).hasStatusOk().bodyJson().isLenientlyEqualTo("""
					{"no": "3", "year": 2026, "period": "FINAL", "value": 96.5}""");
			assertThat(figure(plan, TestAccounts.delegate(WARD))).as("a draft").hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.jdbc.sql("""
				select i.plan_id from actual a join indicator i on i.id = a.indicator_id
				where a.year = 2026 and i.plan_id in (?, ?)
				""").params(this.plan, annual).query(Long.class).list()).containsExactly(this.plan);
		assertThat(this.mvc.put()
			.uri("/api/v1/plans/" + annual + "/indicators/4/actuals/2026/FINAL")
			.with(TestAccounts.official("00004"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"value\": 96.5}")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.jdbc.sql("select count(*) from indicator_answering_unit where plan_id = ?")
			.param(annual)
			.query(Long.class)
			.single()).isZero();
		assertThat(this.mvc.get()
			.uri("/api/v1/plans/" + annual + "/attainment?year=2026&include=DRAFT")
			.with(TestAccounts.official(WARD))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.indicators[?(@.no=='3')].actual.value")
			.asArray()
			.containsExactly(96.5);
	}

	@Test
	void aMissOfTheAnnualPlansOwnTargetIsExplainedAsAnyOther() throws Exception {
		int annual = read(make("""
				{"year": 2026, "targets": [{"no": "3", "issuer": "WARD_COUNCIL", "text": "99%"}]}"""), "$.planId");
		String unit = this.jdbc.sql("""
				select u.code from indicator_answering_unit a
				join indicator i on i.id = a.indicator_id join lead_unit u on u.id = a.lead_unit_id
				where a.plan_id = ? and i.no = '3'
				""").param(this.plan).query(String.class).single();
		assertThat(put(this.plan)).as("nothing is asked for a draft")
			.hasStatus(HttpStatus.CREATED)
			.bodyJson()
			.extractingPath("$.problems[*].code")
			.asArray()
			.doesNotContain("explanation-not-met-annual");
		adopt(annual);
		assertThat(figure(this.plan, TestAccounts.official(WARD))).bodyJson()
			.extractingPath("$.problems[*].code")
			.asArray()
			.contains("explanation-not-met-annual");
		String form = "/2026/FINAL/" + unit;
		assertThat(submit(form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.contains("3.explanation");
		Document sheet = sheet("/plans/" + this.plan + "/entry" + form, TestAccounts.official(WARD));
		assertThat(sheet.select("#c-3 .annual-target").text()).isEqualTo("KH năm 99%");
		assertThat(sheet.select("#c-3 .outcome").text()).contains("KH năm ✕ Không đạt",
				"Không đạt chỉ tiêu của kế hoạch năm 2026 (99%): cần nêu nguyên nhân và giải pháp");
		assertThat(sheet.select("#c-4 .annual-target")).as("asks for the same").isEmpty();

		assertThat(this.mvc.put()
			.uri("/api/v1/plans/" + annual + "/indicators/3/actuals/2026/FINAL")
			.with(TestAccounts.official(WARD))
			.header("If-Match", "\"1\"")
			.contentType(MediaType.APPLICATION_JSON)
			.content(
					"""
							{"value": 96.5, "explanation": {"cause": "Một trường chưa kịp nghiệm thu", "remedy": "Nghiệm thu quý I"}}"""))
			.hasStatusOk();
		assertThat(submit(form)).hasStatusOk();
		Document review = sheet("/plans/" + this.plan + "/review" + form, TestAccounts.reviewer(WARD));
		assertThat(review.select("#c-3 .annual-target").text()).isEqualTo("KH năm 99%");
		assertThat(review.select("#c-3 .review-mark").text())
			.contains("Không đạt chỉ tiêu của kế hoạch năm 2026 (99%)");
		assertThat(this.mvc.post()
			.uri("/api/v1/plans/" + this.plan + "/submissions" + form + "/approve")
			.with(TestAccounts.reviewer(WARD))).hasStatusOk();
		assertThat(year(2026, "?plan=" + annual)).contains("Một trường chưa kịp nghiệm thu", "Nghiệm thu quý I");
	}

	@Test
	void aFormReadsWhatTheAnnualPlanAsksWithTwoStatements() throws Exception {
		int annual = read(make("""
				{"year": 2026, "targets": [{"no": "3", "issuer": "WARD_COUNCIL", "text": "99%"},
				 {"no": "4", "issuer": "WARD_COUNCIL", "text": "1"}]}"""), "$.planId");
		String form = "/plans/" + this.plan + "/entry/2026/FINAL";
		List<String> before = StatementCounter
			.during(() -> this.mvc.get().uri(form).with(TestAccounts.official(WARD)).exchange());
		adopt(annual);
		assertThat(StatementCounter.during(() -> this.mvc.get().uri(form).with(TestAccounts.official(WARD)).exchange()))
			.hasSize(before.size() + 2);
	}

	private MvcTestResult submit(String form) {
		return this.mvc.post()
			.uri("/api/v1/plans/" + this.plan + "/submissions" + form + "/submit")
			.with(TestAccounts.official(WARD))
			.exchange();
	}

	private Document sheet(String uri, RequestPostProcessor who) throws Exception {
		MvcTestResult answer = this.mvc.get().uri(uri).with(who).exchange();
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

	@Test
	void aRowThatOnlyTheAnnualPlanHasIsEnteredThere() throws Exception {
		int annual = read(make("{\"year\": 2027}"), "$.planId");
		String unit = this.jdbc.sql("select code from lead_unit where ward_code = ? order by id limit 1")
			.param(WARD)
			.query(String.class)
			.single();
		assertThat(post("/" + annual + "/indicators", """
				{"no": "40", "name": "Số tuyến phố văn minh", "unit": "tuyến", "direction": "HIGHER_IS_BETTER",
				 "valueType": "COUNT", "accumulation": "SUM", "leadUnits": ["%s"]}""".formatted(unit)))
			.matches((answer) -> answer.getResponse().getStatus() < 300);
		assertThat(this.jdbc
			.sql("select no from indicator_answering_unit a join indicator i on i.id = a.indicator_id "
					+ "where a.plan_id = ?")
			.param(annual)
			.query(String.class)
			.list()).containsExactly("40");
	}

	@Test
	void theFormsOfBothPlansLeadToEachOther() throws Exception {
		int annual = read(make("{\"year\": 2026}"), "$.planId");
		add(annual, "40", "tuyến", "COUNT");
		String unit = this.jdbc.sql("select code from lead_unit where ward_code = ? order by id limit 1")
			.param(WARD)
			.query(String.class)
			.single();
		String form = "/2026/FINAL/" + unit;
		assertThat(sheet("/plans/" + this.plan + "/entry" + form, TestAccounts.official(WARD)).select(".other-form"))
			.as("nothing of a draft")
			.isEmpty();
		adopt(annual);
		Element there = sheet("/plans/" + this.plan + "/entry" + form, TestAccounts.official(WARD))
			.selectFirst(".other-form");
		assertThat(there.text()).contains("1 chỉ tiêu chỉ có trong kế hoạch năm 2026", "0/1 ô đã nhập", "Chưa nhập");
		assertThat(there.select("a").attr("href")).isEqualTo("/plans/" + annual + "/entry" + form);
		Document own = sheet("/plans/" + annual + "/entry" + form, TestAccounts.official(WARD));
		assertThat(own.select(".sheet-row .no").eachText()).containsExactly("40");
		assertThat(own.select(".other-form a").attr("href")).isEqualTo("/plans/" + this.plan + "/entry" + form);
		assertThat(sheet("/plans/" + this.plan + "/review" + form, TestAccounts.reviewer(WARD)).select(".other-form a")
			.attr("href")).isEqualTo("/plans/" + annual + "/review" + form);

		Document list = sheet("/entry?year=2026&period=FINAL", TestAccounts.official(WARD));
		assertThat(list.select("table tr:has(a[href='/plans/" + annual + "/entry" + form + "']) .tag").text())
			.isEqualTo("kế hoạch năm");
		assertThat(list.select("a[href='/plans/" + this.plan + "/entry/2026/FINAL']").text())
			.as("all forms of the five-year plan on one page")
			.isEqualTo("Nhập tất cả trên một trang");
		assertThat(sheet("/wards/" + WARD + "/due", TestAccounts.official(WARD))
			.select("td:has(a[href*='/plans/" + annual + "/']) .tag")
			.eachText()).allMatch("kế hoạch năm"::equals);
	}

	@Test
	void asksForTheYearWhereNoneIsNamed() throws Exception {
		String path = "/plans/" + this.plan + "/annual-plans/new";
		assertThat(page(path)).hasStatusOk().bodyText().contains("<select", "value=\"2026\"", "value=\"2027\"");
		make("{\"year\": 2027}");
		assertThat(page(path)).hasStatusOk().bodyText().contains("value=\"2026\"").doesNotContain("value=\"2027\"");
		for (int year : List.of(2026, 2028, 2029, 2030)) {
			make("{\"year\": " + year + "}");
		}
		assertThat(page(path)).hasStatusOk()
			.bodyText()
			.contains("cũng đã có kế hoạch năm")
			.doesNotContain("<select id");
		assertThat(this.mvc.get().uri(path).with(TestAccounts.delegate(WARD))).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void aDecisionOfTheYearSetsAnotherTargetThanTheFiveYearPlans() throws Exception {
		int annual = read(make("{\"year\": 2027}"), "$.planId");
		adopt(annual);
		assertThat(post("/" + annual + "/decisions", """
				{"issuer": "WARD_COUNCIL", "number": "31/NQ-HĐND", "date": "2027-07-01", "effectiveDate": "2027-07-01",
				 "targets": [{"no": "3", "year": 2027, "text": "99%"}]}""")).hasStatus(HttpStatus.CREATED);
		approve(this.plan, 2027, ReportingPeriod.FINAL, "2028-01-20T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "98.5"));
		assertThat(verdicts(annual, "3")).containsExactly("NOT_MET");
		assertThat(verdicts((int) this.plan, "3")).containsExactly("EXCEEDED");
		assertThat(page(beside(annual))).bodyText().contains("Đổi mục tiêu", "99%");
	}

	@Test
	void aRowIsLinkedAfterwardsAndTheLinkUndone() throws Exception {
		int annual = read(make("{\"year\": 2027, \"leaveOut\": [\"3\"]}"), "$.planId");
		add(annual, "40", "%", "PERCENT");
		add(annual, "41", "tuyến", "COUNT");
		adopt(annual);
		approve(this.plan, 2027, ReportingPeriod.FINAL, "2028-01-20T03:00:00Z",
				actual("4", ReportingPeriod.FINAL, "10"));
		String rows = beside(annual) + "/rows";
		assertThat(page(rows)).hasStatusOk()
			.bodyText()
			.contains("name=\"fiveYearNo\"", "value=\"3\"", "Đã có số liệu của năm", "Bỏ nối chỉ tiêu 5")
			.doesNotContain("Bỏ nối chỉ tiêu 4");
		assertThat(link(annual, "41", "\"3\"")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.containsExactly("annual-link-other");
		assertThat(link(annual, "40", "\"5\"")).as("taken").hasStatus(HttpStatus.CONFLICT);
		assertThat(link(annual, "40", "\"99\"")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(link(annual, "4", "null")).as("has figures").hasStatus(HttpStatus.CONFLICT);
		long before = version(annual);
		assertThat(link(annual, "40", "\"3\"")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.rows[?(@.no=='40')].fiveYearNo")
			.asArray()
			.containsExactly("3");
		assertThat(version(annual)).isGreaterThanOrEqualTo(before);
		assertThat(this.jdbc
			.sql("select to_state from audit_entry where plan_id = ? and indicator_no = '40' "
					+ "order by id desc limit 1")
			.param(annual)
			.query(String.class)
			.single()).startsWith("3. ");
		assertThat(link(annual, "40", "null")).hasStatusOk();
		assertThat(this.mvc.post()
			.uri(rows + "/40")
			.with(TestAccounts.wardAdmin(WARD))
			.with(csrf())
			.param("fiveYearNo", "3")).hasStatus(HttpStatus.FOUND);
		approve(this.plan, 2027, ReportingPeriod.FINAL, "2028-01-21T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "98.5"));
		assertThat(this.mvc.post().uri(rows + "/40").with(TestAccounts.wardAdmin(WARD)).with(csrf()))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("nên không bỏ nối được");
	}

	@Test
	void asManyStatementsWhateverTheNumberOfRows() throws Exception {
		int annual = read(make("{\"year\": 2027}"), "$.planId");
		List<String> statements = StatementCounter.during(() -> page(beside(annual) + "/rows"));
		add(annual, "40", "%", "PERCENT");
		add(annual, "41", "tuyến", "COUNT");
		assertThat(StatementCounter.during(() -> page(beside(annual) + "/rows"))).hasSameSizeAs(statements);
	}

	private void add(int annual, String no, String unit, String type) {
		String code = this.jdbc.sql("select code from lead_unit where ward_code = ? order by id limit 1")
			.param(WARD)
			.query(String.class)
			.single();
		assertThat(post("/" + annual + "/indicators", """
				{"no": "%s", "name": "Chỉ tiêu riêng %s", "unit": "%s", "direction": "HIGHER_IS_BETTER",
				 "valueType": "%s", "accumulation": "LAST", "leadUnits": ["%s"]}""".formatted(no, no, unit, type,
				code)))
			.matches((answer) -> answer.getResponse().getStatus() < 300);
	}

	private MvcTestResult link(int annual, String no, String fiveYearNo) {
		return this.mvc.put()
			.uri("/api/v1/plans/" + this.plan + "/annual-plans/" + annual + "/rows/" + no)
			.with(TestAccounts.wardAdmin(WARD))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"fiveYearNo\": " + fiveYearNo + "}")
			.exchange();
	}

	private MvcTestResult figure(long of, RequestPostProcessor who) {
		return this.mvc.get().uri("/api/v1/plans/" + of + "/indicators/3/actuals/2026/FINAL").with(who).exchange();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{} | year | required", "{\"year\": 2031} | year | year-outside-plan",
			"{\"year\": 2027, \"leaveOut\": [\"99\"]} | leaveOut[0] | indicator-unknown",
			"{\"year\": 2027, \"leaveOut\": [\"2\"]} | 2.1.parentNo | parent-unknown",
			"{\"year\": 2027, \"targets\": [{\"no\": \"3\", \"issuer\": \"CITY\"}]} | targets[0].text | required",
			"{\"year\": 2027, \"targets\": [{\"no\": \"3\", \"text\": \"9\"}]} | targets[0].issuer | required",
			"{\"year\": 2027, \"targets\": [{\"no\": \"3\", \"issuer\": \"CITY\", \"text\": \"x\"}]} | targets[0].text | target-unclear",
			"{\"year\": 2027, \"targets\": [null]} | targets[0] | required",
			"{\"year\": 2027, \"leaveOut\": [\"5\"], \"targets\": [{\"no\": \"5\", \"issuer\": \"CITY\", \"text\": \"9\"}]} | targets[0].no | target-left-out" })
	void whatIsWrongIsRefusedAtItsField(String json, String field, String code) {
		assertThat(make(json)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[?(@.field=='%s')].code".formatted(field))
			.asArray()
			.contains(code);
		assertThat(annualPlans()).isZero();
	}

	@Test
	void onlyOneOfAYearAndOnlyOfAPlanInForce() throws Exception {
		assertThat(post("/" + this.plan + "/annual-plans?dryRun=true", "{\"year\": 2027}")).hasStatusOk();
		assertThat(annualPlans()).isZero();
		int annual = read(make("{\"year\": 2027}"), "$.planId");
		assertThat(make("{\"year\": 2027}")).hasStatus(HttpStatus.CONFLICT);
		assertThat(post("/" + annual + "/annual-plans", "{\"year\": 2027}")).as("a draft")
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(make("{\"year\": \"next\"}")).hasStatus(HttpStatus.BAD_REQUEST);
		this.jdbc.sql("update plan set status = 'CLOSED' where id = ?").param(this.plan).update();
		assertThat(make("{\"year\": 2028}")).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void showsBothPlansBesideEachOther() throws Exception {
		int annual = read(
				make("""
						{"year": 2027, "leaveOut": ["5"], "targets": [{"no": "3", "issuer": "WARD_COUNCIL", "text": "99%"}]}"""),
				"$.planId");
		assertThat(page(beside(annual))).hasStatusOk()
			.bodyText()
			.contains("dự thảo", "đổi mục tiêu 1, thêm 0, bỏ 1", "99%");
		assertThat(this.mvc.get().uri(beside(annual)).with(TestAccounts.delegate(WARD))).as("a draft")
			.hasStatus(HttpStatus.NOT_FOUND);
		adopt(annual);
		approve(this.plan, 2027, ReportingPeriod.FINAL, "2028-01-20T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "98.5"));
		assertThat(this.mvc.get().uri(beside(annual)).with(TestAccounts.delegate(WARD))).hasStatusOk()
			.bodyText()
			.contains("98,5%", "Không đưa vào", "Đổi mục tiêu", "Không đạt", "Vượt", "Chỉ tiêu của: HĐND phường",
					"Tính đến ngày ", "<tr class=\"sub")
			.doesNotContain("dự thảo");
		assertThat(year(2027, "")).contains("Theo kế hoạch khác của cùng năm", beside(annual));
		assertThat(year(2027, "?plan=" + annual)).contains("Theo kế hoạch khác của cùng năm", "(kế hoạch năm)");
		assertThat(this.mvc.get()
			.uri("/api/v1/plans/" + this.plan + "/annual-plans/" + annual)
			.with(TestAccounts.delegate(WARD))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.rows[?(@.no=='3')].targets[?(@.issuer=='WARD_COUNCIL')].text")
			.asArray()
			.containsExactly("99%");
		assertThat(page("/plans/" + annual + "/annual-plans/" + this.plan)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(page("/plans/" + annual + "/indicators/3")).bodyText()
			.contains("/plans/" + this.plan + "/indicators/3");
	}

	@Test
	void theFiveYearPlanStaysTheOneThatIsShownFirst() throws Exception {
		int annual = read(make("{\"year\": 2027}"), "$.planId");
		adopt(annual);
		assertThat(year(2027, "")).contains("Kế hoạch phát triển", "/plans/" + this.plan + "\"");
		assertThat(this.mvc.get()
			.uri("/api/v1/overview?year=2027&issuer=WARD_COUNCIL&size=500")
			.with(TestAccounts.delegate(WARD))).bodyJson()
			.extractingPath("$.items[?(@.wardCode=='" + WARD + "')].planId")
			.asArray()
			.containsExactly((int) this.plan);
		assertThat(page("/overview?year=2027&issuer=WARD_COUNCIL")).bodyText().contains(beside(annual));
	}

	@Test
	void unitAndTypeAreThoseOfTheFiveYearPlan() throws Exception {
		int annual = read(make("{\"year\": 2027}"), "$.planId");
		assertThat(patch(annual, "{\"unit\": \"người\", \"valueType\": \"COUNT\"}"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].code")
			.asArray()
			.containsExactly("linked-row", "linked-row");
		assertThat(patch(annual, "{\"name\": \"Tên khác\"}")).hasStatusOk();
		adopt(annual);
		assertThat(patch(this.plan,
				"{\"unit\": \"phần trăm\", \"reason\": \"Viết rõ\", \"effectiveDate\": \"2026-01-01\"}"))
			.hasStatusOk();
		assertThat(this.mvc.get().uri("/api/v1/plans/" + annual + "/indicators").with(TestAccounts.delegate(WARD)))
			.bodyJson()
			.extractingPath("$[?(@.no=='3')].unit")
			.asArray()
			.containsExactly("phần trăm");
	}

	@Test
	void anOverrideHoldsForTheSameTargetAlone() throws Exception {
		int annual = read(make("""
				{"year": 2027, "targets": [{"no": "3", "issuer": "WARD_COUNCIL", "text": "99%"}]}"""), "$.planId");
		adopt(annual);
		approve(this.plan, 2027, ReportingPeriod.FINAL, "2028-01-20T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "90"), actual("4", ReportingPeriod.FINAL, "10"));
		for (String no : List.of("3", "4")) {
			override(this.plan, new OverrideRow(no, 2027, Issuer.WARD_COUNCIL, Verdict.MET, "Đã thẩm định", null,
					"reviewer", Instant.parse("2028-01-21T03:00:00Z")));
		}
		assertThat(verdicts(annual, "4")).containsExactly("MET");
		assertThat(verdicts(annual, "3")).containsExactly("NOT_MET");
		assertThat(verdicts((int) this.plan, "3")).containsExactly("MET");
	}

	@Test
	void anApprovalOfTheYearChangesTheTagOfBothAndWhatHasFiguresIsNotReplaced() throws Exception {
		int annual = read(make("{\"year\": 2027}"), "$.planId");
		adopt(annual);
		long before = version(annual);
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-01-20T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "96"));
		assertThat(version(annual)).isEqualTo(before);
		this.jdbc.sql("select set_config('ward_kpi.raised', '', true)").query(String.class).single();
		approve(this.plan, 2027, ReportingPeriod.FINAL, "2028-01-20T03:00:00Z",
				actual("3", ReportingPeriod.FINAL, "96"));
		assertThat(version(annual)).isGreaterThan(before);
		assertThat(this.records.hasApprovedFigures(annual)).isTrue();
		assertThat(this.records.indicatorsWithRecords(this.plan)).contains("5");
	}

	@Test
	void isMadeOnAPage() throws Exception {
		String path = "/plans/" + this.plan + "/annual-plans";
		assertThat(page(path)).hasStatusOk().bodyText().contains("Chưa có kế hoạch năm nào", path + "/new?year=2027");
		assertThat(page(path + "/new?year=2027")).hasStatusOk().bodyText().contains("name=\"keep.3\"", "target.CITY.3");
		assertThat(StatementCounter.during(() -> page(path + "/new?year=2028")))
			.hasSameSizeAs(StatementCounter.during(() -> page(path + "/new?year=2027")));
		assertThat(this.mvc.post().uri(path).with(TestAccounts.wardAdmin(WARD)).with(csrf()).param("year", "2027"))
			.as("nothing is kept")
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("ít nhất một chỉ tiêu");
		assertThat(this.mvc.post()
			.uri(path)
			.with(TestAccounts.wardAdmin(WARD))
			.with(csrf())
			.param("year", "2027")
			.param("keep.3", "true")
			.param("target.WARD_COUNCIL.3", "x")
			.param("title", "Kế hoạch thử")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("field-error", "Kế hoạch thử");
		assertThat(this.mvc.post()
			.uri(path)
			.with(TestAccounts.wardAdmin(WARD))
			.with(csrf())
			.param("year", "2027")
			.param("keep.3", "true")
			.param("target.WARD_COUNCIL.3", "98%")).hasStatus(HttpStatus.FOUND);
		assertThat(page(path)).bodyText().contains("Kế hoạch phát triển kinh tế - xã hội năm 2027", "Dự thảo");
		assertThat(this.mvc.get().uri(path).with(TestAccounts.delegate(WARD))).bodyText()
			.doesNotContain("xã hội năm 2027");
	}

	private String beside(long annual) {
		return "/plans/" + this.plan + "/annual-plans/" + annual;
	}

	private void adopt(long annual) {
		assertThat(post("/" + annual + "/adopt",
				"{\"issuer\": \"WARD_COUNCIL\", \"number\": \"30/NQ-HĐND\", \"date\": \"2025-12-20\"}"))
			.hasStatusOk();
	}

	private String year(int year, String query) throws Exception {
		return this.mvc.get()
			.uri("/wards/" + WARD + "/years/" + year + query)
			.with(TestAccounts.delegate(WARD))
			.exchange()
			.getResponse()
			.getContentAsString();
	}

	private List<String> verdicts(int of, String no) throws Exception {
		return JsonPath.read(attainment(of, "WARD_COUNCIL").getResponse().getContentAsString(),
				"$.indicators[?(@.no=='" + no + "')].verdict");
	}

	private long version(long of) {
		return this.jdbc.sql("select coalesce(max(version), 0) from content_version where scope = ?")
			.param(of)
			.query(Long.class)
			.single();
	}

	private MvcTestResult patch(long of, String json) {
		return this.mvc.patch()
			.uri("/api/v1/plans/" + of + "/indicators/3")
			.with(TestAccounts.wardAdmin(WARD))
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.exchange();
	}

	private MvcTestResult page(String path) {
		return this.mvc.get().uri(path).with(TestAccounts.wardAdmin(WARD)).exchange();
	}

	private long annualPlans() {
		return this.jdbc.sql("select count(*) from plan where five_year_plan_id = ?")
			.param(this.plan)
			.query(Long.class)
			.single();
	}

	private MvcTestResult make(String json) {
		return post("/" + this.plan + "/annual-plans", json);
	}

	private MvcTestResult post(String more, String json) {
		return this.mvc.post()
			.uri("/api/v1/plans" + more)
			.with(TestAccounts.wardAdmin(WARD))
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.exchange();
	}

	private MvcTestResult put(long of) {
		return this.mvc.put()
			.uri("/api/v1/plans/" + of + "/indicators/3/actuals/2026/FINAL")
			.with(TestAccounts.official(WARD))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"value\": 96.5}")
			.exchange();
	}

	private MvcTestResult attainment(long of, String issuer) {
		return this.mvc.get()
			.uri("/api/v1/plans/" + of + "/attainment?year=2027&issuer=" + issuer)
			.with(TestAccounts.delegate(WARD))
			.exchange();
	}

	private static int read(MvcTestResult answer, String path) throws Exception {
		return JsonPath.read(answer.getResponse().getContentAsString(), path);
	}

}
