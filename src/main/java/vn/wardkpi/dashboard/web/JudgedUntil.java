package vn.wardkpi.dashboard.web;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.period.PeriodAttainment;
import vn.wardkpi.dashboard.IndicatorPath;

/**
 * Up to which year a period was judged.
 *
 * @param year the latest with a full-year figure
 * @param missing years that should have one by now and have none, "2027, 2028"; empty for
 * none
 * @param missed years that missed what is held every year; empty for none
 * @param newerYear the year of a figure that is newer and of part of its year only
 */
public record JudgedUntil(String year, String missing, String missed, @Nullable String newerYear,
		@Nullable ReportingPeriod newer) {

	/**
	 * @param planUntil the latest year of which the plan has any full-year figure
	 * @return {@code null} where nothing was judged
	 */
	public static @Nullable JudgedUntil of(PeriodAttainment period, IndicatorPath path, int planUntil) {
		Integer latest = period.latestYear();
		if (latest == null) {
			return null;
		}
		NavigableSet<Integer> missing = new TreeSet<>(period.missingYears());
		period.remainingYears()
			.stream()
			.filter((year) -> year <= planUntil && (path.goals().isEmpty() || path.goals().containsKey(year)))
			.forEach(missing::add);
		ActualRow newer = path.actuals()
			.tailMap(latest, false)
			.values()
			.stream()
			.filter((row) -> !row.figure().period().isFullYear())
			.reduce((earlier, later) -> later)
			.orElse(null);
		return new JudgedUntil(String.valueOf(latest), years(missing), years(period.missedYears()),
				(newer != null) ? String.valueOf(newer.year()) : null,
				(newer != null) ? newer.figure().period() : null);
	}

	private static String years(Collection<Integer> years) {
		return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

}
