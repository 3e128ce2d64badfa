package vn.wardkpi.catalogue.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A province hands a template, wards start their drafts from it, and their indicators can
 * be compared.
 */
@Transactional
class PlanTemplateTests extends IntegrationTest {

	private static final String BODY = """
			{"provinceCode": "75", "title": "Khung chỉ tiêu 2041 - 2042", "fromYear": 2041, "toYear": 2042, "indicators": [
			 {"no": "1", "definitionId": 14, "accumulation": "LAST", "field": "An sinh"},
			 {"no": "2", "name": "Trường đạt chuẩn", "role": "GROUP", "direction": "HIGHER_IS_BETTER",
			  "valueType": "PERCENT"},
			 {"no": "2.1", "parentNo": "2", "role": "BREAKDOWN", "decisive": true, "definitionId": 2, "bounded": true}]}""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private String one = "";

	private String other = "";

	@BeforeEach
	void twoWardsOfTheProvince() {
		List<String> wards = this.jdbc.sql("""
				select code from ward where province_code = '75' and length(code) = 5
				and not exists (select 1 from plan where plan.ward_code = ward.code) order by code limit 2
				""").query(String.class).list();
		this.one = wards.get(0);
		this.other = wards.get(1);
	}

	@Test
	void aWardStartsItsDraftAndFillsInItsTargets() throws Exception {
		JsonNode handed = json(send(HttpMethod.POST, "/api/v1/plan-templates", BODY, province()), 201);
		assertThat(handed.path("template").path("indicators").intValue()).isEqualTo(3);
		assertThat(handed.path("indicators").path(0).path("name").asString()).isEqualTo("Số hộ nghèo");
		assertThat(handed.path("indicators").path(0).path("direction").asString()).isEqualTo("LOWER_IS_BETTER");
		long template = handed.path("template").path("id").longValue();

		long plan = start(this.one, template);
		assertThat(page("/plan-templates/" + template, province()).select("#use-list a").attr("href"))
			.endsWith("/plans/" + plan);
		JsonNode indicators = json(
				this.mvc.get().uri("/api/v1/plans/" + plan + "/indicators").with(admin(this.one)).exchange(), 200);
		assertThat(indicators.findValuesAsString("no")).containsExactly("1", "2", "2.1");
		assertThat(indicators.path(0).path("targets").size()).isZero();
		JsonNode links = json(
				this.mvc.get().uri("/api/v1/plans/" + plan + "/catalogue").with(admin(this.one)).exchange(), 200);
		assertThat(links.path(0).path("definitionId").longValue()).isEqualTo(14);
		assertThat(links.path(1).path("confirmed").booleanValue()).isFalse();
		assertThat(links.path(2).path("definitionId").longValue()).isEqualTo(2);
		// Nobody else sees the draft.
		assertThat(this.mvc.get().uri("/api/v1/plans/" + plan).with(admin(this.other))).hasStatus(404);

		Document editor = page("/plans/" + plan + "/edit", admin(this.one));
		String row = "r" + this.jdbc.sql("select id from indicator where plan_id = ? and no = '1'")
			.param(plan)
			.query(Long.class)
			.single();
		assertThat(editor.select("[name='" + row + ".target-WARD_COUNCIL-2041']")).hasSize(1);
		MvcTestResult stored = post("/plans/" + plan + "/edit", admin(this.one),
				Map.of("action", "store", row + ".target-WARD_COUNCIL-2041", "12 hộ"));
		assertThat(stored).hasStatus(302);
		assertThat(this.jdbc
			.sql("""
					select t.text from target t join indicator i on i.id = t.indicator_id where i.plan_id = ? and t.year = 2041
					""")
			.param(plan)
			.query(String.class)
			.list()).containsExactly("12 hộ");
	}

	@Test
	void startedPlansCanBeCompared() throws Exception {
		long template = hand();
		for (String ward : List.of(this.one, this.other)) {
			long plan = start(ward, template);
			assertThat(send(HttpMethod.POST, "/api/v1/plans/" + plan + "/adopt",
					"{\"issuer\": \"WARD_COUNCIL\", \"number\": \"1/NQ-HĐND\", \"date\": \"2040-12-20\"}", admin(ward)))
				.hasStatusOk();
		}
		JsonNode overview = json(this.mvc.get()
			.uri("/api/v1/overview?year=2041&issuer=WARD_COUNCIL&province=75&indicator=14")
			.with(province())
			.exchange(), 200);
		assertThat(overview.path("items").findValuesAsString("wardCode")).contains(this.one, this.other);
		assertThat(overview.path("items").path(0).path("indicator").path("no").asString()).isEqualTo("1");
		JsonNode whole = json(this.mvc.get().uri("/api/v1/plan-templates/" + template).with(province()).exchange(),
				200);
		assertThat(whole.path("plans").findValuesAsString("status")).containsExactly("ADOPTED", "ADOPTED");
		assertThat(whole.path("template").path("plans").intValue()).isEqualTo(2);
		JsonNode own = json(this.mvc.get().uri("/api/v1/plan-templates/" + template).with(admin(this.one)).exchange(),
				200);
		assertThat(own.path("plans").size()).isOne();
		assertThat(recorded("subject = 'TEMPLATE' and action = 'STARTED' and ward_code = '" + this.one + "'")).isOne();
	}

	@Test
	void whoComesFromAWardStartsItsPlan() throws Exception {
		long template = hand();
		String action = "/wards/" + this.one + "/plans/from-template";
		assertThat(page("/wards/" + this.one + "/plans", province()).select("a").eachAttr("href"))
			.contains("/plan-templates?ward=" + this.one);
		String address = "/plan-templates/" + template + "?ward=" + this.one;
		assertThat(page("/plan-templates?ward=" + this.one, province()).select("a").eachAttr("href")).contains(address);
		assertThat(page(address, province()).select("form").eachAttr("action")).contains(action);
		assertThat(page("/plan-templates/" + template, province()).select("form").eachAttr("action"))
			.doesNotContain(action);
		assertThat(page(address, admin(this.other)).select("form").eachAttr("action")).doesNotContain(action);
	}

	@Test
	void whatCannotBeIsRefused() throws Exception {
		long template = hand();
		assertThat(start(this.one, template)).isPositive();
		String again = "/api/v1/wards/" + this.one + "/plans/from-template";
		assertThat(send(HttpMethod.POST, again, "{\"templateId\": " + template + "}", admin(this.one))).hasStatus(409);
		assertThat(send(HttpMethod.POST, again, "{}", admin(this.one))).hasStatus(404);
		assertThat(send(HttpMethod.POST, again, "{\"templateId\": " + template + "}", admin(this.other)))
			.hasStatus(403);
		assertThat(send(HttpMethod.POST, "/api/v1/wards/00592/plans/from-template",
				"{\"templateId\": " + template + "}", TestAccounts.admin()))
			.hasStatus(409);
		assertThat(this.mvc.get().uri("/api/v1/plan-templates/" + template).with(TestAccounts.wardAdmin("00592")))
			.hasStatus(404);
		String change = "/api/v1/plan-templates/" + template;
		assertThat(send(HttpMethod.PUT, change, BODY, province())).hasStatus(412);
		String second = BODY.replace("{\"provinceCode\"", "{\"version\": 1, \"provinceCode\"")
			.replace("An sinh", "Y tế");
		assertThat(
				json(send(HttpMethod.PUT, change, second, province()), 200).path("template").path("version").intValue())
			.isEqualTo(2);
		assertThat(send(HttpMethod.POST, change + "/withdraw", "", province())).hasStatusOk();
		assertThat(send(HttpMethod.POST, change + "/withdraw", "", province())).hasStatus(409);
		assertThat(send(HttpMethod.POST, "/api/v1/wards/" + this.other + "/plans/from-template",
				"{\"templateId\": " + template + "}", admin(this.other)))
			.hasStatus(409);
		assertThat(page("/plan-templates/" + template, admin(this.other)).select("form").eachAttr("action"))
			.noneMatch((action) -> action.contains("from-template"));
	}

	@Test
	void everyWrongFieldIsNamed() throws Exception {
		String wrong = """
				{"provinceCode": "75", "title": " ", "fromYear": 2042, "toYear": 2041, "indicators": [
				 {"no": "1", "name": "x", "parentNo": "9", "direction": "HIGHER_IS_BETTER", "valueType": "COUNT"},
				 {"no": "2", "definitionId": 99999}]}""";
		MvcTestResult result = send(HttpMethod.POST, "/api/v1/plan-templates", wrong, province());
		assertThat(json(result, 422).path("errors").findValuesAsString("field")).contains("title", "toYear",
				"rows[0].parentNo", "rows[1].definitionId", "rows[1].name");
		Map<String, String> typed = new HashMap<>(Map.of("title", "", "province", "75", "fromYear", "2041", "toYear",
				"2042", "rows[0].no", "1", "rows[0].definitionId", "14", "rows[3].no", "2"));
		MvcTestResult page = post("/plan-templates", province(), typed);
		assertThat(page).hasStatus(422);
		assertThat(Jsoup.parse(page.getResponse().getContentAsString()).select(".error-summary a").eachAttr("href"))
			.contains("#title", "#rows[1].name");
		typed.put("title", "Khung");
		typed.remove("rows[3].no");
		assertThat(post("/plan-templates", province(), typed)).hasStatus(302);
	}

	@Test
	void aTemplateIsMadeOfAPlan() throws Exception {
		long plan = start(this.one, hand());
		Document form = page("/plan-templates/new?plan=" + plan, province());
		assertThat(form.select("#rows\\[2\\]\\.no").val()).isEqualTo("2.1");
		assertThat(form.select("#rows\\[2\\]\\.definitionId option[selected]").val()).isEqualTo("2");
		assertThat(page("/plan-templates/new", province()).select("summary").eachText())
			.anyMatch((row) -> row.contains("Số hộ nghèo"));
	}

	@Test
	void pagesRunAConstantNumberOfStatements() throws Exception {
		long template = hand();
		start(this.one, template);
		String show = "/plan-templates/" + template;
		page(show, province());
		assertThat(StatementCounter.during(() -> page("/plan-templates", province()))).hasSizeLessThanOrEqualTo(4);
		assertThat(StatementCounter.during(() -> page(show, province()))).hasSizeLessThanOrEqualTo(6);
		assertThat(StatementCounter.during(() -> page(show + "/edit", province()))).hasSizeLessThanOrEqualTo(6);
		assertThat(StatementCounter.during(() -> page("/plan-templates/new", province()))).hasSizeLessThanOrEqualTo(5);
	}

	private long hand() throws Exception {
		return json(send(HttpMethod.POST, "/api/v1/plan-templates", BODY, province()), 201).path("template")
			.path("id")
			.longValue();
	}

	private long start(String ward, long template) throws Exception {
		return json(send(HttpMethod.POST, "/api/v1/wards/" + ward + "/plans/from-template",
				"{\"templateId\": " + template + "}", admin(ward)), 201)
			.path("planId")
			.longValue();
	}

	private RequestPostProcessor province() {
		return TestAccounts.as(TestAccounts.provinceAdminActor("75", this.one, this.other));
	}

	private static RequestPostProcessor admin(String ward) {
		return TestAccounts.wardAdmin(ward);
	}

	private long recorded(String where) {
		return this.jdbc.sql("select count(*) from audit_entry where " + where).query(Long.class).single();
	}

	private MvcTestResult send(HttpMethod method, String uri, String json, RequestPostProcessor who) {
		return this.mvc.method(method)
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(who)
			.exchange();
	}

	private MvcTestResult post(String uri, RequestPostProcessor who, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri);
		fields.forEach(request::param);
		return request.with(who).with(csrf()).exchange();
	}

	private static JsonNode json(MvcTestResult result, int status) throws Exception {
		assertThat(result).hasStatus(status);
		return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
	}

	private Document page(String uri, RequestPostProcessor who) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).with(who).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

}
