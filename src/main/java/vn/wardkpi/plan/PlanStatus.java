package vn.wardkpi.plan;

import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Where a plan stands on its way.
 */
public enum PlanStatus {

	/** Prepared by the ward's administrators, who alone see it. */
	DRAFT,

	/** In force. */
	ADOPTED,

	/** Its years are over and settled; nothing of it changes any more. */
	CLOSED,

	/** Taken back with a reason; kept for the ward's administrators. */
	WITHDRAWN;

	/**
	 * Whether others than administrators see it.
	 */
	public boolean isPublished() {
		return this == ADOPTED || this == CLOSED;
	}

	/**
	 * @param title of the plan that stands here
	 * @throws RefusedException CONFLICT if it stands elsewhere
	 */
	public void require(PlanStatus wanted, String title) {
		if (this != wanted) {
			throw refusal(title);
		}
	}

	/**
	 * @throws RefusedException CONFLICT if nothing of the plan changes any more
	 */
	void requireOpen(String title) {
		if (this == CLOSED || this == WITHDRAWN) {
			throw refusal(title);
		}
	}

	/**
	 * That it stands here, and what to do.
	 * @param title of the plan
	 */
	public RefusedException refusal(String title) {
		return switch (this) {
			case DRAFT -> new RefusedException(Kind.CONFLICT, "plan.draft", title);
			case ADOPTED -> new RefusedException(Kind.CONFLICT, "plan.adopted", title);
			case CLOSED -> new RefusedException(Kind.CONFLICT, "plan.closed", title);
			case WITHDRAWN -> new RefusedException(Kind.CONFLICT, "plan.withdrawn", title);
		};
	}

}
