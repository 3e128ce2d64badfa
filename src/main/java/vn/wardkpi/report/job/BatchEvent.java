package vn.wardkpi.report.job;

import java.util.List;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;

/**
 * Something that a person did with reports of many wards.
 *
 * @param batch what they are called
 */
record BatchEvent(String actor, String batch, Action action) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.REPORT, this.batch, this.action));
	}

}
