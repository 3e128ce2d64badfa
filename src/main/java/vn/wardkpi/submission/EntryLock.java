package vn.wardkpi.submission;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.calendar.EntryWindow;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.shared.WardCode;

/**
 * Why somebody cannot enter a form's figures, or those of one of its rows. Pages, the API
 * and the refusals say it in the same words.
 *
 * @param arguments of the message
 */
public record EntryLock(Code code, List<String> arguments) {

	public EntryLock {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Whether somebody may enter: whose figures they are first, then how far they have
	 * come, then the day.
	 * @param unitName the lead unit that answers for the form
	 * @param unitCodes the lead units whose officials enter the row, or any row of the
	 * form
	 * @param rowApproved whether the row was approved while the rest of its form went
	 * back
	 * @param closed what the plan, or the reporting calendar today, has against it
	 * @return empty if they may
	 */
	public static Optional<EntryLock> of(Actor actor, WardCode ward, String unitName, Collection<String> unitCodes,
			SubmissionStatus status, boolean rowApproved, @Nullable EntryLock closed) {
		if (!actor.mayEnter(ward, unitCodes)) {
			return Optional.of(new EntryLock(Code.NOT_YOUR_UNIT, List.of(unitName)));
		}
		if (closed != null && closed.isForGood()) {
			return Optional.of(closed);
		}
		return switch (status) {
			case SUBMITTED -> Optional.of(new EntryLock(Code.SUBMITTED, List.of()));
			case APPROVED -> Optional.of(new EntryLock(Code.APPROVED, List.of()));
			case DRAFT, RETURNED ->
				rowApproved ? Optional.of(new EntryLock(Code.ROW_APPROVED, List.of())) : Optional.ofNullable(closed);
		};
	}

	/**
	 * A closed plan takes no more figures; empty if it does.
	 */
	public static Optional<EntryLock> of(PlanStatus plan) {
		return (plan == PlanStatus.CLOSED) ? Optional.of(new EntryLock(Code.PLAN_CLOSED, List.of())) : Optional.empty();
	}

	/**
	 * What the reporting calendar has against entering on a day; empty if nothing.
	 */
	public static Optional<EntryLock> of(EntryWindow window, LocalDate today) {
		return window.closedOn(today).map((closed) -> switch (closed) {
			case NOT_OPEN -> new EntryLock(Code.NOT_OPEN, List.of(VietnameseDay.write(window.opensOn())));
			case DEADLINE_PASSED ->
				new EntryLock(Code.DEADLINE_PASSED, List.of(VietnameseDay.write(window.closesOn())));
		});
	}

	/** Whether nobody does anything with the form any more. */
	boolean isForGood() {
		return this.code == Code.PLAN_CLOSED;
	}

	/**
	 * The key of its message in the bundles.
	 */
	public String messageKey() {
		return "refused." + refusalCode();
	}

	private String refusalCode() {
		return "actual.locked." + this.code;
	}

	public RefusedException refusal() {
		Kind kind = (this.code == Code.NOT_YOUR_UNIT) ? Kind.FORBIDDEN : Kind.CONFLICT;
		return new RefusedException(kind, refusalCode(), this.arguments, List.of());
	}

	/**
	 * What is in the way.
	 */
	public enum Code {

		NOT_OPEN, DEADLINE_PASSED, SUBMITTED, APPROVED, ROW_APPROVED, NOT_YOUR_UNIT, PLAN_CLOSED

	}

}
