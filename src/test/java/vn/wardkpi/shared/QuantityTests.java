package vn.wardkpi.shared;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.wardkpi.shared.Quantity.Reading;

import static org.assertj.core.api.Assertions.assertThat;

class QuantityTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "15,8|Tỷ đồng|15.8", "15,8 tỷ|Tỷ đồng|15.8", "15,8 tỉ đồng|Tỷ đồng|15.8", "tỉ 15,8|Tỷ đồng|15.8",
					"16 tỷ 434 triệu|Tỷ đồng|16.434", "66,7%|%|66.7", "66,7 %|(%)|66.7", "66,7|%|66.7",
					"11,2 triệu đồng/người/tháng|Tr.đồng/ người/ tháng|11.2", "3 trường|Trường|3", "-5|%|-5" })
	void readsInTheIndicatorsUnit(String text, String unit, BigDecimal value) {
		assertThat(Quantity.read(text, unit)).isEqualTo(new Reading.Parsed(new Quantity(value, null)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "15,8 tỷ|triệu đồng|15800", "16 tỷ 434 triệu|Tr.đồng|16434", "434 triệu|Tỷ đồng|0.434",
					"16 tỷ 434 triệu 500 nghìn|nghìn đồng|16434500", "1.500 nghìn đồng|triệu đồng|1.500",
					"2 ha|m²|20000", "500 kg|tấn|0.500", "1,2 triệu lượt|lượt|1200000",
					"11.200 nghìn đồng/người/tháng|Tr.đồng/ người/ tháng|11.200", "1 km2|ha|100" })
	void convertsExactly(String text, String unit, BigDecimal value) {
		assertThat(Quantity.read(text, unit)).isInstanceOfSatisfying(Reading.Converted.class,
				(converted) -> assertThat(converted.value()).isEqualTo(value));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "15,8 tỷ|%", "66,7%|Trường", "3 hộ|Trường", "15,8 tỷ|", "5 ha|tấn" })
	void recognisesAUnitThatIsNotTheIndicators(String text, String unit) {
		assertThat(Quantity.read(text, unit)).isInstanceOf(Reading.OtherUnit.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "16 tỷ 434", "16 tỷ 434 hộ", "434 triệu 16 tỷ", "tỷ", "5 - 7", "tỷ 5 triệu", "12,",
			"12.", "12,," })
	void refusesTheRest(String text) {
		assertThat(Quantity.read(text, "Tỷ đồng")).isEqualTo(new Reading.Invalid(text));
	}

	@Test
	void refusesAbsurdLengths() {
		assertThat(Quantity.read("1 tỷ ".repeat(100_000), "Tỷ đồng")).isInstanceOf(Reading.Invalid.class);
	}

	@Test
	void asksBackADotThatGroupsNothing() {
		assertThat(Quantity.read("86.6", "%")).isEqualTo(new Reading.Ambiguous("86.6", "86,6"));
		assertThat(Quantity.read("15.8 tỷ", "Tỷ đồng")).isEqualTo(new Reading.Ambiguous("15.8 tỷ", "15,8 tỷ"));
		assertThat(Quantity.read("-", "%")).isEqualTo(new Reading.Blank());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "tỉ|tỷ", "Tỷ đồng|tỷ", "Tr.đồng|triệu đồng", "Trđ|triệu đồng", "(%)|%", "phần trăm|%",
					"Tr.đồng/ người/ tháng|triệu đồng/người/tháng", "ngàn đồng|1.000 đồng", "m²|m2", "HỘ|hộ",
					"VNĐ|đồng", "triệu|tr.đ", "triệu / người|tr/người" })
	void comparesUnitsByTheirCanonicalForm(String one, String other) {
		assertThat(UnitName.of(one).sameAs(UnitName.of(other))).isTrue();
		assertThat(UnitName.of(one)).hasToString(one);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "tỷ|triệu", "hộ|trường", "%|", "triệu đồng|triệu đồng/người" })
	void tellsUnitsApart(String one, String other) {
		assertThat(UnitName.of(one).sameAs(UnitName.of((other != null) ? other : ""))).isFalse();
	}

}
