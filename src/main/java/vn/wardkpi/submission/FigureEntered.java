package vn.wardkpi.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualFormat;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.WardCode;

/**
 * Somebody entered, changed or took back a figure or its explanation. On record are those
 * of both that differ from what was entered before.
 *
 * @param before what was entered until then; {@code null} if nothing was
 */
public record FigureEntered(WardCode ward, long planId, @Nullable ActualEntry before,
		StoredActual figure) implements Recorded {

	@Override
	public String actor() {
		return this.figure.enteredBy();
	}

	@Override
	public List<RecordedChange> changes() {
		ActualEntry after = this.figure.entry();
		List<RecordedChange> changes = new ArrayList<>();
		String from = ActualFormat.write(this.before);
		String to = ActualFormat.write(after);
		String note = (this.before != null) ? this.before.note() : null;
		if (!Objects.equals(from, to) || !Objects.equals(note, after.note())) {
			changes.add(change(Subject.ACTUAL, this.before == null, from, to).because(after.note()));
		}
		String explained = ActualFormat.explanation(this.before);
		String explanation = ActualFormat.explanation(after);
		if (!Objects.equals(explained, explanation)) {
			changes.add(change(Subject.EXPLANATION, explained == null, explained, explanation));
		}
		return changes;
	}

	private RecordedChange change(Subject subject, boolean first, @Nullable String from, @Nullable String to) {
		String key = this.figure.year() + " " + this.figure.entry().figure().period();
		return RecordedChange.of(subject, key, first ? Action.CREATED : Action.CHANGED)
			.in(this.ward)
			.ofPlan(this.planId)
			.ofIndicator(this.figure.no())
			.from(from)
			.to(to);
	}

}
