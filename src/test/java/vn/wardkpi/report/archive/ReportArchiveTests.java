package vn.wardkpi.report.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.publicpage.PublicPages;
import vn.wardkpi.report.ReportMaker;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportIssue;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * An issued report stays what it was, and its code says what the record says since.
 */
class ReportArchiveTests extends DashboardTest {

	private static final RequestPostProcessor REVIEWER = TestAccounts.reviewer(WARD);

	private static final RequestPostProcessor DELEGATE = TestAccounts.delegate(WARD);

	private static final byte[] SIGNED = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

	private static final String YEAR = "{\"year\": 2026, \"number\": \"5\", \"date\": \"2027-02-03\"}";

	/** Of the pages that list reports and check one. */
	private static final int LISTED = 3;

	private static final int CHECKED = 24;

	@Autowired
	private ReportMaker maker;

	@Autowired
	private PaperCheck papers;

	@Autowired
	private IssuedReports reports;

	@Autowired
	private PlanCatalog catalog;

	@Autowired
	private PublicPages open;

	@Autowired
	private JdbcClient jdbc;

	private long plan;

	private void aYear(int copies) {
		this.plan = aPlan(copies);
		approveYear(this.plan, copies);
	}

	@Test
	void aReportIsIssuedWithItsCodeOnEveryPage() throws Exception {
		aYear(1);
		MvcTestResult issued = issue(YEAR, REVIEWER);
		assertThat(issued).hasStatus(201);
		JsonNode report = json(issued);
		String code = report.path("code").asString();
		assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
		assertThat(issued.getResponse().getHeader("Location")).isEqualTo("/api/v1" + address(code));
		assertThat(report.path("year").asInt()).isEqualTo(2026);
		assertThat(report.path("kind").asString()).isEqualTo("YEAR");
		assertThat(report.path("issuer").asString()).isEqualTo("WARD_COUNCIL");
		assertThat(report.path("number").asString()).isEqualTo("05");
		assertThat(report.path("asOf").asString()).isEqualTo("2027-01-28");
		assertThat(report.path("signed").isNull()).isTrue();
		assertThat(json(get("/api/v1" + address(code), DELEGATE))).isEqualTo(report);
		assertThat(json(get("/api/v1/plans/" + this.plan + "/issued-reports?year=2026&kind=YEAR", DELEGATE)).get(0))
			.isEqualTo(report);
		assertThat(json(get("/api/v1/plans/" + this.plan + "/issued-reports?year=2027", DELEGATE))).isEmpty();
		try (PDDocument pdf = Loader.loadPDF(file(code, "pdf"))) {
			for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
				PDFTextStripper stripper = new PDFTextStripper();
				stripper.setStartPage(page);
				stripper.setEndPage(page);
				assertThat(stripper.getText(pdf)).as("page %s", page).contains("Mã báo cáo: " + code);
			}
			assertThat(new PDFTextStripper().getText(pdf)).contains("Số: 05/BC-UBND",
					"Yên Sở, ngày 03 tháng 02 năm 2027");
		}
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file(code, "docx")))) {
			assertThat(word.getFooterList()).hasSize(4).allMatch((foot) -> foot.getText().contains(code));
			assertThat(word.getAllPictures()).hasSize(1);
		}
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(code, "xlsx")))) {
			assertThat(workbook).allMatch((sheet) -> sheet.getFooter().getCenter().contains(code));
		}
		assertThat(file(code, "docx")).isEqualTo(file(code, "docx"));
		assertThat(recorded()).containsExactly("CREATED");
	}

	@Test
	void anIssuedReportCanBeArchivedAndReadAloud() throws Exception {
		aYear(1);
		VeraGreenfieldFoundryProvider.initialise();
		byte[] pdf = file(code(issue(YEAR, REVIEWER)), "pdf");
		for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
			try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
				assertThat(Foundries.defaultInstance()
					.createValidator(flavour, false)
					.validate(parser)
					.getTestAssertions()).as(flavour.toString()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                         | 422 | year
			{"year": 2031}                             | 422 | year
			{"year": 2026, "number": "12/BC-UBND"}     | 422 | number
			{"year": 2026, "kind": "WEEK"}             | 400 |
			{"year": 2026, "date": "yesterday"}        | 400 |
			""")
	void whatIsWrongIsSaidAtItsField(String body, int status, String field) throws Exception {
		aYear(1);
		MvcTestResult refused = issue(body, REVIEWER);
		assertThat(refused).hasStatus(status);
		assertThat(refused.getResponse().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		if (field != null) {
			assertThat(json(refused).path("errors").get(0).path("field").asString()).isEqualTo(field);
		}
		assertThat(this.reports.ofPlan(this.plan, null, null)).isEmpty();
	}

	/** Figures change; the paper does not, and its code says which they were. */
	@Test
	void theCodeSaysWhatWasCorrectedSince() throws Exception {
		aYear(1);
		String code = code(issue(YEAR, REVIEWER));
		JsonNode before = json(get("/api/v1" + address(code) + "/agreement", DELEGATE));
		assertThat(before.path("agrees").asBoolean()).isTrue();
		assertThat(before.path("madeAgain").asBoolean()).isTrue();
		assertThat(get("/public/reports/" + code, DELEGATE)).hasStatusOk().bodyText().contains("Khớp");
		byte[] paper = file(code, "docx");
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-03-05T03:00:00Z",
				actual("5", ReportingPeriod.FINAL, "3.4"));
		JsonNode after = json(get("/api/v1" + address(code) + "/agreement", DELEGATE));
		assertThat(after.path("agrees").asBoolean()).isFalse();
		assertThat(after.path("madeAgain").asBoolean()).isTrue();
		assertThat(after.path("asOf").asString()).isEqualTo("2027-03-05");
		assertThat(after.path("changes"))
			.allMatch((change) -> change.path("no").asString().equals("5")
					&& change.path("what").asString().equals("CHANGED"))
			.anyMatch((change) -> change.path("paper").asString().equals("3,0%")
					&& change.path("record").asString().equals("3,4%"))
			.anyMatch((change) -> change.path("paper").asString().equals("Không đạt")
					&& change.path("record").asString().equals("Vượt"));
		assertThat(get("/public/reports/" + code.toLowerCase(java.util.Locale.ROOT), DELEGATE)).hasStatusOk()
			.bodyText()
			.contains("Đã thay đổi", "3,0", "3,4", "Không đạt", "Vượt", "phụ lục đã in");
		assertThat(file(code, "docx")).isEqualTo(paper);
	}

	/** Who leads an indicator is no figure: another leader makes no paper wrong. */
	@Test
	void anotherLeaderIsNoCorrection() throws Exception {
		aYear(1);
		lead("Đồng chí A");
		String code = code(issue(YEAR, REVIEWER));
		lead(null);
		JsonNode after = json(get("/api/v1" + address(code) + "/agreement", DELEGATE));
		assertThat(after.path("changes")).isEmpty();
		assertThat(after.path("madeAgain").asBoolean()).isTrue();
	}

	private void lead(@Nullable String leader) {
		this.jdbc.sql("update indicator set leader_in_charge = :leader where plan_id = :plan and no = '5'")
			.param("leader", leader, Types.VARCHAR)
			.param("plan", this.plan)
			.update();
	}

	/** Years later, from the record as it was known then. */
	@Test
	void theSameContentIsMadeAgainAfterFiguresChanged() throws Exception {
		aYear(1);
		String code = code(issue(YEAR, REVIEWER));
		IssuedReport report = this.reports.find(code.replace("-", "")).orElseThrow();
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2028-03-05T03:00:00Z",
				actual("5", ReportingPeriod.FINAL, "3.4"), actual("1", ReportingPeriod.FINAL, "9000"));
		ReportContent again = this.maker.make(
				new ReportContent.Asked(this.plan, 2026, ReportKind.YEAR, Issuer.WARD_COUNCIL,
						LocalDate.of(2027, 1, 28)),
				this.catalog.require(this.plan), new ReportIssue(code, null, "05", LocalDate.of(2027, 2, 3)));
		assertThat(this.papers.content(report)).isEqualTo(again);
		assertThat(again.body()).anyMatch((block) -> block.text().contains("10.519,0"));
	}

	@Test
	void nothingOfTheArchiveIsChangedOrRemoved() throws Exception {
		aYear(1);
		String code = code(issue(YEAR, REVIEWER));
		for (String statement : List.of("update issued_report set subject = 'x'", "delete from issued_report_file",
				"delete from signed_report")) {
			this.jdbc.sql("savepoint before").update();
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(statement).update())
				.withStackTraceContaining("permission denied for table");
			this.jdbc.sql("rollback to before").update();
		}
		assertThat(get("/api/v1" + address(code), DELEGATE)).hasStatusOk();
	}

	@Test
	void theSignedDocumentIsTheOneThatIsShown() throws Exception {
		aYear(1);
		String code = code(issue(YEAR, REVIEWER));
		assertThat(get("/api/v1" + address(code) + "/signed", DELEGATE)).hasStatus(404);
		assertThat(sign(code, "bao-cao.docx", file(code, "docx"), REVIEWER)).hasStatus(415);
		assertThat(sign(code, "bao-cao.pdf", "no pdf".getBytes(StandardCharsets.UTF_8), REVIEWER)).hasStatus(415);
		assertThat(sign(code, "bao-cao.pdf", SIGNED, DELEGATE)).hasStatus(403);
		MvcTestResult signed = sign(code, "bao-cao da ky.pdf", SIGNED, REVIEWER);
		assertThat(signed).hasStatus(201);
		assertThat(json(signed).path("signed").path("name").asString()).isEqualTo("bao-cao da ky.pdf");
		assertThat(sign(code, "bao-cao.pdf", SIGNED, REVIEWER)).hasStatus(409);
		assertThat(get("/api/v1" + address(code) + "/signed", DELEGATE).getResponse().getContentAsByteArray())
			.isEqualTo(SIGNED);
		assertThat(get("/plans/" + this.plan + "/issued-reports", DELEGATE)).bodyText()
			.contains("Bản đã ký (PDF)")
			.doesNotContain("Nộp bản đã ký", "Ban hành báo cáo");
		assertThat(recorded()).containsExactly("CREATED", "CHANGED");
	}

	/** Without an account: whether it agrees while the plan is public, else nothing. */
	@Test
	void aStrangerIsToldNothingOfAPlanThatIsNotPublic() throws Exception {
		aYear(1);
		String code = code(issue(YEAR, REVIEWER));
		String unknown = stranger("/public/reports/0000-0000-0000", 404);
		assertThat(stranger("/public/reports/" + code, 404).replace(code, "").replace("Yên Sở", "?"))
			.isEqualTo(unknown.replace("0000-0000-0000", ""));
		assertThat(this.mvc.get().uri("/api/v1/public/reports/" + code).exchange()).hasStatus(404);
		this.open.turn(this.plan, true, TestAccounts.wardAdminActor(WARD));
		assertThat(stranger("/public/reports/" + code, 200)).contains("Khớp", "/public/wards/" + WARD + "/years/2026");
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-03-05T03:00:00Z",
				actual("5", ReportingPeriod.FINAL, "3.4"));
		assertThat(stranger("/public/reports?code=" + code, 200)).contains("Đã thay đổi", "1 chỉ tiêu")
			.doesNotContain("3,4", "test-reviewer");
		JsonNode answer = json(this.mvc.get().uri("/api/v1/public/reports/" + code).exchange());
		assertThat(answer.path("agrees").asBoolean()).isFalse();
		assertThat(answer.has("changes")).isFalse();
	}

	@Test
	void aLeaderIssuesOnThePageAndSendsTheSignedDocumentThere() throws Exception {
		aYear(1);
		String page = "/plans/" + this.plan + "/issued-reports";
		assertThat(get(page, REVIEWER)).hasStatusOk().bodyText().contains("Chưa có báo cáo nào", "Ban hành báo cáo");
		assertThat(get("/plans/" + this.plan + "/years/2026/report?kind=MID_TERM", REVIEWER)).bodyText()
			.contains(page + "?year=2026&amp;kind=MID_TERM&amp;issuer=WARD_COUNCIL&amp;asOf=#issue");
		assertThat(post(page + "?year=2026&number=1/2")).hasStatus(422).bodyText().contains("Chỉ ghi số", "1/2");
		assertThat(post(page + "?year=2026&kind=MID_TERM&issuer=WARD_COUNCIL&asOf=&number=&date="))
			.hasStatus3xxRedirection();
		String code = this.reports.ofPlan(this.plan, null, null).get(0).printedCode();
		assertThat(get(page, DELEGATE)).hasStatusOk().bodyText().contains(code, "Sơ kết giữa kỳ", "?format=docx");
		assertThat(get(page + "?year=2028&kind=", DELEGATE)).bodyText()
			.contains("Không có báo cáo nào như vậy")
			.doesNotContain(code);
		assertThat(get(page + "/" + code + "/file?format=xlsx", DELEGATE)).hasStatusOk();
		assertThat(get("/plans/999999/issued-reports/" + code + "/file?format=xlsx", DELEGATE)).hasStatus(404);
		assertThat(this.mvc.post()
			.uri(page + "/" + code + "/signed")
			.multipart()
			.file(new MockMultipartFile("file", "", null, new byte[0]))
			.with(REVIEWER)
			.with(csrf())).hasStatus(422).bodyText().contains("Chưa chọn tệp");
		assertThat(this.mvc.post()
			.uri(page + "/" + code + "/signed")
			.multipart()
			.file(new MockMultipartFile("file", "da-ky.pdf", null, SIGNED))
			.with(REVIEWER)
			.with(csrf())).hasStatus3xxRedirection();
		assertThat(get(page, REVIEWER)).bodyText().contains("Bản đã ký (PDF)", "Nộp bản đã ký");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void pagesMakeAConstantNumberOfStatements(int copies) throws Exception {
		aYear(copies);
		String code = "";
		for (int i = 0; i < copies; i++) {
			code = code(issue(YEAR, REVIEWER));
		}
		String last = code;
		assertThat(statements("/plans/" + this.plan + "/issued-reports")).hasSize(LISTED);
		assertThat(statements("/public/reports/" + last)).hasSize(CHECKED);
	}

	private List<String> statements(String page) throws Exception {
		return StatementCounter.during(() -> assertThat(get(page, DELEGATE)).hasStatusOk())
			.stream()
			.filter((statement) -> !statement.contains("SPRING_SESSION"))
			.toList();
	}

	private String stranger(String page, int status) throws Exception {
		MvcTestResult answer = this.mvc.get().uri(page).exchange();
		assertThat(answer).hasStatus(status);
		return answer.getResponse()
			.getContentAsString()
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"|\\?lang[^\"]*|[0-9]{2}:[0-9]{2}", "");
	}

	private List<String> recorded() {
		return this.jdbc.sql("select action from audit_entry where subject = 'REPORT' and plan_id = ? order by id")
			.param(this.plan)
			.query(String.class)
			.list();
	}

	private MvcTestResult issue(String json, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/api/v1/plans/" + this.plan + "/issued-reports")
			.contentType(MediaType.APPLICATION_JSON)
			.content(json)
			.with(who)
			.exchange();
	}

	private MvcTestResult sign(String code, String name, byte[] content, RequestPostProcessor who) {
		return this.mvc.post()
			.uri("/api/v1" + address(code) + "/signed")
			.multipart()
			.file(new MockMultipartFile("file", name, null, content))
			.with(who)
			.exchange();
	}

	private String address(String code) {
		return "/plans/" + this.plan + "/issued-reports/" + code;
	}

	private byte[] file(String code, String format) {
		MvcTestResult answer = get("/api/v1" + address(code) + "/file?format=" + format, DELEGATE);
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsByteArray();
	}

	private MvcTestResult post(String page) {
		return this.mvc.post().uri(page).with(REVIEWER).with(csrf()).exchange();
	}

	private MvcTestResult get(String address, RequestPostProcessor who) {
		return this.mvc.get().uri(address).with(who).exchange();
	}

	private static String code(MvcTestResult issued) throws IOException {
		assertThat(issued).hasStatus(201);
		return json(issued).path("code").asString();
	}

	private static JsonNode json(MvcTestResult answer) throws IOException {
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
