package vn.wardkpi.task;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;

/**
 * A task was written down or changed.
 *
 * @param before as it was; {@code null} for a new one
 */
public record TaskEvent(String actor, WardCode ward, @Nullable Task before, Task after) implements Recorded {

	private static final int KEY = 100;

	@Override
	public List<RecordedChange> changes() {
		RecordedChange change = RecordedChange
			.of(Subject.TASK, FreeText.shortened(this.after.what(), KEY),
					(this.before != null) ? Action.CHANGED : Action.CREATED)
			.in(this.ward)
			.ofPlan(this.after.planId())
			.from((this.before != null) ? state(this.before) : null)
			.to(state(this.after));
		String no = this.after.no();
		return List.of((no != null) ? change.ofIndicator(no) : change);
	}

	/** What it consists of, in the order in which the audit reads it. */
	private static String state(Task task) {
		return String.join(" · ", part(task.what()), part(task.no()), part(task.unit().name()), part(task.person()),
				VietnameseDay.write(task.due()), part(task.product()), part(task.authority()), task.state().name(),
				(task.done() != null) ? VietnameseDay.write(task.done()) : "");
	}

	private static String part(@Nullable String text) {
		return (text != null) ? text.replace(" · ", ", ") : "";
	}

}
