package vn.wardkpi.dashboard.web.chart;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AxisTests {

	@ParameterizedTest
	@CsvSource({ "100 100 100, true, false, 0 25 50 75 100", "66.7 66.7, true, false, 0 25 50 75 100",
			"99.2 100, true, false, 96 97 98 99 100", "42 45 47 7, false, true, 0 10 20 30 40 50",
			"20 20, false, true, 0 10 20 30", "0 0, false, true, 0 1", "0.85 0.9, false, false, 0.84 0.86 0.88 0.90",
			"-1.5 2.5, true, false, -2 -1 0 1 2 3", "331.2 345.0 432.5, false, false, 300 350 400 450",
			"-3 -3, false, false, -3 -2 -1 0 1", "1 2, false, true, 1 2" })
	void takesInAllValuesByRoundLevels(String values, boolean share, boolean whole, String levels) {
		Axis axis = Axis.of(numbers(values), share, whole);
		assertThat(axis.levels()).usingElementComparator(BigDecimal::compareTo).isEqualTo(numbers(levels));
		assertThat(numbers(values)).allSatisfy((value) -> assertThat(axis.up(value, 200)).isBetween(0, 200));
	}

	private static List<BigDecimal> numbers(String text) {
		return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
	}

}
