package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.util.List;

import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.attainment.year.Judgement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every row of {@code attainment-cases.csv}.
 */
class WorkedCasesTests {

	static List<Arguments> cases() {
		return DomainCsv.rows("attainment-cases.csv")
			.stream()
			.map((row) -> Arguments.of(row.get("id") + " " + row.get("targetText") + " " + row.get("comment"), row))
			.toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void agrees(String name, CSVRecord row) {
		IndicatorRule rule = rule(row);
		ParsedTarget target = target(row, rule.valueType());
		Judgement judgement = new IndicatorCase(rule, target, figures(row), null).judge();

		assertThat(judgement.verdict()).isEqualTo(Verdict.valueOf(row.get("verdict")));
		assertThat(judgement.computed()).isEqualTo(judgement.verdict());
		assertSame(judgement.completion(), DomainCsv.number(row, "completion"));
		assertSame(judgement.gap(), DomainCsv.number(row, "gap"));
		assertThat(judgement.provisional()).isFalse();
	}

	private static IndicatorRule rule(CSVRecord row) {
		return new IndicatorRule("1", null, IndicatorRole.COUNTED, false, Direction.valueOf(row.get("direction")),
				ValueType.valueOf(row.get("valueType")), Accumulation.LAST, row.get("bounded").equals("yes"));
	}

	private static ParsedTarget target(CSVRecord row, ValueType expectedType) {
		TargetGrammar.Reading reading = TargetGrammar.read(row.get("targetText"),
				(expectedType == ValueType.PERCENT) ? "%" : null);
		if (row.get("verdict").equals("NOT_ASSIGNED")) {
			assertThat(reading).isInstanceOf(TargetGrammar.Reading.NoTarget.class);
			return null;
		}
		ParsedTarget target = ((TargetGrammar.Reading.Understood) reading).target();
		assertThat(target.comparator()).isEqualTo(DomainCsv.constant(Comparator.class, row, "comparator"));
		assertSame(target.value(), DomainCsv.number(row, "target"));
		assertSame(target.upper(), DomainCsv.number(row, "upper"));
		assertThat(target.decimals()).isEqualTo(Integer.parseInt(row.get("decimals")));
		return target;
	}

	private static List<Figure> figures(CSVRecord row) {
		if (!row.get("x").isEmpty()) {
			return List
				.of(Figure.ofRatio(ReportingPeriod.FINAL, DomainCsv.number(row, "x"), DomainCsv.number(row, "y")));
		}
		return row.get("actual").isEmpty() ? List.of()
				: List.of(Figure.of(ReportingPeriod.FINAL, DomainCsv.number(row, "actual")));
	}

	private static void assertSame(BigDecimal actual, BigDecimal expected) {
		if (expected == null) {
			assertThat(actual).isNull();
		}
		else {
			Assertions.assertThat(actual).isEqualByComparingTo(expected);
		}
	}

}
