package vn.wardkpi.actual;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sums that are typed into a cell.
 */
class FigureTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			=7082,5+2841          | 9923.5
			=7.082,5 + 2.841      | 9923.5
			=7.082,5+2.841-10     | 9913.5
			=10−2,5               | 7.5
			=-5+12                | 7
			=12                   | 12
			""")
	void addsUpWhatIsTyped(String text, BigDecimal sum) {
		assertThat(FigureText.isSum(text)).isTrue();
		assertThat(FigureText.sum(text)).hasValueSatisfying((value) -> assertThat(value).isEqualByComparingTo(sum));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			=7082.5+2841   | false | =7.082,5+2841
			=50-8.265      | true  | =50-8,265
			=8.265+1       | true  | =8,265+1
			=1.000-250     | false |
			=50+46,5       | true  |
			=7082.5+x      | false |
			=50.5%+1       | true  |
			""")
	void offersTheSumThatWasMeant(String text, boolean share, String meant) {
		assertThat(FigureText.sumMeant(text, share).orElse(null)).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "=", "=7082,5+", "=A1+B2", "=2*3", "=SUM(1;2)", "=7082.5+2841", "=1++2" })
	void whatIsNoSumOfNumbersIsNone(String text) {
		assertThat(FigureText.sum(text)).isEmpty();
	}

}
