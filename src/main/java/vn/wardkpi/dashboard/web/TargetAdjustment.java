package vn.wardkpi.dashboard.web;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.TargetRow;

/**
 * That a target is no longer the one that was set first.
 *
 * @param from as it was published first
 * @param decision by which it holds, if that has a name
 */
public record TargetAdjustment(String from, @Nullable String decision) {

	/**
	 * Nothing where it was never adjusted.
	 */
	public static @Nullable TargetAdjustment of(@Nullable TargetRow target) {
		String from = (target != null) ? target.adjustedFrom() : null;
		return (target != null && from != null) ? new TargetAdjustment(from, target.decision()) : null;
	}

}
