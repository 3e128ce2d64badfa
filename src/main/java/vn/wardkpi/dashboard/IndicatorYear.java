package vn.wardkpi.dashboard;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.TargetRow;

/**
 * An indicator in one year.
 *
 * @param actual the figure that was judged; where none could be, the latest of the year
 * @param toDate what the period came to until the end of that year
 * @param override the reviewer's verdict in force, if any
 * @param leftEmpty the cell that says why there is no figure, where there is none
 */
public record IndicatorYear(IndicatorRow indicator, int year, @Nullable TargetRow target, @Nullable ActualRow actual,
		Judgement judgement, PeriodAttainment toDate, @Nullable OverrideRow override, @Nullable ActualRow leftEmpty,
		IndicatorPath path) {

	/**
	 * The same for who shows this year alone and keeps it.
	 */
	public IndicatorYear withoutPath() {
		return new IndicatorYear(this.indicator, this.year, this.target, this.actual, this.judgement, this.toDate,
				this.override, this.leftEmpty, this.path.withoutYears());
	}

	/**
	 * As it stood at the end of that year.
	 */
	public Course course() {
		return this.toDate.courseOf(this.year);
	}

	public @Nullable ParsedTarget parsedTarget() {
		return (this.target != null) ? this.target.target() : null;
	}

}
