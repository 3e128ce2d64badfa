package vn.wardkpi.shared;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.wardkpi.shared.VietnameseNumber.Reading;

import static org.assertj.core.api.Assertions.assertThat;

class VietnameseNumberTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "9.923,5|9923.5", "9923,5|9923.5", "112.500|112500", "1.234.567,8|1234567.8", "0|0", "05|5",
					"66,70|66.70", "'\u00a01\u00a0234,5'|1234.5", "'1\u202f234\u202f567'|1234567", "-5,5|-5.5",
					"\u22125|-5", "–5|-5", "+2,3|2.3", "１２３，５|123.5", "0,667|0.667", "1,234|1.234",
					"123456789012345678|123456789012345678" })
	void reads(String text, BigDecimal value) {
		assertThat(VietnameseNumber.read(text)).isEqualTo(new Reading.Parsed(value, false));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "66,7%|66.7", "66,7 %|66.7", "100％|100", "-4%|-4" })
	void readsAPercentSign(String text, BigDecimal value) {
		assertThat(VietnameseNumber.read(text)).isEqualTo(new Reading.Parsed(value, true));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "86.6|86,6", "86.6%|86,6%", "86.65|86,65", "9923.500|9.923,500", "0.667|0,667", ".5|0,5",
					"1.23.456|123.456", "1.2,5|12,5", "1,234.5|1.234,5", "1,234,567|1.234.567", "-86.6|-86,6",
					"1.2345|1,2345", "1234.567|1.234,567", "012.500|12,500" })
	void asksBackADotThatGroupsNothing(String text, String suggestion) {
		assertThat(VietnameseNumber.read(text)).isEqualTo(new Reading.Ambiguous(text, suggestion));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-", "–", "—", "---", "\u2212", "\u00a0" })
	void takesADashForNothing(String text) {
		assertThat(VietnameseNumber.read(text)).isEqualTo(new Reading.Blank());
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "12abc", "12 34", "1,2,3", "5,", ",5", "%", "%5", "5%%", "--5", "1e5", "½", "5²",
			"٣", "12/18", "1.", "NaN", "0x1F", "1234567890123456789", "1234567890123456789.5", "1 234 5", "5 - 7" })
	void refusesWhatIsNoNumber(String text) {
		assertThat(VietnameseNumber.read(text)).isEqualTo(new Reading.Invalid(text));
	}

	@Test
	void refusesAbsurdLengths() {
		String longest = "0," + "1".repeat(VietnameseNumber.MAX_LENGTH - 2);
		assertThat(VietnameseNumber.read(longest)).isInstanceOf(Reading.Parsed.class);
		assertThat(VietnameseNumber.read(longest + "1")).isEqualTo(new Reading.Invalid(longest + "1"));
		assertThat(VietnameseNumber.read("9".repeat(1_000_000))).isInstanceOf(Reading.Invalid.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "9923.5|9.923,5", "1234567.80|1.234.567,80", "0|0", "0.5|0,5",
			"-1234.5|-1.234,5", "999|999", "1000|1.000", "1E+3|1.000", "100.0|100,0", "-999|-999" })
	void writes(BigDecimal value, String text) {
		assertThat(VietnameseNumber.write(value)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "98|1|98,0", "98.25|1|98,25", "98.5|1|98,5", "1E+3|0|1.000" })
	void writesAtLeastTheDecimalsAsked(BigDecimal value, int decimals, String text) {
		assertThat(VietnameseNumber.write(value, decimals)).isEqualTo(text);
	}

}
