package vn.wardkpi.report.archive;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A report was issued, or came back signed.
 *
 * @param report its code and what it is called
 * @param file name and size of the signed document; {@code null} when it was issued
 */
record ReportEvent(String actor, WardCode ward, long planId, String report, @Nullable String file) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List
			.of(RecordedChange.of(Subject.REPORT, this.report, (this.file != null) ? Action.CHANGED : Action.CREATED)
				.in(this.ward)
				.ofPlan(this.planId)
				.to(this.file));
	}

}
