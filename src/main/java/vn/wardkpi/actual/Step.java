package vn.wardkpi.actual;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

/**
 * What can be done with a form: in which state and by whom. Pages, the API's {@code may}
 * and the refusals all ask here.
 */
public enum Step {

	ENTER, SUBMIT, APPROVE, RETURN, REOPEN;

	boolean isPossibleIn(SubmissionStatus status) {
		return switch (this) {
			case ENTER, SUBMIT -> status == SubmissionStatus.DRAFT || status == SubmissionStatus.RETURNED;
			case APPROVE, RETURN -> status == SubmissionStatus.SUBMITTED;
			case REOPEN -> status == SubmissionStatus.APPROVED;
		};
	}

	/**
	 * @param unitCode the lead unit that answers for the form
	 */
	boolean isFor(Actor actor, WardCode ward, String unitCode) {
		return switch (this) {
			case ENTER, SUBMIT -> actor.mayEnter(ward, Set.of(unitCode));
			case APPROVE, RETURN, REOPEN -> actor.mayReview(ward);
		};
	}

	/**
	 * The steps open to a person.
	 * @param submittedBy who handed the form over, if anybody
	 * @param enteredBy everybody who entered one of its figures: none of them approves
	 */
	static List<Step> open(SubmissionStatus status, @Nullable String submittedBy, Set<String> enteredBy,
			String unitCode, WardCode ward, Actor actor) {
		boolean own = enteredBy.contains(actor.username()) || actor.username().equals(submittedBy);
		return Stream.of(values())
			.filter((step) -> step.isPossibleIn(status) && step.isFor(actor, ward, unitCode))
			.filter((step) -> step != APPROVE || !own)
			.toList();
	}

	/** Why it is not for this person, as a message key without its prefix. */
	String refusal() {
		return "submission." + code();
	}

	/** Why it is not possible in this state. */
	String refusal(SubmissionStatus status) {
		return refusal() + "." + status;
	}

	/**
	 * As the API writes it: "submit".
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
