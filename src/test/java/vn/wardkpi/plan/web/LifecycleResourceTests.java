package vn.wardkpi.plan.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanDrafts;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The way of a plan from draft to adopted, closed or withdrawn, and who sees it
 * meanwhile.
 */
@Transactional
class LifecycleResourceTests extends IntegrationTest {

	private static final String WARD = "00611";

	private static final String DECISION = """
			{"issuer": "WARD_COUNCIL", "number": "15/NQ-HĐND", "date": "2026-03-02", "effectiveDate": "2026-03-10"}""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private PlanLifecycle lifecycle;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aDraftIsForTheWardsAdministratorsAlone() {
		long plan = aDraft();
		for (String address : seenBy(plan)) {
			for (RequestPostProcessor who : List.of(TestAccounts.delegate(WARD), TestAccounts.official(WARD),
					TestAccounts.reviewer(WARD), TestAccounts.wardAdmin("00613"))) {
				assertThat(get(address, who)).as(address).hasStatus(HttpStatus.NOT_FOUND);
			}
		}
		assertThat(get("/api/v1/plans/" + plan, TestAccounts.wardAdmin(WARD))).hasStatusOk()
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo("DRAFT");
		assertThat(get("/api/v1/plans/" + plan + "/indicators", TestAccounts.admin())).hasStatusOk();
		assertThat(ids(TestAccounts.delegate(WARD))).isEmpty();
		assertThat(ids(TestAccounts.admin())).containsExactly((int) plan);
		assertThat(get("/api/v1/overview?year=2026&size=500", TestAccounts.delegate(WARD))).bodyJson()
			.extractingPath("$.items[?(@.wardCode=='00611')]")
			.asArray()
			.isEmpty();
		assertThat(get("/wards/" + WARD, TestAccounts.admin())).hasStatusOk();
		assertThat(get("/wards/" + WARD + "/due", TestAccounts.official(WARD))).hasStatusOk()
			.bodyText()
			.doesNotContain("phong-kinh-te");
	}

	@Test
	void isAdoptedByADocumentAndThenSeenByEverybody() {
		long plan = aDraft();
		assertThat(adopt(plan, "{\"issuer\": \"WARD_COUNCIL\"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("number", "date");
		assertThat(adopt(plan, DECISION)).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"id\": %d, \"status\": \"ADOPTED\"}".formatted(plan));
		for (String address : seenBy(plan)) {
			assertThat(get(address, TestAccounts.delegate(WARD))).as(address).hasStatus2xxSuccessful();
		}
		assertThat(get("/api/v1/plans/" + plan + "/decisions", TestAccounts.delegate(WARD))).bodyJson()
			.isLenientlyEqualTo("""
					[{"issuer": "WARD_COUNCIL", "number": "15/NQ-HĐND", "date": "2026-03-02",
					  "effectiveDate": "2026-03-10"}]""");
		assertThat(assigned(plan, "2026-03-09")).isZero();
		assertThat(assigned(plan, "2026-03-10")).isEqualTo(2);
		assertThat(adopt(plan, DECISION)).hasStatus(HttpStatus.CONFLICT);
		assertThat(recorded(plan)).containsExactly("CREATED ", "ADOPTED 15/NQ-HĐND");
	}

	@Test
	void aDocumentOfAnotherIssuerSetsNoTargetsOfItsOwn() {
		long plan = aDraft();
		assertThat(adopt(plan, DECISION.replace("WARD_COUNCIL", "PARTY_CONGRESS"))).hasStatusOk();
		assertThat(get("/api/v1/plans/" + plan + "/decisions", TestAccounts.delegate(WARD))).bodyJson()
			.extractingPath("$[?(@.issuer=='PARTY_CONGRESS')].targets.length()")
			.asArray()
			.containsExactly(0);
		assertThat(assigned(plan, "2026-03-09")).isEqualTo(2);
	}

	@Test
	void aDraftCanBeDeletedAndAnAdoptedPlanCannot() {
		long draft = aDraft();
		assertThat(delete(draft, TestAccounts.delegate(WARD))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(delete(draft, TestAccounts.wardAdmin(WARD))).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(get("/api/v1/plans/" + draft, TestAccounts.admin())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(recorded(draft)).containsExactly("CREATED ", "DELETED ");
		long plan = aDraft();
		adopt(plan, DECISION);
		assertThat(delete(plan, TestAccounts.admin())).hasStatus(HttpStatus.CONFLICT)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("đã được ban hành");
	}

	@Test
	void aClosedPlanIsReadAndNotChanged() {
		long plan = aDraft();
		assertThat(step(plan, "close", "")).hasStatus(HttpStatus.CONFLICT);
		adopt(plan, DECISION);
		assertThat(step(plan, "close", "")).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("CLOSED");
		assertThat(get("/wards/" + WARD + "/years/2026", TestAccounts.delegate(WARD))).hasStatusOk();
		assertThat(this.mvc.patch()
			.uri("/api/v1/plans/" + plan + "/indicators/2")
			.with(TestAccounts.admin())
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"name\": \"Khác\", \"reason\": \"x\", \"effectiveDate\": \"2026-04-01\"}"))
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(step(plan, "decisions", """
				{"issuer": "CITY", "number": "1/QĐ", "date": "2026-04-01",
				 "targets": [{"no": "2", "year": 2026, "text": "97%"}]}""")).hasStatus(HttpStatus.CONFLICT);
	}

	@Test
	void aWithdrawnPlanIsKeptForAdministratorsAndMakesRoom() {
		long plan = aDraft();
		assertThat(step(plan, "withdraw", "{\"reason\": \"Nhập nhầm\"}")).hasStatus(HttpStatus.CONFLICT);
		adopt(plan, DECISION);
		assertThat(step(plan, "withdraw", "{\"reason\": \" \"}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("reason");
		assertThat(step(plan, "withdraw", "{\"reason\": \"Nhập nhầm phụ lục\"}")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.status")
			.isEqualTo("WITHDRAWN");
		for (String address : seenBy(plan)) {
			assertThat(get(address, TestAccounts.delegate(WARD))).as(address).hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(get("/api/v1/plans/" + plan + "/attainment?year=2026", TestAccounts.wardAdmin(WARD))).hasStatusOk();
		assertThat(recorded(plan)).containsExactly("CREATED ", "ADOPTED 15/NQ-HĐND", "WITHDRAWN Nhập nhầm phụ lục");
		long next = aDraft();
		assertThat(adopt(next, DECISION)).hasStatusOk();
		assertThat(ids(TestAccounts.delegate(WARD))).containsExactly((int) next);
		assertThat(ids(TestAccounts.admin())).containsExactly((int) next, (int) plan);
		assertThat(adopt(plan, DECISION)).hasStatus(HttpStatus.CONFLICT);
	}

	private static List<String> seenBy(long plan) {
		String api = "/api/v1/plans/" + plan;
		return List.of(api, api + "/indicators", api + "/decisions", api + "/attainment?year=2026", api + "/period",
				"/plans/" + plan + "/indicators/2", "/wards/" + WARD + "/years/2026",
				"/wards/" + WARD + "/period?plan=" + plan);
	}

	private long aDraft() {
		PlanDraft draft = PlanDrafts.aPlanOf(WARD)
			.amount("1", "Thu ngân sách", "phong-kinh-te", "9.923,5")
			.breakdown("1.1", "1", "Thu từ thuế", "7.082,5")
			.percent("2", "Tỷ lệ dân số tham gia BHYT", "phong-van-hoa", "96,5%")
			.build();
		return this.lifecycle.store(draft, TestAccounts.adminActor());
	}

	private MvcTestResult adopt(long plan, String document) {
		return step(plan, "adopt", document);
	}

	private MvcTestResult step(long plan, String step, String body) {
		return this.mvc.post()
			.uri("/api/v1/plans/" + plan + "/" + step)
			.with(TestAccounts.admin())
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult delete(long plan, RequestPostProcessor who) {
		return this.mvc.delete().uri("/api/v1/plans/" + plan).with(who).exchange();
	}

	private MvcTestResult get(String address, RequestPostProcessor who) {
		return this.mvc.get().uri(address).with(who).exchange();
	}

	private List<Object> ids(RequestPostProcessor who) {
		MvcTestResult answer = get("/api/v1/wards/" + WARD + "/plans", who);
		try {
			return com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), "$[*].id");
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private int assigned(long plan, String asOf) {
		MvcTestResult answer = get("/api/v1/plans/" + plan + "/attainment?year=2026&asOf=" + asOf,
				TestAccounts.delegate(WARD));
		try {
			return com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), "$.headline.assigned");
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private List<String> recorded(long plan) {
		return this.jdbc.sql(
				"select action || ' ' || coalesce(reason, '') from audit_entry where plan_id = ? and subject = 'PLAN' order by id")
			.param(plan)
			.query(String.class)
			.list();
	}

}
