package vn.wardkpi.ward;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A lead unit with what it was and will be called.
 *
 * @param name as of today
 * @param beginsOn from the first; {@code null} where it always was there
 * @param endsOn no longer from this day on; {@code null} where it stays
 * @param mergedInto code of the unit that answers in its place
 * @param open whether it is there today
 * @param indicators how many indicators of drafts and adopted plans name it
 * @param names every name with the day from which it holds, the first one without a day
 */
public record LeadUnitHistory(String code, String name, @Nullable LocalDate beginsOn, @Nullable LocalDate endsOn,
		@Nullable String mergedInto, @Nullable String mergedIntoName, boolean open, int indicators, List<Name> names) {

	public LeadUnitHistory {
		names = List.copyOf(names);
	}

	/**
	 * @param from the first day of this name
	 */
	public record Name(String name, @Nullable LocalDate from) {
	}

}
