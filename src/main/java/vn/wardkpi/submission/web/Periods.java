package vn.wardkpi.submission.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.WardCalendar;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Years and reporting periods that people choose.
 */
public final class Periods {

	private Periods() {
	}

	/**
	 * The ward whose forms somebody works on.
	 */
	public static WardCode ward(Actor actor) {
		WardCode ward = actor.ward();
		if (ward == null) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
		return ward;
	}

	/**
	 * What was chosen, else what the ward's calendar says is being reported today.
	 * @param years those that the ward's plans cover
	 */
	public static Choice choose(WardCalendar calendar, Set<Integer> years, @Nullable Integer year,
			@Nullable ReportingPeriod period, LocalDate today) {
		YearPeriod current = calendar.current(years, today)
			.orElseGet(() -> new YearPeriod(today.getYear(), ReportingPeriod.ESTIMATE));
		int wanted = (year != null) ? year : current.year();
		if (!years.isEmpty() && !years.contains(wanted)) {
			wanted = current.year();
		}
		return new Choice(wanted, (period != null) ? period : current.period(), years.stream().sorted().toList(),
				List.of(ReportingPeriod.values()));
	}

	public static Set<Integer> years(List<PlanSummary> plans) {
		Set<Integer> years = new TreeSet<>();
		plans.forEach((plan) -> IntStream.rangeClosed(plan.fromYear(), plan.toYear()).forEach(years::add));
		return years;
	}

	/**
	 * @param years those that the ward's plans cover
	 */
	public record Choice(int year, ReportingPeriod period, List<Integer> years, List<ReportingPeriod> periods) {
	}

}
