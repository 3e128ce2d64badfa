package vn.wardkpi.plan.publicpage;

import java.util.List;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A plan's public page was turned on or off.
 */
public record PublicPageTurned(String actor, WardCode ward, long planId, boolean on) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.SETTING, "public-page", Action.CHANGED)
			.in(this.ward)
			.ofPlan(this.planId)
			.from(word(!this.on))
			.to(word(this.on)));
	}

	private static String word(boolean on) {
		return on ? "ON" : "OFF";
	}

}
