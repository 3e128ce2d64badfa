package vn.wardkpi.task.web;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;

import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.task.Task;
import vn.wardkpi.task.TaskInput;

/**
 * A task as it stands in the form.
 *
 * @param version that the writer saw
 */
record TaskForm(@Nullable String no, @Nullable String what, @Nullable String leadUnit, @Nullable String person,
		@Nullable String due, @Nullable String product, @Nullable String authority, @Nullable String state,
		@Nullable String done, @Nullable Integer version) {

	/** A new one, of this indicator or of none. */
	static TaskForm ofIndicator(@Nullable String no) {
		return new TaskForm(no, null, null, null, null, null, null, null, null, null);
	}

	static TaskForm of(Task task) {
		return new TaskForm(task.no(), task.what(), task.unit().code(), task.person(),
				VietnameseDay.write(task.due(), LocaleContextHolder.getLocale()), task.product(), task.authority(),
				task.state().name(),
				(task.done() != null) ? VietnameseDay.write(task.done(), LocaleContextHolder.getLocale()) : null,
				task.version());
	}

	TaskInput read() {
		return new TaskInput(text(this.no), text(this.what), text(this.leadUnit), text(this.person), text(this.due),
				text(this.product), text(this.authority), text(this.state), text(this.done));
	}

	/** A field of the form that is empty is emptied. */
	private static String text(@Nullable String typed) {
		return (typed != null) ? typed : "";
	}

}
