package vn.wardkpi.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.dashboard.DashboardTest;
import vn.wardkpi.planimport.PlanImport;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A report of chosen indicators, years and issuers; and supplementary targets, which
 * stand in a table of their own.
 */
class ChosenReportTests extends DashboardTest {

	private static final String PLAN = """
			no,parent,name,unit,role,decisive,direction,valueType,accumulation,bounded,baseline2025,period,t2026,t2027,leadUnits
			1,,Tỷ lệ bao phủ BHYT,%,COUNTED,,HIGHER_IS_BETTER,PERCENT,LAST,yes,"95,1%","96,5%",96%,"96,5%",Phòng Kinh tế
			2,,Sản phẩm OCOP,Sản phẩm,SUPPLEMENTARY,,HIGHER_IS_BETTER,COUNT,LAST,no,35,40,,,Phòng Kinh tế
			3,,Việc làm trong năm,Người,SUPPLEMENTARY,,HIGHER_IS_BETTER,COUNT,EVERY_YEAR,no,,2.000,2.000,2.000,Phòng Kinh tế
			""";

	@Autowired
	private PlanImport imports;

	@Test
	void isOfWhatWasChosenAndNothingElse() throws IOException {
		long plan = aPlan(1);
		approveYear(plan, 1);
		String chosen = "/years/2026/report?kind=AD_HOC&indicators=2&indicators=3&indicators=17&years=2026&years=2027";
		Document page = page("/plans/" + plan + chosen);
		assertThat(page.select(".report-name").text())
			.contains("một số chỉ tiêu phát triển kinh tế - xã hội năm 2026, 2027 của phường Yên Sở");
		assertThat(page.select(".report-frame li").eachText())
			.anySatisfy((line) -> assertThat(line)
				.startsWith("Năm 2026, trong 3 chỉ tiêu được chọn do Hội đồng nhân dân phường Yên Sở giao: "))
			.anySatisfy((line) -> assertThat(line).contains("96,9%", "so với chỉ tiêu giao"))
			.noneSatisfy((line) -> assertThat(line).contains("10.519"));
		assertThat(page.select("a[href*=format]").eachAttr("href"))
			.allSatisfy((address) -> assertThat(address).contains("indicators=17", "years=2027"));
		try (XWPFDocument document = word(page.select("a[href*=docx]").attr("href"))) {
			XWPFTable annex = document.getTables().get(document.getTables().size() - 1);
			assertThat(numbers(annex)).contains("2", "2.1", "3", "17").doesNotContain("1", "4", "20");
			String said = new XWPFWordExtractor(document).getText();
			assertThat(said).contains("Năm 2026, theo chỉ tiêu Hội đồng nhân dân phường Yên Sở giao")
				.doesNotContain("NGUY CƠ");
		}
		assertThat(get("/api/v1/plans/" + plan + chosen + "&format=pdf")).hasStatusOk();
		assertThat(get("/api/v1/plans/" + plan + chosen + "&format=xlsx&issuers=CITY&issuers=WARD_COUNCIL"))
			.hasStatusOk();
	}

	@Test
	void onePageLeadsToIt() {
		long plan = aPlan(1);
		Document page = page("/plans/" + plan + "/years/2026/report/choose");
		assertThat(page.select("input[name=indicators]")).hasSizeGreaterThan(21);
		assertThat(page.select("input[name=years][checked]").eachAttr("value")).containsExactly("2026");
		assertThat(page.select("label[for=issuer-CITY]").text()).isEqualTo("Thành phố");
		assertThat(page("/plans/" + plan + "/years/2026/report").select("a[href$=choose]")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "kind=AD_HOC&indicators=99, 422, indicators", "kind=AD_HOC&years=2031, 422, years",
			"kind=YEAR&indicators=3, 422, kind", "kind=AD_HOC&years=x, 400, years" })
	void refusesWhatThePlanDoesNotHave(String query, int status, String field) {
		long plan = aPlan(1);
		assertThat(get("/api/v1/plans/" + plan + "/years/2026/report?format=docx&" + query)).hasStatus(status)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.asString()
			.startsWith(field);
	}

	@Test
	void supplementaryTargetsStandInATableOfTheirOwn() throws IOException {
		long plan = withSupplementary();
		String text = page("/plans/" + plan + "/years/2026/report").select(".report-frame").text();
		assertThat(text).contains("Năm 2026, Hội đồng nhân dân phường Yên Sở giao 1 chỉ tiêu.",
				"nội dung kế hoạch còn nêu 2 mục tiêu, không tính vào kết quả chung");
		try (XWPFDocument document = word("/plans/" + plan + "/years/2026/report/file?format=docx")) {
			List<XWPFTable> tables = document.getTables();
			assertThat(numbers(tables.get(tables.size() - 2))).containsExactly("1");
			XWPFTable own = tables.get(tables.size() - 1);
			assertThat(numbers(own)).containsExactly("2", "3");
			assertThat(own.getText()).contains("1.800", "2.000", "90,00%", "Không đạt");
			assertThat(new XWPFWordExtractor(document).getText()).contains("Phụ lục II",
					"MỤC TIÊU NÊU TRONG NỘI DUNG KẾ HOẠCH");
		}
		try (XSSFWorkbook workbook = new XSSFWorkbook(
				new ByteArrayInputStream(bytes("/plans/" + plan + "/years/2026/report/file?format=xlsx")))) {
			assertThat(workbook.getSheet("Phụ lục II")).isNotNull();
		}
	}

	/** With what they are. */
	@ParameterizedTest
	@ValueSource(strings = { "docx", "xlsx" })
	void bothTablesAreReadAgainAsTheSamePlan(String format) {
		long plan = withSupplementary();
		Proposal read = this.imports.propose(new WardCode("00613"),
				bytes("/plans/" + plan + "/years/2026/report/file?format=" + format), ImportOptions.NONE,
				TestAccounts.adminActor());
		assertThat(read.rows().stream().map((row) -> row.indicator().no() + " " + row.indicator().role()))
			.containsExactly("1 COUNTED", "2 SUPPLEMENTARY", "3 SUPPLEMENTARY");
	}

	private static List<String> numbers(XWPFTable table) {
		return table.getRows()
			.stream()
			.map((row) -> row.getCell(0).getText())
			.filter((text) -> text.matches("[\\d.]+"))
			.toList();
	}

	private long withSupplementary() {
		MvcTestResult stored = this.mvc.post()
			.uri("/api/v1/wards/" + WARD + "/plans/import?fromYear=2026&toYear=2027&decisionNumber=1/NQ-HĐND"
					+ "&decisionDate=2026-01-02")
			.multipart()
			.file(new MockMultipartFile("file", "ke-hoach.csv", "text/csv", PLAN.getBytes(StandardCharsets.UTF_8)))
			.with(TestAccounts.admin())
			.exchange();
		long plan = ((Number) JsonPath.read(body(stored), "$.planId")).longValue();
		approve(plan, 2026, ReportingPeriod.FINAL, "2027-01-28T03:00:00Z", actual("1", ReportingPeriod.FINAL, "96"),
				actual("2", ReportingPeriod.FINAL, "37"), actual("3", ReportingPeriod.FINAL, "1800"));
		return plan;
	}

	private XWPFDocument word(String address) throws IOException {
		return new XWPFDocument(new ByteArrayInputStream(bytes(address)));
	}

	private byte[] bytes(String address) {
		MvcTestResult answer = get(address);
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsByteArray();
	}

	private Document page(String address) {
		MvcTestResult answer = get(address);
		assertThat(answer).hasStatusOk();
		return Jsoup.parse(body(answer));
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(TestAccounts.delegate(WARD)).exchange();
	}

}
