package vn.wardkpi.dashboard.web.year;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.dashboard.IndicatorOverPeriod;
import vn.wardkpi.dashboard.JudgedPlan;
import vn.wardkpi.dashboard.PeriodView;
import vn.wardkpi.dashboard.web.FigureText;
import vn.wardkpi.dashboard.web.OverrideNote;
import vn.wardkpi.dashboard.web.RequiredPace;
import vn.wardkpi.dashboard.web.YearAddress;
import vn.wardkpi.dashboard.web.chart.Sparkline;
import vn.wardkpi.plan.IndicatorRow;

/**
 * What the page of a whole period shows.
 *
 * @param courses how many counted indicators are on which course
 */
record PeriodPage(PeriodView view, YearAddress address, List<PeriodIssuer> issuers, Map<Course, Integer> courses,
		List<PeriodRow> rows) {

	PeriodPage {
		issuers = List.copyOf(issuers);
		rows = List.copyOf(rows);
	}

	static PeriodPage of(JudgedPlan plan, Issuer issuer, YearAddress address) {
		PeriodView view = plan.period(issuer);
		Map<Course, Integer> courses = new EnumMap<>(Course.class);
		view.indicators()
			.stream()
			.filter((row) -> row.indicator().rule().role() != IndicatorRole.BREAKDOWN)
			.forEach((row) -> courses.merge(row.attainment().course(), 1, Integer::sum));
		return new PeriodPage(view, address,
				plan.known()
					.issuers()
					.stream()
					.map((each) -> new PeriodIssuer(each, address.of(each).toString(), each == issuer))
					.toList(),
				courses, view.indicators().stream().map((row) -> PeriodRow.of(row, address, view)).toList());
	}

	record PeriodIssuer(Issuer issuer, String address, boolean current) {
	}

	/**
	 * An indicator over the period.
	 *
	 * @param overrides years whose verdict a reviewer set
	 */
	record PeriodRow(IndicatorRow indicator, String address, @Nullable String target, PeriodAttainment attainment,
			@Nullable String value, @Nullable String targetToDate, @Nullable RequiredPace pace,
			@Nullable Sparkline spark, List<OverrideNote> overrides) {

		PeriodRow {
			overrides = List.copyOf(overrides);
		}

		static PeriodRow of(IndicatorOverPeriod row, YearAddress address, PeriodView view) {
			PeriodAttainment period = row.attainment();
			return new PeriodRow(row.indicator(), address.indicator(view.plan().id(), row.indicator().no()),
					(row.target() != null) ? row.target().target().text() : null, period,
					number(period.value(), row.indicator()), number(period.targetToDate(), row.indicator()),
					RequiredPace.of(row.indicator(), period), Sparkline.of(row.path()),
					OverrideNote.of(row.overrides()));
		}

		private static @Nullable String number(@Nullable BigDecimal value, IndicatorRow indicator) {
			return (value != null) ? FigureText.number(value, 0, indicator, null) : null;
		}

		public boolean sub() {
			return this.indicator.rule().parentNo() != null;
		}

	}

}
