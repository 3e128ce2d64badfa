package vn.wardkpi.plan.decision;

import java.util.List;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A decision got its document.
 *
 * @param decision how it is called
 * @param file name and size, as people read them
 */
public record DecisionFileAttached(String actor, WardCode ward, long planId, String decision,
		String file) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.DECISION, this.decision, Action.CHANGED)
			.in(this.ward)
			.ofPlan(this.planId)
			.to(this.file));
	}

}
