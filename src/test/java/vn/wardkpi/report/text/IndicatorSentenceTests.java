package vn.wardkpi.report.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.IndicatorPeriod;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.attainment.year.IndicatorCase;
import vn.wardkpi.dashboard.IndicatorPath;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a report says of one indicator, for each verdict and each kind of target.
 */
class IndicatorSentenceTests {

	private static final Instant AT = Instant.parse("2027-01-20T03:00:00Z");

	private final IndicatorSentence sentence = new IndicatorSentence(new ReportWords(messages()));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					AMOUNT  | HIGHER_IS_BETTER | "9.923,5" | FINAL    | 10519 | "Thu: thực hiện 10.519,0 tỷ đồng, bằng 106,00% chỉ tiêu giao (9.923,5 tỷ đồng)."
					AMOUNT  | HIGHER_IS_BETTER | "9.923,5" | ESTIMATE | 9923.5 | "Thu: ước thực hiện 9.923,5 tỷ đồng, bằng 100,00% chỉ tiêu giao (9.923,5 tỷ đồng)."
					AMOUNT  | HIGHER_IS_BETTER | "9.923,5" | M06      | 5000 | "Thu: 6 tháng thực hiện 5.000,0 tỷ đồng, bằng 50,39% chỉ tiêu giao (9.923,5 tỷ đồng)."
					PERCENT | HIGHER_IS_BETTER | 96,5%     | FINAL    | 96.9 | "Thu: thực hiện 96,9%, cao hơn 0,4 điểm % so với chỉ tiêu giao (96,5%)."
					PERCENT | HIGHER_IS_BETTER | 96,5%     | FINAL    | 96.5 | "Thu: thực hiện 96,5%, bằng chỉ tiêu giao (96,5%)."
					PERCENT | LOWER_IS_BETTER  | 6,1%      | FINAL    | 6.0  | "Thu: thực hiện 6,0%, thấp hơn 0,1 điểm % so với chỉ tiêu giao (6,1%)."
					PERCENT | HIGHER_IS_BETTER | 66,7%     | FINAL    | 12/18 | "Thu: thực hiện 66,7% (12/18), bằng chỉ tiêu giao (66,7%)."
					""")
	void saysFigureAndDistance(ValueType type, Direction direction, String target, ReportingPeriod period,
			String figure, String said) {
		assertThat(this.sentence.of(row(type, direction, target, period, figure, null, null), List.of()))
			.isEqualTo(said);
	}

	@Test
	void saysWhyATargetWasMissed() {
		assertThat(this.sentence.of(row(ValueType.PERCENT, Direction.HIGHER_IS_BETTER, "96,5%", ReportingPeriod.FINAL,
				"96", "Thiếu kinh phí.", "Bổ sung dự toán"), List.of()))
			.isEqualTo("Thu: thực hiện 96,0%, thấp hơn 0,5 điểm % so với chỉ tiêu giao (96,5%)."
					+ " Nguyên nhân: Thiếu kinh phí. Giải pháp: Bổ sung dự toán.");
		assertThat(this.sentence.of(
				row(ValueType.PERCENT, Direction.LOWER_IS_BETTER, "6,1%", ReportingPeriod.FINAL, "6.4", null, null),
				List.of()))
			.endsWith("cao hơn 0,3 điểm % so với chỉ tiêu giao (6,1%)."
					+ " Nguyên nhân và giải pháp: chưa có giải trình được duyệt.");
	}

	@Test
	void saysWhatAPersonJudgedAndWhatIsNotKnown() {
		assertThat(this.sentence.of(row(ValueType.QUALITATIVE, Direction.HIGHER_IS_BETTER, "Hoàn thành tốt nhiệm vụ",
				ReportingPeriod.FINAL, "MET", null, null), List.of()))
			.isEqualTo("Thu: được đánh giá đạt (chỉ tiêu giao: Hoàn thành tốt nhiệm vụ).");
		assertThat(this.sentence.of(
				row(ValueType.PERCENT, Direction.HIGHER_IS_BETTER, "96,5%", ReportingPeriod.FINAL, null, null, null),
				List.of()))
			.isEqualTo("Thu: chưa có số liệu được duyệt (chỉ tiêu giao: 96,5%).");
	}

	@Test
	void saysThatAReviewerDecidedOtherwiseThanTheFigure() {
		IndicatorYear row = row(ValueType.PERCENT, Direction.HIGHER_IS_BETTER, "96,5%", ReportingPeriod.FINAL, "96.9",
				null, null);
		IndicatorYear set = new IndicatorYear(row.indicator(), 2026, row.target(), row.actual(),
				row.judgement().overriddenBy(Verdict.MET), row.toDate(), new OverrideRow("1", 2026, Issuer.WARD_COUNCIL,
						Verdict.MET, "Theo biên bản số 5.", null, "reviewer", AT),
				null, row.path());
		assertThat(this.sentence.of(set, List.of())).endsWith(
				"Kết quả “đạt” do người duyệt xác định, tính theo số liệu là “vượt”; căn cứ: Theo biên bản số 5.");
	}

	private static IndicatorYear row(ValueType type, Direction direction, String target, ReportingPeriod period,
			@Nullable String figure, @Nullable String cause, @Nullable String remedy) {
		boolean amount = type == ValueType.AMOUNT;
		IndicatorRule rule = new IndicatorRule("1", null, IndicatorRole.COUNTED, false, direction, type,
				amount ? Accumulation.SUM : Accumulation.LAST, type == ValueType.PERCENT);
		IndicatorRow indicator = new IndicatorRow(1, "Thu", amount ? "Tỷ đồng" : "%", null, rule, 1, null, null,
				List.of(), false, 0);
		ParsedTarget parsed = parsed(target, type);
		ActualRow actual = (figure != null) ? new ActualRow(1, "1", 2026, figure(period, figure), null, cause, remedy,
				SubmissionStatus.APPROVED, "clerk", AT, "reviewer", AT, null) : null;
		List<Figure> figures = (actual != null) ? List.of(actual.figure()) : List.of();
		return new IndicatorYear(indicator, 2026,
				new TargetRow(1, "1", Issuer.WARD_COUNCIL, 2026, parsed, "15/NQ-HĐND",
						AT.atZone(java.time.ZoneOffset.UTC).toLocalDate(), null),
				actual, new IndicatorCase(rule, parsed, figures, null).judge(),
				PeriodAttainment.judge(new IndicatorPeriod(rule, 2026, 2026, null, null, Map.of(), Map.of(), Map.of())),
				null, null, new IndicatorPath(2026, 2026, null, new TreeMap<>(), new TreeMap<>(), new TreeMap<>()));
	}

	private static ParsedTarget parsed(String text, ValueType type) {
		if (type == ValueType.QUALITATIVE) {
			return new ParsedTarget(text, null, null, null, null, 0, ValueType.QUALITATIVE, false);
		}
		return Objects.requireNonNull(((TargetGrammar.Reading.Understood) TargetGrammar.read(text, null)).target());
	}

	private static Figure figure(ReportingPeriod period, String text) {
		String[] parts = text.split("/");
		if (parts.length == 2) {
			return Figure.ofRatio(period, new BigDecimal(parts[0]), new BigDecimal(parts[1]));
		}
		return text.equals("MET") ? Figure.ofWord(period, Verdict.MET) : Figure.of(period, new BigDecimal(text));
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/shared", "messages/report");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
