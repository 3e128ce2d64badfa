package vn.wardkpi.dashboard.web.year;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.dashboard.OpenWork.LateTask;
import vn.wardkpi.dashboard.YearView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.FigureText.Difference;
import vn.wardkpi.dashboard.web.OverrideNote;
import vn.wardkpi.dashboard.web.RequiredPace;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.plan.IndicatorRow;

/**
 * An indicator that the council should look at.
 *
 * @param pace what the remaining years must bring
 * @param late tasks that serve it or one of its parts
 */
record YearAttention(IndicatorRow indicator, String address, Verdict verdict, boolean provisional, Course course,
		FigureText actual, @Nullable String target, @Nullable Difference difference, @Nullable RequiredPace pace,
		@Nullable String cause, @Nullable String remedy, @Nullable OverrideNote override, List<LateTask> late) {

	YearAttention {
		late = List.copyOf(late);
	}

	public static YearAttention of(IndicatorYear row, List<IndicatorYear> parts, YearView view, YearAddress address,
			List<LateTask> late) {
		IndicatorYear deciding = row;
		if (row.indicator().rule().role() == IndicatorRole.GROUP) {
			deciding = parts.stream()
				.filter((part) -> part.judgement().verdict() == row.judgement().verdict())
				.findFirst()
				.orElse(row);
		}
		ActualRow actual = deciding.actual();
		return new YearAttention(row.indicator(), address.indicator(view.plan().id(), row.indicator().no()),
				row.judgement().verdict(), row.judgement().provisional(), row.course(),
				FigureText.of(actual, deciding.judgement(), deciding.indicator(), deciding.parsedTarget()),
				(deciding.target() != null) ? deciding.target().target().text() : null,
				Difference.of(deciding.judgement(), deciding.indicator(), deciding.parsedTarget()),
				RequiredPace.orMissed(deciding.indicator(), deciding.toDate(), view.year()),
				(actual != null) ? actual.cause() : null, (actual != null) ? actual.remedy() : null,
				(row.override() != null) ? OverrideNote.of(row) : OverrideNote.of(deciding), late);
	}

}
