package vn.wardkpi.planimport.proposal;

import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.table.RowValue;

/**
 * Something that a person must put right or say before a plan is stored. The wizard asks
 * it, and the report on many files counts it.
 */
public sealed interface OpenPoint {

	/**
	 * An error or a warning.
	 */
	record Told(ImportProblem problem) implements OpenPoint {
	}

	/**
	 * An attribute that was inferred without certainty.
	 */
	record Unsure(Proposal.Row row, RowValue value, Inferred inferred) implements OpenPoint {
	}

}
