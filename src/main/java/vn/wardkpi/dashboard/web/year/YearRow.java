package vn.wardkpi.dashboard.web.year;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.FigureText.Difference;
import vn.wardkpi.dashboard.web.OverrideNote;
import vn.wardkpi.dashboard.web.TargetAdjustment;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.dashboard.web.chart.Sparkline;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;

/**
 * An indicator in a year, a row of the table.
 *
 * @param previous the year before as it was published, or as approved here
 * @param adjusted from what, where the target is not the first one
 * @param overridden whether a reviewer set the verdict, of the indicator itself or of one
 * of its parts
 * @param override why, where it was set for the indicator itself
 * @param leftEmpty why there is no figure on purpose
 */
public record YearRow(IndicatorRow indicator, String address, @Nullable String previous, @Nullable String target,
		@Nullable TargetAdjustment adjusted, FigureText actual, @Nullable Difference difference, Verdict verdict,
		boolean provisional, Verdict computed, boolean overridden, @Nullable OverrideNote override,
		@Nullable String leftEmpty, @Nullable String period, Course course, @Nullable Sparkline spark) {

	public static YearRow of(IndicatorYear row, YearView view, YearAddress address) {
		ActualRow actual = row.actual();
		boolean partOfYear = actual != null && !actual.figure().period().isFullYear();
		return new YearRow(row.indicator(), address.indicator(view.plan().id(), row.indicator().no()),
				previous(row, view.year()), (row.target() != null) ? row.target().target().text() : null,
				TargetAdjustment.of(row.target()),
				FigureText.of(actual, row.judgement(), row.indicator(), row.parsedTarget()),
				Difference.of(row.judgement(), row.indicator(), row.parsedTarget()), row.judgement().verdict(),
				row.judgement().provisional(), row.judgement().computed(), row.judgement().overridden(),
				OverrideNote.of(row), (row.leftEmpty() != null) ? row.leftEmpty().noDataReason() : null,
				(partOfYear && actual != null) ? actual.figure().period().name() : null, row.course(),
				Sparkline.of(row.path()));
	}

	private static @Nullable String previous(IndicatorYear row, int year) {
		ActualRow before = row.path().actuals().get(year - 1);
		if (before != null) {
			BigDecimal value = row.path().values().get(year - 1);
			return FigureText.of(before.figure(), value, row.indicator(), row.parsedTarget()).main();
		}
		Baseline baseline = row.indicator().baseline();
		return (baseline != null && baseline.year() == year - 1) ? baseline.text() : null;
	}

	public boolean sub() {
		return this.indicator.rule().parentNo() != null;
	}

}
