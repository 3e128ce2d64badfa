package vn.wardkpi.planimport.proposal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.Stated;
import vn.wardkpi.planimport.source.Place;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Indicators as other wards and communes word them.
 */
class InferenceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Số hộ nghèo giảm còn                                 | hộ      | 55    | 40; 30; 20          | 20    | LOWER_IS_BETTER  | COUNT   | LAST         | false
					Diện tích trồng rừng mới                             | ha      | 9     | 10; 12; 8           | 30    | HIGHER_IS_BETTER | AMOUNT  | SUM          | false
					Tỷ lệ che phủ rừng                                   | %       | 41,2% | 41,5%; 41,8%; 42,0% | 42,0% | HIGHER_IS_BETTER | PERCENT | LAST         | true
					Giảm tỷ lệ hộ nghèo                                  | %/năm   |       | 0,5%; 0,5%; 0,5%    | 0,5%  | HIGHER_IS_BETTER | PERCENT | EVERY_YEAR   | false
					Giảm tỷ lệ hộ nghèo                                  | %       | 5,2%  | 4,5%; 4,0%; 3,5%    | 3,5%  | LOWER_IS_BETTER  | PERCENT | LAST         | true
					Tỷ lệ hộ nghèo đa chiều                              | %       | 3%    | 2,5%; 2%; 1,5%      | 1,5%  | LOWER_IS_BETTER  | PERCENT | LAST         | true
					Tổng sản lượng lương thực                            | tấn     | 5.200 | 5.300; 5.400; 5.600 | 5.600 | HIGHER_IS_BETTER | AMOUNT  | LAST         | false
					Số lao động được giải quyết việc làm                 | người   | 1.900 | 2.000; 2.000; 2.000 | 6.000 | HIGHER_IS_BETTER | COUNT   | SUM          | false
					Tốc độ tăng giá trị sản xuất                         | %       | 8%    | 9%; 10%; 11%        | 10%   | HIGHER_IS_BETTER | PERCENT | GROWTH_RATE  | false
					Số vụ tai nạn giao thông                             | vụ      | 12    | 11; 10; 9           |       | LOWER_IS_BETTER  | COUNT   | LAST         | false
					Tỷ lệ điều tra, khám phá tội phạm                    | %       | 85%   | 86%; 87%; 88%       | 88%   | HIGHER_IS_BETTER | PERCENT | LAST         | true
					Tỷ lệ hộ nghèo được hỗ trợ nhà ở                     | %       |       | 100%; 100%; 100%    | 100%  | HIGHER_IS_BETTER | PERCENT | EVERY_YEAR   | true
					Số hộ thoát nghèo                                    | hộ      |       | 15; 10; 10          | 35    | HIGHER_IS_BETTER | COUNT   | SUM          | false
					Tỷ lệ hỏa táng                                       | %       | 80%   | 90%; 95%; 100%      | 100%  | HIGHER_IS_BETTER | PERCENT | LAST         | true
					Tỷ lệ hộ có nhà tắm hợp vệ sinh                      | %       | 90%   | 92%; 94%; 96%       | 96%   | HIGHER_IS_BETTER | PERCENT | LAST         | true
					Tỷ lệ nợ thuế                                        | %       | 6%    | không quá 5%; không quá 5%; không quá 5% | | LOWER_IS_BETTER | PERCENT | EVERY_YEAR | true
					Số thôn đạt chuẩn nông thôn mới                      | thôn    | 3/9   | 04/09; 06/09; 09/09 | 09/09 | HIGHER_IS_BETTER | RATIO   | RATIO_OF_SUMS | true
					Thu ngân sách so với dự toán thành phố giao          | %       | 101%  | 105%; 105%; 105%    | 105%  | HIGHER_IS_BETTER | PERCENT | EVERY_YEAR   | false
					Xếp loại tổ chức đảng                                |         |       | hoàn thành tốt nhiệm vụ trở lên; hoàn thành tốt nhiệm vụ trở lên; hoàn thành tốt nhiệm vụ trở lên | | HIGHER_IS_BETTER | QUALITATIVE | EVERY_YEAR | false
					""")
	void infersFromWordsAndFigures(String name, String unit, @Nullable String baseline, String targets,
			@Nullable String period, Direction direction, ValueType type, Accumulation accumulation, boolean bounded) {
		ReadRow row = row(name, unit, baseline, targets, period);
		assertThat(DirectionInference.of(row).value()).as("direction").isEqualTo(direction);
		assertThat(AttributeInference.valueType(row).value()).as("type").isEqualTo(type);
		assertThat(AttributeInference.accumulation(row, type).value()).as("accumulation").isEqualTo(accumulation);
		assertThat(AttributeInference.bounded(row, type, direction).value()).as("bounded").isEqualTo(bounded);
	}

	@Test
	void asksToConfirmWhatItCannotKnow() {
		assertThat(DirectionInference.of(row("Tỷ trọng nông nghiệp", "%", "12%", "11%; 10%; 8%", "8%")).certain())
			.isFalse();
		assertThat(DirectionInference.of(row("Giảm tỷ lệ hộ nghèo", "%", "5,2%", "4,5%; 4,0%; 3,5%", null)).certain())
			.isFalse();
		assertThat(DirectionInference.of(row("Số vụ vi phạm", "vụ", null, "1; 2; 3", null)).certain()).isFalse();
		assertThat(AttributeInference.accumulation(row("Số nhà văn hóa", "nhà", null, "5", null), ValueType.COUNT)
			.certain()).isFalse();
	}

	@Test
	void seesThatAJumpIsAnotherScope() {
		assertThat(AttributeInference.baselineComparable(row("Thu ngân sách", "tỷ đồng", "112,5", "9.923,5", null))
			.value()).isFalse();
		assertThat(AttributeInference.baselineComparable(row("Thu ngân sách", "tỷ đồng", "2.500", "9.923,5", null))
			.value()).isTrue();
	}

	private static ReadRow row(String name, @Nullable String unit, @Nullable String baseline, String targets,
			@Nullable String period) {
		SortedMap<Integer, ParsedTarget> years = new TreeMap<>();
		for (String text : targets.split("; ")) {
			years.put(2026 + years.size(), parsed(text, unit));
		}
		AnnexRow source = new AnnexRow("1", null, "1", name, unit, null, Place.FILE, List.of(), new TreeMap<>(),
				new TreeMap<>(), null, null, null, List.of(), List.of(), null, Stated.NOTHING);
		return new ReadRow(source, years, new TreeMap<>(), (period != null) ? parsed(period, unit) : null, null,
				List.of(), (baseline != null) ? parsed(baseline, unit) : null);
	}

	private static ParsedTarget parsed(String text, @Nullable String unit) {
		TargetGrammar.Reading reading = TargetGrammar.read(text, unit);
		assertThat(reading).as(text).isInstanceOf(TargetGrammar.Reading.Understood.class);
		return ((TargetGrammar.Reading.Understood) reading).target();
	}

}
