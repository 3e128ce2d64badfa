package vn.wardkpi.attainment.period;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Verdict;

/**
 * What an indicator comes to over the plan's period, and whether its end is in reach.
 * Values are in the unit or in percent points, rounded HALF_UP to the decimals the
 * indicator is published with (at least one), paces to one more; {@code null} is what
 * cannot be said.
 *
 * @param latestYear the latest year with a full-year figure
 * @param verdict on the whole period: IN_PROGRESS until the rest cannot change it
 * @param provisional whether an outcome rests on an estimate or may still be lost
 * @param value the period's value to date
 * @param targetToDate the same of the yearly targets
 * @param target the period's own target as a number
 * @param targetsDifference what the yearly targets make of the period, less its own
 * target
 * @param remainingYears years without a full-year figure
 * @param required what each remaining year must bring (LAST: the change); of
 * RATIO_OF_SUMS the x still missing altogether
 * @param pace what a year has brought so far
 * @param paceFactor how many times the pace so far is required, one decimal
 * @param yearsHeld of EVERY_YEAR, years that met their target
 * @param yearsJudged of EVERY_YEAR, years that were judged
 * @param progress the part of the way to date that was gone, two decimals
 */
public record PeriodAttainment(@Nullable Integer latestYear, Verdict verdict, boolean provisional,
		@Nullable BigDecimal value, @Nullable BigDecimal targetToDate, @Nullable BigDecimal target,
		@Nullable BigDecimal targetsDifference, int remainingYears, @Nullable BigDecimal required,
		@Nullable BigDecimal pace, @Nullable BigDecimal paceFactor, @Nullable Integer yearsHeld,
		@Nullable Integer yearsJudged, Course course, @Nullable BigDecimal progress, @Nullable Projection projection) {

	/**
	 * Judges an indicator that has figures of its own. What groups come to is for
	 * {@link PlanPeriod}.
	 */
	public static PeriodAttainment judge(IndicatorPeriod period) {
		return new PeriodJudge(new PeriodSeries(period)).judge();
	}

	/**
	 * What a group comes to: the verdict and course of its parts, without numbers.
	 */
	static PeriodAttainment ofGroup(Verdict verdict, boolean provisional, Course course) {
		return new PeriodAttainment(null, verdict, provisional, null, null, null, null, 0, null, null, null, null, null,
				course, null, null);
	}

}
