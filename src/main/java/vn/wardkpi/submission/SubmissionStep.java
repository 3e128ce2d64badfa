package vn.wardkpi.submission;

import java.util.Locale;
import java.util.Set;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

/**
 * What can be done with a form: in which state and by whom. Together with
 * {@link SubmissionPolicy} and {@link EntryLock} the one place that pages, the API's
 * {@code may} and the refusals ask.
 */
public enum SubmissionStep {

	ENTER, SUBMIT, TAKE_BACK, APPROVE, RETURN, REOPEN;

	boolean isPossibleIn(SubmissionStatus status) {
		return switch (this) {
			case ENTER, SUBMIT -> status == SubmissionStatus.DRAFT || status == SubmissionStatus.RETURNED;
			case APPROVE, RETURN, TAKE_BACK -> status == SubmissionStatus.SUBMITTED;
			case REOPEN -> status == SubmissionStatus.APPROVED;
		};
	}

	/**
	 * @param unitCode the lead unit that answers for the form
	 */
	public boolean isFor(Actor actor, WardCode ward, String unitCode) {
		return switch (this) {
			case ENTER, SUBMIT, TAKE_BACK -> actor.mayEnter(ward, Set.of(unitCode));
			case APPROVE, RETURN, REOPEN -> actor.mayReview(ward);
		};
	}

	/** Why it is not for this person, as a message key without its prefix. */
	public String refusal() {
		return "submission." + code();
	}

	/** Why it is not possible in this state. */
	public String refusal(SubmissionStatus status) {
		return refusal() + "." + status;
	}

	/**
	 * As the API writes it: "submit".
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
