package vn.wardkpi.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.report.content.Block;
import vn.wardkpi.report.content.ReportContent;
import vn.wardkpi.report.content.ReportKind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A report says what the pages say, as a document that an office signs.
 */
class ReportTests extends DashboardTest {

	private static final String OTHER_WARD = "00613";

	/** Of a page. */
	private static final int STATEMENTS = 12;

	@Autowired
	private ReportMaker maker;

	@Autowired
	private PlanImport imports;

	@Test
	void theReportOfAYearSaysTheHeadlineAndWhyTargetsWereMissed() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		String text = text(content(plan, 2026, ReportKind.YEAR));
		assertThat(text)
			.contains("I. KẾT QUẢ CHUNG", "II. KẾT QUẢ THEO LĨNH VỰC",
					"Năm 2026, Hội đồng nhân dân phường Yên Sở giao 22 chỉ tiêu. Đạt và vượt 18/22 chỉ tiêu"
							+ " (vượt 7, đạt 11), không đạt 3; chưa có số liệu 1.",
					"Không đạt (3 chỉ tiêu):",
					"thực hiện 3,0%, thấp hơn 0,2 điểm % so với chỉ tiêu giao (3,2%)."
							+ " Nguyên nhân: Mức hỗ trợ đóng mới áp dụng từ tháng 7."
							+ " Giải pháp: Giao chỉ tiêu phát triển tới từng tổ dân phố.",
					"thực hiện 10.519,0 tỷ đồng, bằng 106,00% chỉ tiêu giao (9.923,5 tỷ đồng)",
					"Chưa có số liệu (1 chỉ tiêu):", "NGUY CƠ")
			.endsWith("./.");
		assertThat(text).doesNotContain("SỐ ƯỚC THỰC HIỆN", "NHIỆM VỤ");
	}

	/** Nothing of later months, and nothing decided before the year is over. */
	@Test
	void theReportOfHalfAYearKnowsNothingLater() {
		long plan = aPlan(1);
		approve(plan, 2026, ReportingPeriod.M06, "2026-06-20T03:00:00Z", actual("1", ReportingPeriod.M06, "5020.4"),
				actual("3", ReportingPeriod.M06, "96.1"));
		approveYear(plan, 1);
		String text = text(content(plan, 2026, ReportKind.HALF_YEAR));
		assertThat(text).contains(
				"Đạt và vượt 0/22 chỉ tiêu (vượt 0, đạt 0), không đạt 0; đang thực hiện 2;" + " chưa có số liệu 20",
				"Đang thực hiện (2 chỉ tiêu):", "6 tháng thực hiện 5.020,4 tỷ đồng");
		assertThat(text).doesNotContain("10.519");
	}

	@Test
	void theEstimateStandsBesideTheOfficialFigures() {
		long plan = aPlan(1);
		approve(plan, 2026, ReportingPeriod.ESTIMATE, "2026-12-10T03:00:00Z",
				actual("1", ReportingPeriod.ESTIMATE, "9800"), actual("3", ReportingPeriod.ESTIMATE, "96.9"));
		String estimate = text(content(plan, 2026, ReportKind.YEAR));
		assertThat(estimate).contains("Ước đạt và vượt 1/22",
				"ước thực hiện 9.800,0 tỷ đồng, bằng 98,76% chỉ tiêu giao",
				"Nguyên nhân và giải pháp: chưa có giải trình được duyệt.", "sẽ được báo cáo bổ sung");
		approveYear(plan, 1);
		assertThat(text(content(plan, 2026, ReportKind.YEAR))).contains("THAY ĐỔI SO VỚI SỐ ƯỚC THỰC HIỆN",
				"ước thực hiện 9.800,0 tỷ đồng, chính thức 10.519,0 tỷ đồng; kết quả chuyển từ không đạt thành vượt.");
	}

	@ParameterizedTest
	@EnumSource(names = { "MID_TERM", "FINAL" })
	void theReportsOfThePeriodCountCoursesAndNameDangers(ReportKind kind) {
		long plan = aPlan(1);
		approveYear(plan, 1);
		ReportContent content = content(plan, 2026, kind);
		assertThat(text(content)).contains("Đến hết năm 2026, trong 22 chỉ tiêu của giai đoạn 2026 - 2030",
				"Năm 2026: đạt và vượt 18/22", "YÊU CẦU ĐẾN NĂM 2030", "mỗi năm còn lại cần 8.994,7 tỷ đồng (4 năm)");
		assertThat(content.frame().subject()).contains("giai đoạn 2026 - 2030");
	}

	/**
	 * "Held in 1 of 2 years" alone would leave the reader to find out which was missed.
	 */
	@Test
	void theReportOfThePeriodNamesTheYearThatWasMissed() throws IOException {
		long plan = aPlan(1);
		approveYear(plan, 1);
		approve(plan, 2027, ReportingPeriod.FINAL, "2028-01-20T03:00:00Z", actual("22", ReportingPeriod.FINAL, "1"));
		assertThat(text(content(plan, 2027, ReportKind.MID_TERM)))
			.contains("giữ được 1/2 năm đã đánh giá; không đạt năm 2027;")
			.contains("giữ được 1/1 năm đã đánh giá; mục tiêu cả giai đoạn");
		byte[] file = get("/api/v1/plans/" + plan + "/years/2027/report?format=docx&kind=MID_TERM").getResponse()
			.getContentAsByteArray();
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
			assertThat(new XWPFWordExtractor(document).getText()).contains("1/2 (không đạt năm 2027)");
		}
	}

	@Test
	void theDocumentHasTheLayoutOfTheDecree() throws IOException {
		long plan = aPlan(1);
		approveYear(plan, 1);
		try (XWPFDocument document = document(plan, "YEAR")) {
			CTSectPr text = section(document);
			assertThat(text.getPgSz().getW()).hasToString("11906");
			assertThat(text.getPgMar().getLeft()).hasToString("1701");
			assertThat(text.getPgMar().getRight()).hasToString("850");
			CTSectPr annex = document.getDocument().getBody().getSectPr();
			assertThat(annex.getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
			XWPFTable table = document.getTables().get(document.getTables().size() - 1);
			assertThat(table.getRow(0).isRepeatHeader()).isTrue();
			assertThat(table.getRow(1).isRepeatHeader()).isTrue();
			assertThat(table.getRows().subList(2, table.getNumberOfRows())).isNotEmpty()
				.allMatch((row) -> row.isCantSplitRow());
			assertThat(styles(document)).containsKeys("Heading1", "Heading3", "BodyText");
			String said = new XWPFWordExtractor(document).getText();
			assertThat(said).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN\nPHƯỜNG YÊN SỞ",
					"Số:          /BC-UBND", "Kính gửi: Hội đồng nhân dân phường Yên Sở", "Nơi nhận:", "Phụ lục I");
			assertThat(java.text.Normalizer.isNormalized(said, java.text.Normalizer.Form.NFC)).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "YEAR", "MID_TERM" })
	void theAnnexIsReadAgainAsTheSamePlan(String kind) throws IOException {
		long plan = aPlan(1);
		approveYear(plan, 1);
		Proposal own = propose(
				get("/api/v1/plans/" + plan + "/export?format=docx").getResponse().getContentAsByteArray());
		Proposal read = propose(report(plan, "format=docx&kind=" + kind).getResponse().getContentAsByteArray());
		assertThat(targets(read)).isNotEmpty().isEqualTo(targets(own));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void oneMakesAConstantNumberOfStatements(int copies) throws Exception {
		long plan = aPlan(copies);
		approveYear(plan, copies);
		assertThat(StatementCounter.during(() -> get("/plans/" + plan + "/years/2026/report")))
			.filteredOn((statement) -> !statement.contains("SPRING_SESSION"))
			.hasSize(STATEMENTS);
	}

	@Test
	void thePageShowsTheTextAndLeadsToTheFiles() {
		long plan = aPlan(1);
		approveYear(plan, 1);
		assertThat(get("/plans/" + plan + "/years/2026/report?kind=MID_TERM")).hasStatusOk()
			.bodyText()
			.contains("Sơ kết giữa kỳ", "22 chỉ tiêu của giai đoạn",
					"/plans/" + plan + "/years/2026/report/file?format=docx&amp;kind=MID_TERM&amp;issuer=WARD_COUNCIL");
		assertThat(get("/wards/" + WARD + "/years/2026")).bodyText().contains("/plans/" + plan + "/years/2026/report");
		assertThat(get("/plans/" + plan + "/years/2026/report/file?format=docx")).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource({ "2026?format=odt,400,format", "2026,400,format", "2026?format=docx&kind=QUARTER,400,kind",
			"2026?format=docx&issuer=NOBODY,400,issuer", "2026?format=docx&asOf=31/12,400,asOf",
			"2031?format=docx,422,year" })
	void refusesWhatItCannotMake(String asked, int status, String field) throws Exception {
		long plan = aPlan(1);
		String[] parts = asked.split("\\?", 2);
		MvcTestResult answer = get("/api/v1/plans/" + plan + "/years/" + parts[0] + "/report"
				+ ((parts.length > 1) ? "?" + parts[1] : ""));
		assertThat(answer).hasStatus(status).contentType().isEqualTo("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
		assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
	}

	@Test
	void isForThoseWhoMaySeeThePlan() {
		assertThat(get("/api/v1/plans/999999/years/2026/report?format=docx")).hasStatus(404);
		assertThat(this.mvc.get().uri("/api/v1/plans/1/years/2026/report?format=docx")).hasStatus(401);
	}

	private Proposal propose(byte[] file) {
		return this.imports.propose(new WardCode(OTHER_WARD), file, ImportOptions.NONE, TestAccounts.adminActor());
	}

	private static Map<String, Object> targets(Proposal proposal) {
		return proposal.rows()
			.stream()
			.map(Proposal.Row::indicator)
			.collect(Collectors.toMap((row) -> row.no(),
					(row) -> List.of(row.name(), row.targets(), row.periodTargets())));
	}

	private ReportContent content(long plan, int year, ReportKind kind) {
		return this.maker.make(new ReportContent.Asked(plan, year, kind, Issuer.WARD_COUNCIL, (LocalDate) null),
				TestAccounts.delegateActor(WARD));
	}

	private static String text(ReportContent content) {
		return content.body().stream().map(Block::text).collect(Collectors.joining("\n"));
	}

	private XWPFDocument document(long plan, String kind) throws IOException {
		return new XWPFDocument(new ByteArrayInputStream(
				report(plan, "format=docx&kind=" + kind).getResponse().getContentAsByteArray()));
	}

	private MvcTestResult report(long plan, String query) {
		MvcTestResult answer = get("/api/v1/plans/" + plan + "/years/2026/report?" + query);
		assertThat(answer).hasStatusOk();
		return answer;
	}

	private static CTSectPr section(XWPFDocument document) {
		return document.getParagraphs()
			.stream()
			.map(XWPFParagraph::getCTP)
			.filter((paragraph) -> paragraph.isSetPPr() && paragraph.getPPr().isSetSectPr())
			.map((paragraph) -> paragraph.getPPr().getSectPr())
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, Long> styles(XWPFDocument document) {
		return document.getParagraphs()
			.stream()
			.filter((paragraph) -> paragraph.getStyle() != null)
			.collect(Collectors.groupingBy(XWPFParagraph::getStyle, Collectors.counting()));
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(TestAccounts.delegate(WARD)).exchange();
	}

}
