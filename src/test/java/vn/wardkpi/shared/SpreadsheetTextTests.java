package vn.wardkpi.shared;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3", "-2,5%", "-", "@SUM(A1)", "\t=1",
			"|x", "'=1", "''=1", "- Chỉ tiêu" })
	void neutralisesAFormulaAndGivesTheTextBack(String text) {
		String written = SpreadsheetText.harmless(text);
		assertThat(written).isEqualTo("'" + text);
		assertThat(SpreadsheetText.isFormula(written)).isFalse();
		assertThat(SpreadsheetText.original(written)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "66,7%", "16.434", "%", "%/năm", "Tỷ đồng", "'tất cả'", "1=1" })
	void leavesAloneWhatIsNone(String text) {
		assertThat(SpreadsheetText.harmless(text)).isEqualTo(text);
		assertThat(SpreadsheetText.original(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "'-2,5%',true", "+5%,true", "-16.434,true", "-2+3,false", "-,false", "=1,false" })
	void tellsFiguresFromFormulas(String text, boolean number) {
		assertThat(SpreadsheetText.isNumber(text)).isEqualTo(number);
		assertThat(SpreadsheetText.original(text)).isEqualTo(text);
	}

}
