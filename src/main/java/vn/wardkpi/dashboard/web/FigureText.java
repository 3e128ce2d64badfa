package vn.wardkpi.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * A figure as a page shows it.
 *
 * @param main the figure in the form of its target: "12/18" beside x/y, else "66,7%"
 * @param beside the other form, if both are known
 * @param word a person's word on a qualitative indicator
 */
public record FigureText(@Nullable String main, @Nullable String beside, @Nullable Verdict word) {

	public static FigureText of(@Nullable ActualRow row, Judgement judgement, IndicatorRow indicator,
			@Nullable ParsedTarget target) {
		if (row == null) {
			return new FigureText(null, null, null);
		}
		Figure figure = row.figure();
		BigDecimal value = figure.equals(judgement.judged()) ? judgement.value() : figure.value();
		return of(figure, value, indicator, target);
	}

	public static FigureText of(Figure figure, @Nullable BigDecimal value, IndicatorRow indicator,
			@Nullable ParsedTarget target) {
		int decimals = (target != null) ? target.decimals() : 0;
		String number = (value != null) ? number(value, decimals, indicator, target) : null;
		BigDecimal x = figure.numerator();
		BigDecimal y = figure.denominator();
		String share = (x != null && y != null) ? VietnameseNumber.write(x) + "/" + VietnameseNumber.write(y) : null;
		boolean shareFirst = share != null
				&& (number == null || (target != null && target.valueType() == ValueType.RATIO));
		return new FigureText(shareFirst ? share : number, shareFirst ? number : share, figure.achieved());
	}

	public static String number(BigDecimal value, int decimals, IndicatorRow indicator, @Nullable ParsedTarget target) {
		return VietnameseNumber.write(value, decimals) + (isShare(indicator, target) ? "%" : "");
	}

	public static boolean isShare(IndicatorRow indicator, @Nullable ParsedTarget target) {
		return isShare(indicator.rule().valueType()) || (target != null && isShare(target.valueType()));
	}

	private static boolean isShare(ValueType type) {
		return type == ValueType.PERCENT || type == ValueType.RATIO;
	}

	public boolean isEmpty() {
		return this.main == null && this.word == null;
	}

	/**
	 * How far the figure is from its target.
	 *
	 * @param kind what the number is
	 * @param number as written on a page
	 */
	public record Difference(Kind kind, String number) {

		public static @Nullable Difference of(Judgement judgement, IndicatorRow indicator,
				@Nullable ParsedTarget target) {
			if (judgement.completion() != null) {
				BigDecimal completion = judgement.completion().stripTrailingZeros();
				return new Difference(Kind.COMPLETION, VietnameseNumber
					.write(completion.setScale(Math.max(1, completion.scale()), RoundingMode.UNNECESSARY)));
			}
			if (judgement.gap() == null) {
				return null;
			}
			BigDecimal gap = judgement.gap();
			String sign = (gap.signum() > 0) ? "+" : ((gap.signum() < 0) ? "−" : "");
			return new Difference(isShare(indicator, target) ? Kind.POINTS : Kind.UNIT,
					sign + VietnameseNumber.write(gap.abs()));
		}

		enum Kind {

			COMPLETION, POINTS, UNIT

		}

	}

}
