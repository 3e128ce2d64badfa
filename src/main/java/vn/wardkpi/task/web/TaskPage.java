package vn.wardkpi.task.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.task.Task;

/**
 * The action programme as a page shows it.
 *
 * @param shown what is shown of it
 * @param tabs what else could be
 * @param writes whether the reader may write any task down
 */
record TaskPage(PlanSummary plan, Shown shown, List<Tab> tabs, List<Row> rows, boolean empty, boolean writes) {

	static TaskPage of(PlanSummary plan, List<Task> tasks, Shown shown, List<String> writableUnits, LocalDate today) {
		List<Tab> tabs = Arrays.stream(Shown.values())
			.map((one) -> new Tab(one, tasks.stream().filter((task) -> one.holds(task, today)).count(), one == shown))
			.toList();
		List<Row> rows = tasks.stream()
			.filter((task) -> shown.holds(task, today))
			.map((task) -> new Row(task, task.isLate(today), writableUnits.contains(task.unit().code())))
			.toList();
		return new TaskPage(plan, shown, tabs, rows, tasks.isEmpty(), !writableUnits.isEmpty());
	}

	/**
	 * @param late whether it is open after its last day
	 * @param writable whether the reader may change it
	 */
	record Row(Task task, boolean late, boolean writable) {
	}

	record Tab(Shown shown, long count, boolean current) {
	}

	/**
	 * Which tasks are shown.
	 */
	enum Shown {

		ALL, LATE, OPEN, DONE;

		static Shown of(@Nullable String asked) {
			return Arrays.stream(values()).filter((one) -> one.name().equals(asked)).findFirst().orElse(ALL);
		}

		boolean holds(Task task, LocalDate today) {
			return switch (this) {
				case ALL -> true;
				case LATE -> task.isLate(today);
				case OPEN -> task.state().isOpen();
				case DONE -> !task.state().isOpen();
			};
		}

	}

}
