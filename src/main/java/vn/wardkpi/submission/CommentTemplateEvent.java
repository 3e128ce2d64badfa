package vn.wardkpi.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A template of comments was written, changed or taken away, or one for all wards left
 * out or taken up again in one; published within the transaction that does it.
 *
 * @param ward {@code null} for one for all wards
 * @param before {@code null} for a new one
 * @param after {@code null} for one that was taken away
 */
public record CommentTemplateEvent(String actor, @Nullable WardCode ward, Action action, @Nullable String before,
		@Nullable String after) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange.of(Subject.SETTING, "comment-template", this.action)
			.in(this.ward)
			.from(this.before)
			.to(this.after));
	}

}
