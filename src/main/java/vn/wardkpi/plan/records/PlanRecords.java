package vn.wardkpi.plan.records;

import java.util.Set;

/**
 * Says what stands on record under a plan. Told by those who keep the figures, which
 * plans do not.
 */
public interface PlanRecords {

	/**
	 * Whether any figure of the plan was ever approved.
	 */
	boolean hasApprovedFigures(long planId);

	/**
	 * Numbers of the indicators under which anybody entered, approved or overrode
	 * anything, or whose figures another plan shows.
	 */
	Set<String> indicatorsWithRecords(long planId);

	/**
	 * Numbers of the indicators under which anybody entered, approved or overrode
	 * anything for a year.
	 */
	Set<String> indicatorsWithRecords(long planId, int year);

}
