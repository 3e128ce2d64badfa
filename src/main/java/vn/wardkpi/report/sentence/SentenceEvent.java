package vn.wardkpi.report.sentence;

import java.util.List;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A ward wrote a sentence of its reports, or went back to the program's own; published
 * within the transaction that does it.
 */
public record SentenceEvent(String actor, WardCode ward, String key, String before, String after) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.SETTING, "report-sentence " + this.key, Action.CHANGED)
			.in(this.ward)
			.from(this.before)
			.to(this.after));
	}

}
