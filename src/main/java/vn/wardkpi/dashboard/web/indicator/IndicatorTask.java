package vn.wardkpi.dashboard.web.indicator;

import java.time.LocalDate;

import vn.wardkpi.task.Task;

/**
 * A task that serves the indicator.
 *
 * @param late whether it is open after its last day
 */
record IndicatorTask(Task task, boolean late) {

	static IndicatorTask of(Task task, LocalDate today) {
		return new IndicatorTask(task, task.isLate(today));
	}

}
