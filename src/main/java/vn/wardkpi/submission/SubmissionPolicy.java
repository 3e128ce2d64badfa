package vn.wardkpi.submission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;

/**
 * Where a form stands: everything that decides who may do what with it and with its rows.
 *
 * @param unitCode the lead unit that answers for it
 * @param unitCodes all lead units with an indicator on it
 * @param enteredBy everybody who entered one of its figures: none of them approves
 * @param closed what the plan, or the reporting calendar today, has against entering
 */
public record SubmissionPolicy(WardCode ward, String unitCode, String unitName, Set<String> unitCodes,
		SubmissionStatus status, @Nullable String submittedBy, Set<String> enteredBy, @Nullable EntryLock closed) {

	public SubmissionPolicy {
		unitCodes = Set.copyOf(unitCodes);
		enteredBy = Set.copyOf(enteredBy);
	}

	/**
	 * Why nothing on the form can be entered by this person; empty if something can.
	 */
	public Optional<EntryLock> lock(Actor actor) {
		return EntryLock.of(actor, this.ward, this.unitName, this.unitCodes, this.status, false, this.closed);
	}

	/**
	 * Why one row cannot be entered by this person.
	 * @param rowUnits the lead units of its indicator
	 */
	public Optional<EntryLock> lock(Actor actor, Collection<String> rowUnits, @Nullable RowDecision decision) {
		return EntryLock.of(actor, this.ward, this.unitName, rowUnits, this.status,
				decision != null && decision.isApproved(), this.closed);
	}

	/**
	 * Whether somebody enters any of its figures, whatever the day and however far it is.
	 */
	public boolean mayEnterAny(Actor actor) {
		return actor.mayEnter(this.ward, this.unitCodes);
	}

	/**
	 * Whether somebody entered or handed over any of it.
	 */
	boolean isOwn(Actor actor) {
		return this.enteredBy.contains(actor.username()) || actor.username().equals(this.submittedBy);
	}

	/**
	 * The steps open to a person.
	 */
	public List<SubmissionStep> may(Actor actor) {
		return Stream.of(SubmissionStep.values()).filter((step) -> isOpen(step, actor)).toList();
	}

	private boolean isOpen(SubmissionStep step, Actor actor) {
		return switch (step) {
			case ENTER -> lock(actor).isEmpty();
			case SUBMIT -> isReached(step, actor) && this.closed == null;
			case APPROVE -> isReached(step, actor) && !isOwn(actor);
			case TAKE_BACK, RETURN, REOPEN -> isReached(step, actor);
		};
	}

	private boolean isReached(SubmissionStep step, Actor actor) {
		return (this.closed == null || !this.closed.isForGood()) && step.isPossibleIn(this.status)
				&& step.isFor(actor, this.ward, this.unitCode);
	}

	/**
	 * What a person may do with one row: enter it, or decide on it by itself.
	 * @param answered whether there is anything to approve
	 */
	public List<SubmissionStep> mayWithRow(Actor actor, Collection<String> rowUnits, @Nullable RowDecision decision,
			boolean answered) {
		return Stream.of(SubmissionStep.ENTER, SubmissionStep.APPROVE, SubmissionStep.RETURN)
			.filter((step) -> switch (step) {
				case ENTER -> lock(actor, rowUnits, decision).isEmpty();
				case APPROVE -> isOpen(step, actor) && answered && (decision == null || !decision.isApproved());
				default -> isOpen(step, actor);
			})
			.toList();
	}

}
