package vn.wardkpi.task;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The action programme by pages and API.
 */
class TaskTests extends DashboardTest {

	private static final String UNIT = "phong-van-hoa-xa-hoi";

	private static final RequestPostProcessor OFFICIAL = TestAccounts.official(WARD, UNIT);

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	@Autowired
	private JdbcClient jdbc;

	private long plan;

	@BeforeEach
	void aPlan() {
		this.plan = aPlan(1);
	}

	@Test
	void aTaskIsWrittenDownChangedAndRead() throws Exception {
		MvcTestResult created = api(HttpMethod.POST, "", OFFICIAL, """
				{"no": "3", "what": "Mở đợt cao điểm bảo hiểm y tế", "leadUnit": "%s", "person": "Nguyễn Văn An",
				 "due": "2020-06-30", "product": "Kế hoạch tuyên truyền", "authority": "Chủ tịch UBND phường"}"""
			.formatted(UNIT));
		assertThat(created).hasStatus(HttpStatus.CREATED);
		JsonNode task = json(created);
		assertThat(task.path("state").asString()).isEqualTo("PLANNED");
		assertThat(task.path("late").asBoolean()).isTrue();
		assertThat(task.path("done").isNull()).isTrue();
		assertThat(created.getResponse().getHeader("Location")).endsWith("/tasks/" + task.path("id").asLong());

		MvcTestResult done = api(HttpMethod.PATCH, "/" + task.path("id").asLong(), OFFICIAL, "{\"state\": \"DONE\"}");
		assertThat(done).hasStatusOk();
		assertThat(json(done).path("done").isNull()).as("the day it was done").isFalse();
		assertThat(json(done).path("late").asBoolean()).isFalse();
		assertThat(json(done).path("person").asString()).isEqualTo("Nguyễn Văn An");

		MvcTestResult reopened = api(HttpMethod.PATCH, "/" + task.path("id").asLong(), OFFICIAL,
				"{\"state\": \"IN_PROGRESS\", \"person\": \"\"}");
		assertThat(json(reopened).path("done").isNull()).isTrue();
		assertThat(json(reopened).path("person").isNull()).isTrue();
		JsonNode all = json(api(HttpMethod.GET, "", DELEGATE, null));
		assertThat(all).hasSize(1);
		assertThat(all.get(0).path("no").asString()).isEqualTo("3");
		assertThat(this.jdbc.sql("select count(*) from audit_entry where plan_id = ? and subject = 'TASK'")
			.param(this.plan)
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void whatIsWrongIsSaidAtItsField() throws Exception {
		MvcTestResult refused = api(HttpMethod.POST, "", TestAccounts.wardAdmin(WARD), """
				{"no": "99", "what": " ", "leadUnit": "khong-co", "due": "31/02/2026", "state": "LATER",
				 "done": "2026-01-05"}""");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(json(refused).path("errors").findValuesAsString("field")).containsExactlyInAnyOrder("no", "what",
				"leadUnit", "due", "state", "done");
		assertThat(api(HttpMethod.POST, "", DELEGATE, "{}")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(api(HttpMethod.POST, "", OFFICIAL, """
				{"what": "Việc của đơn vị khác", "leadUnit": "%s", "due": "2026-12-31"}""".formatted(otherUnit())))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(api(HttpMethod.PATCH, "/999999", TestAccounts.admin(), "{\"state\": \"DONE\"}"))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(json(api(HttpMethod.GET, "", DELEGATE, null))).isEmpty();
	}

	@Test
	void theFormKeepsWhatWasTypedAndSavesOnce() {
		assertThat(get("", DELEGATE)).hasStatusOk().bodyText().contains("Chưa có nhiệm vụ").doesNotContain("tasks/new");
		assertThat(get("/new", OFFICIAL)).hasStatusOk().bodyText().contains("name=\"what\"", UNIT);
		assertThat(post("", OFFICIAL, Map.of("what", "Rà soát hộ nghèo", "leadUnit", UNIT, "due", "31/13/2026")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Rà soát hộ nghèo", "Không có ngày 31/13/2026");
		assertThat(post("", OFFICIAL,
				Map.of("what", "Rà soát hộ nghèo", "leadUnit", UNIT, "due", "31/12/2020", "no", "5")))
			.hasStatus(HttpStatus.FOUND);
		assertThat(get("?show=LATE", DELEGATE)).bodyText().contains("Rà soát hộ nghèo", "Quá hạn – Chưa bắt đầu");
		assertThat(get("?show=DONE", DELEGATE)).bodyText().doesNotContain("Rà soát hộ nghèo");
		long id = this.jdbc.sql("select max(id) from task").query(Long.class).single();
		Map<String, String> change = Map.of("what", "Rà soát hộ cận nghèo", "leadUnit", UNIT, "due", "31/12/2026",
				"state", "IN_PROGRESS", "version", "0");
		assertThat(post("/" + id, OFFICIAL, change)).hasStatus(HttpStatus.FOUND);
		assertThat(post("/" + id, OFFICIAL, change)).as("another has seen the same version")
			.hasStatus(HttpStatus.PRECONDITION_FAILED)
			.bodyText()
			.contains("Người khác vừa sửa", "Rà soát hộ cận nghèo");
		assertThat(this.mvc.get().uri("/plans/" + this.plan + "/indicators/5").with(DELEGATE).exchange()).bodyText()
			.doesNotContain("Rà soát hộ nghèo");
	}

	@Test
	void theIndicatorsPageShowsItsTasks() {
		post("", OFFICIAL, Map.of("what", "Mở lớp dạy nghề", "leadUnit", UNIT, "due", "31/12/2020", "no", "5"));
		assertThat(this.mvc.get().uri("/plans/" + this.plan + "/indicators/5").with(DELEGATE).exchange()).bodyText()
			.contains("Mở lớp dạy nghề", "Quá hạn", "đến ngày 31/12/2020");
	}

	@Test
	void aTableIsPastedByItsHeadings() {
		String table = "STT\tNội dung nhiệm vụ\tThời hạn\tĐơn vị chủ trì\tSản phẩm\n"
				+ "1\tRà soát chỉ tiêu\t30/06/2026\tPhòng Văn hóa - Xã hội\tBáo cáo\n"
				+ "2\tSơ kết giữa kỳ\t15/12/2028\tPHONG VAN HOA - XA HOI\t\n";
		assertThat(post("/paste", OFFICIAL, Map.of("pasted", table, "action", "check"))).hasStatusOk()
			.bodyText()
			.contains("Sơ kết giữa kỳ", "Lưu cả 2 nhiệm vụ");
		assertThat(count()).isZero();
		assertThat(post("/paste", OFFICIAL, Map.of("pasted", table, "action", "store"))).hasStatus(HttpStatus.FOUND);
		assertThat(count()).isEqualTo(2);
		assertThat(post("/paste", OFFICIAL,
				Map.of("pasted", "\tThiếu hạn\t" + UNIT + "\n\tĐủ\t" + UNIT + "\t\t1/2/2026", "action", "store")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Thời hạn: Hãy nhập mục này", "Thiếu hạn");
		assertThat(count()).isEqualTo(2);
	}

	@Test
	void thePageAsksAConstantNumberOfTimes() throws Exception {
		for (int i = 0; i < 12; i++) {
			post("", OFFICIAL, Map.of("what", "Việc " + i, "leadUnit", UNIT, "due", "31/12/2026", "no", "5"));
		}
		List<String> statements = StatementCounter.during(() -> get("", DELEGATE));
		assertThat(statements).as("with session").hasSizeLessThanOrEqualTo(6);
	}

	private int count() {
		return this.jdbc.sql("select count(*) from task where plan_id = ?")
			.param(this.plan)
			.query(Integer.class)
			.single();
	}

	private String otherUnit() {
		return this.jdbc.sql("select code from lead_unit where ward_code = ? and code <> ? limit 1")
			.params(WARD, UNIT)
			.query(String.class)
			.single();
	}

	private MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri("/plans/" + this.plan + "/tasks" + path).with(who).exchange();
	}

	private MvcTestResult post(String path, RequestPostProcessor who, Map<String, String> fields) {
		var request = this.mvc.post().uri("/plans/" + this.plan + "/tasks" + path).with(who).with(csrf());
		fields.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult api(HttpMethod method, String path, RequestPostProcessor who, String body) {
		var request = this.mvc.method(method).uri("/api/v1/plans/" + this.plan + "/tasks" + path).with(who);
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request).exchange();
	}

	private static JsonNode json(MvcTestResult result) throws Exception {
		return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
	}

}
