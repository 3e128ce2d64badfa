package vn.wardkpi.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The days on which a lead unit enters and hands in one period's figures.
 *
 * @param opensOn the first day
 * @param closesOn the last day: that for sending, some working days after the data were
 * closed, or the end of an extension
 * @param extended whether the lead unit was given more time
 * @param enforced whether the days lock, or only remind
 */
public record EntryWindow(LocalDate opensOn, LocalDate closesOn, boolean extended, boolean enforced) {

	/**
	 * Why nothing may be entered on a day; empty if it may, and always where the days
	 * only remind.
	 */
	public Optional<Closed> closedOn(LocalDate day) {
		if (!this.enforced) {
			return Optional.empty();
		}
		if (isBefore(day)) {
			return Optional.of(Closed.NOT_OPEN);
		}
		return isOver(day) ? Optional.of(Closed.DEADLINE_PASSED) : Optional.empty();
	}

	/** Whether a day is before the first one, locked or not. */
	public boolean isBefore(LocalDate day) {
		return day.isBefore(this.opensOn);
	}

	/** Whether a day is after the last one, locked or not. */
	public boolean isOver(LocalDate day) {
		return day.isAfter(this.closesOn);
	}

	/** Days from a day to the last one, 0 on it and negative after it. */
	public long daysLeft(LocalDate day) {
		return ChronoUnit.DAYS.between(day, this.closesOn);
	}

	/**
	 * Why a window is closed.
	 */
	public enum Closed {

		NOT_OPEN, DEADLINE_PASSED

	}

}
