package vn.wardkpi.plan;

/**
 * Whether a plan is in force.
 */
public enum PlanStatus {

	DRAFT, ADOPTED

}
