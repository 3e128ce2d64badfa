package vn.wardkpi.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.audit.AuditTrail;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

class EvidencePagesTests extends IntegrationTest {

	private static final int MEGABYTE = 1024 * 1024;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlanService plans;

	@Autowired
	private EvidenceCatalog catalog;

	@Autowired
	private Clock clock;

	@Autowired
	private AuditTrail trail;

	private SamplePlan plan;

	private Actor official;

	private Actor reviewer;

	private Actor delegate;

	@BeforeEach
	void storePlan() {
		this.plan = SamplePlan.store(this.jdbc, this.plans);
		this.official = this.plan.official("an");
		this.reviewer = this.plan.reviewer("binh");
		this.delegate = TestAccounts.delegateActor(this.plan.ward().value());
	}

	@Test
	void aFileIsListedWithNameSizeWhoAndWhen() throws Exception {
		assertThat(page(this.official).select(".empty").text()).startsWith("Chưa có tệp nào");

		assertThat(attach(file("Biên bản nghiệm thu.pdf", SampleFiles.pdf("x")))).hasStatus3xxRedirection();

		Document page = page(this.reviewer);
		assertThat(page.select(".evidence-file h3").text()).isEqualTo("Biên bản nghiệm thu.pdf");
		assertThat(page.select(".evidence-file").text()).contains("PDF · 1 KB", "an đính kèm lúc", "Chưa duyệt");
		assertThat(page.select(".evidence-upload")).isEmpty();
		assertThat(row("Biên bản nghiệm thu.pdf").sha256()).hasSize(64);
	}

	@Test
	void ofSeveralFilesTheGoodOnesAreKeptAndTheOthersSayWhy() throws Exception {
		MvcTestResult result = attach(file("anh.png", SampleFiles.png(600, 400)),
				file("bao-cao.pdf", "MZ chương trình".getBytes(StandardCharsets.UTF_8)),
				file("bang.xlsx", SampleFiles.xlsx()));

		assertThat(result).hasStatus(422);
		Document page = Jsoup.parse(result.getResponse().getContentAsString());
		assertThat(page.select(".evidence-file h3").eachText()).containsExactly("anh.png", "bang.xlsx");
		assertThat(page.select(".error-summary").text()).contains("Đã đính kèm 2 tệp", "bao-cao.pdf",
				"Loại tệp này không được nhận");
		assertThat(page.select(".evidence-file img")).hasSize(1);
	}

	@Test
	void oneByteTooManyIsTooLarge() throws Exception {
		MvcTestResult result = attach(file("lon.pdf", new byte[10 * MEGABYTE + 1]));
		assertThat(result).hasStatus(413);
		assertThat(Jsoup.parse(result.getResponse().getContentAsString()).select(".error-summary").text())
			.contains("lon.pdf", "Tệp lớn hơn 10,0 MB");

		assertThat(attach(file("rong.pdf", new byte[0]))).hasStatus(422);
		assertThat(attach(file("vua.pdf", padded(10 * MEGABYTE)))).hasStatus3xxRedirection();
		assertThat(attach()).hasStatus(422);
	}

	@Test
	void aFigureTakesFiftyMegabytesAtTheMost() throws Exception {
		for (int i = 0; i < 5; i++) {
			byte[] content = padded(10 * MEGABYTE);
			content[200] = (byte) ('a' + i);
			assertThat(attach(file(i + ".pdf", content))).hasStatus3xxRedirection();
		}
		assertThat(attach(file("them.pdf", SampleFiles.pdf("x")))).hasStatus(413).bodyText().contains("vượt 50,0 MB");
	}

	@Test
	void aFigureTakesTwentyFilesAtTheMost() throws Exception {
		MockMultipartFile[] many = new MockMultipartFile[21];
		for (int i = 0; i < many.length; i++) {
			many[i] = file(i + ".pdf", SampleFiles.pdf("số " + i));
		}
		assertThat(attach(many)).hasStatus(422).bodyText().contains("20.pdf", "đã có 20 tệp");
		assertThat(rows()).hasSize(20);
	}

	@Test
	void theSameContentIsAttachedOnce() throws Exception {
		attach(file("a.pdf", SampleFiles.pdf("x")));
		assertThat(attach(file("b.pdf", SampleFiles.pdf("x")))).hasStatus(409)
			.bodyText()
			.contains("đã được đính kèm: a.pdf");
		assertThat(rows()).hasSize(1);
	}

	@Test
	void aReasonThatIsTooLongIsKeptInItsField() throws Exception {
		attach(file("a.pdf", SampleFiles.pdf("x")));
		long id = row("a.pdf").id();
		MvcTestResult refused = post(address(id) + "/delete", this.official, "reason", "ă".repeat(2001));
		assertThat(refused).hasStatus(422);
		Document page = Jsoup.parse(refused.getResponse().getContentAsString(StandardCharsets.UTF_8));
		assertThat(page.text()).contains("Dài quá 2000 ký tự");
		assertThat(page.select("#reason-" + id).attr("value")).hasSize(2001);
		assertThat(post(address(id) + "/delete", this.official, "reason", "ă".repeat(2000))).hasStatus3xxRedirection();
	}

	@Test
	void aDeletedFileStaysOnRecordAndComesBack() throws Exception {
		attach(file("a.pdf", SampleFiles.pdf("x")));
		long id = row("a.pdf").id();
		assertThat(post(address(id) + "/delete", this.official, "reason", " ")).hasStatus(422);
		assertThat(post(address(id) + "/delete", this.official, "reason", "Nhầm tệp")).hasStatus3xxRedirection();
		assertThat(post(address(id) + "/delete", this.official, "reason", "x")).hasStatus(409);

		Document page = page(this.official);
		assertThat(page.select(".evidence-file")).isEmpty();
		assertThat(page.select(".evidence-deleted tbody").text()).contains("a.pdf", "an,", "Nhầm tệp");
		assertThat(get(address(id), this.reviewer)).hasStatusOk();
		assertThat(attach(file("a2.pdf", SampleFiles.pdf("x")))).hasStatus3xxRedirection();
		assertThat(post(address(id) + "/restore", this.official)).hasStatus(409);
		post(address(row("a2.pdf").id()) + "/delete", this.official, "reason", "Trùng");
		assertThat(post(address(id) + "/restore", this.official)).hasStatus3xxRedirection();
		assertThat(post(address(id) + "/restore", this.official)).hasStatus(409);

		assertThat(page(this.official).select(".evidence-file h3").eachText()).containsExactly("a.pdf");
		assertThat(this.trail.of(this.plan.planId(), "7", true)
			.stream()
			.filter((entry) -> entry.subject().name().equals("EVIDENCE"))
			.map((entry) -> entry.action() + " " + entry.from() + " " + entry.to() + " " + entry.reason()))
			.containsExactly("CREATED null a.pdf (1 KB) null", "DELETED a.pdf (1 KB) null Nhầm tệp",
					"CREATED null a2.pdf (1 KB) null", "DELETED a2.pdf (1 KB) null Trùng",
					"RESTORED null a.pdf (1 KB) null");
		assertThat(this.trail.of(this.plan.planId(), "7", false)
			.stream()
			.filter((entry) -> entry.subject().name().equals("EVIDENCE"))).isEmpty();
	}

	@Test
	void theDatabaseLetsNobodyAlterWhatWasAttached() throws Exception {
		attach(file("a.pdf", SampleFiles.pdf("x")));
		for (String statement : List.of("update evidence_file set name = 'b.pdf'", "delete from evidence_content",
				"update evidence_content set content = ''", "truncate evidence_file cascade")) {
			assertThatException().isThrownBy(() -> this.jdbc.sql(statement).update())
				.havingRootCause()
				.withMessageMatching("(?s).*(is append-only|permission denied for table evidence_).*");
		}
	}

	@Test
	void everybodySeesWhatWasApprovedAndOnlyStaffWhatWasNot() throws Exception {
		attach(file("duyet.pdf", SampleFiles.pdf("1")), file("xoa-truoc.pdf", SampleFiles.pdf("2")));
		long before = row("duyet.pdf").id();
		long deleted = row("xoa-truoc.pdf").id();
		post(address(deleted) + "/delete", this.official, "reason", "x");
		seesOnly(this.delegate);
		assertThat(get(address(before), this.delegate)).hasStatus(404);

		approve();
		seesOnly(this.delegate, "duyet.pdf");
		seesOnly(TestAccounts.officialActor("00592"), "duyet.pdf");
		assertThat(page(this.delegate).select(".evidence-deleted")).isEmpty();
		assertThat(get(address(before), this.delegate)).hasStatusOk();
		assertThat(get(address(deleted), this.delegate)).hasStatus(404);
		assertThat(page(this.official).select(".notice").text()).contains("đã duyệt");
		assertThat(attach(file("muon.pdf", SampleFiles.pdf("3")))).hasStatus(409);

		step("reopen", "{\"reason\": \"Số chính thức\"}", this.reviewer);
		attach(file("sau.pdf", SampleFiles.pdf("3")));
		long after = row("sau.pdf").id();
		post(address(before) + "/delete", this.official, "reason", "thay tệp");
		post(address(deleted) + "/restore", this.official);
		seesOnly(this.delegate, "duyet.pdf");
		assertThat(get(address(after), this.delegate)).hasStatus(404);
		assertThat(get(address(after), TestAccounts.officialActor("00592"))).hasStatus(404);
		assertThat(get(address(after) + "/thumbnail", this.delegate)).hasStatus(404);
		assertThat(this.catalog.ofIndicator(this.plan.planId(), "7", false).stream().map(EvidenceRow::name))
			.containsExactly("duyet.pdf");
		assertThat(this.catalog.ofIndicator(this.plan.planId(), "7", LocalDate.now(this.clock))
			.stream()
			.map(EvidenceRow::name)).containsExactly("duyet.pdf");
		assertThat(this.catalog.ofIndicator(this.plan.planId(), "7", LocalDate.now(this.clock).minusDays(2))).isEmpty();

		step("submit", "", this.official);
		step("approve", "", this.reviewer);
		seesOnly(this.delegate, "xoa-truoc.pdf", "sau.pdf");
		assertThat(get(address(before), this.delegate)).hasStatus(404);
	}

	@Test
	void onlyOfficialsOfTheLeadUnitAttachAndDeleteAndOnlyWhileTheFormIsOpen() throws Exception {
		attach(file("a.pdf", SampleFiles.pdf("x")));
		String address = address(row("a.pdf").id());
		for (Actor other : List.of(this.reviewer, this.delegate, this.plan.official("dung", "van-hoa"),
				TestAccounts.officialActor("00592"), TestAccounts.adminActor(),
				TestAccounts.wardAdminActor(this.plan.ward().value()))) {
			assertThat(send(other, file("b.pdf", SampleFiles.pdf("y")))).hasStatus(403);
			assertThat(post(address + "/delete", other, "reason", "x")).hasStatus(403);
			assertThat(post(address + "/restore", other)).hasStatus(403);
		}
		put();
		step("submit", "", this.official);
		assertThat(attach(file("b.pdf", SampleFiles.pdf("y")))).hasStatus(409).bodyText().contains("chờ duyệt");
		assertThat(post(address + "/delete", this.official, "reason", "x")).hasStatus(409);
		assertThat(page(this.official).select(".evidence-upload, .evidence-do details")).isEmpty();
	}

	@Test
	void aFileIsFoundAtItsOwnFigureAlone() throws Exception {
		attach(file("a.pdf", SampleFiles.pdf("x")));
		long id = row("a.pdf").id();
		SamplePlan other = SamplePlan.store(this.jdbc, this.plans);
		assertThat(get(address(id).replace("/7/", "/13/"), this.official)).hasStatus(404);
		assertThat(get(address(id).replace("FINAL", "M06"), this.official)).hasStatus(404);
		assertThat(get("/plans/" + other.planId() + "/indicators/7/evidence/2026/FINAL/" + id, other.official("x")))
			.hasStatus(404);
		assertThat(post("/plans/" + other.planId() + "/indicators/7/evidence/2026/FINAL/" + id + "/delete",
				other.official("x"), "reason", "x"))
			.hasStatus(404);
		assertThat(get(page().replace("/7/", "/99/"), this.official)).hasStatus(404);
		assertThat(get(page().replace("/7/", "/2/"), this.official)).as("a group has no figure").hasStatus(404);
		assertThat(get(page().replace("2026", "2030"), this.official)).hasStatus(404);
		assertThat(get(page().replace("FINAL", "M13"), this.official)).hasStatus(404);
	}

	@Test
	void filesAreServedSoThatNothingInThemRuns() throws Exception {
		byte[] png = SampleFiles.png(600, 400);
		attach(file("Ảnh hiện trường.png", png), file("bang.xlsx", SampleFiles.xlsx()),
				file("a.pdf", SampleFiles.pdf("x")), file("js.pdf", SampleFiles.pdf("/S/JavaScript/JS(x)")));

		MockHttpServletResponse picture = get(address(row("Ảnh hiện trường.png").id()), this.official).getResponse();
		assertThat(picture.getContentAsByteArray()).isEqualTo(png);
		assertThat(picture.getContentType()).isEqualTo("image/png");
		assertThat(picture.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(picture.getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
		assertThat(picture.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
		assertThat(picture.getHeader("Cache-Control")).isEqualTo("no-cache, private");
		assertThat(picture.getHeader("Content-Disposition")).startsWith("inline")
			.contains("filename*=UTF-8''%E1%BA%A2nh%20hi%E1%BB%87n%20tr%C6%B0%E1%BB%9Dng.png");
		assertThat(disposition("Ảnh hiện trường.png", "?download=true")).startsWith("attachment");
		assertThat(disposition("bang.xlsx", "")).startsWith("attachment");
		assertThat(disposition("a.pdf", "")).startsWith("inline");
		assertThat(disposition("js.pdf", "")).startsWith("attachment");
		assertThat(page(this.official).select("#file-" + row("js.pdf").id()).text()).contains("chỉ tải về");

		MockHttpServletResponse small = get(address(row("Ảnh hiện trường.png").id()) + "/thumbnail", this.official)
			.getResponse();
		assertThat(small.getContentType()).isEqualTo("image/jpeg");
		assertThat(small.getContentAsByteArray().length).isLessThan(20_000);
		assertThat(get(address(row("a.pdf").id()) + "/thumbnail", this.official)).hasStatus(404);
	}

	@Test
	void filesAreNotSentTwiceAndInPartsIfAskedFor() throws Exception {
		byte[] content = padded(MEGABYTE);
		attach(file("a.pdf", content));
		String address = address(row("a.pdf").id());
		String tag = get(address, this.official).getResponse().getHeader("ETag");

		MvcTestResult again = this.mvc.get()
			.uri(address)
			.header("If-None-Match", tag)
			.with(TestAccounts.as(this.official))
			.exchange();
		assertThat(again).hasStatus(304);
		assertThat(this.mvc.get()
			.uri(address)
			.header("If-None-Match", tag)
			.with(TestAccounts.as(this.delegate))
			.exchange()).hasStatus(404);
		MockHttpServletResponse part = this.mvc.get()
			.uri(address)
			.header("Range", "bytes=600000-600009")
			.with(TestAccounts.as(this.official))
			.exchange()
			.getResponse();
		assertThat(part.getStatus()).isEqualTo(206);
		assertThat(part.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(content, 600_000, 600_010));
	}

	@Test
	void aScriptGetsTheFragmentItAskedFor() throws Exception {
		MvcTestResult row = this.mvc.post()
			.uri(page())
			.multipart()
			.file(file("a.pdf", SampleFiles.pdf("x")))
			.param("as", "row")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		assertThat(row).hasStatusOk();
		Document fragment = Jsoup.parse(row.getResponse().getContentAsString());
		assertThat(fragment.select(".evidence-links a").text()).isEqualTo("a.pdf");
		assertThat(fragment.select(".evidence-more a").text()).isEqualTo("Minh chứng (1)");
		assertThat(fragment.select("nav, form")).isEmpty();

		MvcTestResult refused = this.mvc.post()
			.uri(page())
			.multipart()
			.file(file("a.exe", SampleFiles.pdf("x")))
			.param("as", "page")
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
		assertThat(refused).hasStatus(415);
		assertThat(Jsoup.parse(refused.getResponse().getContentAsString()).select(".evidence-refusal").text())
			.contains("Hãy gửi PDF");
	}

	@Test
	void namesAreShownAsTextWhateverTheyContain() throws Exception {
		attach(file("<img src=x onerror=alert(1)>.pdf", SampleFiles.pdf("x")));
		Document page = page(this.official);
		assertThat(page.select("img[src=x]")).isEmpty();
		assertThat(page.select(".evidence-file h3").text()).isEqualTo("_img src=x onerror=alert(1)_.pdf");
	}

	@Test
	void listingFilesReadsNoneOfThem() throws Exception {
		for (int i = 0; i < 5; i++) {
			attach(file(i + ".pdf", SampleFiles.pdf("số " + i)));
		}
		List<String> statements = StatementCounter
			.during(() -> this.catalog.of(this.plan.planId(), 2026, ReportingPeriod.FINAL, true).get("7"));
		assertThat(statements).hasSize(1).noneMatch((statement) -> statement.contains("evidence_content"));
		assertThat(StatementCounter.during(() -> page(this.official))).hasSizeLessThanOrEqualTo(7)
			.noneMatch((statement) -> statement.contains("evidence_content"));
	}

	private void seesOnly(Actor actor, String... names) throws Exception {
		assertThat(page(actor).select(".evidence-file h3").eachText()).containsExactly(names);
	}

	private String disposition(String name, String query) throws Exception {
		return get(address(row(name).id()) + query, this.official).getResponse().getHeader("Content-Disposition");
	}

	private EvidenceRow row(String name) {
		return rows().stream().filter((row) -> row.name().equals(name)).findFirst().orElseThrow();
	}

	private List<EvidenceRow> rows() {
		return this.catalog.of(this.plan.planId(), 2026, ReportingPeriod.FINAL, true).getOrDefault("7", List.of());
	}

	private String page() {
		return "/plans/" + this.plan.planId() + "/indicators/7/evidence/2026/FINAL";
	}

	private String address(long id) {
		return page() + "/" + id;
	}

	private Document page(Actor actor) throws Exception {
		MvcTestResult result = get(page(), actor);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private MvcTestResult get(String uri, Actor actor) {
		return this.mvc.get().uri(uri).with(TestAccounts.as(actor)).exchange();
	}

	private MvcTestResult post(String uri, Actor actor, String... parameters) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri);
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return request.with(TestAccounts.as(actor)).with(csrf()).exchange();
	}

	private MvcTestResult attach(MockMultipartFile... files) {
		return send(this.official, files);
	}

	private MvcTestResult send(Actor actor, MockMultipartFile... files) {
		MockMvcTester.MockMultipartMvcRequestBuilder request = this.mvc.post().uri(page()).multipart();
		for (MockMultipartFile file : files) {
			request.file(file);
		}
		return request.with(TestAccounts.as(actor)).with(csrf()).exchange();
	}

	private static MockMultipartFile file(String name, byte[] content) {
		return new MockMultipartFile("files", name, "application/octet-stream", content);
	}

	private static byte[] padded(int size) {
		byte[] pdf = SampleFiles.pdf("x".repeat(300));
		byte[] padded = new byte[size];
		Arrays.fill(padded, (byte) ' ');
		System.arraycopy(pdf, 0, padded, 0, pdf.length);
		System.arraycopy(SampleFiles.latin("%%EOF\n"), 0, padded, size - 6, 6);
		return padded;
	}

	private void approve() {
		put();
		step("submit", "", this.official);
		step("approve", "", this.reviewer);
	}

	private void put() {
		assertThat(this.mvc.put()
			.uri("/api/v1/plans/" + this.plan.planId() + "/indicators/7/actuals/2026/FINAL")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"value\": 100}")
			.with(TestAccounts.as(this.official))
			.exchange()).hasStatus(201);
	}

	private void step(String step, String json, Actor actor) {
		assertThat(this.mvc.post()
			.uri("/api/v1/plans/" + this.plan.planId() + "/submissions/2026/FINAL/kinh-te/" + step)
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(TestAccounts.as(actor))
			.exchange()).hasStatusOk();
	}

}
