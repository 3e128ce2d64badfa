package vn.wardkpi.planimport.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.support.IntegrationTest;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@Transactional
class PlanImportWebTests extends IntegrationTest {

	private static final String WARD = "00613";

	private static final String API = "/api/v1/wards/" + WARD + "/plans/import";

	private static final String PAGE = "/wards/" + WARD + "/plans/import";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "plan-tu-liem.xlsx", "plan-tu-liem.docx", "plan-tu-liem.csv" })
	void answersWhatWouldBeStored(String file) {
		long before = plans();
		MvcTestResult answer = send(file, true, TestAccounts.wardAdmin(WARD));
		assertThat(answer).hasStatus(200);
		assertThat(answer).bodyJson().extractingPath("$.planId").isNull();
		assertThat(answer).bodyJson().extractingPath("$.indicators").isEqualTo(27);
		assertThat(answer).bodyJson().extractingPath("$.counted").isEqualTo(22);
		assertThat(answer).bodyJson().extractingPath("$.fromYear").isEqualTo(2026);
		assertThat(answer).bodyJson().extractingPath("$.toYear").isEqualTo(2030);
		assertThat(answer).bodyJson().extractingPath("$.proposed[4].no").isEqualTo("2.1");
		assertThat(answer).bodyJson().extractingPath("$.proposed[4].targets[0].text").isEqualTo("66,7%");
		assertThat(answer).bodyJson().extractingPath("$.proposed[4].row").isInstanceOf(Integer.class);
		assertThat(answer).bodyJson()
			.extractingPath("$.problems[?(@.code == 'target-below-baseline')].no")
			.asArray()
			.containsExactly("16");
		assertThat(plans()).isEqualTo(before);
	}

	@Test
	void storesOnceAndThenSaysWhatIsThere() {
		MvcTestResult stored = send("plan-tu-liem.xlsx", false, TestAccounts.admin());
		assertThat(stored).hasStatus(201);
		assertThat(stored.getResponse().getHeader("Location")).matches("/api/v1/plans/\\d+");
		assertThat(stored).bodyJson().extractingPath("$.planId").isNotNull();
		assertThat(stored).bodyJson().extractingPath("$.status").isEqualTo("DRAFT");
		MvcTestResult again = send("plan-tu-liem.docx", false, TestAccounts.admin());
		assertThat(again).hasStatus(409);
		assertThat(again).bodyText().contains("Kế hoạch phát triển kinh tế - xã hội 5 năm 2026 - 2030");
		MvcTestResult dry = send("plan-tu-liem.docx", true, TestAccounts.admin());
		assertThat(dry).hasStatus(200);
		assertThat(dry).bodyJson().extractingPath("$.problems[0].code").isEqualTo("plan-exists");
	}

	@ParameterizedTest
	@CsvSource({ "15/NQ-HĐND, 2025-12-22, , ADOPTED", "15/NQ-HĐND, 2025-12-22, true, ADOPTED",
			"15/NQ-HĐND, 2025-12-22, false, DRAFT", "15/NQ-HĐND, , , DRAFT", ", 2025-12-22, , DRAFT" })
	void adoptsWhatNamesItsDecision(@Nullable String number, @Nullable String date, @Nullable String adopt,
			String status) {
		MvcTestResult stored = this.mvc.post()
			.uri(API)
			.multipart()
			.file(file("plan-tu-liem.xlsx"))
			.param("decisionNumber", Objects.requireNonNullElse(number, ""))
			.param("decisionDate", Objects.requireNonNullElse(date, ""))
			.param("adopt", Objects.requireNonNullElse(adopt, ""))
			.with(TestAccounts.admin())
			.exchange();
		assertThat(stored).hasStatus(201).bodyJson().extractingPath("$.status").isEqualTo(status);
	}

	@Test
	void refusesAnAnnexWithAnErrorAndNamesTheCell() {
		long before = plans();
		byte[] annex = "TT;Nội dung;ĐVT;Năm 2026\n1;Tỷ lệ hộ dùng nước sạch;%;86.6%\n".getBytes(StandardCharsets.UTF_8);
		for (String dryRun : new String[] { "true", "false" }) {
			MvcTestResult answer = this.mvc.post()
				.uri(API)
				.multipart()
				.file(new MockMultipartFile("file", "a.csv", "text/csv", annex))
				.param("dryRun", dryRun)
				.with(TestAccounts.admin())
				.exchange();
			assertThat(answer).hasStatus(422);
			assertThat(answer.getResponse().getContentType()).startsWith("application/problem+json");
			assertThat(answer).bodyJson().extractingPath("$.problems[0].cell").isEqualTo("D2");
			assertThat(answer).bodyJson().extractingPath("$.problems[0].severity").isEqualTo("ERROR");
			assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo("number-ambiguous");
		}
		assertThat(plans()).isEqualTo(before);
	}

	@Test
	void readsAgainWithAChangedMapping() {
		byte[] annex = "TT;Nội dung;ĐVT;Kết quả 2025;Năm 2026;Năm 2027\n1;Thu;tỷ;4;5;6\n"
			.getBytes(StandardCharsets.UTF_8);
		MvcTestResult first = dryRun(annex, null);
		assertThat(first).hasStatus(200);
		assertThat(first).bodyJson().extractingPath("$.mapping.columns.CSV.6.part").isEqualTo("YEAR");
		assertThat(first).bodyJson().extractingPath("$.mapping.rows.CSV.2").isEqualTo("INDICATOR");
		assertThat(first).bodyJson().extractingPath("$.targets").isEqualTo(2);
		MvcTestResult second = dryRun(annex, "{\"columns\": {\"CSV\": {\"6\": {\"part\": \"OTHER\"}}}}");
		assertThat(second).hasStatus(200);
		assertThat(second).bodyJson().extractingPath("$.targets").isEqualTo(1);
		assertThat(second).bodyJson().extractingPath("$.toYear").isEqualTo(2026);
		assertThat(dryRun(annex, "{\"columns\": 7}")).hasStatus(422);
	}

	@Test
	void takesValuesThatArePutRight() {
		byte[] annex = "TT;Nội dung;ĐVT;Năm 2026\n1;Hộ nghèo;hộ;86.6\n".getBytes(StandardCharsets.UTF_8);
		assertThat(dryRun(annex, null)).hasStatus(422);
		String values = "{\"values\": {\"CSV\": {\"2\": {\"cells\": {\"4\": \"86,6\"}, \"said\": %s}}}}";
		MvcTestResult right = dryRun(annex, values.formatted("{\"no\": \"7\", \"direction\": \"HIGHER_IS_BETTER\"}"));
		assertThat(right).hasStatus(200);
		assertThat(right).bodyJson().extractingPath("$.proposed[0].no").isEqualTo("7");
		assertThat(right).bodyJson().extractingPath("$.proposed[0].direction").isEqualTo("HIGHER_IS_BETTER");
		assertThat(right).bodyJson().extractingPath("$.proposed[0].targets[0].text").isEqualTo("86,6");
		assertThat(right).bodyJson().extractingPath("$.mapping.values.CSV.2.said.no").isEqualTo("7");
		assertThat(right).bodyJson().extractingPath("$.mapping.values.CSV.2.cells.4").isEqualTo("86,6");
		assertThat(dryRun(annex, values.formatted("{\"direction\": \"SIDEWAYS\"}"))).hasStatus(422);
	}

	private MvcTestResult dryRun(byte[] annex, @Nullable String mapping) {
		var request = this.mvc.post()
			.uri(API)
			.multipart()
			.file(new MockMultipartFile("file", "a.csv", "text/csv", annex))
			.param("dryRun", "true")
			.with(TestAccounts.admin());
		return ((mapping != null) ? request.param("mapping", mapping) : request).exchange();
	}

	@Test
	void letsOnlyTheWardsAdministratorsImport() {
		assertThat(send("plan-tu-liem.xlsx", true, TestAccounts.delegate(WARD))).hasStatus(403);
		assertThat(send("plan-tu-liem.xlsx", true, TestAccounts.official(WARD))).hasStatus(403);
		assertThat(send("plan-tu-liem.xlsx", true, TestAccounts.reviewer(WARD))).hasStatus(403);
		assertThat(send("plan-tu-liem.xlsx", true, TestAccounts.wardAdmin("00592"))).hasStatus(403);
		assertThat(this.mvc.get().uri(PAGE).with(TestAccounts.delegate(WARD))).hasStatus(403);
		assertThat(this.mvc.get().uri(PAGE).with(TestAccounts.wardAdmin("00592"))).hasStatus(403);
		assertThat(upload(PAGE, "plan-tu-liem.xlsx", TestAccounts.wardAdmin("00592"))).hasStatus(403);
		assertThat(this.mvc.get().uri("/wards/12345/plans/import").with(TestAccounts.admin())).hasStatus(404);
	}

	@Test
	void answersEachKindOfWrongFileWithItsStatus() {
		assertThat(send(new byte[0])).hasStatus(422);
		assertThat(send(new byte[6 * 1024 * 1024])).hasStatus(413);
		assertThat(send("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).hasStatus(415);
		assertThat(this.mvc.post().uri(API).with(TestAccounts.admin())).hasStatus(415);
		assertThat(this.mvc.post().uri(API).multipart().param("dryRun", "true").with(TestAccounts.admin()))
			.hasStatus(400);
	}

	@Test
	void leadsFromTheFileToThePlanPage() {
		assertThat(this.mvc.get().uri(PAGE).with(TestAccounts.admin())).hasStatus(200)
			.bodyText()
			.contains("name=\"file\"");
		String preview = previewOf("plan-tu-liem.xlsx");
		long before = plans();
		MvcTestResult shown = this.mvc.get().uri(preview).with(TestAccounts.admin()).exchange();
		assertThat(shown).hasStatus(200)
			.bodyText()
			.contains("22 chỉ tiêu (27 dòng)", "46.497,8", "giảm còn", "Chỉ tiêu 16",
					"<a href=\"#row-" + row(preview, "16"));
		assertThat(plans()).isEqualTo(before);
		assertThat(decide(preview, "store", true)).hasStatus(422).bodyText().contains("câu hỏi chưa trả lời");
		acceptAll(preview);
		assertThat(decide(preview, "store", false)).hasStatus(422).bodyText().contains("xác nhận");
		assertThat(this.mvc.get().uri(preview + "?edit=" + row(preview, "17")).with(TestAccounts.admin())).bodyText()
			.contains("direction:" + row(preview, "17"));
		MvcTestResult corrected = this.mvc.post()
			.uri(preview)
			.param("action", "check")
			.param("direction:" + row(preview, "10"), "LOWER_IS_BETTER")
			.param("name:" + row(preview, "21"), "Chỉ tiêu tuyển quân, nghĩa vụ công an nhân dân")
			.param("role:" + row(preview, "3"), "BREAKDOWN")
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(corrected).hasStatus(302);
		assertThat(this.mvc.get().uri(preview).with(TestAccounts.admin())).bodyText()
			.contains("Đã sửa tay", "không thể là", "Chưa lưu được vì còn lỗi");
		assertThat(this.mvc.post()
			.uri(preview)
			.param("role:" + row(preview, "3"), "COUNTED")
			.with(TestAccounts.admin())
			.with(csrf())).hasStatus(302);
		acceptAll(preview);
		assertThat(decide(preview, "store", true)).hasStatus(302);
		assertThat(plans()).isEqualTo(before + 1);
		assertThat(this.mvc.get().uri(preview).with(TestAccounts.admin())).hasStatus(404);
	}

	@Test
	void keepsCorrectionsWhereAnErrorKeepsThePlanFromBeingStored() {
		String preview = previewOf("plan-tu-liem.docx");
		MvcTestResult refused = this.mvc.post()
			.uri(preview)
			.param("action", "store")
			.param("confirmed", "true")
			.param("direction:" + row(preview, "10"), "LOWER_IS_BETTER")
			.param("role:" + row(preview, "3"), "BREAKDOWN")
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(refused).hasStatus(422).bodyText().contains("Đã sửa tay");
		assertThat(this.mvc.get().uri(preview).with(TestAccounts.admin())).bodyText().contains("Đã sửa tay");
	}

	@Test
	void showsAPreviewToItsOwnerAlone() {
		String preview = previewOf("plan-tu-liem.csv");
		assertThat(this.mvc.get().uri(preview).with(TestAccounts.wardAdmin(WARD))).hasStatus(404);
		this.jdbc.sql("update import_draft set expires_at = created_at - interval '1 day'").update();
		assertThat(this.mvc.get().uri(preview).with(TestAccounts.admin())).hasStatus(404);
	}

	@Test
	void redisplaysTheUploadWithWhatIsWrong() {
		MvcTestResult refused = this.mvc.post()
			.uri(PAGE)
			.multipart()
			.file(file("plan-tu-liem.xlsx"))
			.param("fromYear", "26")
			.param("decisionDate", "31/02/2026")
			.param("title", "Kế hoạch của chúng tôi")
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(refused).hasStatus(422)
			.bodyText()
			.contains("Kế hoạch của chúng tôi", "Năm gồm bốn chữ số", "31/02/2026");
		MvcTestResult pdf = this.mvc.post()
			.uri(PAGE)
			.multipart()
			.file(new MockMultipartFile("file", "a.pdf", "application/pdf",
					"%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
			.with(TestAccounts.admin())
			.with(csrf())
			.exchange();
		assertThat(pdf).hasStatus(415).bodyText().contains("PDF");
	}

	@ParameterizedTest
	@CsvSource({ "fromYear, MMXXVI", "issuer, NOBODY", "decisionDate, 31/12/2026" })
	void aProgramHearsWhichParameterCannotBeRead(String name, String value) {
		assertThat(this.mvc.post()
			.uri(API)
			.multipart()
			.file(file("plan-tu-liem.xlsx"))
			.param("dryRun", "true")
			.param(name, value)
			.with(TestAccounts.admin())).hasStatus(400).bodyJson().isLenientlyEqualTo("""
					{"errors": [{"field": "%s", "code": "type-mismatch"}]}""".formatted(name));
	}

	@Test
	void aProgramSaysOfAnAnnexWhatTheFileDoesNot() {
		assertThat(this.mvc.post()
			.uri(API)
			.multipart()
			.file(file("plan-tu-liem.xlsx"))
			.param("dryRun", "true")
			.param("fromYear", "2026")
			.param("toYear", "2030")
			.param("issuer", "CITY")
			.param("decisionDate", "2026-12-31")
			.with(TestAccounts.admin())).hasStatus(200).bodyJson().isLenientlyEqualTo("""
					{"fromYear": 2026, "toYear": 2030}""");
	}

	private MvcTestResult decide(String preview, String action, boolean confirmed) {
		MockMvcTester.MockMvcRequestBuilder post = this.mvc.post()
			.uri(preview)
			.param("action", action)
			.with(TestAccounts.admin())
			.with(csrf());
		return (confirmed ? post.param("confirmed", "true") : post).exchange();
	}

	/** The key of an indicator's row. */
	private String row(String preview, String no) {
		return shown(preview).select(".import-row")
			.stream()
			.filter((row) -> row.select(".import-understood b").eachText().contains(no))
			.map((row) -> row.id().substring("row-".length()))
			.findFirst()
			.orElseThrow();
	}

	private void acceptAll(String preview) {
		List<String> open = shown(preview).select("button[name=accept]").eachAttr("value");
		assertThat(this.mvc.post()
			.uri(preview)
			.param("accept", open.toArray(String[]::new))
			.with(TestAccounts.admin())
			.with(csrf())).hasStatus(302);
	}

	private Document shown(String preview) {
		MvcTestResult shown = this.mvc.get().uri(preview).with(TestAccounts.admin()).exchange();
		return Jsoup.parse(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
	}

	private String previewOf(String file) {
		MvcTestResult uploaded = upload(PAGE, file, TestAccounts.admin());
		assertThat(uploaded).hasStatus(302);
		return Objects.requireNonNull(uploaded.getResponse().getRedirectedUrl());
	}

	private MvcTestResult upload(String uri, String file, RequestPostProcessor who) {
		return this.mvc.post().uri(uri).multipart().file(file(file)).with(who).with(csrf()).exchange();
	}

	private MvcTestResult send(String file, boolean dryRun, RequestPostProcessor who) {
		return this.mvc.post()
			.uri(API)
			.multipart()
			.file(file(file))
			.param("dryRun", String.valueOf(dryRun))
			.with(who)
			.exchange();
	}

	private MvcTestResult send(byte[] content) {
		return this.mvc.post()
			.uri(API)
			.multipart()
			.file(new MockMultipartFile("file", "annex.xlsx", null, content))
			.with(TestAccounts.admin())
			.exchange();
	}

	private static MockMultipartFile file(String name) {
		try (InputStream content = Objects
			.requireNonNull(PlanImportWebTests.class.getResourceAsStream("/domain/" + name))) {
			return new MockMultipartFile("file", name, null, content.readAllBytes());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private long plans() {
		return this.jdbc.sql("select count(*) from plan").query(Long.class).single();
	}

}
