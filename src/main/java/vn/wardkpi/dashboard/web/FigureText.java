package vn.wardkpi.dashboard.web;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.modulith.NamedInterface;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Percentage;
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
@NamedInterface("figure-text")
public record FigureText(@Nullable String main, @Nullable String beside, @Nullable Verdict word) {

	public static FigureText of(@Nullable ActualRow row, Judgement judgement, IndicatorRow indicator,
			@Nullable ParsedTarget target) {
		if (row == null) {
			return new FigureText(null, null, null);
		}
		Figure figure = row.figure();
		return of(figure, judgement.valueOf(figure), indicator, target);
	}

	public static FigureText of(Figure figure, @Nullable BigDecimal value, IndicatorRow indicator,
			@Nullable ParsedTarget target) {
		int decimals = (target != null) ? target.decimals() : 0;
		String number = (value != null) ? number(value, decimals, indicator, target) : null;
		BigDecimal x = figure.numerator();
		BigDecimal y = figure.denominator();
		if (x == null || y == null || y.signum() <= 0) {
			return new FigureText(number, null, figure.achieved());
		}
		String parts = VietnameseNumber.write(x) + "/" + VietnameseNumber.write(y);
		String share = VietnameseNumber.write(Percentage.of(x, y, decimals)) + "%";
		if (number == null || (target != null && target.valueType() == ValueType.RATIO)) {
			return new FigureText(parts, (number != null) ? number : share, figure.achieved());
		}
		return new FigureText(number, isShare(indicator, target) ? parts : parts + " = " + share, figure.achieved());
	}

	/** Whole numbers of things have no decimals. */
	public static String number(BigDecimal value, int decimals, IndicatorRow indicator, @Nullable ParsedTarget target) {
		if (isShare(indicator, target)) {
			return VietnameseNumber.write(value, decimals) + "%";
		}
		return (indicator.rule().valueType() == ValueType.COUNT) ? VietnameseNumber.writeShort(value)
				: VietnameseNumber.write(value, decimals);
	}

	/**
	 * " tỷ đồng": a unit as it follows a number within a sentence, without the capital
	 * that heads a column; empty for none.
	 */
	public static String unitInSentence(IndicatorRow indicator) {
		String unit = indicator.unit();
		if (unit == null || unit.isBlank()) {
			return "";
		}
		boolean word = unit.length() > 1 && !Character.isUpperCase(unit.charAt(1));
		return " " + (word ? unit.substring(0, 1).toLowerCase(Locale.ROOT) + unit.substring(1) : unit);
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
				return new Difference(Kind.COMPLETION, VietnameseNumber.write(judgement.completion()));
			}
			BigDecimal gap = judgement.gap();
			if (gap == null) {
				return null;
			}
			boolean share = isShare(indicator, target);
			String number = VietnameseNumber.signed(gap.signum(),
					share ? VietnameseNumber.write(gap.abs()) : FigureText.number(gap.abs(), 0, indicator, target));
			return new Difference(share ? Kind.POINTS : Kind.UNIT, share ? number : number + unitInSentence(indicator));
		}

		enum Kind {

			COMPLETION, POINTS, UNIT

		}

	}

}
