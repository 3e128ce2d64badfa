package vn.wardkpi.dashboard.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * What the remaining years must bring, beside what the years so far have brought.
 *
 * @param key message that says it
 * @param required per remaining year, without a sign where the message says up or down;
 * where it cannot be computed, the years that are lacking
 * @param unit points, percent, the indicator's own, or none
 * @param ownUnit the indicator's own as it follows a number
 * @param years how many remain
 * @param soFar the same of the years so far, with its sign where that is the other way
 * @param factor how many times the pace so far is required
 * @param against how the two compare
 */
public record RequiredPace(String key, String required, String unit, String ownUnit, int years, @Nullable String soFar,
		@Nullable String factor, Against against) {

	/**
	 * @return {@code null} where nothing remains to be done or nothing can be said
	 */
	public static @Nullable RequiredPace of(IndicatorRow indicator, PeriodAttainment period) {
		if (indicator.rule().role() == IndicatorRole.GROUP) {
			return null;
		}
		Accumulation accumulation = indicator.rule().accumulation();
		if (!period.requiredMissing().isEmpty()) {
			boolean toCome = period.remainingYears().containsAll(period.requiredMissing());
			return bare("dashboard.pace.missing" + (toCome ? "-parts" : ""), years(period.requiredMissing()), 0);
		}
		if (period.remainingYears().isEmpty()) {
			return null;
		}
		if (accumulation == Accumulation.EVERY_YEAR) {
			boolean held = period.yearsHeld() != null && period.yearsHeld().equals(period.yearsJudged());
			return held ? bare("dashboard.pace.EVERY_YEAR", "", period.remainingYears().size()) : null;
		}
		BigDecimal required = period.required();
		return (required == null || required.signum() == 0) ? null : of(indicator, period, required);
	}

	/**
	 * As above; of what is held every year and was missed before the year shown, when.
	 */
	public static @Nullable RequiredPace orMissed(IndicatorRow indicator, PeriodAttainment period, int shown) {
		List<Integer> missed = period.missedYears().stream().filter((year) -> year < shown).toList();
		return missed.isEmpty() ? of(indicator, period) : bare("dashboard.pace.missed", years(missed), 0);
	}

	private static RequiredPace bare(String key, String text, int years) {
		return new RequiredPace(key, text, "none", "", years, null, null, Against.NOTHING);
	}

	private static RequiredPace of(IndicatorRow indicator, PeriodAttainment period, BigDecimal required) {
		Accumulation accumulation = indicator.rule().accumulation();
		boolean change = accumulation == Accumulation.LAST;
		BigDecimal factor = period.paceFactor();
		BigDecimal pace = period.pace();
		return new RequiredPace("dashboard.pace." + accumulation + kind(indicator, required),
				VietnameseNumber.writeShort(change ? required.abs() : required), unit(indicator, accumulation),
				FigureText.unitInSentence(indicator), period.remainingYears().size(),
				(pace != null) ? soFar(pace, change, factor) : null,
				(factor != null) ? VietnameseNumber.writeShort(factor) : null, Against.of(pace, factor));
	}

	private static String kind(IndicatorRow indicator, BigDecimal required) {
		return switch (indicator.rule().accumulation()) {
			case LAST -> (required.signum() < 0) ? ".down" : ".up";
			case SUM, AVERAGE, GROWTH_RATE ->
				(indicator.rule().direction() == Direction.LOWER_IS_BETTER) ? ".limit" : "";
			case EVERY_YEAR, RATIO_OF_SUMS -> "";
		};
	}

	private static String years(List<Integer> years) {
		return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
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
			return VietnameseNumber.writeShort(pace);
		}
		String plain = VietnameseNumber.writeShort(pace.abs());
		return (factor != null) ? plain : VietnameseNumber.signed(pace.signum(), plain);
	}

	/**
	 * How what is required compares with the pace so far.
	 */
	public enum Against {

		/** No factor, but a pace to be told. */
		PACE, MORE, SAME, LESS,

		/** No pace. */
		NOTHING;

		static Against of(@Nullable BigDecimal pace, @Nullable BigDecimal factor) {
			if (pace == null) {
				return NOTHING;
			}
			if (factor == null) {
				return PACE;
			}
			int compared = factor.compareTo(BigDecimal.ONE);
			return (compared == 0) ? SAME : ((compared > 0) ? MORE : LESS);
		}

	}

}
