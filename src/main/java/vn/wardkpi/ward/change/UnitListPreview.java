package vn.wardkpi.ward.change;

import java.util.List;

import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * What a list of units changes, in the order of the list, units that end last.
 *
 * @param unchanged how many stay as they are
 * @param problems errors; nothing is changed while there is one
 */
public record UnitListPreview(List<UnitChange> changes, int unchanged, List<FieldProblem> problems) {

	public UnitListPreview {
		changes = List.copyOf(changes);
		problems = List.copyOf(problems);
	}

}
