package vn.wardkpi.council;

import java.util.List;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.VietnameseDay;

/**
 * A session of the council was put down.
 */
public record SessionCalled(String actor, CouncilSession session) implements Recorded {

	private static final int KEY = 100;

	@Override
	public List<RecordedChange> changes() {
		return List.of(RecordedChange
			.of(Subject.COUNCIL_SESSION, FreeText.shortened(this.session.title(), KEY), Action.CREATED)
			.in(this.session.ward())
			.to(VietnameseDay.write(this.session.date()))
			.because(this.session.agenda()));
	}

}
