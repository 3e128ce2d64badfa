package vn.wardkpi.calendar;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.calendar.RulesInForce.Source;
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

	/** {@code null} for the rules for all wards. */
	@Nullable WardCode ward();

	/** The record of it. */
	RecordedChange change();

	@Override
	default List<RecordedChange> changes() {
		return List.of(change().in(ward()));
	}

	/**
	 * @param after what applies now, which may be what others chose
	 */
	record SettingsChanged(String actor, @Nullable WardCode ward, CalendarSettings before,
			RulesInForce after) implements CalendarEvent {

		@Override
		public RecordedChange change() {
			return RecordedChange.of(Subject.SETTING, "calendar", Action.CHANGED)
				.from(this.before.summary())
				.to(followed() + this.after.settings().summary());
		}

		private String followed() {
			Source chooser = (this.ward != null) ? Source.WARD : Source.INSTALLATION;
			return (this.after.source() != chooser) ? "DEFAULT · " : "";
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
