package vn.wardkpi.account;

import java.util.ArrayList;
import java.util.List;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Gathers what is wrong, so that all of it is told at once.
 */
final class FieldProblems {

	private final List<FieldProblem> problems = new ArrayList<>();

	void add(String field, String code, String... arguments) {
		add(field, Problem.error(code, arguments));
	}

	void add(String field, Problem problem) {
		this.problems.add(new FieldProblem(field, problem));
	}

	boolean isEmpty() {
		return this.problems.isEmpty();
	}

	/**
	 * @throws RefusedException INVALID with every field that is wrong
	 */
	void refuseIfAny() {
		if (!this.problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), this.problems);
		}
	}

}
