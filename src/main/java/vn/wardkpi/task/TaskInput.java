package vn.wardkpi.task;

import org.jspecify.annotations.Nullable;

/**
 * A task as it was typed or sent; what is {@code null} was left out.
 *
 * @param no number of an indicator, empty for the plan as a whole
 * @param leadUnit code of the lead unit
 * @param due a day, as 2026-12-14 or 14/12/2026
 * @param state a name of {@link TaskState}; planned where it is left out
 * @param done a day; today where a task is done and no day is named
 */
public record TaskInput(@Nullable String no, @Nullable String what, @Nullable String leadUnit, @Nullable String person,
		@Nullable String due, @Nullable String product, @Nullable String authority, @Nullable String state,
		@Nullable String done) {

	/**
	 * This, and what is left out as it stands.
	 */
	TaskInput over(TaskInput standing) {
		return new TaskInput(first(this.no, standing.no), first(this.what, standing.what),
				first(this.leadUnit, standing.leadUnit), first(this.person, standing.person),
				first(this.due, standing.due), first(this.product, standing.product),
				first(this.authority, standing.authority), first(this.state, standing.state), doneOver(standing));
	}

	/** The day of a task that is open again falls away. */
	private @Nullable String doneOver(TaskInput standing) {
		boolean reopened = this.state != null && !this.state.equals(TaskState.DONE.name());
		return reopened ? this.done : first(this.done, standing.done);
	}

	private static @Nullable String first(@Nullable String one, @Nullable String other) {
		return (one != null) ? one : other;
	}

}
