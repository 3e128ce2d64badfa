package vn.wardkpi.dashboard.web.year;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.PeriodView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.JudgedUntil;
import vn.wardkpi.dashboard.web.OverrideNote;
import vn.wardkpi.dashboard.web.ProjectedEnd;
import vn.wardkpi.dashboard.web.RequiredPace;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.dashboard.web.chart.Sparkline;
import vn.wardkpi.plan.IndicatorRow;

/**
 * An indicator over the period.
 *
 * @param value to date; of what is held every year the years held of those judged
 * @param overrides years whose verdict a reviewer set
 */
record PeriodRow(IndicatorRow indicator, String address, @Nullable String target, Attained attainment,
		@Nullable String value, @Nullable String targetToDate, @Nullable JudgedUntil until, @Nullable RequiredPace pace,
		@Nullable ProjectedEnd end, @Nullable Sparkline spark, List<OverrideNote> overrides) {

	PeriodRow {
		overrides = List.copyOf(overrides);
	}

	static PeriodRow of(IndicatorOverPeriod row, YearAddress address, PeriodView view, int until) {
		PeriodAttainment period = row.attainment();
		IndicatorRow indicator = row.indicator();
		return new PeriodRow(indicator, address.indicator(view.plan().id(), indicator.no()),
				(row.target() != null) ? row.target().target().text() : null, Attained.of(period),
				value(period, indicator), isHeld(indicator) ? null : number(period.targetToDate(), indicator),
				JudgedUntil.of(period, row.path(), until), RequiredPace.of(indicator, period),
				ProjectedEnd.of(indicator, period, row.target()), Sparkline.of(row.path()),
				OverrideNote.of(row.overrides()));
	}

	private static boolean isHeld(IndicatorRow indicator) {
		return indicator.rule().accumulation() == Accumulation.EVERY_YEAR;
	}

	private static @Nullable String value(PeriodAttainment period, IndicatorRow indicator) {
		Integer judged = period.yearsJudged();
		if (isHeld(indicator)) {
			return (judged != null && judged > 0) ? period.yearsHeld() + "/" + judged : null;
		}
		return number(period.value(), indicator);
	}

	private static @Nullable String number(@Nullable BigDecimal value, IndicatorRow indicator) {
		return (value != null) ? FigureText.number(value, 0, indicator, null) : null;
	}

	public boolean sub() {
		return this.indicator.rule().parentNo() != null;
	}

	/**
	 * What a row shows of it; not its rank among the others, so that a row stays equal
	 * when another changes.
	 *
	 * @param yearsJudged of what is held every year
	 */
	record Attained(Verdict verdict, boolean provisional, Course course, @Nullable Integer yearsJudged) {

		private static Attained of(PeriodAttainment period) {
			return new Attained(period.verdict(), period.provisional(), period.course(), period.yearsJudged());
		}

	}

}
