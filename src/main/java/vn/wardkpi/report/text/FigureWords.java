package vn.wardkpi.report.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * Figures, targets and their distance as they stand within a sentence, the same as on
 * pages.
 */
final class FigureWords {

	private static final Pattern BARE_NUMBER = Pattern.compile("-?\\d[\\d.]*(,\\d+)?");

	private final ReportWords words;

	FigureWords(ReportWords words) {
		this.words = words;
	}

	/** "112.500 triệu đồng", "12/18 (66,7%)"; empty for a person's word. */
	static String figure(ActualRow row, Judgement judgement, IndicatorRow indicator, @Nullable ParsedTarget target) {
		FigureText text = FigureText.of(row, judgement, indicator, target);
		if (text.main() == null) {
			return "";
		}
		String unit = FigureText.isShare(indicator, target) ? "" : FigureText.unitInSentence(indicator);
		return text.main() + unit + ((text.beside() != null) ? " (" + text.beside() + ")" : "");
	}

	/** As published; a bare number with its unit. */
	static String target(ParsedTarget target, IndicatorRow indicator) {
		String text = target.text().strip();
		boolean bare = BARE_NUMBER.matcher(text).matches();
		if (!bare) {
			return text;
		}
		return FigureText.isShare(indicator, target) ? text + "%" : text + FigureText.unitInSentence(indicator);
	}

	/** A number of the period in the indicator's own unit. */
	static String number(BigDecimal value, IndicatorRow indicator) {
		String unit = FigureText.isShare(indicator, null) ? "" : FigureText.unitInSentence(indicator);
		return FigureText.number(value, 0, indicator, null) + unit;
	}

	/**
	 * How far the figure is from its target, "bằng 101,78% chỉ tiêu giao (110.530 triệu
	 * đồng)".
	 */
	String distance(Judgement judgement, IndicatorRow indicator, ParsedTarget target) {
		String aim = target(target, indicator);
		if (judgement.completion() != null) {
			return this.words.of("distance.completion", VietnameseNumber.write(judgement.completion()), aim);
		}
		BigDecimal gap = judgement.gap();
		if (gap == null) {
			return this.words.of("distance.none", aim);
		}
		if (gap.signum() == 0) {
			return this.words.of("distance.equal", aim);
		}
		boolean above = (gap.signum() > 0) == (indicator.rule().direction() == Direction.HIGHER_IS_BETTER);
		return this.words.of(above ? "distance.above" : "distance.below", amount(gap.abs(), indicator, target), aim);
	}

	/** A distance without a sign: "0,5 điểm %", "1,2 triệu đồng". */
	String amount(BigDecimal amount, IndicatorRow indicator, @Nullable ParsedTarget target) {
		return FigureText.isShare(indicator, target) ? this.words.of("points", VietnameseNumber.write(amount))
				: FigureText.number(amount, 0, indicator, target) + FigureText.unitInSentence(indicator);
	}

}
