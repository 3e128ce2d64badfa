package vn.wardkpi.report.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.report.job.ReportQueue.Task;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The reports of a province, made in the background: what a restart interrupts is made
 * again, a ward without a plan stops no other, and whoever asked is told.
 */
class ReportBatchTests extends DashboardTest {

	private static final String API = "/api/v1/report-batches";

	private static final RequestPostProcessor VIEWER = TestAccounts
		.as(TestAccounts.viewerActor("01", WARD, "00004", "00613"));

	private static final RequestPostProcessor PROVINCE_ADMIN = TestAccounts
		.as(TestAccounts.provinceAdminActor("01", WARD, "00004", "00613"));

	/** Of the page of a batch, and of the list. */
	private static final int STATEMENTS = 3;

	@Autowired
	private ReportWorker worker;

	@Autowired
	private ReportQueue queue;

	@Autowired
	private ReportBatches batches;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aViewerTakesTheReportsOfTheProvinceAlongAsOneZip() throws Exception {
		approveYear(aPlan(1), 1);
		MvcTestResult asked = ask("{\"year\": 2026, \"format\": \"xlsx\"}", VIEWER);
		assertThat(asked).hasStatus(202);
		JsonNode batch = json(asked);
		String address = API + "/" + batch.path("id").asString();
		assertThat(asked.getResponse().getHeader("Location")).isEqualTo(address);
		assertThat(batch.path("status").asString()).isEqualTo("RUNNING");
		assertThat(batch.path("wards").asInt()).isEqualTo(3);
		assertThat(batch.path("reports").get(0).path("state").asString()).isEqualTo("WAITING");
		assertThat(get(address + "/file", VIEWER)).hasStatus(409);
		assertThat(get("/report-batches", VIEWER)).bodyText().contains("Đang lập", "0/3 đơn vị");
		workOff();
		JsonNode done = json(get(address, VIEWER));
		assertThat(done.path("status").asString()).isEqualTo("DONE");
		assertThat(done.path("made").asInt()).isEqualTo(1);
		assertThat(done.path("notMade").asInt()).isEqualTo(2);
		assertThat(done.path("finishedAt").isNull()).isFalse();
		assertThat(done.path("reports")).filteredOn((report) -> report.path("wardCode").asString().equals("00004"))
			.singleElement()
			.matches((report) -> report.path("reason").asString().contains("kế hoạch") && report.path("file").isNull());
		Map<String, byte[]> files = unzip(get(address + "/file", PROVINCE_ADMIN).getResponse().getContentAsByteArray());
		assertThat(files).containsOnlyKeys("danh-sach.csv", "bao-cao-" + WARD + "-2026-year.xlsx");
		assertThat(new String(files.get("danh-sach.csv"), StandardCharsets.UTF_8)).startsWith("\ufeff")
			.contains(WARD + ",", "Không lập được", "Chưa có kế hoạch được thông qua cho năm 2026");
		assertThat(notices("test-viewer")).containsExactly(batch.path("id").asString());
		assertThat(get("/notices", VIEWER)).bodyText()
			.contains("Báo cáo năm 2026 của các xã, phường (Thành phố Hà Nội) đã lập xong");
	}

	/**
	 * What an instance that was killed had in hand is taken again, and nothing is lost.
	 */
	@Test
	void aKilledInstanceLosesNothing() throws Exception {
		approveYear(aPlan(1), 1);
		UUID id = started("{\"year\": 2026}");
		Task lost = this.queue.claim().orElseThrow();
		assertThat(this.queue.claim()).get().extracting(Task::ward).isNotEqualTo(lost.ward());
		timePasses();
		workOff();
		assertThat(this.batches.require(id, TestAccounts.adminActor()).status()).isEqualTo(ReportBatch.Status.DONE);
		this.queue.made(lost, "too-late.docx", new byte[] { 1 });
		assertThat(names(id)).doesNotContain("too-late.docx");
		assertThat(notices("test-province-admin")).hasSize(1);
	}

	@Test
	void aReportThatEndsEveryInstanceIsGivenUp() throws Exception {
		UUID id = started("{\"year\": 2026}");
		for (int i = 0; i < 3; i++) {
			this.queue.claim();
			this.jdbc.sql("update report_batch_ward set claimed_until = null where claim is not null").update();
		}
		workOff();
		assertThat(this.batches.wards(this.batches.require(id, TestAccounts.adminActor())))
			.extracting((ward) -> String.valueOf(ward.reason()))
			.anyMatch((reason) -> reason.contains("given-up"))
			.anyMatch((reason) -> reason.contains("no-plan"));
	}

	@Test
	void itIsStoppedAndGoesOn() throws Exception {
		approveYear(aPlan(1), 1);
		UUID id = started("{\"year\": 2026}");
		assertThat(post("/report-batches/" + id + "/cancel", VIEWER)).as("somebody else's").hasStatus(403);
		assertThat(post("/report-batches/" + id + "/cancel", PROVINCE_ADMIN)).hasStatus3xxRedirection();
		assertThat(this.worker.step()).isFalse();
		assertThat(get("/report-batches/" + id, VIEWER)).hasStatusOk()
			.bodyText()
			.contains("Đã dừng", "Chờ")
			.doesNotContain("id=\"resume\"");
		assertThat(this.mvc.post().uri(API + "/" + id + "/resume").with(PROVINCE_ADMIN)).hasStatusOk();
		workOff();
		assertThat(get("/report-batches/" + id, PROVINCE_ADMIN)).bodyText()
			.contains("3/3 đơn vị", "Tải 1 báo cáo", "bao-cao-" + WARD + "-2026-year.docx", "Chưa có kế hoạch");
		assertThat(recorded()).containsExactly("CREATED", "STOPPED", "RESUMED");
		assertThat(this.mvc.delete().uri(API + "/" + id).with(PROVINCE_ADMIN)).hasStatus(204);
		assertThat(get(API + "/" + id, PROVINCE_ADMIN)).hasStatus(404);
		assertThat(notices("test-province-admin")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"year": 2026}                     | 422 | province
			{"province": "01"}                 | 422 | year
			{"province": "01", "year": 99}     | 422 | year
			{"province": "98", "year": 2026}   | 422 | province
			{"province": "01", "year": 2026, "format": "odt"} | 400 | format
			""")
	void whatIsWrongIsSaidAtItsField(String body, int status, String field) throws Exception {
		MvcTestResult refused = ask(body, TestAccounts.admin());
		assertThat(refused).hasStatus(status);
		assertThat(json(refused).path("errors").get(0).path("field").asString()).isEqualTo(field);
	}

	@Test
	void whoReadsOneWardAsksForNoMore() throws Exception {
		for (RequestPostProcessor who : List.of(TestAccounts.delegate(WARD), TestAccounts.wardAdmin(WARD),
				TestAccounts.reviewer(WARD))) {
			assertThat(ask("{\"year\": 2026, \"province\": \"01\"}", who)).hasStatus(403);
			assertThat(get("/report-batches", who)).hasStatus(403);
		}
		UUID id = started("{\"year\": 2026}");
		assertThat(get("/report-batches/" + id, TestAccounts.as(TestAccounts.viewerActor("75", "26368"))))
			.hasStatus(404);
		started("{\"year\": 2027}");
		started("{\"year\": 2028}");
		assertThat(ask("{\"year\": 2029}", PROVINCE_ADMIN)).hasStatus(409);
	}

	@Test
	void whatIsOldIsForgotten() throws Exception {
		UUID old = started("{\"year\": 2026}");
		UUID later = started("{\"year\": 2027}");
		this.jdbc.sql("update report_batch set created_at = created_at - interval '8 days' where id = ?")
			.param(old)
			.update();
		this.batches.forgetOld();
		assertThat(this.batches.all(TestAccounts.adminActor())).extracting(ReportBatch::id)
			.contains(later)
			.doesNotContain(old);
	}

	@Test
	void aPageIsTheSameForAllAndItsStatementsToo() throws Exception {
		assertThat(get("/report-batches", TestAccounts.admin())).hasStatusOk()
			.bodyText()
			.contains("Chưa có lần lập báo cáo nào", "Chọn tỉnh, thành phố");
		assertThat(this.mvc.post().uri("/report-batches?year=99&province=").with(TestAccounts.admin()).with(csrf()))
			.hasStatus(422)
			.bodyText()
			.contains("province-error");
		assertThat(this.mvc.post()
			.uri("/report-batches?year=2026&province=01&kind=MID_TERM&issuer=CITY&format=pdf")
			.with(TestAccounts.admin())
			.with(csrf())).hasStatus3xxRedirection();
		UUID large = this.batches.all(TestAccounts.adminActor()).get(0).id();
		UUID small = started("{\"year\": 2026}");
		assertThat(this.batches.require(large, TestAccounts.adminActor()).wards()).isGreaterThan(100);
		for (UUID id : List.of(large, small)) {
			assertThat(
					StatementCounter.during(() -> assertThat(get("/report-batches/" + id, PROVINCE_ADMIN)).hasStatusOk()
						.bodyText()
						.contains("Xem tiến độ", "data-hx-get")))
				.filteredOn((statement) -> !statement.contains("SPRING_SESSION"))
				.hasSize(STATEMENTS);
		}
	}

	private void workOff() {
		int steps = 0;
		while (this.worker.step()) {
			steps++;
			assertThat(steps).isLessThan(50);
		}
	}

	private void timePasses() {
		this.jdbc.sql(
				"update report_batch_ward set claimed_until = claimed_until - interval '1 day' where claim is not null")
			.update();
	}

	private UUID started(String json) throws Exception {
		MvcTestResult asked = ask(json, PROVINCE_ADMIN);
		assertThat(asked).hasStatus(202);
		return UUID.fromString(json(asked).path("id").asString());
	}

	private Set<String> names(UUID id) {
		Set<String> names = new HashSet<>();
		this.batches.wards(this.batches.require(id, TestAccounts.adminActor()))
			.forEach((ward) -> names.add(ward.fileName()));
		return names;
	}

	private List<String> notices(String username) {
		return this.jdbc
			.sql("select report_batch_id::text from notice where username = ? and kind = 'REPORTS_READY' order by id")
			.param(username)
			.query(String.class)
			.list();
	}

	private List<String> recorded() {
		return new ArrayList<>(this.jdbc
			.sql("select action from audit_entry where subject = 'REPORT' and key like '01 2026%' order by id")
			.query(String.class)
			.list());
	}

	private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				files.put(entry.getName(), in.readAllBytes());
			}
		}
		return files;
	}

	private MvcTestResult ask(String json, RequestPostProcessor who) {
		return this.mvc.post().uri(API).contentType(MediaType.APPLICATION_JSON).content(json).with(who).exchange();
	}

	private MvcTestResult post(String page, RequestPostProcessor who) {
		return this.mvc.post().uri(page).with(who).with(csrf()).exchange();
	}

	private MvcTestResult get(String page, RequestPostProcessor who) {
		return this.mvc.get().uri(page).with(who).exchange();
	}

	private static JsonNode json(MvcTestResult answer) throws IOException {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
