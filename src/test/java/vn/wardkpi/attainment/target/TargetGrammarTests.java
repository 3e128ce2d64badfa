package vn.wardkpi.attainment.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.wardkpi.attainment.DomainCsv;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.VietnameseNumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Every row of {@code target-grammar.csv}, and what offices write beside those.
 */
class TargetGrammarTests {

	static List<Arguments> rows() {
		return DomainCsv.rows("target-grammar.csv").stream().map((row) -> Arguments.of(row.get("text"), row)).toList();
	}

	@ParameterizedTest(name = "\"{0}\"")
	@MethodSource("rows")
	void readsAsListed(String text, CSVRecord row) {
		TargetGrammar.Reading reading = TargetGrammar.read(text, null);
		if (row.get("comment").equals("no target")) {
			assertThat(reading).isEqualTo(new TargetGrammar.Reading.NoTarget());
		}
		else if (row.get("comparator").equals("?")) {
			assertThat(reading).isInstanceOf(TargetGrammar.Reading.Ambiguous.class);
		}
		else {
			ParsedTarget target = understood(text, null);
			assertThat(target.text()).isEqualTo(text);
			assertThat(target.valueType()).isEqualTo(ValueType.valueOf(row.get("valueType")));
			assertThat(target.comparator()).isEqualTo(DomainCsv.constant(Comparator.class, row, "comparator"));
			assertThat(target.value()).isEqualTo(DomainCsv.number(row, "value"));
			assertThat(target.upper()).isEqualTo(DomainCsv.number(row, "upper"));
			assertThat(target.unit()).isEqualTo(row.get("unit").isEmpty() ? null : row.get("unit"));
			if (!row.get("decimals").isEmpty()) {
				assertThat(target.decimals()).isEqualTo(Integer.parseInt(row.get("decimals")));
			}
			assertThat(target.approximate()).isEqualTo(text.startsWith("khoảng"));
			assertThat(TargetGrammar.write(target)).isEqualTo(text);
		}
	}

	@ParameterizedTest
	@CsvSource({ "86.6%,number-ambiguous,'86,6%'", "'trên 8 triệu lượt; 25.700 tỷ đồng',target-several,",
			"75% / 20% / 05%,target-shares,", "40%/60%,target-shares,", "86.6 - 90%,number-ambiguous,'86,6 - 90%'",
			"80 - 86.6%,number-ambiguous,'80 - 86,6%'", "10 - 5%,target-unclear,", "trên 5 - 7%,target-unclear,",
			"'95%, tăng 2% so với 2025',target-several,", "9/4 thôn,target-unclear,", "3/0 thôn,target-unclear,",
			"Phường có 95% hộ,target-unclear,", "20 trường 5 lớp,target-several,",
			"16.5 tỷ 434 triệu,number-ambiguous,", "3/9 thôn 5 làng,target-several,",
			"5.55/9 thôn,number-ambiguous,'5,55/9 thôn'", "5 - 7% của 20 xã,target-unclear,",
			"12345678901234567890%,target-unclear," })
	void asksBackWhatCanBeReadInTwoWays(String text, String code, String suggestion) {
		assertThat(TargetGrammar.read(text, "%"))
			.isEqualTo(new TargetGrammar.Reading.Ambiguous(text, code, suggestion));
	}

	@ParameterizedTest
	@CsvSource({ "12,%,PERCENT", "12,(%),PERCENT", "12,Hộ,COUNT", "12,Trường,COUNT", "12,Tụ điểm,COUNT",
			"12,người,COUNT", "12,,COUNT", "12,Tỷ đồng,AMOUNT", "12,Tr.đồng/ người/ tháng,AMOUNT", "12,ha,AMOUNT",
			"'12,5',Hộ,AMOUNT", "12%,Hộ,PERCENT", "12 trường,%,COUNT", "12 triệu lượt,,AMOUNT", "12 m²,,AMOUNT",
			"1.200,Trường,COUNT" })
	void takesTheTypeOfABareNumberFromTheUnit(String text, String unit, ValueType type) {
		assertThat(understood(text, unit).valueType()).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "không dưới 95%,AT_LEAST,95", "ít nhất 3 trường,AT_LEAST,3", ">= 95%,AT_LEAST,95",
			"từ 12%,AT_LEAST,12", "đạt từ 98% trở lên,AT_LEAST,98", "duy trì từ 98% trở lên,AT_LEAST,98",
			"<=3,AT_MOST,3", "5% trở xuống,AT_MOST,5", "không vượt quá 5%,AT_MOST,5", "> 98%,MORE_THAN,98",
			"hơn 98%,MORE_THAN,98", "< 2%,LESS_THAN,2", "Phấn đấu đạt trên 98%,MORE_THAN,98",
			"giữ vững 100%,EXACTLY,100", "Giảm còn dưới 1%,LESS_THAN,1", "Tối đa khoảng 5%,AT_MOST,5" })
	void readsTheWordsThatBound(String text, Comparator comparator, int value) {
		ParsedTarget target = understood(text, "%");
		assertThat(target.comparator()).isEqualTo(comparator);
		assertThat(target.value()).isEqualByComparingTo(String.valueOf(value));
	}

	@ParameterizedTest
	@CsvSource({ "'giảm còn 5,7%',5.7,%", "giảm 4%/năm,4,%", "đạt 12 trường.,12,trường",
			"40 doanh nghiệp/1.000 dân,40,doanh nghiệp/1.000 dân", "1 trường,1,trường", "100% chỉ tiêu năm 2026,100,%",
			"95% (tăng 2%),95,%", "100％,100,%" })
	void readsNumbersWithTheirUnits(String text, String value, String unit) {
		ParsedTarget target = understood(text, null);
		assertThat(target.comparator()).isNull();
		assertThat(target.value()).isEqualByComparingTo(value);
		assertThat(target.unit()).isEqualTo(unit);
	}

	@ParameterizedTest
	@ValueSource(strings = { "95% - 100%", "95 đến 100%", "95–100 %", "từ 95% đến 100%" })
	void readsRangesHoweverTheyAreDashed(String text) {
		ParsedTarget target = understood(text, null);
		assertThat(target.comparator()).isEqualTo(Comparator.BETWEEN);
		assertThat(target.value()).isEqualByComparingTo("95");
		assertThat(target.upper()).isEqualByComparingTo("100");
		assertThat(target.unit()).isEqualTo("%");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-", "–", "—", "", "  ", "\u00a0" })
	void readsADashAsNoTarget(String text) {
		assertThat(TargetGrammar.read(text, "%")).isEqualTo(new TargetGrammar.Reading.NoTarget());
	}

	static Stream<Arguments> zeros() {
		return Stream.of(Arguments.of("không còn", null), Arguments.of("Không có hộ nghèo", "hộ"),
				Arguments.of("Không để xảy ra", null), Arguments.of("duy trì không còn tụ điểm phức tạp", "tụ điểm"),
				Arguments.of("Duy trì không có hộ nghèo theo chuẩn mới của Thành phố", "hộ"));
	}

	@ParameterizedTest
	@MethodSource("zeros")
	void readsNoneOfSomethingAsExactlyZero(String text, String unit) {
		ParsedTarget target = understood(text, "Hộ");
		assertThat(target.comparator()).isEqualTo(Comparator.EXACTLY);
		assertThat(target.value()).isZero();
		assertThat(target.unit()).isEqualTo(unit);
		assertThat(target.valueType()).isEqualTo(ValueType.COUNT);
	}

	@Test
	void takesDecomposedLettersForComposedOnes() {
		String decomposed = java.text.Normalizer.normalize("tối thiểu 12%", java.text.Normalizer.Form.NFD);
		assertThat(understood(decomposed, null).comparator()).isEqualTo(Comparator.AT_LEAST);
	}

	@Test
	void readsEveryTargetOfThePublishedPlan() {
		for (CSVRecord row : DomainCsv.rows("plan-tu-liem.csv")) {
			for (String column : List.of("baseline2025", "partyCongress", "period", "t2026", "t2027", "t2028", "t2029",
					"t2030")) {
				TargetGrammar.Reading reading = TargetGrammar.read(row.get(column), row.get("unit"));
				assertThat(reading).as(row.get("no") + " " + column)
					.isNotInstanceOf(TargetGrammar.Reading.Ambiguous.class);
				if (reading instanceof TargetGrammar.Reading.Understood understood && column.startsWith("t")
						&& !row.get(column).contains("/") && !row.get("valueType").equals("RATIO")) {
					assertThat(understood.target().valueType()).as(row.get("no") + " " + column)
						.isEqualTo(ValueType.valueOf(row.get("valueType")));
				}
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ ",96.5,,%,1,PERCENT,'96,5%'", ",98,,%,1,PERCENT,'98,0%'", ",12,,,0,COUNT,12",
			"AT_LEAST,12,,%,0,PERCENT,tối thiểu 12%", "MORE_THAN,98,,%,0,PERCENT,trên 98%",
			"AT_MOST,3,,trường,0,COUNT,không quá 3 trường", "LESS_THAN,4.5,,%,1,PERCENT,'dưới 4,5%'",
			"EXACTLY,0,,hộ,0,COUNT,duy trì 0 hộ", "BETWEEN,5,7,%,0,PERCENT,5 - 7%",
			",4,9,'thôn, làng',0,RATIO,'4/9 thôn, làng'", ",9923.5,,tỷ đồng,1,AMOUNT,'9.923,5 tỷ đồng'" })
	void writesATargetThatHasNoTextYet(Comparator comparator, BigDecimal value, BigDecimal upper, String unit,
			int decimals, ValueType type, String text) {
		ParsedTarget target = new ParsedTarget("", comparator, value, upper, unit, decimals, type, false);
		assertThat(TargetGrammar.write(target)).isEqualTo(text);
		ParsedTarget about = new ParsedTarget(" ", null, value, null, unit, decimals, ValueType.AMOUNT, true);
		assertThat(TargetGrammar.write(about)).startsWith("khoảng " + VietnameseNumber.write(value, decimals));
	}

	@Test
	void cannotWriteAGradeOfNoWords() {
		ParsedTarget grade = new ParsedTarget("", null, null, null, null, 0, ValueType.QUALITATIVE, false);
		assertThatIllegalArgumentException().isThrownBy(() -> TargetGrammar.write(grade));
		assertThat(TargetGrammar.write(understood("cơ bản đạt", null))).isEqualTo("cơ bản đạt");
	}

	@Test
	void asksBackWhatIsTooLongForATarget() {
		String longest = "(" + "x".repeat(994) + ")100%";
		assertThat(understood(longest, null).value()).isEqualByComparingTo("100");
		assertThat(TargetGrammar.read("x" + longest, null))
			.isEqualTo(new TargetGrammar.Reading.Ambiguous("x" + longest, "target-unclear", null));
		assertThat(TargetGrammar.read("(1".repeat(50_000), null)).isInstanceOf(TargetGrammar.Reading.Ambiguous.class);
	}

	@Test
	void refusesHalfARangeOrShare() {
		for (ParsedTarget whole : List.of(understood("5 - 7", null), understood("5/7", null))) {
			assertThatIllegalArgumentException().isThrownBy(() -> new ParsedTarget("5", whole.comparator(),
					whole.value(), null, null, 0, whole.valueType(), false));
			assertThatIllegalArgumentException().isThrownBy(() -> new ParsedTarget("5", whole.comparator(), null,
					whole.upper(), null, 0, whole.valueType(), false));
		}
		assertThatIllegalArgumentException().isThrownBy(
				() -> new ParsedTarget("0/0", null, BigDecimal.ZERO, BigDecimal.ZERO, null, 0, ValueType.RATIO, false));
		assertThat(new ParsedTarget("0 - 0", Comparator.BETWEEN, BigDecimal.ZERO, BigDecimal.ZERO, null, 0,
				ValueType.AMOUNT, false))
			.isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "5 - 5%,5,5", "'0,5 - 1%',0.5,1" })
	void readsARangeFromItsLowerEnd(String text, BigDecimal value, BigDecimal upper) {
		assertThat(understood(text, null).value()).isEqualByComparingTo(value);
		assertThat(understood(text, null).upper()).isEqualByComparingTo(upper);
	}

	private static ParsedTarget understood(String text, String unit) {
		TargetGrammar.Reading reading = TargetGrammar.read(text, unit);
		assertThat(reading).as(text).isInstanceOf(TargetGrammar.Reading.Understood.class);
		return ((TargetGrammar.Reading.Understood) reading).target();
	}

}
