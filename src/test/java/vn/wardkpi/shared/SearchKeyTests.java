package vn.wardkpi.shared;

import java.text.Normalizer;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchKeyTests {

	@ParameterizedTest
	@CsvSource({ "Hoà Bình, hoa binh", "ĐƯỜNG  Đê, duong de", "'\tTỷ lệ\u00a0hộ nghèo ', ty le ho ngheo", "m², m²",
			"≥ 95%, ≥ 95%", "Hòa, hoa" })
	void leavesMarksAndDoubledBlanksOut(String text, String key) {
		assertThat(SearchKey.of(text)).isEqualTo(key);
		assertThat(SearchKey.of(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(key);
	}

	/** Letters are looked up one by one: each as its decomposition has it. */
	@Test
	void readsEveryLetterAsItsDecomposition() {
		for (char c = '!'; c < 0xd800; c++) {
			if (c == 'đ' || c == 'Đ' || Character.isWhitespace(c) || c == 0xa0) {
				continue;
			}
			String expected = Normalizer.normalize("a" + c + "b", Normalizer.Form.NFD)
				.replaceAll("[\\p{M}&&[^\\x00-\\u02ff]]", "")
				.toLowerCase(Locale.ROOT);
			assertThat(SearchKey.of("a" + c + "b")).as("U+%04X", (int) c).isEqualTo(expected);
		}
	}

}
