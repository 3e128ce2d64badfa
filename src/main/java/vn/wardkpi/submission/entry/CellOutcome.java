package vn.wardkpi.submission.entry;

import java.util.List;

import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * What became of one cell of a form.
 */
public sealed interface CellOutcome {

	record Saved(StoredActual figure, List<FieldProblem> problems) implements CellOutcome {
	}

	/** Not stored: what was typed is not understood or cannot be. */
	record Refused(List<FieldProblem> problems) implements CellOutcome {
	}

	/**
	 * Not stored: somebody else changed the cell meanwhile.
	 *
	 * @param theirs what is stored now
	 */
	record Collided(StoredActual theirs) implements CellOutcome {
	}

	/** As it is stored already. */
	record Same() implements CellOutcome {
	}

}
