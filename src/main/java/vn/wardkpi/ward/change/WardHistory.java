package vn.wardkpi.ward.change;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a ward was called and made of, and what came of it.
 *
 * @param from the first day in this form, if known
 * @param until the first day on which it is no more
 */
public record WardHistory(@Nullable LocalDate from, @Nullable LocalDate until, List<FormerName> names,
		List<Relative> predecessors, List<Relative> successors) {

	public WardHistory {
		names = List.copyOf(names);
		predecessors = List.copyOf(predecessors);
		successors = List.copyOf(successors);
	}

	/**
	 * @param until the first day on which it was called otherwise
	 */
	public record FormerName(String name, LocalDate until, String source) {
	}

	/**
	 * @param code where it has one here
	 * @param part whether only a part of it
	 */
	public record Relative(@Nullable String code, String name, boolean part, String source) {
	}

}
