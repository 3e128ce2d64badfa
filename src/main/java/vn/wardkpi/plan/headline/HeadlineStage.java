package vn.wardkpi.plan.headline;

/**
 * What a report speaks of.
 */
public enum HeadlineStage {

	/** The year as it was expected to end. */
	ESTIMATE,

	/** The whole year. */
	FINAL

}
