package vn.wardkpi.catalogue;

import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanService;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
class CataloguePagesTests extends IntegrationTest {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	private SamplePlan plan;

	private String links;

	@BeforeEach
	void storePlan() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.links = "/plans/" + this.plan.planId() + "/catalogue";
	}

	@Test
	void findsDefinitionsWithoutMarks() throws Exception {
		assertThat(get("/catalogue?q=suy dinh duong").select("#definitions tbody tr").eachText()).singleElement()
			.asString()
			.startsWith("Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng %");
		assertThat(get("/catalogue?q=khong co gi").select(".empty").text()).contains("khong co gi");
		assertThat(get("/catalogue/13").text()).contains("Phụ lục Kế hoạch", "Chưa có chỉ tiêu nào được gắn");
	}

	@Test
	void everyChangeIsAVersion() throws Exception {
		assertThat(post("/catalogue/14", TestAccounts.admin(), Map.of("version", "1", "name", ""))).hasStatus(422)
			.bodyText()
			.contains("id=\"name-error\"");
		Map<String, String> changed = Map.of("version", "1", "name", "Số hộ nghèo đa chiều", "unit", "Hộ", "direction",
				"LOWER_IS_BETTER", "valueType", "COUNT", "measured", "Cuối năm");
		assertThat(post("/catalogue/14", TestAccounts.admin(), changed)).hasStatus(302);
		assertThat(post("/catalogue/14", TestAccounts.admin(), changed)).hasStatus(409);
		assertThat(get("/catalogue/14").text()).contains("Bản 2", "Bản 1", "Cuối năm");
		assertThat(recorded("key = 'Số hộ nghèo đa chiều'")).isOne();
		assertThat(post("/catalogue", TestAccounts.admin(),
				Map.of("name", "Chỉ tiêu mới", "direction", "HIGHER_IS_BETTER", "valueType", "COUNT")))
			.hasStatus(302);
		assertThat(get("/catalogue?q=chi tieu moi").select("#definitions tbody tr")).hasSize(1);
	}

	@Test
	void aNameIsProposedAndAPersonConfirms() throws Exception {
		this.jdbc.sql(
				"update indicator set name = 'TỶ LỆ DÂN SỐ THAM GIA BHYT', unit = '(%)' where plan_id = ? and no = '7'")
			.param(this.plan.planId())
			.update();
		String row = "tr:has(#sure-7)";
		assertThat(get(this.links).select(row + " option[selected]").val()).isEqualTo("3");
		assertThat(get(this.links).select(row).text()).contains("đề xuất");
		assertThat(get("/catalogue/3").text()).contains("Chưa có chỉ tiêu nào được gắn");
		assertThat(post(this.links, wardAdmin(), Map.of("link.7", "3", "link.1", "1", "sure.7", "true")))
			.hasStatus(302);
		assertThat(get(this.links).select(row).text()).contains("đã xác nhận");
		assertThat(get("/catalogue/3").select("#use-list a").attr("href"))
			.endsWith("/plans/" + this.plan.planId() + "/indicators/7");
		assertThat(recorded("to_state = '7 = Tỷ lệ dân số tham gia BHYT' and plan_id = " + this.plan.planId())).isOne();
	}

	@Test
	void programsReadAndLink() {
		String call = "/api/v1" + this.links + "/7";
		assertThat(put(call, "{\"definitionId\": 99999}")).hasStatus(422);
		assertThat(put(call, "{\"definitionId\": 2}")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[?(@.no == '7')].definitionId")
			.asArray()
			.containsExactly(2);
		assertThat(put(call, "{\"definitionId\": null}")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[?(@.no == '7')].confirmed")
			.asArray()
			.containsExactly(true);
		assertThat(this.mvc.get().uri("/api/v1/catalogue/99999").with(wardAdmin())).hasStatus(404);
	}

	@Test
	void pagesRunAConstantNumberOfStatements() throws Exception {
		get(this.links);
		assertThat(StatementCounter.during(() -> get("/catalogue"))).hasSizeLessThanOrEqualTo(4);
		assertThat(StatementCounter.during(() -> get("/catalogue/3"))).hasSizeLessThanOrEqualTo(5);
		assertThat(StatementCounter.during(() -> get(this.links))).hasSizeLessThanOrEqualTo(9);
	}

	private long recorded(String where) {
		return this.jdbc.sql("select count(*) from audit_entry where " + where).query(Long.class).single();
	}

	private RequestPostProcessor wardAdmin() {
		return TestAccounts.wardAdmin(this.plan.ward().value());
	}

	private MvcTestResult post(String uri, RequestPostProcessor who, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri);
		fields.forEach(request::param);
		return request.with(who).with(csrf()).exchange();
	}

	private MvcTestResult put(String uri, String json) {
		return this.mvc.put()
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(wardAdmin())
			.exchange();
	}

	private Document get(String uri) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).with(wardAdmin()).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

}
