package vn.wardkpi.council;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;

/**
 * A session of the council was put down, changed or cancelled.
 *
 * @param before {@code null} for one that was put down
 */
public record SessionEvent(String actor, @Nullable CouncilSession before, CouncilSession session) implements Recorded {

	private static final int KEY = 100;

	@Override
	public List<RecordedChange> changes() {
		CouncilSession known = this.before;
		if (known == null) {
			return List
				.of(of(Action.CREATED).to(VietnameseDay.write(this.session.date())).because(this.session.agenda()));
		}
		if (this.session.isCancelled()) {
			return List
				.of(of(Action.REVOKED).from(VietnameseDay.write(known.date())).because(this.session.cancelled()));
		}
		return List.of(of(Action.CHANGED).from(words(known)).to(words(this.session)));
	}

	private RecordedChange of(Action action) {
		return RecordedChange.of(Subject.COUNCIL_SESSION, FreeText.shortened(this.session.title(), KEY), action)
			.in(this.session.ward());
	}

	private static String words(CouncilSession session) {
		String agenda = session.agenda();
		return session.title() + " · " + VietnameseDay.write(session.date()) + ((agenda != null) ? " · " + agenda : "");
	}

}
