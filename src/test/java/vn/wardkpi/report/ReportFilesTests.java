package vn.wardkpi.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

import org.springframework.beans.factory.annotation.Autowired;
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
 * The same report to check by formulas and to keep.
 */
class ReportFilesTests extends DashboardTest {

	private static final String OTHER_WARD = "00613";

	@Autowired
	private PlanImport imports;

	private long plan;

	@BeforeEach
	void aYear() {
		this.plan = aPlan(1);
		approveYear(this.plan, 1);
	}

	@Test
	void theWorkbookHoldsNumbersAndFormulasThatAgreeWithThem() throws IOException {
		approve(this.plan, 2026, ReportingPeriod.FINAL, "2027-01-29T03:00:00Z",
				explained("5", ReportingPeriod.FINAL, "3.0", "=1+1", "@SUM(A1)"));
		try (XSSFWorkbook workbook = workbook()) {
			XSSFSheet annex = workbook.getSheetAt(0);
			assertThat(annex.getPaneInformation().isFreezePane()).isTrue();
			assertThat(annex.getPrintSetup().getLandscape()).isTrue();
			assertThat(annex.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
			assertThat(annex.getRepeatingRows()).isNotNull();
			Row revenue = row(annex, "1");
			assertThat(StreamSupport.stream(revenue.spliterator(), false)
				.filter((cell) -> cell.getCellType() == CellType.NUMERIC)
				.map(Cell::getNumericCellValue)).contains(10519.0, 1.06, 46497.8);
			FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
			Sheet checks = workbook.getSheet("Đối chiếu");
			int formulas = 0;
			for (Row row : checks) {
				for (Cell cell : row) {
					if (cell.getCellType() == CellType.FORMULA
							&& cell.getCachedFormulaResultType() == CellType.NUMERIC) {
						double written = cell.getNumericCellValue();
						assertThat(evaluator.evaluate(cell).getNumberValue()).as(cell.getCellFormula())
							.isCloseTo(written, org.assertj.core.data.Offset.offset(1e-9));
						formulas++;
					}
				}
			}
			assertThat(formulas).isGreaterThan(40);
			assertThat(texts(checks)).contains("Vượt", "Đạt", "Không đạt", "Chưa có số liệu", "Cộng");
			assertThat(texts(workbook.getSheet("Nguồn số liệu"))).contains("10.519,0", "28/01/2027");
			Sheet explanations = workbook.getSheet("Giải trình");
			assertThat(texts(explanations)).contains("=1+1", "@SUM(A1)");
			assertThat(StreamSupport.stream(explanations.spliterator(), false)
				.flatMap((row) -> StreamSupport.stream(row.spliterator(), false))
				.filter((cell) -> cell.toString().startsWith("=") || cell.toString().startsWith("@")))
				.allMatch((cell) -> cell.getCellType() == CellType.STRING && cell.getCellStyle().getQuotePrefixed());
		}
	}

	@Test
	void theWorkbookIsReadAgainAsTheSamePlan() {
		Proposal own = propose(get("/api/v1/plans/" + this.plan + "/export?format=xlsx"));
		assertThat(targets(propose(report("xlsx")))).isNotEmpty().isEqualTo(targets(own));
	}

	/** Every figure and verdict of the page stands in the text that can be searched. */
	@Test
	void theTextToKeepSaysWhatThePageSays() throws IOException {
		byte[] file = report("pdf").getResponse().getContentAsByteArray();
		try (PDDocument document = Loader.loadPDF(file)) {
			String text = text(document);
			List<String> said = Jsoup
				.parse(get("/plans/" + this.plan + "/years/2026/report").getResponse().getContentAsString())
				.select(".report-frame li, .report-frame h2, .report-frame h3")
				.eachText()
				.stream()
				.map((line) -> line.replaceAll("\\s+", ""))
				.toList();
			assertThat(said).hasSizeGreaterThan(30).allSatisfy((line) -> assertThat(text).contains(line));
			assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
			assertThat(document.getPage(0).getMediaBox().getWidth()).isLessThan(600);
			assertThat(document.getPage(document.getNumberOfPages() - 1).getMediaBox().getWidth()).isGreaterThan(800);
		}
	}

	@Test
	void itCanBeArchivedAndReadAloud() throws Exception {
		VeraGreenfieldFoundryProvider.initialise();
		byte[] file = report("pdf").getResponse().getContentAsByteArray();
		for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
			try (PDFAParser parser = Foundries.defaultInstance()
				.createParser(new ByteArrayInputStream(file), flavour)) {
				assertThat(Foundries.defaultInstance()
					.createValidator(flavour, false)
					.validate(parser)
					.getTestAssertions()
					.stream()
					.map(TestAssertion::getMessage)
					.distinct()).as(flavour.toString()).isEmpty();
			}
		}
	}

	/** Where the hand would sign, by name. */
	@Test
	void itHasAFieldForEachDigitalSignatureAndItsChartsInWords() throws IOException {
		try (PDDocument document = Loader.loadPDF(report("pdf").getResponse().getContentAsByteArray())) {
			List<PDField> fields = document.getDocumentCatalog().getAcroForm().getFields();
			assertThat(fields).singleElement()
				.isInstanceOf(PDSignatureField.class)
				.extracting(PDField::getAlternateFieldName)
				.isEqualTo("Chữ ký số: TM. ỦY BAN NHÂN DÂN CHỦ TỊCH");
			PDRectangle place = fields.get(0).getWidgets().get(0).getRectangle();
			assertThat(place.getHeight()).isBetween(50f, 70f);
			assertThat(place.getLowerLeftX()).isGreaterThan(200);
			assertThat(figures(document.getDocumentCatalog().getStructureTreeRoot().getKids())).isNotEmpty()
				.allSatisfy((words) -> assertThat(words).contains("năm 2026: mục tiêu", "thực hiện"));
			PDPage charts = document.getPage(document.getNumberOfPages() - 1);
			assertThat(charts.getResources().getXObjectNames()).isEmpty();
		}
	}

	private static List<String> figures(List<Object> kids) {
		return kids.stream()
			.filter(PDStructureElement.class::isInstance)
			.map(PDStructureElement.class::cast)
			.flatMap((one) -> Stream.concat(
					"Figure".equals(one.getStructureType()) ? Stream.of(one.getAlternateDescription()) : Stream.empty(),
					figures(one.getKids()).stream()))
			.toList();
	}

	/** Without the numbers of pages, and without blanks: a line may end anywhere. */
	private static String text(PDDocument document) throws IOException {
		StringBuilder text = new StringBuilder();
		for (int page = 1; page <= document.getNumberOfPages(); page++) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setStartPage(page);
			stripper.setEndPage(page);
			stripper.setSortByPosition(true);
			text.append(stripper.getText(document).strip().replaceFirst("^\\d+\\s*\\n|\\n\\d+$", "")).append('\n');
		}
		return text.toString().replaceAll("\\s+", "");
	}

	private XSSFWorkbook workbook() throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(report("xlsx").getResponse().getContentAsByteArray()));
	}

	private static Row row(Sheet sheet, String no) {
		return StreamSupport.stream(sheet.spliterator(), false)
			.filter((row) -> row.getCell(0) != null && row.getCell(0).toString().matches(no + "(\\.0)?"))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> texts(Sheet sheet) {
		return StreamSupport.stream(sheet.spliterator(), false)
			.flatMap((row) -> StreamSupport.stream(row.spliterator(), false))
			.filter((cell) -> cell.getCellType() == CellType.STRING)
			.map(Cell::getStringCellValue)
			.toList();
	}

	private Proposal propose(MvcTestResult file) {
		return this.imports.propose(new WardCode(OTHER_WARD), file.getResponse().getContentAsByteArray(),
				ImportOptions.NONE, TestAccounts.adminActor());
	}

	private static Map<String, Object> targets(Proposal proposal) {
		return proposal.rows()
			.stream()
			.map(Proposal.Row::indicator)
			.collect(Collectors.toMap((row) -> row.no(),
					(row) -> List.of(row.name(), row.targets(), row.periodTargets())));
	}

	private MvcTestResult report(String format) {
		MvcTestResult answer = get("/api/v1/plans/" + this.plan + "/years/2026/report?format=" + format);
		assertThat(answer).hasStatusOk();
		return answer;
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(TestAccounts.delegate(WARD)).exchange();
	}

}
