package vn.wardkpi.task;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.ward.LeadUnitRow;

/**
 * A task of a plan's action programme.
 *
 * @param no number of the indicator that it serves; {@code null} where it serves the plan
 * as a whole
 * @param indicator name of that indicator, as it is called today
 * @param unit the lead unit that answers for it
 * @param person who does it
 * @param due the last day
 * @param product what comes of it
 * @param authority who decides or signs
 * @param done the day it was done
 */
public record Task(long id, long planId, @Nullable String no, @Nullable String indicator, String what, LeadUnitRow unit,
		@Nullable String person, LocalDate due, @Nullable String product, @Nullable String authority, TaskState state,
		@Nullable LocalDate done, int version) {

	/**
	 * Whether it is still open after its last day.
	 */
	public boolean isLate(LocalDate today) {
		return this.state.isOpen() && this.due.isBefore(today);
	}

	/** As it was typed, so that it can be typed again. */
	public TaskInput input() {
		return new TaskInput(this.no, this.what, this.unit.code(), this.person, this.due.toString(), this.product,
				this.authority, this.state.name(), (this.done != null) ? this.done.toString() : null);
	}

}
