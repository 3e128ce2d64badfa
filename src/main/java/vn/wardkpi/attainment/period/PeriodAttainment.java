package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Verdict;

/**
 * What an indicator comes to over the plan's period, and whether its end is in reach.
 * Values are in the unit or in percent points, rounded HALF_UP to the decimals the
 * indicator is published with (at least one; whole numbers of things have none), paces to
 * one more, and what was entered as entered; {@code null} is what cannot be said. Of a
 * share of sums the paces are in x.
 *
 * @param latestYear the latest year with a full-year figure: the year it is judged up to
 * @param verdict on the whole period: IN_PROGRESS until the rest cannot change it
 * @param provisional whether an outcome rests on an estimate
 * @param value the period's value to date
 * @param targetToDate the same of what was asked of those years
 * @param target the period's own target as a number
 * @param targetsDifference what the yearly targets make of the period, less its own
 * target
 * @param missingYears years before the latest figure that lack theirs
 * @param missedYears of EVERY_YEAR, the years that did not meet their target
 * @param remainingYears years still to come; of a level every calendar year
 * @param required what each remaining year must bring (LAST: the change)
 * @param requiredMissing the years without whose figure that cannot be said
 * @param pace what a year has brought so far
 * @param paceFactor how many times the pace so far is required, one decimal
 * @param yearsHeld of EVERY_YEAR, years that met their target
 * @param yearsJudged of EVERY_YEAR, years that were judged
 * @param progress the part of the way to date that was gone, cut to two decimals
 * @param atRisk whether the end of the period is in danger
 * @param atRiskRank 1 for the worst of the plan; none for what is in no danger and for
 * breakdowns
 */
public record PeriodAttainment(@Nullable Integer latestYear, Verdict verdict, boolean provisional,
		@Nullable BigDecimal value, @Nullable BigDecimal targetToDate, @Nullable BigDecimal target,
		@Nullable BigDecimal targetsDifference, List<Integer> missingYears, List<Integer> missedYears,
		List<Integer> remainingYears, @Nullable BigDecimal required, List<Integer> requiredMissing,
		@Nullable BigDecimal pace, @Nullable BigDecimal paceFactor, @Nullable Integer yearsHeld,
		@Nullable Integer yearsJudged, Course course, @Nullable BigDecimal progress, @Nullable Projection projection,
		boolean atRisk, @Nullable Integer atRiskRank) {

	/** Of what nobody asks anything. */
	static final PeriodAttainment NONE = new PeriodAttainment(null, Verdict.NOT_ASSIGNED, false, null, null, null, null,
			List.of(), List.of(), List.of(), null, List.of(), null, null, null, null, Course.NOT_ASSESSABLE, null, null,
			false, null);

	public PeriodAttainment {
		missingYears = List.copyOf(missingYears);
		missedYears = List.copyOf(missedYears);
		remainingYears = List.copyOf(remainingYears);
		requiredMissing = List.copyOf(requiredMissing);
	}

	/**
	 * Judges an indicator that has figures of its own. What groups come to, and how the
	 * indicators of a plan rank, is for {@link PlanPeriod}.
	 */
	public static PeriodAttainment judge(IndicatorPeriod period) {
		return new PeriodJudge(new PeriodSeries(period)).judge();
	}

	/**
	 * What a group comes to: the period of the row that decides it, without the numbers
	 * that are that row's own.
	 */
	PeriodAttainment ofGroup(Verdict by, boolean estimated) {
		return new PeriodAttainment(this.latestYear, by, estimated, null, null, null, null, this.missingYears,
				this.missedYears, this.remainingYears, null, List.of(), null, null, null, null, this.course, null, null,
				this.atRisk, null);
	}

	PeriodAttainment ranked(int rank) {
		return new PeriodAttainment(this.latestYear, this.verdict, this.provisional, this.value, this.targetToDate,
				this.target, this.targetsDifference, this.missingYears, this.missedYears, this.remainingYears,
				this.required, this.requiredMissing, this.pace, this.paceFactor, this.yearsHeld, this.yearsJudged,
				this.course, this.progress, this.projection, this.atRisk, rank);
	}

	/** Whether the issuer speaks of any year of it. */
	public boolean isAssigned() {
		return this.verdict != Verdict.NOT_ASSIGNED || this.latestYear != null || !this.remainingYears.isEmpty();
	}

	/**
	 * The course as far as it is that of this year: before its full-year figure there is
	 * none to be assessed.
	 */
	public Course courseOf(int year) {
		return (this.latestYear != null && this.latestYear == year) ? this.course : Course.NOT_ASSESSABLE;
	}

}
