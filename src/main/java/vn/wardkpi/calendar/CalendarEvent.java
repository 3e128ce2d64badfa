package vn.wardkpi.calendar;

import java.time.LocalDate;
import java.util.List;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;

/**
 * Something that was done to a ward's reporting calendar, published within the
 * transaction that does it.
 */
public sealed interface CalendarEvent extends Recorded {

	WardCode ward();

	/** The record of it. */
	RecordedChange change();

	@Override
	default List<RecordedChange> changes() {
		return List.of(change().in(ward()));
	}

	record SettingsChanged(String actor, WardCode ward, CalendarSettings before,
			CalendarSettings after) implements CalendarEvent {

		@Override
		public RecordedChange change() {
			return RecordedChange.of(Subject.SETTING, "calendar", Action.CHANGED)
				.from(this.before.summary())
				.to(this.after.summary());
		}

	}

	/**
	 * A period has days of its own.
	 */
	record DatesSet(String actor, WardCode ward, YearPeriod of, PeriodDates before,
			PeriodDates after) implements CalendarEvent {

		@Override
		public RecordedChange change() {
			return dates(this.of, Action.CHANGED, this.before, this.after);
		}

	}

	/**
	 * The days by rule hold again.
	 */
	record DatesRestored(String actor, WardCode ward, YearPeriod of, PeriodDates before,
			PeriodDates after) implements CalendarEvent {

		@Override
		public RecordedChange change() {
			return dates(this.of, Action.RESTORED, this.before, this.after);
		}

	}

	/**
	 * @param leadUnit code of the unit that has more time
	 * @param before the last day until then
	 */
	record ExtensionGranted(String actor, WardCode ward, YearPeriod of, String leadUnit, LocalDate before,
			LocalDate until, String reason) implements CalendarEvent {

		@Override
		public RecordedChange change() {
			return lastDay(this.of, this.leadUnit, Action.EXTENDED, this.before, this.until).because(this.reason);
		}

	}

	/**
	 * @param leadUnit code of the unit that had more time
	 * @param sendBy the last day that holds again
	 */
	record ExtensionRevoked(String actor, WardCode ward, YearPeriod of, String leadUnit, LocalDate until,
			LocalDate sendBy) implements CalendarEvent {

		@Override
		public RecordedChange change() {
			return lastDay(this.of, this.leadUnit, Action.REVOKED, this.until, this.sendBy);
		}

	}

	private static RecordedChange dates(YearPeriod of, Action action, PeriodDates before, PeriodDates after) {
		return RecordedChange.of(Subject.CALENDAR, of.toString(), action).from(span(before)).to(span(after));
	}

	private static RecordedChange lastDay(YearPeriod of, String leadUnit, Action action, LocalDate before,
			LocalDate after) {
		return RecordedChange.of(Subject.CALENDAR, of + " " + leadUnit, action)
			.from(VietnameseDay.write(before))
			.to(VietnameseDay.write(after));
	}

	private static String span(PeriodDates dates) {
		return VietnameseDay.write(dates.opensOn()) + "–" + VietnameseDay.write(dates.closesOn());
	}

}
