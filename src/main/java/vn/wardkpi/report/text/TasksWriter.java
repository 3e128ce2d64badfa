package vn.wardkpi.report.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.task.Task;

/**
 * The tasks of the action programme that were open after their last day.
 */
final class TasksWriter {

	private final ReportWords words;

	private final ReportMaterial material;

	TasksWriter(ReportWords words, ReportMaterial material) {
		this.words = words;
		this.material = material;
	}

	/** Nothing where no task was ever written down. */
	void write(Paragraphs text) {
		if (this.material.tasks().isEmpty()) {
			return;
		}
		LocalDate day = this.material.judged().asOf();
		List<Task> late = this.material.tasks().stream().filter((task) -> isLate(task, day)).toList();
		text.section(this.words.of("section.tasks"));
		text.paragraph(this.words.of(late.isEmpty() ? "tasks.none" : "tasks.some", VietnameseDay.write(day),
				String.valueOf(late.size()), String.valueOf(this.material.tasks().size())));
		for (Task task : late) {
			String who = (task.person() != null) ? task.unit().name() + ", " + task.person() : task.unit().name();
			text.item(this.words.of("tasks.late", withoutStop(task.what()), who, VietnameseDay.write(task.due()),
					String.valueOf(ChronoUnit.DAYS.between(task.due(), day))));
		}
	}

	private static boolean isLate(Task task, LocalDate day) {
		LocalDate done = task.done();
		return task.due().isBefore(day) && (task.state().isOpen() || (done != null && done.isAfter(day)));
	}

	private static String withoutStop(String text) {
		String plain = text.strip();
		return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
	}

}
