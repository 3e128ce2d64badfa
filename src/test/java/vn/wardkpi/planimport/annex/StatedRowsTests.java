package vn.wardkpi.planimport.annex;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.planimport.table.RowValues;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;
import vn.wardkpi.planimport.table.TableMapping.RowRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person puts right in single rows and cells.
 */
class StatedRowsTests {

	private static final String HEADING = "TT;Nội dung;ĐVT;Năm 2026;Năm 2027\n";

	@Test
	void aCellIsReadAsAPersonWritesIt() {
		Annex annex = read("1;Thu;tỷ;86.6;2\n", Map.of(2, RowValues.NONE.withCell(4, "86,6").withCell(2, "Tổng thu")));
		assertThat(annex.rows()).singleElement().satisfies((row) -> {
			assertThat(row.targets().get(2026).text()).isEqualTo("86,6");
			assertThat(row.name()).isEqualTo("Tổng thu");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1;Thu;tỷ;1;2~1;Chi;tỷ;1;2~-;Chi khác;tỷ;1;2               | 3 | 2   | 1 2 2.1
			I;Thu;tỷ;1;2                                              | 2 | 1   | 1
			-;Thu;tỷ;1;2                                              | 2 | 1   | 1
			x9x;Thu;tỷ;1;2                                            | 2 | 1   | 1
			1;Thu;tỷ;1;2~;Dòng quên số;tỷ;1;2                         | 3 | 2   | 1 2
			;Kinh tế;;;~1;Thu;tỷ;1;2~;Xã hội;;;~1;Hộ nghèo;hộ;1;2~-;Hộ;hộ;1;2 | 5 | 7 | 1 7 7.1
			1;Thu;tỷ;1;2~2;3. Chi;tỷ;1;2                              | 3 | 4   | 1 4
			""")
	void aRowAndThoseBelowItHaveTheNumberThatAPersonSays(String rows, int row, String no, String numbers) {
		Annex annex = read(rows.replace('~', '\n') + "\n", Map.of(row, RowValues.NONE.with(RowValue.NO, no)));
		assertThat(annex.problems()).noneMatch(ImportProblem::isError);
		assertThat(annex.rows()).extracting(AnnexRow::no).containsExactly(numbers.split(" "));
	}

	@Test
	void attributesAreThoseThatAPersonSays() {
		RowValues said = RowValues.NONE.with(RowValue.NAME, "Số hộ nghèo")
			.with(RowValue.UNIT, "hộ")
			.with(RowValue.FIELD, "Xã hội")
			.with(RowValue.PARENT_NO, "1")
			.with(RowValue.LEAD_UNITS, "Phòng Văn hóa - Xã hội; Công an Phường")
			.with(RowValue.DIRECTION, "LOWER_IS_BETTER");
		Annex annex = read("1;Thu;tỷ;1;2\n2;;tỷ;1;2\n", Map.of(3, said));
		assertThat(annex.problems()).noneMatch(ImportProblem::isError);
		assertThat(annex.rows().get(1)).satisfies((row) -> {
			assertThat(row.name()).isEqualTo("Số hộ nghèo");
			assertThat(row.unit()).isEqualTo("hộ");
			assertThat(row.field()).isEqualTo("Xã hội");
			assertThat(row.parentNo()).isEqualTo("1");
			assertThat(row.leadUnits()).containsExactly("Phòng Văn hóa - Xã hội", "Công an Phường");
			assertThat(row.stated().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
		});
	}

	@Test
	void aRowOfSeveralIndicatorsIsDivided() {
		RowValues first = RowValues.NONE.withCell(2, "Thu").withCell(4, "1").withCell(5, "2");
		RowValues second = RowValues.NONE.withCell(1, "2").withCell(2, "Chi").withCell(4, "3").withCell(5, "4");
		Annex annex = read("1;Thu, chi;tỷ;1/3;2/4\n", Map.of(2,
				new RowValues(Map.of(), Map.of(), List.of(first, second.with(RowValue.DIRECTION, "LOWER_IS_BETTER")))));
		assertThat(annex.rows()).extracting(AnnexRow::no).containsExactly("1", "2");
		assertThat(annex.rows()).extracting((row) -> row.place().part()).containsExactly(1, 2);
		assertThat(annex.rows().get(0).stated().direction()).isNull();
		assertThat(annex.rows().get(1).stated().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
		assertThat(annex.rows().get(1).targets().get(2027).text()).isEqualTo("4");
	}

	@Test
	void aTableWithoutAHeadingIsReadByTheColumnsThatAPersonNames() {
		Map<Integer, ColumnRole> columns = Map.of(1, new ColumnRole(Part.NUMBER, null, null), 2,
				new ColumnRole(Part.NAME, null, null), 3, new ColumnRole(Part.UNIT, null, null), 4,
				new ColumnRole(Part.FIELD, null, null), 5, new ColumnRole(Part.YEAR, 2026, 2026));
		SourceFile file = SourceFile
			.read("a;b;c;d;e\n1;Thu;tỷ;Kinh tế;5\n2;Chi;tỷ;;6\n".getBytes(StandardCharsets.UTF_8));
		Annex annex = new AnnexReader(
				new TableMapping(Map.of(), Map.of("CSV", columns), Map.of("CSV", Map.of(1, RowRole.NOTE)), null, null))
			.read(file);
		assertThat(annex.problems()).noneMatch(ImportProblem::isError);
		assertThat(annex.rows()).extracting(AnnexRow::no).containsExactly("1", "2");
		assertThat(annex.rows().get(0).field()).isEqualTo("Kinh tế");
		assertThat(annex.rows().get(1).targets().get(2026).text()).isEqualTo("6");
	}

	private static Annex read(String rows, Map<Integer, RowValues> values) {
		TableMapping mapping = TableMapping.NONE.withValues(Map.of("CSV", values));
		return new AnnexReader(mapping).read(SourceFile.read((HEADING + rows).getBytes(StandardCharsets.UTF_8)));
	}

}
