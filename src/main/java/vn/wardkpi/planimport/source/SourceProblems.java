package vn.wardkpi.planimport.source;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Problem;

/**
 * What is noticed while one table is read; a hostile file cannot make it endless.
 */
class SourceProblems {

	private final String sheet;

	private final List<SourceProblem> found = new ArrayList<>();

	SourceProblems(String sheet) {
		this.sheet = sheet;
	}

	/**
	 * @param row from 1
	 * @param column from 0
	 */
	void add(Problem problem, @Nullable Integer row, @Nullable Integer column) {
		if (this.found.size() < SourceTable.MOST_ROWS) {
			this.found
				.add(new SourceProblem(problem, new Place(this.sheet, row, (column != null) ? column + 1 : null)));
		}
	}

	List<SourceProblem> found() {
		return this.found;
	}

}
