package vn.wardkpi.settings;

import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.evidence.SampleFiles;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
class SettingsPagesTests extends IntegrationTest {

	private static final int MEGABYTE = 1024 * 1024;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	private SamplePlan plan;

	private String page;

	@BeforeEach
	void storePlan() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.page = "/wards/" + this.plan.ward() + "/settings";
	}

	@Test
	void aWardsLimitHoldsForEvidenceAtOnceAndReturnsToTheDefault() throws Exception {
		assertThat(text(this.page)).contains("Đang áp dụng: 10 MB (mặc định của chương trình)");
		assertThat(post("/settings", TestAccounts.admin(), Map.of("version", "0", "evidenceMegabytes", "3")))
			.hasStatus(302);
		assertThat(text(this.page)).contains("Từ 1 đến 3", "Đang áp dụng: 3 MB (theo thiết lập chung)");
		assertThat(change(Map.of("version", "0", "evidenceMegabytes", "1"))).hasStatus(302);
		assertThat(text(this.page)).contains("Đang áp dụng: 1 MB (do đơn vị chọn)");

		String evidence = "/plans/" + this.plan.planId() + "/indicators/7/evidence/2026/FINAL";
		assertThat(get(evidence, TestAccounts.as(this.plan.official("an"))).text()).contains("Mỗi tệp không quá 1 MB");
		byte[] large = java.util.Arrays.copyOf("%PDF-1.4\n".getBytes(), 2 * MEGABYTE);
		assertThat(attach(evidence, large)).hasStatus(413).bodyText().contains("lớn hơn 1,0 MB");
		assertThat(attach(evidence, SampleFiles.pdf("x"))).hasStatus(302);

		assertThat(change(Map.of("version", "1", "reset", "EVIDENCE_MEGABYTES"))).hasStatus(302);
		assertThat(text(this.page)).contains("Đang áp dụng: 3 MB (theo thiết lập chung)");
	}

	@Test
	void nothingGoesAboveTheInstallationsLimit() throws Exception {
		MvcTestResult refused = change(Map.of("version", "0", "evidenceMegabytes", "11"));
		assertThat(refused).hasStatus(422);
		Document shown = Jsoup.parse(refused.getResponse().getContentAsString());
		assertThat(shown.select("#evidenceMegabytes").val()).isEqualTo("11");
		assertThat(shown.select("#evidenceMegabytes-error").text()).isEqualTo("Hãy nhập một số nguyên từ 1 đến 10.");
		assertThat(change(Map.of("version", "0", "evidenceMegabytes", "8"))).hasStatus(302);
		assertThat(post("/settings", TestAccounts.admin(), Map.of("version", "0", "evidenceMegabytes", "5")))
			.hasStatus(302);
		assertThat(text(this.page)).contains("Đang áp dụng: 5 MB");
	}

	@Test
	void whoSignsAndReceivesStandsOnTheFrameOfReports() throws Exception {
		String frame = "/wards/" + this.plan.ward() + "/report-frame";
		assertThat(text(frame)).contains("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH", "- Như trên; - Lưu: VT.");
		assertThat(change(Map.of("version", "0", "signatory1", "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
				"name1", "Nguyễn Văn A", "recipients", "Thường trực HĐND\n\nLưu: VT, KT")))
			.hasStatus(302);
		assertThat(text(frame)).contains("KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A",
				"- Thường trực HĐND; - Lưu: VT, KT.");
		assertThat(this.jdbc.sql("select to_state from audit_entry where subject = 'SETTING' and ward_code = ?")
			.param(this.plan.ward().value())
			.query(String.class)
			.list())
			.containsExactly("SIGNATORIES = TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH – Nguyễn Văn A · "
					+ "RECIPIENTS = Thường trực HĐND, Lưu: VT, KT");
		assertThat(change(Map.of("version", "1", "name2", "Không chức vụ"))).hasStatus(422);
	}

	@Test
	void aLogoIsAPictureByItsContent() throws Exception {
		String logo = "/wards/" + this.plan.ward() + "/logo";
		assertThat(this.mvc.get().uri(logo).with(admin()).exchange()).hasStatus(404);
		assertThat(send("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes())).hasStatus(415)
			.bodyText()
			.contains("không nhận SVG");
		assertThat(send("logo.png", "<svg/>".getBytes())).hasStatus(415);
		assertThat(send("logo.png", java.util.Arrays.copyOf(SampleFiles.png(10, 10), 600 * 1024))).hasStatus(413);
		assertThat(send("logo.png", SampleFiles.png(2100, 10))).hasStatus(413);
		assertThat(send("logo.png", SampleFiles.png(80, 80))).hasStatus(302);
		MvcTestResult picture = this.mvc.get().uri(logo).with(admin()).exchange();
		assertThat(picture).hasStatusOk().hasContentType(MediaType.IMAGE_PNG);
		assertThat(picture.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
		assertThat(get("/wards/" + this.plan.ward() + "/report-frame", admin()).select(".report-frame img")).hasSize(1);
	}

	@Test
	void saysThatSomebodyElseWasFaster() throws Exception {
		assertThat(change(Map.of("version", "0", "evidenceMegabytes", "4"))).hasStatus(302);
		assertThat(change(Map.of("version", "0", "evidenceMegabytes", "6"))).hasStatus(409)
			.bodyText()
			.contains("vừa được người khác thay đổi");
	}

	@Test
	void programsChangeWhatTheyGiveAndReturnToDefaults() throws Exception {
		String call = "/api/v1" + this.page;
		assertThat(patch(call, null, "{}")).hasStatus(428);
		assertThat(patch(call, "\"0\"", """
				{"evidenceMegabytes": 4, "adjustedFrom": "2028-01-01", "recipients": ["Lưu: VT"]}""")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.sources[0].source")
			.isEqualTo("WARD");
		assertThat(patch(call, "\"0\"", "{}")).hasStatus(412);
		MvcTestResult back = patch(call, "\"1\"", "{\"defaults\": [\"EVIDENCE_MEGABYTES\"]}");
		assertThat(back).hasStatusOk().bodyJson().extractingPath("$.evidenceMegabytes").isEqualTo(10);
		assertThat(back).bodyJson().extractingPath("$.adjustedFrom").isEqualTo("2028-01-01");
		assertThat(back.getResponse().getHeader("ETag")).isEqualTo("\"2\"");
		assertThat(patch(call, "\"2\"", "{\"evidenceMegabytes\": 0}")).hasStatus(422);
	}

	@Test
	void pagesReadTheSettingsOnce() throws Exception {
		get(this.page, admin());
		assertThat(StatementCounter.during(() -> get(this.page, admin()))).hasSizeLessThanOrEqualTo(5)
			.filteredOn((statement) -> statement.contains("settings_version"))
			.hasSize(1);
		assertThat(StatementCounter.during(() -> get("/settings", TestAccounts.admin()))).hasSizeLessThanOrEqualTo(4)
			.filteredOn((statement) -> statement.contains("settings_version"))
			.hasSize(1);
	}

	private RequestPostProcessor admin() {
		return TestAccounts.wardAdmin(this.plan.ward().value());
	}

	private MvcTestResult change(Map<String, String> fields) {
		return post(this.page, admin(), fields);
	}

	private MvcTestResult send(String name, byte[] content) {
		return this.mvc.post()
			.uri(this.page)
			.multipart()
			.file(new MockMultipartFile("picture", name, null, content))
			.param("version", "0")
			.with(admin())
			.with(csrf())
			.exchange();
	}

	private MvcTestResult attach(String uri, byte[] content) {
		return this.mvc.post()
			.uri(uri)
			.multipart()
			.file(new MockMultipartFile("files", "a.pdf", null, content))
			.with(TestAccounts.as(this.plan.official("an")))
			.with(csrf())
			.exchange();
	}

	private MvcTestResult post(String uri, RequestPostProcessor who, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri);
		fields.forEach(request::param);
		return request.with(who).with(csrf()).exchange();
	}

	private MvcTestResult patch(String uri, String ifMatch, String json) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.patch()
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json);
		if (ifMatch != null) {
			request.header("If-Match", ifMatch);
		}
		return request.with(admin()).exchange();
	}

	private String text(String uri) throws Exception {
		return get(uri, admin()).text();
	}

	private Document get(String uri, RequestPostProcessor who) throws Exception {
		MvcTestResult result = this.mvc.get().uri(uri).with(who).exchange();
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

}
