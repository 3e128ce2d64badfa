package vn.wardkpi.plan.decision;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanDraft.DecisionDraft;
import vn.wardkpi.shared.Problem;

/**
 * What a decision would come to.
 *
 * @param draft as understood; {@code null} if anything is an ERROR
 * @param change the plan without and with it; {@code null} if anything is an ERROR
 */
public record DecisionCheck(List<DecisionProblem> problems, @Nullable DecisionDraft draft,
		@Nullable PlanChange change) {

	public DecisionCheck {
		problems = List.copyOf(problems);
	}

	public List<DecisionProblem> errors() {
		return this.problems.stream().filter((problem) -> problem.problem().isError()).toList();
	}

	/**
	 * What keeps it from being stored: errors, and warnings that nobody confirmed.
	 * @param confirmed codes of warnings
	 */
	public List<DecisionProblem> blocking(Collection<String> confirmed) {
		return this.problems.stream()
			.filter((problem) -> problem.problem().isError()
					|| (problem.problem().severity() == Problem.Severity.WARNING
							&& !confirmed.contains(problem.problem().code())))
			.toList();
	}

}
