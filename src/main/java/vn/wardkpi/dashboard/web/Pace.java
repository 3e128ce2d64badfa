package vn.wardkpi.dashboard.web;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.PeriodAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What the remaining years must bring, beside what the years so far have brought.
 *
 * @param key message that says it
 * @param required per remaining year, without a sign where the message says up or down
 * @param soFar the same of the years so far
 * @param years how many remain
 * @param factor how many times the pace so far is required
 */
record Pace(String key, String required, String unit, int years, @Nullable String soFar, @Nullable String factor) {

	/**
	 * @return {@code null} where nothing remains or nothing can be said
	 */
	static @Nullable Pace of(IndicatorRow indicator, PeriodAttainment period) {
		BigDecimal required = period.required();
		if (required == null || period.remainingYears() == 0) {
			return null;
		}
		Accumulation accumulation = indicator.rule().accumulation();
		boolean share = FigureText.isShare(indicator, null);
		String unit = share ? ((accumulation == Accumulation.LAST) ? "points" : "percent") : "own";
		boolean signed = accumulation == Accumulation.LAST;
		String direction = (required.signum() < 0) ? ".down" : ".up";
		String key = "dashboard.pace." + accumulation + (signed ? direction : "");
		return new Pace(key, VietnameseNumber.write(signed ? required.abs() : required), unit, period.remainingYears(),
				(period.pace() != null) ? VietnameseNumber.write(period.pace()) : null,
				(period.paceFactor() != null) ? VietnameseNumber.write(period.paceFactor()) : null);
	}

}
