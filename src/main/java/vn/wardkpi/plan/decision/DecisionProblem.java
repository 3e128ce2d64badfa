package vn.wardkpi.plan.decision;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * A problem and where it is.
 *
 * @param field of the decision as typed, such as "targets[0].text"; {@code null} where it
 * concerns another row of the plan
 * @param no number of the indicator, if it concerns one
 * @param year if it concerns one
 */
public record DecisionProblem(Problem problem, @Nullable String field, @Nullable String no, @Nullable Integer year) {

	FieldProblem atField() {
		return new FieldProblem(this.field, this.problem);
	}

}
