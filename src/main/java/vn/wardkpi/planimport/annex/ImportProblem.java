package vn.wardkpi.planimport.annex;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.shared.Problem;

/**
 * Something about an annex that its sender should know.
 *
 * @param no number of the indicator it concerns, if any
 */
public record ImportProblem(Problem problem, @Nullable String no, Place place) {

	public boolean isError() {
		return this.problem.isError();
	}

}
