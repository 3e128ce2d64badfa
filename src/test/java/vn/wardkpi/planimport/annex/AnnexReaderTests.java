package vn.wardkpi.planimport.annex;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;
import vn.wardkpi.planimport.table.TableMapping.RowRole;

import static org.assertj.core.api.Assertions.assertThat;

class AnnexReaderTests {

	private static final String HEADING = "TT;Chỉ tiêu;ĐVT;Năm 2026;Năm 2027\n";

	@Test
	void readsAnotherOfficesLayout() throws IOException {
		Annex annex = new AnnexReader().read(SourceFile.read(commune()));
		assertThat(annex.problems()).noneMatch(ImportProblem::isError);
		assertThat(annex.fromYear()).isEqualTo(2026);
		assertThat(annex.toYear()).isEqualTo(2028);
		assertThat(annex.baselineYear()).isEqualTo(2025);
		assertThat(annex.rows()).extracting(AnnexRow::no).containsExactly("1", "2", "2.1", "2.2", "3");
		assertThat(annex.rows()).extracting(AnnexRow::name)
			.containsExactly("Tổng sản lượng lương thực", "Diện tích trồng rừng mới", "Rừng phòng hộ", "Rừng sản xuất",
					"Số hộ nghèo giảm còn");
		assertThat(annex.rows()).extracting(AnnexRow::field)
			.containsExactly("KINH TẾ", "KINH TẾ", "KINH TẾ", "KINH TẾ", "XÃ HỘI");
		AnnexRow first = annex.rows().get(0);
		assertThat(Objects.requireNonNull(first.baseline()).text()).isEqualTo("5.200");
		assertThat(Objects.requireNonNull(first.period()).text()).isEqualTo("5.600");
		assertThat(first.targets().values()).extracting(AnnexCell::text).containsExactly("5.300", "5.400", "5.600");
		assertThat(first.leadUnits()).containsExactly("Phòng Kinh tế", "Hợp tác xã Đồng Tâm");
		assertThat(annex.problems()).extracting((problem) -> problem.problem().code())
			.contains("import-number-changed", "import-table-ignored");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Phòng Kinh tế, Hạ tầng và Đô thị                             | [Phòng Kinh tế, Hạ tầng và Đô thị]
					Phòng Văn hóa - Xã Hội, Bảo hiểm xã hội cơ sở Từ Liêm        | [Phòng Văn hóa - Xã Hội, Bảo hiểm xã hội cơ sở Từ Liêm]
					Phòng Kinh tế, Hạ tầng và Đô thị; Thuế cơ sở 8               | [Phòng Kinh tế, Hạ tầng và Đô thị, Thuế cơ sở 8]
					Văn phòng HĐND và UBND                                       | [Văn phòng HĐND và UBND]
					Phòng Văn hóa, Xã hội                                        | [Phòng Văn hóa, Xã hội]
					Ban chỉ huy quân sự Phường; Công an Phường                   | [Ban chỉ huy quân sự Phường, Công an Phường]
					-                                                            | []
					""")
	void dividesLeadUnitsWhereAnotherUnitBegins(String cell, String names) {
		SourceCell source = SourceCell.of(cell);
		List<String> found = new LeadUnitNames(List.of(source)).of(source).answering();
		assertThat(found).hasToString(names);
		assertThat(found).hasSize(cell.contains(";") || cell.contains("Bảo hiểm") ? 2 : cell.equals("-") ? 0 : 1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1;Thu ngân sách;tỷ;1;2~1;Chi ngân sách;tỷ;1;2          | import-number-twice
			1.1;Thu nội địa;tỷ;1;2                                 | import-parent-missing
			1;;tỷ;1;2                                              | import-name-missing
			x9x;Thu ngân sách;tỷ;1;2                               | import-number-unclear
			I;Thu ngân sách;tỷ;1;2                                 | import-number-roman
			-;Thu ngân sách;tỷ;1;2                                 | import-number-without-parent
			""")
	void namesTheRowThatCannotBeRead(String rows, String code) {
		Annex annex = read(HEADING + rows.replace('~', '\n') + "\n");
		assertThat(annex.problems()).filteredOn(ImportProblem::isError).singleElement().satisfies((problem) -> {
			assertThat(problem.problem().code()).isEqualTo(code);
			assertThat(problem.place().row()).isGreaterThan(1);
			assertThat(problem.place().sheet()).isEqualTo("CSV");
		});
	}

	@Test
	void saysWhatATableLacks() {
		assertThat(codes(read("a;b;c\nd;e;f\n"))).containsExactly("import-no-heading");
		assertThat(codes(read("TT;Nội dung;Đơn vị tính;Ghi chú\n1;Thu;tỷ;\n")))
			.containsExactly("import-no-year-column");
		assertThat(codes(read(HEADING))).containsExactly("import-no-indicator");
		assertThat(codes(read("\n\n"))).containsExactly("import-table-empty");
		assertThat(codes(read("TT;Nội dung;ĐVT;Năm 2026;Năm 2026\n1;Thu;tỷ;1;2\n")))
			.containsExactly("import-year-twice");
	}

	@Test
	void takesUnnumberedRowsBelowTheLastNumber() {
		Annex annex = read(HEADING + "1;Thu ngân sách;tỷ;3;5\n;Trong đó: Thu từ đất;tỷ;1;2\n;Thu khác;tỷ;2;3\n"
				+ "2;Giáo dục;;;\na);Trường chuẩn;%;50%;60%\n-;Công nhận mới;trường;1;1\nb);Phòng học;phòng;5;6\n"
				+ "3;Y tế;%;1%;2%\n;Dòng quên số;%;1%;2%\n;Nơi nhận: như trên;;;\n");
		assertThat(annex.rows()).extracting(AnnexRow::no)
			.containsExactly("1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.2", "3", "3.1");
		assertThat(annex.rows().get(1).name()).isEqualTo("Thu từ đất");
		assertThat(annex.problems()).extracting((problem) -> problem.problem().code())
			.containsExactly("import-number-missing", "import-row-ignored");
	}

	@Test
	void followsWhatAPersonSaysOfTablesColumnsAndRows() {
		SourceFile file = SourceFile.read((HEADING + "1;Thu;tỷ;1;2\n2;Chi;tỷ;3;4\n").getBytes(StandardCharsets.UTF_8));
		TableMapping mapping = new TableMapping(Map.of(),
				Map.of("CSV", Map.of(5, new ColumnRole(Part.OTHER, null, null))),
				Map.of("CSV", Map.of(3, RowRole.NOTE)), null, null);
		Annex annex = new AnnexReader(mapping).read(file);
		assertThat(annex.rows()).singleElement()
			.satisfies((row) -> assertThat(row.targets().keySet()).containsExactly(2026));
		assertThat(annex.tables()).singleElement()
			.satisfies((table) -> assertThat(table.rows().get("CSV")).containsEntry(3, RowRole.NOTE))
			.satisfies((table) -> assertThat(table.columns().get(4).part()).isEqualTo(Part.OTHER));
		TableMapping none = new TableMapping(Map.of("CSV", false), Map.of(), Map.of(), null, null);
		assertThat(new AnnexReader(none).read(file).rows()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1;Thu;tỷ;1;2~1.1;Thu a;tỷ;1;2~a);b;tỷ;1;2~-;c;tỷ;1;2          | 1 1.1 1.1.1 1.1.1.1
			(1);Thu;tỷ;1;2~01.02;Chi;tỷ;1;2                                | 1 1.2
			I.1;Thu;tỷ;1;2~I.2;Chi;tỷ;1;2~II.1;Dân số;người;1;2             | 1 2 3
			I;Thu;tỷ;1;2~1;Thu a;tỷ;1;2~II;Chi;tỷ;1;2~1;Chi a;tỷ;1;2        | 1 1.1 2 2.1
			a;Thu;tỷ;1;2~b;Chi;tỷ;1;2                                       | 1 2
			;Thu;tỷ;1;2~;Chi;tỷ;1;2                                         | 1 2
			;Kinh tế;;;~1;Thu;tỷ;1;2~;Xã hội;;;~1;Hộ nghèo;hộ;1;2           | 1 2
			1;Thu;tỷ;1;2~;Trong đó:;;;~-;Thu a;tỷ;1;2~-;Thu b;tỷ;1;2~2;Chi;tỷ;1;2 | 1 1.1 1.2 2
			""")
	void numbersRowsOfEveryKind(String rows, String numbers) {
		Annex annex = read(HEADING + rows.replace('~', '\n') + "\n");
		assertThat(annex.problems()).noneMatch(ImportProblem::isError);
		assertThat(annex.rows()).extracting(AnnexRow::no).containsExactly(numbers.split(" "));
	}

	@Test
	void asksOnceAboutAColumnWithoutHeading() throws IOException {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Sheet sheet = book.createSheet("S");
			row(sheet, 0, "TT", "Chỉ tiêu", "ĐVT", "Năm 2026");
			for (int i = 1; i < 9; i++) {
				row(sheet, i, String.valueOf(i), "Số hộ", "hộ", "5", "7");
			}
			book.write(out);
			Annex annex = new AnnexReader().read(SourceFile.read(out.toByteArray()));
			assertThat(annex.problems()).extracting((problem) -> problem.problem().code())
				.containsOnlyOnce("import-column-untitled")
				.doesNotContain("import-cell-outside");
		}
	}

	@Test
	void keepsTheSectionAroundASection() {
		Annex annex = read(
				HEADING + "A;KINH TẾ - XÃ HỘI;;;\nI;Kinh tế;;;\n1;Thu;tỷ;1;2\nII;Xã hội;;;\n2;Hộ nghèo;hộ;2;1\n"
						+ "B;MÔI TRƯỜNG;;;\n3;Thu gom;%;90;95\n");
		assertThat(annex.rows()).extracting(AnnexRow::field)
			.containsExactly("KINH TẾ - XÃ HỘI / Kinh tế", "KINH TẾ - XÃ HỘI / Xã hội", "MÔI TRƯỜNG");
	}

	@Test
	void takesStatedAttributesOfTheCanonicalFileAsTheyStand() {
		Annex annex = read("no,parent,name,unit,role,direction,bounded,t2026\n1,,Thu,tỷ,COUNTED,LOWER_IS_BETTER,yes,5\n"
				+ "2,,Chi,tỷ,SOMETHING,,maybe,5\n");
		assertThat(annex.rows().get(0).stated().direction()).hasToString("LOWER_IS_BETTER");
		assertThat(annex.rows().get(0).stated().accumulation()).isNull();
		assertThat(annex.problems()).filteredOn((problem) -> problem.problem().isError())
			.extracting((problem) -> problem.place().cell())
			.containsExactlyInAnyOrder("E3", "G3");
	}

	private static List<String> codes(Annex annex) {
		return annex.problems()
			.stream()
			.filter(ImportProblem::isError)
			.map((problem) -> problem.problem().code())
			.toList();
	}

	private static Annex read(String text) {
		return new AnnexReader().read(SourceFile.read(text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Another order of columns, a heading of two rows with merged cells, sections in
	 * Roman numerals in which numbers begin again, a second sheet that is no annex.
	 */
	private static byte[] commune() throws IOException {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Sheet sheet = book.createSheet("Biểu 01");
			row(sheet, 0, "BIỂU CHỈ TIÊU XÃ ĐỒNG TÂM");
			sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 9));
			row(sheet, 2, "STT", "Cơ quan chủ trì", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch giai đoạn 2026 - 2028", "", "",
					"", "Ước thực hiện năm 2025", "Ghi chú");
			row(sheet, 3, "", "", "", "", "Năm 2026", "Năm 2027", "Năm 2028", "Cả giai đoạn", "", "");
			sheet.addMergedRegion(new CellRangeAddress(2, 2, 4, 7));
			for (int column : new int[] { 0, 1, 2, 3, 8, 9 }) {
				sheet.addMergedRegion(new CellRangeAddress(2, 3, column, column));
			}
			row(sheet, 4, "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)");
			row(sheet, 5, "I. KINH TẾ");
			sheet.addMergedRegion(new CellRangeAddress(5, 5, 0, 9));
			row(sheet, 6, "1", "Phòng Kinh tế; Hợp tác xã Đồng Tâm", "Tổng sản lượng lương thực", "tấn", "5.300",
					"5.400", "5.600", "5.600", "5.200");
			row(sheet, 7, "2", "Hạt Kiểm lâm", "Diện tích trồng rừng mới", "ha", "10", "12", "8", "30", "9");
			row(sheet, 8, "-", "", "Rừng phòng hộ", "ha", "4", "5", "3", "12");
			row(sheet, 9, "-", "", "Rừng sản xuất", "ha", "6", "7", "5", "18");
			row(sheet, 10, "II", "", "XÃ HỘI");
			row(sheet, 11, "1", "Phòng Văn hóa - Xã hội", "Số hộ nghèo giảm còn", "hộ", "40", "30", "20", "20", "55");
			row(book.createSheet("Ghi chép"), 0, "Danh sách", "Họ tên");
			book.write(out);
			return out.toByteArray();
		}
	}

	private static void row(Sheet sheet, int number, String... texts) {
		org.apache.poi.ss.usermodel.Row row = sheet.createRow(number);
		for (int i = 0; i < texts.length; i++) {
			row.createCell(i).setCellValue(texts[i]);
		}
	}

}
