package vn.wardkpi.council;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Recorded;
import vn.wardkpi.shared.RecordedChange;
import vn.wardkpi.shared.RecordedChange.Action;
import vn.wardkpi.shared.RecordedChange.Subject;

/**
 * Something happened to a question.
 *
 * @param question as it stands afterwards
 * @param unitCodes the lead units that may answer
 */
public record QuestionEvent(String actor, Question question, What what, List<String> unitCodes) implements Recorded {

	private static final int KEY = 100;

	public QuestionEvent {
		unitCodes = List.copyOf(unitCodes);
	}

	@Override
	public List<RecordedChange> changes() {
		Action action = switch (this.what) {
			case ASKED -> Action.CREATED;
			case ANSWERED -> Action.ANSWERED;
			case CARRIED_OVER -> Action.CARRIED_OVER;
		};
		return List.of(RecordedChange.of(Subject.QUESTION, FreeText.shortened(this.question.text(), KEY), action)
			.in(this.question.ward())
			.ofPlan(this.question.planId())
			.ofIndicator(this.question.no())
			.to(state()));
	}

	private @Nullable String state() {
		Question.Step answer = this.question.answer();
		Question.SessionName session = this.question.session();
		return (this.what == What.ANSWERED && answer != null) ? answer.text()
				: (session != null) ? session.title() : null;
	}

	/**
	 * What happened.
	 */
	public enum What {

		ASKED, ANSWERED, CARRIED_OVER

	}

}
