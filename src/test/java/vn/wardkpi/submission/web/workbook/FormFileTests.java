package vn.wardkpi.submission.web.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import vn.wardkpi.submission.SamplePlan;
import vn.wardkpi.submission.SubmissionTest;
import vn.wardkpi.support.StatementCounter;
import vn.wardkpi.support.TestAccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * A form's workbook as an office fills it in, and everything that may come back instead.
 */
class FormFileTests extends SubmissionTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void theFileHasFiguresAsNumbersTargetsAndTheYearBefore() throws Exception {
		official().enters("17", "6,0");
		try (XSSFWorkbook workbook = open(download("van-hoa"))) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains("2026");
			assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Phòng Văn hóa");
			Row row = row(sheet, "17");
			assertThat(text(row, "NAME")).isEqualTo("Tỷ lệ trẻ em suy dinh dưỡng");
			assertThat(text(row, "BEFORE")).isEqualTo("6,2%");
			assertThat(cell(row, "TARGET").getNumericCellValue()).isEqualTo(6.1);
			assertThat(cell(row, "VALUE").getCellType()).isEqualTo(CellType.NUMERIC);
			assertThat(cell(row, "VALUE").getNumericCellValue()).isEqualTo(6.0);
			assertThat(sheet.getProtect()).isTrue();
			assertThat(cell(row, "VALUE").getCellStyle().getLocked()).isFalse();
			assertThat(cell(row, "TARGET").getCellStyle().getLocked()).isTrue();
			assertThat(sheet.isColumnHidden(keys(sheet))).isTrue();
			assertThat(sheet.getDataValidations()).hasSize(1);
			assertThat(sheet.getDataValidations().get(0).getValidationConstraint().getExplicitListValues())
				.containsExactly("Vượt", "Đạt", "Không đạt");
		}
	}

	@Test
	void figuresOfTheFileAreShownAndThenStoredByTheSheet() throws Exception {
		official().enters("17", "6,0");
		byte[] filled = fill("van-hoa", (sheet) -> {
			number(sheet, "17", "VALUE", 5.9);
			number(sheet, "2.1", "NUMERATOR", 12);
			number(sheet, "2.1", "DENOMINATOR", 18);
			put(sheet, "23", "VALUE", "Đạt");
			put(sheet, "23", "NOTE", "Quyết định 12/QĐ-UBND");
			put(sheet, "2.2", "NO_DATA", "Chưa đến kỳ thống kê");
		});
		Document page = preview("van-hoa", filled);
		assertThat(page.select("tbody tr td.no").eachText()).containsExactly("2.1", "2.2", "17", "23");
		assertThat(page.select("tbody tr").get(2).text()).contains("6,0", "5,9");
		assertThat(this.jdbc
			.sql("select count(*) from actual a join indicator i on i.id = a.indicator_id " + "where i.plan_id = ?")
			.param(this.plan.planId())
			.query(Integer.class)
			.single()).isEqualTo(1);

		assertThat(store("van-hoa", page, "2.1", "2.2", "17", "23")).hasStatus3xxRedirection();
		Document sheet = sheet("van-hoa");
		assertThat(sheet.select("#c-17-value").val()).isEqualTo("5,9");
		assertThat(sheet.select("#c-2-1-numerator").val()).isEqualTo("12");
		assertThat(sheet.select("#c-2-1 .verdict").text()).contains("Đạt");
		assertThat(sheet.select("#c-23-achieved option[selected]").val()).isEqualTo("MET");
		assertThat(sheet.select("#c-23-note").text()).isEqualTo("Quyết định 12/QĐ-UBND");
		assertThat(sheet.select("#c-2-2 .no-data-answer").text()).contains("Chưa đến kỳ thống kê");
		assertThat(preview("van-hoa", filled).select("tbody tr")).isEmpty();
	}

	@Test
	void onlyTickedRowsAreStoredAndWrongOnesAreAskedBackOnTheSheet() throws Exception {
		Document page = preview("kinh-te", fill("kinh-te", (sheet) -> {
			number(sheet, "1", "VALUE", 9923.5);
			number(sheet, "7", "VALUE", 101);
			put(sheet, "1.1", "VALUE", "7082.5");
		}));
		assertThat(page.select("input[name=chosen]").eachAttr("value")).containsExactly("1", "1.1", "7");

		MvcTestResult stored = store("kinh-te", page, "1", "1.1");
		assertThat(stored).hasStatus(422);
		Document sheet = Jsoup.parse(stored.getResponse().getContentAsString());
		assertThat(sheet.select("#c-1 .saved")).isNotEmpty();
		assertThat(sheet.select("#c-1-1 .suggestion").text()).isEqualTo("7.082,5");
		assertThat(sheet.select("#c-7-value").val()).isEmpty();
	}

	@Test
	void whatSomebodyChangedMeanwhileIsNeitherLostNorOverwritten() throws Exception {
		official().enters("17", "6,0").enters("2.2", "1");
		byte[] untouched = download("van-hoa");
		byte[] filled = edit(untouched, (sheet) -> number(sheet, "17", "VALUE", 5.8));
		official().enters("17", "5,9").enters("2.2", "2");

		Document page = preview("van-hoa", filled);
		assertThat(page.select("tbody tr td.no").eachText()).containsExactly("17");
		assertThat(page.select("tbody tr .is-unsure").text()).contains("đã được sửa");
		assertThat(store("van-hoa", page, "17")).hasStatus(409);
		assertThat(sheet("van-hoa").select("#c-17-value").val()).isEqualTo("5,9");
		assertThat(sheet("van-hoa").select("#c-2-2-value").val()).isEqualTo("2");
	}

	@Test
	void rowsAreFoundByTheirKeysWhereverTheyStand() throws Exception {
		byte[] filled = fill("van-hoa", (sheet) -> {
			number(sheet, "17", "VALUE", 5.9);
			number(sheet, "2.2", "VALUE", 1);
			int last = sheet.getLastRowNum();
			Row sorted = row(sheet, "17");
			int at = sorted.getRowNum();
			sheet.shiftRows(at, at, last + 3 - at);
			sheet.removeRow(row(sheet, "2.1"));
			Row inserted = sheet.createRow(last + 8);
			inserted.createCell(column(sheet, "NAME")).setCellValue("Chỉ tiêu tự thêm");
			inserted.createCell(column(sheet, "VALUE")).setCellValue(7);
		});
		Document page = preview("van-hoa", filled);
		assertThat(page.select("tbody tr td.no").eachText()).containsExactly("2.2", "17");
		assertThat(page.select("main form ul").text()).contains("Không có trong tệp, giữ nguyên: 2.1",
				"không phải dòng của biểu, bỏ qua: Chỉ tiêu tự thêm");
	}

	@Test
	void whatContradictsItsRowIsLeftOutAndSaid() throws Exception {
		byte[] other = fill("kinh-te", (sheet) -> number(sheet, "7", "VALUE", 99));
		String foreign = keyOf(other, "7");
		byte[] filled = fill("van-hoa", (sheet) -> {
			number(sheet, "17", "VALUE", 5.9);
			put(sheet, "17", "NAME", "Tỷ lệ hộ được cung cấp nước sạch");
			number(sheet, "2.1", "VALUE", 70);
			row(sheet, "2.1").getCell(keys(sheet)).setCellValue(keyText(sheet, "2.1").replace(":2.1:", ":2.2:"));
			number(sheet, "23", "NUMERATOR", 5);
			row(sheet, "23").getCell(keys(sheet)).setCellValue(foreign);
		});
		Document page = preview("van-hoa", filled);
		assertThat(page.select("tbody tr")).isEmpty();
		assertThat(page.select("main form ul").text())
			.contains("không khớp với chỉ tiêu của dòng, bỏ qua: 17 Tỷ lệ hộ được cung cấp nước sạch")
			.contains("mã ẩn đã bị sửa, bỏ qua: 2.1 Tỷ lệ trường đạt chuẩn")
			.contains("Dòng của phiếu khác, bỏ qua: 23");
	}

	@Test
	void aRowThatStandsTwiceIsLeftOutBothTimes() throws Exception {
		Document page = preview("van-hoa", fill("van-hoa", (sheet) -> {
			number(sheet, "17", "VALUE", 5.9);
			Row copy = sheet.createRow(sheet.getLastRowNum() + 1);
			row(sheet, "17").forEach((cell) -> {
				Cell into = copy.createCell(cell.getColumnIndex());
				if (cell.getCellType() == CellType.NUMERIC) {
					into.setCellValue(cell.getNumericCellValue());
				}
				else {
					into.setCellValue(cell.getStringCellValue());
				}
			});
		}));
		assertThat(page.select("tbody tr")).isEmpty();
		assertThat(page.select("main form ul").text()).contains("nhiều dòng cùng một chỉ tiêu", ": 17.");
	}

	@Test
	void formulasCountByTheirResultAndOtherCellsAsTheyAreShown() throws Exception {
		Document page = preview("kinh-te", fill("kinh-te", (sheet) -> {
			cell(row(sheet, "1"), "VALUE").setCellFormula("7082.5+2841");
			sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
			put(sheet, "1.1", "VALUE", "7 tỷ 82 triệu");
			Cell share = cell(row(sheet, "7"), "VALUE");
			share.setCellValue(0.983);
			var style = sheet.getWorkbook().createCellStyle();
			style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0.0%"));
			share.setCellStyle(style);
		}));
		assertThat(page.select("tbody tr").eachText()).satisfiesExactly(
				(line) -> assertThat(line).contains("Ô có công thức", "9.923,5"),
				(line) -> assertThat(line).contains("7 tỷ 82 triệu"), (line) -> assertThat(line).contains("98,3%"));
	}

	@Test
	void datesErrorsAndUncomputedFormulasAreNoFigures() throws Exception {
		Document page = preview("kinh-te", fill("kinh-te", (sheet) -> {
			Cell date = cell(row(sheet, "7"), "VALUE");
			date.setCellValue(46374);
			var style = sheet.getWorkbook().createCellStyle();
			style.setDataFormat((short) 0x0e);
			date.setCellStyle(style);
			cell(row(sheet, "1"), "VALUE").setCellFormula("1+1");
			cell(row(sheet, "1.1"), "VALUE").setCellErrorValue((byte) 23);
			cell(row(sheet, "13"), "VALUE").setCellValue(true);
		}));
		assertThat(page.select("tbody tr")).isEmpty();
		assertThat(page.select("main form ul").text()).contains("ngày tháng (như 12/18), bỏ qua: 7.")
			.contains("chưa được tính, bỏ qua: 1.")
			.contains("báo lỗi hoặc không phải số, bỏ qua: 1.1; 13.");
	}

	@Test
	void anEmptiedCellKeepsWhatIsStored() throws Exception {
		official().enters("17", "6,0");
		Document page = preview("van-hoa", fill("van-hoa", (sheet) -> cell(row(sheet, "17"), "VALUE").setBlank()));
		assertThat(page.select("tbody tr")).isEmpty();
		assertThat(page.select("main form ul").text()).contains("giữ nguyên số đang có: 17.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/plans/$ELSEWHERE/entry/2026/FINAL/van-hoa | kế hoạch hoặc phường khác
			/plans/$PLAN/entry/2027/FINAL/van-hoa      | kỳ báo cáo hoặc năm khác
			/plans/$PLAN/entry/2026/ESTIMATE/van-hoa   | kỳ báo cáo hoặc năm khác
			/plans/$PLAN/entry/2026/FINAL/kinh-te      | đơn vị khác
			""")
	void aFileOfAnotherFormIsRefused(String from, String why) throws Exception {
		SamplePlan elsewhere = SamplePlan.store(this.jdbc, this.plans);
		String address = from.replace("$ELSEWHERE", String.valueOf(elsewhere.planId()))
			.replace("$PLAN", String.valueOf(this.plan.planId()));
		var clerk = from.contains("ELSEWHERE") ? elsewhere.official("an") : this.official;
		byte[] file = this.mvc.get()
			.uri(address + "/form.xlsx")
			.with(TestAccounts.as(clerk))
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		MvcTestResult sent = send("van-hoa", "phieu.xlsx", file);
		assertThat(sent).hasStatus(422);
		assertThat(Jsoup.parse(sent.getResponse().getContentAsString()).select("#refusal").text()).contains(why);
	}

	@Test
	void whatIsNoFormIsRefusedWithWhatToDo() throws Exception {
		byte[] tampered = fill("van-hoa", (sheet) -> sheet.forEach((row) -> row.forEach((cell) -> {
			if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().startsWith("ward-kpi:1:")) {
				cell.setCellValue(cell.getStringCellValue().replace("van-hoa", "kinh-te"));
			}
		})));
		assertRefused(422, "Mã ẩn của biểu đã bị sửa", "phieu.xlsx", tampered);
		assertRefused(422, "không phải biểu của chương trình", "phieu.xlsx", plain());
		assertRefused(415, "không phải tệp Excel .xlsx", "phieu.xlsx", "TT;Chỉ tiêu".getBytes(StandardCharsets.UTF_8));
		assertRefused(415, "không phải tệp Excel .xlsx", "phieu.xls", download("van-hoa"));
		assertRefused(413, "lớn quá", "phieu.xlsx", new byte[3 * 1024 * 1024]);
		assertRefused(422, "Chưa chọn tệp", "", new byte[0]);
		byte[] half = download("van-hoa");
		assertRefused(415, "hỏng", "phieu.xlsx", Arrays.copyOf(half, half.length / 2));
	}

	@Test
	void aFileThatInflatesIsRefused() throws Exception {
		byte[] bomb = fill("van-hoa", (sheet) -> {
			String line = "0123456789".repeat(3000);
			for (int i = 0; i < 400; i++) {
				sheet.createRow(100 + i).createCell(0).setCellValue(line + i);
			}
		});
		assertThat(bomb.length).isLessThan(2 * 1024 * 1024);
		assertRefused(413, "lớn quá", "phieu.xlsx", bomb);
	}

	@Test
	void aLockedFormGivesAFileInWhichNothingIsOpen() throws Exception {
		byte[] filled = fill("van-hoa", (sheet) -> number(sheet, "17", "VALUE", 5.9));
		official().enters("17", "6,0").submits("van-hoa");
		try (XSSFWorkbook workbook = open(download("van-hoa"))) {
			Row row = row(workbook.getSheetAt(0), "17");
			assertThat(cell(row, "VALUE").getCellStyle().getLocked()).isTrue();
		}
		Document page = preview("van-hoa", filled);
		assertThat(page.select("main form ul").text()).contains("Ô đang khóa, không ghi: 17.");
		assertThat(page.select("main section").text()).contains("biểu này chỉ để xem").doesNotContain("đưa lên ở dưới");
	}

	@Test
	void aFileCostsAsManyStatementsForManyRowsAsForFew() throws Exception {
		SamplePlan large = SamplePlan.store(this.jdbc, this.plans, 60);
		assertThat(statements(large)).isEqualTo(statements(this.plan)).isLessThanOrEqualTo(11);
	}

	private int statements(SamplePlan of) throws Exception {
		return StatementCounter
			.during(() -> assertThat(this.mvc.get()
				.uri("/plans/" + of.planId() + "/entry/2026/FINAL/van-hoa/form.xlsx")
				.with(TestAccounts.as(of.official("an")))).hasStatusOk())
			.size();
	}

	private void assertRefused(int status, String why, String name, byte[] content) throws Exception {
		MvcTestResult sent = send("van-hoa", name, content);
		assertThat(sent).hasStatus(status);
		assertThat(Jsoup.parse(sent.getResponse().getContentAsString()).select("#refusal").text()).contains(why);
	}

	private static byte[] plain() throws Exception {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			workbook.createSheet().createRow(0).createCell(0).setCellValue("Báo cáo");
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private byte[] download(String unit) {
		MvcTestResult file = this.mvc.get()
			.uri(uri(unit) + "/form.xlsx")
			.with(TestAccounts.as(this.official))
			.exchange();
		assertThat(file).hasStatusOk()
			.hasHeader("Content-Disposition", "attachment; filename=\"phieu-" + unit + "-chinh-thuc-nam-2026.xlsx\"");
		return file.getResponse().getContentAsByteArray();
	}

	private byte[] fill(String unit, Consumer<XSSFSheet> clerk) throws Exception {
		return edit(download(unit), clerk);
	}

	private static byte[] edit(byte[] content, Consumer<XSSFSheet> clerk) throws Exception {
		try (XSSFWorkbook workbook = open(content); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			clerk.accept(workbook.getSheetAt(0));
			workbook.write(out);
			return out.toByteArray();
		}
	}

	private static XSSFWorkbook open(byte[] content) throws Exception {
		return new XSSFWorkbook(new ByteArrayInputStream(content));
	}

	private static int column(XSSFSheet sheet, String name) {
		for (Row row : sheet) {
			for (Cell cell : row) {
				if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(name)) {
					return cell.getColumnIndex();
				}
			}
		}
		throw new AssertionError("no column " + name);
	}

	private static int keys(XSSFSheet sheet) {
		return column(sheet, FilledForm.HEADING);
	}

	private static Row row(XSSFSheet sheet, String no) {
		for (Row row : sheet) {
			Cell key = row.getCell(keys(sheet));
			if (key != null && key.getStringCellValue().matches(".*:[a-z-]+:" + no + ":\\d+:.*")) {
				return row;
			}
		}
		throw new AssertionError("no row " + no);
	}

	private static String keyText(XSSFSheet sheet, String no) {
		return row(sheet, no).getCell(keys(sheet)).getStringCellValue();
	}

	private static String keyOf(byte[] content, String no) throws Exception {
		try (XSSFWorkbook workbook = open(content)) {
			return keyText(workbook.getSheetAt(0), no);
		}
	}

	private static Cell cell(Row row, String column) {
		return row.getCell(column((XSSFSheet) row.getSheet(), column));
	}

	private static String text(Row row, String column) {
		return cell(row, column).getStringCellValue();
	}

	private static void number(XSSFSheet sheet, String no, String column, double value) {
		cell(row(sheet, no), column).setCellValue(value);
	}

	private static void put(XSSFSheet sheet, String no, String column, String value) {
		cell(row(sheet, no), column).setCellValue(value);
	}

	private Document preview(String unit, byte[] content) throws Exception {
		MvcTestResult result = send(unit, "phieu.xlsx", content);
		assertThat(result).hasStatusOk();
		return Jsoup.parse(result.getResponse().getContentAsString());
	}

	private MvcTestResult send(String unit, String name, byte[] content) {
		return this.mvc.post()
			.uri(uri(unit) + "/form-file")
			.multipart()
			.file(new MockMultipartFile("file", name, "application/octet-stream", content))
			.with(TestAccounts.as(this.official))
			.with(csrf())
			.exchange();
	}

	private MvcTestResult store(String unit, Document preview, String... chosen) {
		Map<String, String> fields = new HashMap<>();
		preview.select("main form input[type=hidden]").forEach((one) -> fields.put(one.attr("name"), one.val()));
		fields.remove("_csrf");
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(uri(unit));
		fields.forEach(request::param);
		List.of(chosen).forEach((no) -> request.param("chosen", no));
		return request.param("action", "save").with(TestAccounts.as(this.official)).with(csrf()).exchange();
	}

	private Document sheet(String unit) throws Exception {
		return Jsoup.parse(this.mvc.get()
			.uri(uri(unit))
			.with(TestAccounts.as(this.official))
			.exchange()
			.getResponse()
			.getContentAsString());
	}

	private String uri(String unit) {
		return "/plans/" + this.plan.planId() + "/entry/2026/FINAL/" + unit;
	}

}
