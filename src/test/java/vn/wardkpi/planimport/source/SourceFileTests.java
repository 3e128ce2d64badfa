package vn.wardkpi.planimport.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SourceFileTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "null", textBlock = """
			0.667               | 0.0%                        | 66,7%     | null
			0.66700000000000004 | 0.0%                        | 66,7%     | null
			0.66666             | 0.0%                        | 66,7%     | 66,666%
			1                   | 0%                          | 100%      | null
			0.98                | 0.0%                        | 98,0%     | null
			0.0615              | 0.0%                        | 6,2%      | 6,15%
			9923.5              | #,##0.0                     | 9.923,5   | null
			9923.5              | General                     | 9923,5    | null
			0.30000000000000004 | General                     | 0,3       | null
			1073                | #,##0.0                     | 1.073,0   | null
			1E+2                | General                     | 100       | null
			-3.2                | #,##0.0;(#,##0.0)           | (3,2)     | null
			12.5                | 0.0" tỷ"                    | 12,5 tỷ   | null
			0                   | #,##0                       | 0         | null
			1234567             | #,##0,                      | 1.235     | 1234,567
			0                   | _-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_- | - | null
			""")
	void showsNumbersAsTheOfficeSeesThem(String raw, String format, String text, String full) {
		CellDisplay display = CellDisplay.of(raw, 164, format, false);
		assertThat(display.text()).isEqualTo(text);
		assertThat(display.full()).isEqualTo(full);
	}

	@Test
	void saysThatAZeroShownAsADashIsNoTarget() {
		assertThat(CellDisplay.of("0", 164, "#,##0;-#,##0;\"-\"", false).hiddenZero()).isTrue();
	}

	@Test
	void readsWhatIsSeenAndSaysWhatIsHidden() {
		SourceFile file = SourceFile.read(workbook((book) -> {
			Sheet sheet = book.createSheet("Phụ lục I");
			book.setSheetHidden(book.getSheetIndex(book.createSheet("Nháp")), true);
			text(sheet, 0, "TT", "Nội dung", "Năm 2026", "Ẩn");
			text(sheet, 1, "1", "Tỷ le\u0323\u0302 hộ\u00a0dân   ", "96%", "x");
			text(sheet, 2, "2", "Dòng ẩn", "1", "x");
			Objects.requireNonNull(sheet.getRow(2)).setZeroHeight(true);
			sheet.setColumnHidden(3, true);
			Cell formula = Objects.requireNonNull(sheet.getRow(1)).createCell(4);
			formula.setCellFormula("0.5+0.25");
			CellStyle percent = book.createCellStyle();
			percent.setDataFormat(book.createDataFormat().getFormat("0%"));
			formula.setCellStyle(percent);
			book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(formula);
			text(sheet, 4, "Gộp", null, null, null);
			sheet.addMergedRegion(new CellRangeAddress(4, 5, 0, 1));
		}));
		SourceTable table = file.tables().get(0);
		assertThat(table.sheet()).isEqualTo("Phụ lục I");
		assertThat(table.rows()).extracting(SourceRow::number).containsExactly(1, 2, 5, 6);
		assertThat(table.rows().get(1).cell(1).text()).isEqualTo("Tỷ lệ hộ dân");
		assertThat(table.rows().get(1).cell(4).text()).isEqualTo("75%");
		assertThat(table.rows().get(3).cell(1)).satisfies((cell) -> {
			assertThat(cell.text()).isEqualTo("Gộp");
			assertThat(cell.continued()).isTrue();
		});
		assertThat(table.rows().get(2).texts()).containsExactly("Gộp");
		assertThat(file.problems()).extracting((problem) -> problem.problem().code())
			.contains("import-hidden-sheet", "import-hidden-row", "import-hidden-column");
	}

	/** Their entries say how long they are behind their contents, in eight bytes. */
	@Test
	void readsWorkbooksThatProgramsWriteAsAStream() throws IOException {
		try (SXSSFWorkbook book = new SXSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			book.createSheet("Phụ lục").createRow(0).createCell(0).setCellValue("Chỉ tiêu");
			book.write(out);
			assertThat(SourceFile.read(out.toByteArray()).tables().get(0).rows().get(0).texts())
				.containsExactly("Chỉ tiêu");
		}
	}

	@Test
	void readsWordTablesByContentWhateverTheFileIsCalled() {
		SourceFile file = SourceFile.read(document((document) -> {
			XWPFTable table = document.createTable(2, 3);
			table.getRow(0).getCell(0).setText("TT");
			table.getRow(0).getCell(1).setText("Nội dung");
			table.getRow(1).getCell(1).setText("Thu ngân sách");
			table.getRow(1).getCell(1).addParagraph().createRun().setText("trên địa bàn");
		}));
		assertThat(file.tables().get(0).rows().get(1).cell(1).lines()).containsExactly("Thu ngân sách", "trên địa bàn");
		assertThat(file.tables().get(0).sheet()).isEqualTo("Bảng 1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			UTF-8    | ;
			UTF-8    | ,
			UTF-16LE | ;
			UTF-16BE | ,
			""")
	void readsTextFilesAsSpreadsheetProgramsSaveThem(String charset, String delimiter) {
		String text = "\ufeffTT;Nội dung;Năm 2026\n1;\"Thu; chi\";\"9.923,5\"\n".replace(";", delimiter);
		SourceFile file = SourceFile.read(text.getBytes(java.nio.charset.Charset.forName(charset)));
		assertThat(file.tables().get(0).rows().get(1).cells()).extracting(SourceCell::text)
			.containsExactly("1", "Thu" + delimiter + " chi", "9.923,5");
	}

	@Test
	void readsTabsBetweenCells() {
		SourceFile file = SourceFile
			.read("TT\tNội dung\tNăm 2026\n1\tThu, chi\t9.923,5\n".getBytes(StandardCharsets.UTF_8));
		assertThat(file.tables().get(0).rows().get(1).cells()).extracting(SourceCell::text)
			.containsExactly("1", "Thu, chi", "9.923,5");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			TCVN3 | Tû lÖ hé nghÌo gi¶m cßn;§¬n vÞ tÝnh;Thu ng©n s¸ch nhµ n­íc trªn ®Þa bµn
			VNI   | Tyû leä hoä ngheøo giaûm coøn;Ñôn vò tính;Thu ngaân saùch nhaø nöôùc treân ñòa baøn
			""")
	void convertsOldEncodingsAndSaysSo(String encoding, String text) {
		for (byte[] content : List.of(text.getBytes(StandardCharsets.ISO_8859_1),
				workbook((book) -> text(book.createSheet("Bieu"), 0, text.split(";", -1))))) {
			SourceFile file = SourceFile.read(content);
			assertThat(file.tables().get(0).rows().get(0).cells()).extracting(SourceCell::text)
				.containsExactly("Tỷ lệ hộ nghèo giảm còn", "Đơn vị tính", "Thu ngân sách nhà nước trên địa bàn");
			assertThat(file.problems()).singleElement().satisfies((found) -> {
				assertThat(found.problem().code()).isEqualTo("import-legacy-converted");
				assertThat(found.problem().arguments()).contains(encoding);
			});
		}
	}

	@Test
	void refusesWhatIsNoAnnexAndSaysWhatToDo() throws IOException {
		assertRefused(new byte[0], Kind.INVALID, "import.file-empty");
		assertRefused(new byte[SourceFile.MOST_BYTES + 1], Kind.TOO_LARGE, "import.file-too-large");
		assertRefused("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), Kind.UNSUPPORTED, "import.file-pdf");
		assertRefused("{\\rtf1 x".getBytes(StandardCharsets.UTF_8), Kind.UNSUPPORTED, "import.file-old-word");
		assertRefused("<html><table>".getBytes(StandardCharsets.UTF_8), Kind.UNSUPPORTED, "import.file-old-excel");
		assertRefused(new byte[] { 'G', 'I', 'F', 0, 1, 2 }, Kind.UNSUPPORTED, "import.file-unknown");
		assertRefused(new byte[] { 'a', (byte) 0xe1, (byte) 0xff }, Kind.UNSUPPORTED, "import.file-not-utf8");
		assertRefused(zip("a.txt", "x"), Kind.UNSUPPORTED, "import.file-unknown");
		assertRefused(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), Kind.UNSUPPORTED,
				"import.file-open-document");
		assertRefused(zip("xl/workbook.xml", "<workbook"), Kind.UNSUPPORTED, "import.file-broken");
		assertRefused(oldWorkbook(), Kind.UNSUPPORTED, "import.file-old-excel");
		assertRefused(encrypted(), Kind.UNSUPPORTED, "import.file-encrypted");
	}

	@Test
	void refusesFilesThatInflateBeyondMeasure() throws IOException {
		byte[] bomb = changed("xl/worksheets/sheet1.xml",
				(xml) -> xml.replace("<sheetData>", "<sheetData>" + " ".repeat(45_000_000)));
		assertThat(bomb.length).isLessThan(200_000);
		assertRefused(bomb, Kind.TOO_LARGE, "import.file-inflates");
	}

	@Test
	void opensNoExternalEntities() throws IOException {
		String doctype = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>";
		for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml")) {
			byte[] hostile = changed(part, (xml) -> {
				int root = xml.indexOf('<', xml.indexOf("?>") + 2);
				String with = xml.substring(0, root) + doctype + xml.substring(root);
				return with.replace("</t>", "&secret;</t>").replace("</v>", "&secret;</v>");
			});
			assertThatExceptionOfType(RefusedException.class).as(part)
				.isThrownBy(() -> SourceFile.read(hostile))
				.satisfies((refused) -> assertThat(refused.code()).isEqualTo("import.file-broken"));
		}
	}

	@Test
	void readsNoMoreRowsAndColumnsThanAnAnnexHas() {
		assertRefused("1;2\n".repeat(SourceTable.MOST_ROWS + 1).getBytes(StandardCharsets.UTF_8), Kind.TOO_LARGE,
				"import.too-many-rows");
		assertRefused("1;".repeat(SourceTable.MOST_COLUMNS + 1).concat("1").getBytes(StandardCharsets.UTF_8),
				Kind.TOO_LARGE, "import.too-many-columns");
	}

	private static void assertRefused(byte[] content, Kind kind, String code) {
		assertThatExceptionOfType(RefusedException.class).as(code)
			.isThrownBy(() -> SourceFile.read(content))
			.satisfies((refused) -> {
				assertThat(refused.code()).isEqualTo(code);
				assertThat(refused.kind()).isEqualTo(kind);
			});
	}

	private static void text(Sheet sheet, int number, String... texts) {
		Row row = sheet.createRow(number);
		for (int i = 0; i < texts.length; i++) {
			if (texts[i] != null) {
				row.createCell(i).setCellValue(texts[i]);
			}
		}
	}

	private static byte[] workbook(Consumer<XSSFWorkbook> content) {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			content.accept(book);
			book.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static byte[] document(Consumer<XWPFDocument> content) {
		try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			content.accept(document);
			document.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static byte[] oldWorkbook() throws IOException {
		try (HSSFWorkbook book = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			book.createSheet();
			book.write(out);
			return out.toByteArray();
		}
	}

	private static byte[] encrypted() throws IOException {
		try (POIFSFileSystem files = new POIFSFileSystem();
				ByteArrayOutputStream out = new ByteArrayOutputStream();
				InputStream content = InputStream.nullInputStream()) {
			files.createDocument(content, "EncryptedPackage");
			files.writeFilesystem(out);
			return out.toByteArray();
		}
	}

	private static byte[] zip(String name, String content) throws IOException {
		try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			try (ZipOutputStream zip = new ZipOutputStream(out)) {
				zip.putNextEntry(new ZipEntry(name));
				zip.write(content.getBytes(StandardCharsets.UTF_8));
			}
			return out.toByteArray();
		}
	}

	/** The real workbook with one part changed. */
	private static byte[] changed(String part, UnaryOperator<String> change) throws IOException {
		try (InputStream real = Objects
			.requireNonNull(SourceFileTests.class.getResourceAsStream("/domain/plan-tu-liem.xlsx"));
				ZipInputStream in = new ZipInputStream(real);
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			try (ZipOutputStream zip = new ZipOutputStream(out)) {
				for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
					String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
					zip.putNextEntry(new ZipEntry(entry.getName()));
					zip.write((entry.getName().equals(part) ? change.apply(content) : content)
						.getBytes(StandardCharsets.UTF_8));
				}
			}
			return out.toByteArray();
		}
	}

}
