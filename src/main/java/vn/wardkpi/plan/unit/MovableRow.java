package vn.wardkpi.plan.unit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An indicator of an adopted plan that a unit answers for or helps with.
 *
 * @param sub whether it stands below another row
 * @param answers whether the unit answers for it
 * @param inherited whether it has the units of the row above it
 * @param goesInto name of the unit to which it goes on a day to come
 * @param goesOn that day
 */
public record MovableRow(long planId, String planTitle, String no, String name, boolean sub, boolean answers,
		boolean inherited, @Nullable String goesInto, @Nullable LocalDate goesOn) {

	/** The row as a form names it. */
	public String key() {
		return this.planId + "/" + this.no;
	}

}
