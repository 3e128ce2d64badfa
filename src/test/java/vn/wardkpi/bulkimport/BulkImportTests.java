package vn.wardkpi.bulkimport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.planimport.ExpectedAnnex;
import vn.wardkpi.planimport.ImportDraft;
import vn.wardkpi.planimport.ImportDrafts;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;
import vn.wardkpi.support.Zips;
import vn.wardkpi.ward.Wards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
class BulkImportTests extends IntegrationTest {

	private static final String HEADER = "no,name,unit,role,direction,valueType,accumulation,bounded,t2026,t2027,"
			+ "t2028,t2029,t2030,leadUnits\n";

	private static final String CLEAR = HEADER + "1,Số hộ được cấp nước sạch,Hộ,COUNTED,HIGHER_IS_BETTER,COUNT,LAST,"
			+ "no,110,120,130,140,150,Văn phòng HĐND và UBND\n";

	private static final String WITHOUT_TARGETS = CLEAR.replace("110,120,130,140,150", ",,,,");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private BatchWorker worker;

	@Autowired
	private Batches batches;

	@Autowired
	private ImportDrafts drafts;

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private Wards wards;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void eachFileIsReadByItselfAndOnlyWhatIsClearIsStored() throws IOException {
		UUID id = upload(Map.of("00613.csv", CLEAR, "Phuong Tay Ho/phu luc.csv", WITHOUT_TARGETS, "00622 hong.docx",
				"%PDF-1.4", "ghi chú.csv", CLEAR));
		assertThat(show(id)).hasStatus(200)
			.bodyText()
			.contains("Đã xong 1/4 tệp", "không cho biết phường, xã nào", "<progress", "Xem lại tiến độ");
		work();
		assertThat(states(id)).containsExactlyInAnyOrder("00613.csv READY", "Phuong Tay Ho/phu luc.csv QUESTIONS",
				"00622 hong.docx REFUSED", "ghi chú.csv REFUSED");
		assertThat(plans("00613")).isEmpty();
		post(id, "/store");
		work();
		assertThat(states(id)).contains("00613.csv STORED");
		assertThat(plans("00613")).singleElement()
			.satisfies((plan) -> assertThat(plan.status()).isEqualTo(PlanStatus.DRAFT));
		assertThat(show(id)).bodyText().contains("Đã xong 4/4 tệp", "Xem kế hoạch");
		assertThat(show(id)).bodyText().doesNotContain("Xem lại tiến độ");
		assertThat(recorded()).containsExactly("CREATED - 4", "APPROVED - 1");
	}

	/** The files of other layouts, each as another ward's: no question is passed over. */
	@Test
	void aZipOfRealAnnexesIsStoredAsFarAsItIsClear() throws IOException {
		List<String> codes = this.wards.inForce("01", LocalDate.of(2026, 1, 1))
			.stream()
			.map((ward) -> ward.code().value())
			.filter((code) -> plans(code).isEmpty())
			.toList();
		Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> annexes = Files.list(Path.of("src/test/resources/domain/annexes"))) {
			for (Path annex : annexes.filter((path) -> !path.toString().endsWith(".json")).sorted().toList()) {
				files.put(codes.get(files.size()) + "/" + annex.getFileName(), Files.readAllBytes(annex));
			}
		}
		UUID id = id(send("phường.zip", Zips.ofBytes(files)));
		work();
		List<BatchFile> read = this.batches.files(id);
		assertThat(read).hasSize(21).noneMatch((file) -> file.state() == FileState.WAITING);
		for (BatchFile file : read) {
			String name = file.name().substring(6, file.name().lastIndexOf('.'));
			boolean asked = ExpectedAnnex.of(name).stated().has("ask");
			assertThat(file.state() == FileState.READY && asked).as(file.name()).isFalse();
			assertThat(file.state() == FileState.READY).as(file.name()).isEqualTo(file.reasons().isEmpty());
		}
		for (BatchFile file : read.stream().filter(BatchFile::opens).toList()) {
			assertThat(questions(opened(id, file.id()))).as(file.name()).isEqualTo(file.questions());
		}
		List<BatchFile> ready = read.stream().filter((file) -> file.state() == FileState.READY).toList();
		assertThat(ready).isNotEmpty();
		post(id, "/store");
		work();
		List<BatchFile> after = this.batches.files(id);
		assertThat(after.stream().filter((file) -> file.state() == FileState.STORED)).extracting(BatchFile::id)
			.containsExactlyElementsOf(ready.stream().map(BatchFile::id).toList());
		assertThat(after.stream().filter((file) -> file.state() == FileState.STORED))
			.allSatisfy((file) -> assertThat(plans(Objects.requireNonNull(file.ward()))).singleElement()
				.satisfies((plan) -> assertThat(plan.id()).isEqualTo(file.planId())));
		assertThat(after.stream().filter((file) -> file.state() != FileState.STORED))
			.allSatisfy((file) -> assertThat(plans(Objects.requireNonNull(file.ward()))).isEmpty());
		String csv = this.mvc.get()
			.uri("/imports/" + id + "/report")
			.with(TestAccounts.admin())
			.exchange()
			.getResponse()
			.getContentAsString();
		assertThat(csv.lines()).hasSize(22);
		assertThat(csv).startsWith("\ufeffTệp,Mã đơn vị,Đơn vị").contains("t01-number-twice.xlsx");
	}

	@Test
	void onePlanIsStoredByItself() throws IOException {
		UUID id = upload(Map.of("00613.csv", CLEAR, "00622.csv", CLEAR));
		work();
		post(id, "/annexes/" + file(id, "00622.csv").id() + "/store");
		work();
		assertThat(states(id)).containsExactlyInAnyOrder("00613.csv READY", "00622.csv STORED");
		assertThat(plans("00613")).isEmpty();
		assertThat(recorded()).containsExactly("CREATED - 2", "APPROVED - 00622.csv");
		assertThat(this.jdbc
			.sql("select subject || ' ' || reason from audit_entry where ward_code = '00622' and act is null")
			.query(String.class)
			.list()).as("one line that opens its rows").containsExactly("PLAN 00622.csv");
		assertThat(this.jdbc.sql(
				"select distinct subject from audit_entry where ward_code = '00622' and act is not null order by subject")
			.query(String.class)
			.list()).contains("DECISION", "INDICATOR", "LEAD_UNIT", "TARGET");
		assertThat(post(id, "/annexes/" + file(id, "00622.csv").id() + "/store")).hasStatus(409);
	}

	@Test
	void aWardsSecondPlanOfTheSameYearsIsAskedAboutAndNeverStored() throws IOException {
		UUID id = upload(Map.of("00613.csv", CLEAR));
		UUID again = upload(Map.of("00613.csv", CLEAR));
		work();
		post(id, "/store");
		post(again, "/store");
		work();
		assertThat(states(id)).containsExactly("00613.csv STORED");
		assertThat(states(again)).containsExactly("00613.csv QUESTIONS");
		assertThat(show(again)).bodyText().contains("đã có kế hoạch");
		assertThat(this.batches.files(again).get(0).questions()).as("is no question of the file").isZero();
		assertThat(plans("00613")).hasSize(1);
	}

	@Test
	void questionsAreAnsweredInTheOrdinaryImportAndTheReportKnows() throws IOException {
		UUID id = upload(Map.of("00613.csv", CLEAR.replace("no,110,", "no,990,")));
		work();
		assertThat(states(id)).containsExactly("00613.csv QUESTIONS");
		long file = this.batches.files(id).get(0).id();
		String address = opened(id, file);
		assertThat(address).startsWith("/wards/00613/plans/import/");
		assertThat(this.mvc.get().uri(address).with(TestAccounts.admin())).hasStatus(200)
			.bodyText()
			.contains("Số hộ được cấp nước sạch");
		assertThat(opened(id, file)).as("with the answers given so far").isEqualTo(address);
		UUID draft = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
		ImportDraft kept = this.drafts.require(draft, new WardCode("00613"), TestAccounts.adminActor());
		UUID other = upload(Map.of("00622.csv", CLEAR));
		work();
		post(other, "/store");
		work();
		long plan = plans("00622").get(0).id();
		this.drafts.stored(kept, plan);
		assertThat(states(id)).containsExactly("00613.csv STORED");
		assertThat(this.batches.files(id).get(0).planId()).isEqualTo(plan);
	}

	@Test
	void whatIsCancelledRestsUntilItIsResumed() throws IOException {
		UUID id = upload(Map.of("00613.csv", CLEAR, "00622.csv", CLEAR));
		assertThat(this.worker.step()).isTrue();
		post(id, "/store");
		post(id, "/cancel");
		assertThat(this.worker.step()).isFalse();
		assertThat(plans("00613")).isEmpty();
		assertThat(show(id)).bodyText().contains("Đã dừng");
		post(id, "/resume");
		work();
		assertThat(states(id)).containsOnly("00613.csv READY", "00622.csv READY");
		assertThat(recorded()).containsExactly("CREATED - 2", "APPROVED - 1", "STOPPED - -", "RESUMED - -");
		post(id, "/discard");
		assertThat(show(id)).hasStatus(404);
	}

	@Test
	void aPersonSaysOfWhichWardAFileIs() throws IOException {
		UUID id = upload(Map.of("ghi chú.csv", CLEAR, "Tây Hồ.csv", CLEAR, "00613 a.csv", CLEAR, "00613 b.csv", CLEAR));
		assertThat(states(id)).allMatch((state) -> state.endsWith(" REFUSED"));
		assertThat(show(id)).bodyText()
			.contains("có nhiều tệp", "phường Tây Hồ, Hà Nội", "<option value=\"00103\"", "Chưa rõ đơn vị");
		assertThat(say(id, "ghi chú.csv", "typed", "Không Có Đâu")).hasStatus(422)
			.bodyText()
			.contains("Không tìm thấy phường, xã");
		assertThat(say(id, "ghi chú.csv", "typed", "Tân Lập")).hasStatus3xxRedirection();
		assertThat(file(id, "ghi chú.csv").choices()).hasSizeGreaterThan(2);
		assertThat(say(id, "ghi chú.csv", "typed", "phường Xuân Phương")).hasStatus3xxRedirection();
		assertThat(say(id, "Tây Hồ.csv", "chosen", "00103")).hasStatus3xxRedirection();
		assertThat(say(id, "00613 a.csv", "chosen", "00613")).hasStatus3xxRedirection();
		assertThat(say(id, "00613 b.csv", "chosen", "00613")).hasStatus(409).bodyText().contains("00613 a.csv");
		work();
		assertThat(states(id)).containsExactlyInAnyOrder("ghi chú.csv READY", "Tây Hồ.csv READY", "00613 a.csv READY",
				"00613 b.csv REFUSED");
		assertThat(file(id, "ghi chú.csv").ward()).isEqualTo("00622");
		assertThat(recorded()).contains("CHANGED ghi chú.csv phường Xuân Phương, Hà Nội");
	}

	@Test
	void refusesWhatIsNoZipAndHostileOnes() throws IOException {
		assertThat(send("x.zip", "không".getBytes(StandardCharsets.UTF_8))).hasStatus(415)
			.bodyText()
			.contains("không phải tệp ZIP");
		assertThat(send("x.zip", Zips.of(Map.of("a/", "")))).hasStatus(422).bodyText().contains("không có tệp nào");
		Map<String, String> many = new TreeMap<>();
		for (int i = 0; i < 10_000; i++) {
			many.put("00613 " + i + ".csv", "");
		}
		assertThat(send("x.zip", Zips.of(many))).hasStatus(413).bodyText().contains("quá 1000 tệp");
		UUID id = id(send("x.zip", Zips.ofBytes(Map.of("00613.xlsx", new byte[5 * 1024 * 1024], "00622.zip",
				new byte[4], "../../00103.csv", CLEAR.getBytes(StandardCharsets.UTF_8)))));
		work();
		assertThat(states(id)).containsExactlyInAnyOrder("00613.xlsx REFUSED", "00622.zip REFUSED", "00103.csv READY");
		assertThat(show(id)).bodyText().contains("nén bất thường", "tệp nén bên trong");
		assertThat(this.mvc.get().uri("/imports").with(TestAccounts.admin())).hasStatus(200)
			.bodyText()
			.contains("x.zip");
	}

	@Test
	void theApiDoesTheSame() throws Exception {
		MvcTestResult sent = this.mvc.post()
			.uri("/api/v1/imports?province=01")
			.multipart()
			.file(new MockMultipartFile("file", "a.zip", null,
					Zips.of(Map.of("Tây Hồ.csv", CLEAR, "00613.csv", WITHOUT_TARGETS, "x.csv", CLEAR))))
			.with(TestAccounts.admin())
			.exchange();
		assertThat(sent).hasStatus(202);
		String uri = Objects.requireNonNull(sent.getResponse().getHeader("Location"));
		assertThat(uri).startsWith("/api/v1/imports/");
		assertThat(api(uri, "status").asString()).isEqualTo("RUNNING");
		assertThat(call(HttpMethod.POST, uri + "/cancel", null)).hasStatus(200);
		assertThat(api(uri, "status").asString()).isEqualTo("STOPPED");
		assertThat(call(HttpMethod.POST, uri + "/resume", null)).hasStatus(200);
		UUID id = UUID.fromString(uri.substring(uri.lastIndexOf('/') + 1));
		String ward = uri + "/annexes/" + file(id, "x.csv").id() + "/ward";
		assertThat(call(HttpMethod.PUT, ward, "{\"wardCode\": \"99998\"}")).hasStatus(422);
		assertThat(call(HttpMethod.PUT, ward, "{}")).hasStatus(422);
		assertThat(call(HttpMethod.PUT, ward, "{\"wardCode\": \"00622\"}")).hasStatus(200);
		work();
		assertThat(api(uri, "status").asString()).isEqualTo("DONE");
		assertThat(api(uri, "ready").asInt()).isEqualTo(2);
		assertThat(call(HttpMethod.POST, uri + "/store?annex=" + file(id, "00613.csv").id(), null)).hasStatus(409);
		assertThat(call(HttpMethod.POST, uri + "/store", null)).hasStatus(202);
		work();
		assertThat(api(uri, "stored").asInt()).isEqualTo(2);
		assertThat(api(uri, "done").asInt()).isEqualTo(3);
		JsonNode refused = api(uri, "annexes").values()
			.stream()
			.filter((annex) -> annex.path("planId").isNull())
			.findFirst()
			.orElseThrow();
		assertThat(refused.path("wardCode").asString()).isEqualTo("00613");
		assertThat(refused.path("reasons").path(0).path("message").asString()).isNotEmpty();
		assertThat(plans("00103")).singleElement()
			.satisfies((plan) -> assertThat(plan.status()).isEqualTo(PlanStatus.DRAFT));
	}

	@Test
	void administratorsOfAProvinceImportItsWardsAndSeeNoOthers() throws IOException {
		RequestPostProcessor hanoi = TestAccounts.as(TestAccounts.provinceAdminActor("01", "00103", "00613"));
		byte[] zip = Zips.of(Map.of("Tây Hồ.csv", CLEAR, "xã Tây Hồ.csv", CLEAR));
		UUID id = id(send("phường.zip", zip, hanoi));
		work();
		assertThat(states(id)).containsExactlyInAnyOrder("Tây Hồ.csv READY", "xã Tây Hồ.csv REFUSED");
		assertThat(this.mvc.get().uri("/imports/" + id).with(hanoi)).hasStatus(200);
		assertThat(this.mvc.post()
			.uri("/imports/" + id + "/annexes/" + file(id, "xã Tây Hồ.csv").id() + "/ward")
			.param("typed", "20380")
			.with(hanoi)
			.with(csrf())).hasStatus(422);
		UUID country = id(send("cả nước.zip", zip, TestAccounts.admin()));
		assertThat(this.mvc.get().uri("/imports/" + country).with(hanoi)).hasStatus(404);
		assertThat(this.mvc.get().uri("/imports").with(hanoi)).bodyText()
			.contains("phường.zip")
			.doesNotContain("cả nước.zip", "name=\"province\"");
		RequestPostProcessor elsewhere = TestAccounts.as(TestAccounts.provinceAdminActor("75", "26368"));
		assertThat(this.mvc.get().uri("/imports/" + id).with(elsewhere)).hasStatus(404);
	}

	@Test
	void thePagesRunAFixedNumberOfStatements() throws Exception {
		UUID one = upload(Map.of("00613.csv", CLEAR));
		UUID many = upload(Map.of("00613.csv", CLEAR, "00622.csv", CLEAR, "Tây Hồ.csv", CLEAR));
		assertThat(StatementCounter.during(() -> show(one))).hasSize(6);
		assertThat(StatementCounter.during(() -> show(many))).hasSize(6);
	}

	private MvcTestResult say(UUID id, String file, String field, String words) {
		return this.mvc.post()
			.uri("/imports/" + id + "/annexes/" + file(id, file).id() + "/ward")
			.param(field, words)
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
	}

	/** As many as the wizard asks. */
	private int questions(String wizard) {
		MvcTestResult shown = this.mvc.get().uri(wizard).with(TestAccounts.admin()).exchange();
		assertThat(shown).hasStatus(200);
		return Jsoup.parse(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
			.select(".import-question")
			.size();
	}

	private String opened(UUID id, long file) {
		return Objects.requireNonNull(post(id, "/annexes/" + file + "/open").getResponse().getRedirectedUrl());
	}

	private MvcTestResult call(HttpMethod method, String uri, @Nullable String json) {
		var request = this.mvc.method(method).uri(uri).with(TestAccounts.admin());
		if (json != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(json);
		}
		return request.exchange();
	}

	private JsonNode api(String uri, String field) throws Exception {
		String body = call(HttpMethod.GET, uri, null).getResponse().getContentAsString();
		return JsonMapper.shared().readTree(body).path(field);
	}

	private List<PlanSummary> plans(String ward) {
		return this.catalog.ofWard(new WardCode(ward), TestAccounts.adminActor());
	}

	private BatchFile file(UUID id, String name) {
		return this.batches.files(id).stream().filter((file) -> file.name().equals(name)).findFirst().orElseThrow();
	}

	private List<String> recorded() {
		return this.jdbc.sql("""
				select action || ' ' || coalesce(from_state, '-') || ' ' || coalesce(to_state, '-')
				from audit_entry where subject = 'IMPORT' and key = 'phường.zip' order by id
				""").query(String.class).list();
	}

	private void work() {
		int steps = 0;
		while (this.worker.step()) {
			steps++;
			assertThat(steps).isLessThan(50);
		}
	}

	private List<String> states(UUID id) {
		return this.batches.files(id).stream().map((file) -> file.name() + " " + file.state()).toList();
	}

	private UUID upload(Map<String, String> files) throws IOException {
		return id(send("phường.zip", Zips.of(new TreeMap<>(files))));
	}

	private static UUID id(MvcTestResult sent) {
		assertThat(sent).hasStatus3xxRedirection();
		String address = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
		return UUID.fromString(address.substring("/imports/".length()));
	}

	private MvcTestResult send(String name, byte[] content) {
		return send(name, content, TestAccounts.admin());
	}

	private MvcTestResult send(String name, byte[] content, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/imports")
			.multipart()
			.file(new MockMultipartFile("file", name, "application/zip", content))
			.with(who)
			.with(csrf())
			.exchange();
	}

	private MvcTestResult show(UUID id) {
		return this.mvc.get().uri("/imports/" + id).with(TestAccounts.admin()).exchange();
	}

	private MvcTestResult post(UUID id, String act) {
		return this.mvc.post().uri("/imports/" + id + act).with(TestAccounts.admin()).with(csrf()).exchange();
	}

}
