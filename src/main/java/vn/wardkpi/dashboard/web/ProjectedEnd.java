package vn.wardkpi.dashboard.web;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.period.Projection;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * Where the period ends if the pace so far holds, beside its target.
 *
 * @param key message that says it
 * @param year the last of the years still to come
 * @param lacking without its unit where it is points
 * @param share whether what lacks is in points
 * @param points how many figures it rests on
 */
public record ProjectedEnd(String key, int year, String value, @Nullable String target, @Nullable String lacking,
		boolean share, int points) {

	/**
	 * @return {@code null} where nothing is projected
	 */
	public static @Nullable ProjectedEnd of(IndicatorRow indicator, PeriodAttainment period, @Nullable TargetRow row) {
		Projection projection = period.projection();
		if (projection == null || period.remainingYears().isEmpty()) {
			return null;
		}
		ParsedTarget parsed = (row != null) ? row.target() : null;
		int decimals = (parsed != null) ? parsed.decimals() : 0;
		BigDecimal goal = projection.target();
		BigDecimal shortfall = projection.shortfall();
		boolean share = FigureText.isShare(indicator, parsed);
		int last = period.remainingYears().get(period.remainingYears().size() - 1);
		return new ProjectedEnd("dashboard.projected" + kind(indicator, projection), last,
				FigureText.number(projection.periodValue(), decimals, indicator, parsed),
				(goal != null) ? FigureText.number(goal, share ? decimals : Math.max(decimals, scale(projection)),
						indicator, parsed) : null,
				(shortfall != null) ? (share ? VietnameseNumber.write(shortfall, decimals)
						: FigureText.number(shortfall, decimals, indicator, parsed)
								+ FigureText.unitInSentence(indicator))
						: null,
				share, projection.points());
	}

	private static int scale(Projection projection) {
		return projection.periodValue().scale();
	}

	private static String kind(IndicatorRow indicator, Projection projection) {
		if (projection.target() == null) {
			return ".alone";
		}
		if (projection.meets()) {
			return ".met";
		}
		return (indicator.rule().direction() == Direction.LOWER_IS_BETTER) ? ".above" : ".short";
	}

}
