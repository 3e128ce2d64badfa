package vn.wardkpi.actual;

import java.util.List;

/**
 * Figures before their approval. Who knows the forms they stand on answers.
 */
public interface DraftActuals {

	/**
	 * The current state of every figure of a plan, approved or not: for those who may see
	 * drafts.
	 */
	List<ActualRow> ofPlan(long planId);

	/**
	 * How many counted indicators have a figure of the year that is handed in and not
	 * approved: anybody may know that, not the figures.
	 */
	int awaitingApproval(long planId, int year);

}
