package vn.wardkpi.dashboard.web;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What the remaining years must bring, beside what the years so far have brought.
 *
 * @param key message that says it
 * @param required per remaining year, without a sign where the message says up or down
 * @param unit points, percent, the indicator's own, or none
 * @param years how many remain
 * @param soFar the same of the years so far, with its sign where that is the other way
 * @param factor how many times the pace so far is required
 * @param slower whether less than the pace so far is required
 */
public record RequiredPace(String key, String required, String unit, int years, @Nullable String soFar,
		@Nullable String factor, boolean slower) {

	/**
	 * @return {@code null} where nothing remains to be done or nothing can be said
	 */
	public static @Nullable RequiredPace of(IndicatorRow indicator, PeriodAttainment period) {
		BigDecimal required = period.required();
		if (required == null || required.signum() == 0 || period.remainingYears() == 0) {
			return null;
		}
		Accumulation accumulation = indicator.rule().accumulation();
		boolean change = accumulation == Accumulation.LAST;
		String direction = (required.signum() < 0) ? ".down" : ".up";
		BigDecimal factor = period.paceFactor();
		return new RequiredPace("dashboard.pace." + accumulation + (change ? direction : ""),
				number(change ? required.abs() : required), unit(indicator, accumulation), period.remainingYears(),
				(period.pace() != null) ? soFar(period.pace(), change, factor) : null,
				(factor != null) ? number(factor) : null, factor != null && factor.compareTo(BigDecimal.ONE) < 0);
	}

	private static String unit(IndicatorRow indicator, Accumulation accumulation) {
		if (accumulation == Accumulation.RATIO_OF_SUMS) {
			return "none";
		}
		boolean share = FigureText.isShare(indicator, null);
		return share ? ((accumulation == Accumulation.LAST) ? "points" : "percent") : "own";
	}

	/**
	 * Without a sign where it goes the way that is required; then there is a factor.
	 */
	private static String soFar(BigDecimal pace, boolean change, @Nullable BigDecimal factor) {
		if (!change) {
			return number(pace);
		}
		String sign = (pace.signum() < 0) ? "−" : "+";
		return ((factor != null || pace.signum() == 0) ? "" : sign) + number(pace.abs());
	}

	private static String number(BigDecimal value) {
		BigDecimal plain = value.stripTrailingZeros();
		return VietnameseNumber.write((plain.scale() < 0) ? plain.setScale(0) : plain);
	}

}
