package vn.wardkpi.plan;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.baseline.BaselineOrigin;
import vn.wardkpi.plan.baseline.BaselineOrigin.Method;
import vn.wardkpi.plan.baseline.BaselineOrigin.Part;
import vn.wardkpi.plan.baseline.PredecessorBaseline;
import vn.wardkpi.shared.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The figure that predecessors' figures make, by worked cases.
 */
class PredecessorBaselineTests {

	@ParameterizedTest
	@CsvSource({ "12.5, 3, 0, 15.5", "0.1, 0.2, 0, 0.3", "12.345, 1.2, 1, 13.5", "12.345, 1.205, 2, 13.55",
			"9923.5, 112.5, 1, 10036.0", "-4, 1.5, 1, -2.5", "100, 50, 0, 150.0" })
	void addsAmounts(String one, String other, int decimals, String sum) {
		assertThat(
				PredecessorBaseline.value(origin(Method.SUM, part("A", one, null), part("B", other, null)), decimals))
			.isEqualTo(new BigDecimal(sum));
	}

	@ParameterizedTest
	@CsvSource({
			// (91,5 × 12.000 + 85 × 8.000) / 20.000 = 88,9
			"91.5, 12000, 85, 8000, 1, 88.9",
			// (66,7 × 1 + 50 × 2) / 3 = 55,5666…
			"66.7, 1, 50, 2, 1, 55.6", "66.7, 1, 50, 2, 2, 55.57", "66.7, 1, 50, 2, 0, 55.6",
			// Half of a decimal goes up: (1,1 + 1,2) / 2 = 1,15
			"1.1, 1, 1.2, 1, 1, 1.2", "100, 0.5, 0, 1.5, 1, 25.0" })
	void weighsShares(String one, String weight, String other, String otherWeight, int decimals, String mean) {
		assertThat(PredecessorBaseline
			.value(origin(Method.WEIGHTED, part("A", one, weight), part("B", other, otherWeight)), decimals))
			.isEqualTo(new BigDecimal(mean));
	}

	@Test
	void makesNothingOfWhatIsNotComparable() {
		assertThat(PredecessorBaseline.value(origin(Method.NOT_COMPARABLE, part("A", "5", null)), 1)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "AMOUNT, SUM, SUM WEIGHTED NOT_COMPARABLE", "AMOUNT, LAST, SUM WEIGHTED NOT_COMPARABLE",
			"AMOUNT, AVERAGE, WEIGHTED NOT_COMPARABLE", "AMOUNT, GROWTH_RATE, WEIGHTED NOT_COMPARABLE",
			"COUNT, LAST, SUM NOT_COMPARABLE", "PERCENT, LAST, WEIGHTED NOT_COMPARABLE",
			"RATIO, LAST, WEIGHTED NOT_COMPARABLE", "QUALITATIVE, LAST, NOT_COMPARABLE" })
	void knowsHowFiguresOfATypeGoTogether(ValueType type, Accumulation accumulation, String methods) {
		assertThat(PredecessorBaseline.methods(rule(type, accumulation, false)).stream().map(Enum::name).toList())
			.containsExactly(methods.split(" "));
	}

	@Test
	void saysWhatIsWrong() {
		IndicatorRule share = rule(ValueType.PERCENT, Accumulation.LAST, true);
		assertThat(codes(origin(Method.SUM, part("A", "5", null)), share)).containsExactly("baseline-method");
		assertThat(codes(origin(Method.WEIGHTED), share)).containsExactly("baseline-no-parts");
		assertThat(codes(origin(Method.WEIGHTED, part("A", "101", "1"), part("B", "-1", "0"), part("C", "5", null),
				new Part(null, "D", "tốt", null, BigDecimal.ONE, "1")), share))
			.containsExactly("baseline-part-bound", "baseline-part-bound", "baseline-part-weight",
					"baseline-part-weight", "baseline-part-value");
		assertThat(codes(origin(Method.SUM, part("A", "1.5", null), part("B", "2.0", null)),
				rule(ValueType.COUNT, Accumulation.LAST, false)))
			.containsExactly("baseline-part-whole");
		assertThat(codes(origin(Method.NOT_COMPARABLE, new Part(null, "D", "tốt", null, null, null)), share)).isEmpty();
	}

	@Test
	void isReadAsItWasWritten() {
		BaselineOrigin origin = new BaselineOrigin(Method.WEIGHTED,
				List.of(part("Phường \"A\"", "0.10", "12000"), new Part("00613", "B", "5", null, null, null)),
				"Niên giám");
		assertThat(BaselineOrigin.read(origin.written())).isEqualTo(origin);
		assertThat(BaselineOrigin.read(null)).isNull();
		assertThat(origin.listed()).isEqualTo("Phường \"A\": 0.10 × 12000; B: 5");
	}

	private static List<String> codes(BaselineOrigin origin, IndicatorRule rule) {
		return PredecessorBaseline.problems(origin, rule).stream().map(Problem::code).toList();
	}

	private static BaselineOrigin origin(Method method, Part... parts) {
		return new BaselineOrigin(method, List.of(parts), null);
	}

	private static Part part(String name, String value, @Nullable String weight) {
		return new Part(null, name, value, new BigDecimal(value), (weight != null) ? new BigDecimal(weight) : null,
				weight);
	}

	private static IndicatorRule rule(ValueType type, Accumulation accumulation, boolean bounded) {
		return new IndicatorRule("1", null, IndicatorRole.COUNTED, false, Direction.HIGHER_IS_BETTER, type,
				accumulation, bounded);
	}

}
