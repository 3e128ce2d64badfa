package vn.wardkpi.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * A template of comments was written, changed or taken away; published within the
 * transaction that does it.
 *
 * @param before {@code null} for a new one
 * @param after {@code null} for one that was taken away
 */
public record CommentTemplateEvent(String actor, WardCode ward, @Nullable String before,
		@Nullable String after) implements Recorded {

	@Override
	public List<RecordedChange> changes() {
		Action action = (this.before == null) ? Action.CREATED
				: ((this.after == null) ? Action.DELETED : Action.CHANGED);
		return List.of(RecordedChange.of(Subject.SETTING, "comment-template", action)
			.in(this.ward)
			.from(this.before)
			.to(this.after));
	}

}
