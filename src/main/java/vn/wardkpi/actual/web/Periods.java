package vn.wardkpi.actual.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Years and reporting periods as paths name them and as people choose them.
 */
final class Periods {

	private Periods() {
	}

	static ReportingPeriod require(String name) {
		return Stream.of(ReportingPeriod.values())
			.filter((period) -> period.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "period.unknown", name));
	}

	/**
	 * The ward whose forms somebody works on.
	 */
	static WardCode ward(Actor actor) {
		WardCode ward = actor.ward();
		if (ward == null) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
		return ward;
	}

	/**
	 * What was chosen, else what is due around today: a quarter's figures from the month
	 * it ends in, the estimate at the end of the year, final figures in the first two
	 * months of the next.
	 */
	static Choice choose(List<PlanSummary> plans, @Nullable Integer year, @Nullable ReportingPeriod period,
			LocalDate today) {
		Set<Integer> years = new TreeSet<>();
		plans.forEach((plan) -> IntStream.rangeClosed(plan.fromYear(), plan.toYear()).forEach(years::add));
		Due due = due(today);
		int wanted = (year != null) ? year : due.year();
		if (!years.isEmpty() && !years.contains(wanted)) {
			wanted = years.stream()
				.min((one, other) -> Integer.compare(Math.abs(one - due.year()), Math.abs(other - due.year())))
				.orElse(wanted);
		}
		return new Choice(wanted, (period != null) ? period : due.period(), List.copyOf(years),
				List.of(ReportingPeriod.values()));
	}

	private static Due due(LocalDate today) {
		int year = today.getYear();
		return switch (today.getMonth()) {
			case JANUARY, FEBRUARY -> new Due(year - 1, ReportingPeriod.FINAL);
			case MARCH, APRIL, MAY -> new Due(year, ReportingPeriod.M03);
			case JUNE, JULY, AUGUST -> new Due(year, ReportingPeriod.M06);
			case SEPTEMBER, OCTOBER -> new Due(year, ReportingPeriod.M09);
			case NOVEMBER, DECEMBER -> new Due(year, ReportingPeriod.ESTIMATE);
		};
	}

	private record Due(int year, ReportingPeriod period) {
	}

	/**
	 * @param years those that the ward's plans cover
	 */
	record Choice(int year, ReportingPeriod period, List<Integer> years, List<ReportingPeriod> periods) {
	}

}
