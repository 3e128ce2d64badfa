package vn.wardkpi.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * All that is known of a ward's reporting days.
 *
 * @param own days given to single periods
 * @param extensions those in force
 */
public record WardCalendar(CalendarSettings settings, Map<YearPeriod, OwnDates> own, List<Extension> extensions) {

	public WardCalendar {
		own = Map.copyOf(own);
		extensions = List.copyOf(extensions);
	}

	/** The periods the ward uses, in their order. */
	public List<ReportingPeriod> periods() {
		return this.settings.periods().stream().sorted().toList();
	}

	/**
	 * The days of a period; also of one that the ward does not use.
	 */
	public PeriodDates dates(YearPeriod of) {
		OwnDates given = this.own.get(of);
		if (given == null) {
			return this.settings.dates(of);
		}
		return new PeriodDates(of, given.opensOn(), given.closesOn(),
				this.settings.sendBy(of.period(), given.closesOn()), true);
	}

	/**
	 * When a lead unit enters and hands in its figures.
	 */
	public EntryWindow window(YearPeriod of, String leadUnit) {
		PeriodDates dates = dates(of);
		Optional<LocalDate> extended = this.extensions.stream()
			.filter((extension) -> extension.of().equals(of) && extension.leadUnit().equals(leadUnit))
			.map(Extension::until)
			.filter((until) -> until.isAfter(dates.sendBy()))
			.findFirst();
		return new EntryWindow(dates.opensOn(), extended.orElse(dates.sendBy()), extended.isPresent(),
				this.settings.enforced());
	}

	/**
	 * The period of these years that is being reported on a day: of those open the one
	 * that ends first, else the one whose days are nearest.
	 */
	public Optional<YearPeriod> current(Collection<Integer> years, LocalDate today) {
		return years.stream()
			.flatMap((year) -> periods().stream().map((period) -> dates(new YearPeriod(year, period))))
			.min(Comparator.comparingLong((PeriodDates dates) -> distance(dates, today))
				.thenComparing(PeriodDates::sendBy))
			.map(PeriodDates::of);
	}

	private static long distance(PeriodDates dates, LocalDate day) {
		if (day.isBefore(dates.opensOn())) {
			return ChronoUnit.DAYS.between(day, dates.opensOn());
		}
		return Math.max(0, ChronoUnit.DAYS.between(dates.sendBy(), day));
	}

	/**
	 * Days given to a single period in place of those by rule.
	 */
	public record OwnDates(LocalDate opensOn, LocalDate closesOn, int version) {
	}

}
