package vn.wardkpi.plan.annual;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A row of an annual plan shows the figures of a five-year indicator from now on, or no
 * longer.
 *
 * @param from number and name of the five-year indicator that it was linked to
 * @param to of that to which it is linked
 */
public record RowLinked(String actor, WardCode ward, long planId, String no, @Nullable String from,
		@Nullable String to) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.INDICATOR, this.no, Action.CHANGED)
			.in(this.ward)
			.ofPlan(this.planId)
			.ofIndicator(this.no)
			.from(this.from)
			.to(this.to));
	}

}
