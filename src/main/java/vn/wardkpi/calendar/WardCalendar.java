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
 * @param rules those of the ward, or what it follows without any
 * @param own days given to single periods
 * @param extensions those in force
 */
public record WardCalendar(RulesInForce rules, Map<YearPeriod, OwnDates> own, List<Extension> extensions) {

	public WardCalendar {
		own = Map.copyOf(own);
		extensions = List.copyOf(extensions);
	}

	public CalendarSettings settings() {
		return this.rules.settings();
	}

	/** The periods the ward uses, in their order. */
	public List<ReportingPeriod> periods() {
		return settings().periods().stream().sorted().toList();
	}

	/**
	 * The days of a period; also of one that the ward does not use.
	 */
	public PeriodDates dates(YearPeriod of) {
		OwnDates given = this.own.get(of);
		if (given == null) {
			return settings().dates(of);
		}
		return new PeriodDates(of, given.opensOn(), given.closesOn(), settings().sendBy(of.period(), given.closesOn()),
				true);
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
				settings().enforced());
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

	/**
	 * The periods of these years whose figures are asked for on a day: they have opened,
	 * and no later figures took their place. Those of a month are cumulative, so the next
	 * period of the year replaces them when it opens, and FINAL the estimate; FINAL
	 * itself stays until the next year's. An extension keeps its period.
	 */
	public List<YearPeriod> asked(Collection<Integer> years, LocalDate today) {
		return years.stream()
			.flatMap((year) -> periods().stream().map((period) -> new YearPeriod(year, period)))
			.filter((of) -> !today.isBefore(dates(of).opensOn()))
			.filter((of) -> !isReplaced(of, today) || isExtended(of, today))
			.toList();
	}

	/**
	 * The next period to open after a day, with its days.
	 */
	public Optional<PeriodDates> next(Collection<Integer> years, LocalDate today) {
		return years.stream()
			.flatMap((year) -> periods().stream().map((period) -> dates(new YearPeriod(year, period))))
			.filter((dates) -> dates.opensOn().isAfter(today))
			.min(Comparator.comparing(PeriodDates::opensOn));
	}

	private boolean isReplaced(YearPeriod of, LocalDate today) {
		if (of.period() == ReportingPeriod.FINAL) {
			return !today.isBefore(dates(new YearPeriod(of.year() + 1, ReportingPeriod.FINAL)).opensOn());
		}
		return periods().stream()
			.filter((period) -> period.compareTo(of.period()) > 0)
			.anyMatch((period) -> !today.isBefore(dates(new YearPeriod(of.year(), period)).opensOn()));
	}

	private boolean isExtended(YearPeriod of, LocalDate today) {
		return this.extensions.stream().anyMatch((one) -> one.of().equals(of) && !today.isAfter(one.until()));
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
