package vn.wardkpi.actual;

import java.util.List;

import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * What became of one cell of a form.
 */
public sealed interface CellOutcome {

	record Saved(StoredFigure figure, List<FieldProblem> problems) implements CellOutcome {
	}

	/** Not stored: what was typed is not understood or cannot be. */
	record Refused(List<FieldProblem> problems) implements CellOutcome {
	}

	/**
	 * Not stored: somebody else changed the cell meanwhile.
	 *
	 * @param theirs what is stored now
	 */
	record Collided(StoredFigure theirs) implements CellOutcome {
	}

	/** As it is stored already. */
	record Same() implements CellOutcome {
	}

}
