package vn.wardkpi.plan.headline;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * What was recorded of a report was put right, or taken back.
 *
 * @param after {@code null} where it was taken back
 */
public record HeadlineCorrected(String actor, WardCode ward, long planId, PublishedHeadline before,
		@Nullable PublishedHeadline after, String reason) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		RecordedChange change = RecordedChange
			.of(Subject.HEADLINE, key(this.before), (this.after != null) ? Action.CHANGED : Action.WITHDRAWN)
			.in(this.ward)
			.ofPlan(this.planId)
			.from(words(this.before))
			.because(this.reason);
		return List.of((this.after != null) ? change.to(moved() + words(this.after)) : change);
	}

	private static String key(PublishedHeadline headline) {
		return headline.year() + " " + headline.stage() + " " + headline.issuer();
	}

	private static String words(PublishedHeadline headline) {
		return headline.attained() + "/" + headline.assigned();
	}

	/** Says which it is where it was recorded as another. */
	private String moved() {
		String is = key((this.after != null) ? this.after : this.before);
		return is.equals(key(this.before)) ? "" : is + " ";
	}

}
