package vn.wardkpi.plan.unit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which indicators go over from a unit to another, and from when.
 *
 * @param into code of the unit that has its place from then on
 * @param from the first day on which it does
 */
public record IndicatorMove(List<Row> rows, @Nullable String into, @Nullable LocalDate from) {

	public IndicatorMove {
		rows = List.copyOf(rows);
	}

	/**
	 * @param no number in the plan
	 */
	public record Row(long planId, String no) {
	}

}
