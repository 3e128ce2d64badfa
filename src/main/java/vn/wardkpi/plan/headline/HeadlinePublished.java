package vn.wardkpi.plan.headline;

import java.util.List;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * What a report of the ward says of a year came on record.
 */
public record HeadlinePublished(String actor, WardCode ward, long planId,
		PublishedHeadline headline) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		String key = this.headline.year() + " " + this.headline.stage() + " " + this.headline.issuer();
		return List.of(RecordedChange.of(Subject.HEADLINE, key, Action.CREATED)
			.in(this.ward)
			.ofPlan(this.planId)
			.to(this.headline.attained() + "/" + this.headline.assigned())
			.because(this.headline.source()));
	}

}
