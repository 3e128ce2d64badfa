package vn.wardkpi.shared;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedDayTests {

	@Test
	void readsBothWaysOfWriting() {
		assertThat(TypedDay.read(" 2026-12-14 ")).hasValue(LocalDate.of(2026, 12, 14));
		assertThat(TypedDay.read("5/6/2026")).hasValue(LocalDate.of(2026, 6, 5));
		assertThat(TypedDay.read("29/02/2028")).hasValue(LocalDate.of(2028, 2, 29));
		assertThat(TypedDay.readIso("5/6/2026")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "31/02/2026", "2026-02-30", "29/2/2027", "2026-13-01", "0000-01-01", "10000-01-01",
			"+10000-01-01", "+999999999-12-31", "-0001-01-01", "1/1/12026", "14-12-2026", "2026-1-1",
			"2026-01-01T00:00" })
	void whatIsNoDayIsNotAnotherOne(String text) {
		assertThat(TypedDay.read(text)).isEmpty();
	}

}
