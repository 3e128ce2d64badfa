package vn.wardkpi.calendar.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.Extension;
import vn.wardkpi.calendar.PeriodDates;
import vn.wardkpi.calendar.WardCalendar;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Role;

/**
 * The days of a year's reporting periods as one person has to keep them.
 *
 * @param remindDays how many days before the last one people are reminded
 */
record Deadlines(int year, int remindDays, List<Row> rows) {

	Deadlines {
		rows = List.copyOf(rows);
	}

	static Deadlines of(WardCalendar calendar, int year, Actor actor) {
		return new Deadlines(year, calendar.settings().remindDays(), calendar.periods().stream().map((period) -> {
			YearPeriod of = new YearPeriod(year, period);
			PeriodDates dates = calendar.dates(of);
			return new Row(period, dates,
					calendar.extensions()
						.stream()
						.filter((extension) -> extension.of().equals(of))
						.filter((extension) -> extension.until().isAfter(dates.sendBy()))
						.filter((extension) -> concerns(extension, actor))
						.toList());
		}).toList());
	}

	/** Of another unit's time an official need not know; whoever reviews does. */
	private static boolean concerns(Extension extension, Actor actor) {
		return actor.role() != Role.OFFICIAL || actor.allLeadUnits()
				|| actor.leadUnits().contains(extension.leadUnit());
	}

	/**
	 * @param extensions of this person's units
	 */
	record Row(ReportingPeriod period, PeriodDates dates, List<Extension> extensions) {

		Row {
			extensions = List.copyOf(extensions);
		}

		/** Days to the last one, 0 on it, negative after it. */
		public long left(LocalDate today) {
			return ChronoUnit.DAYS.between(today, this.dates.sendBy());
		}

		public boolean isOpen(LocalDate today) {
			return !today.isBefore(this.dates.opensOn()) && left(today) >= 0;
		}

	}

}
