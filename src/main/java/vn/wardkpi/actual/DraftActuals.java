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

}
