package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.proposal.OpenPoint.Told;
import vn.wardkpi.planimport.proposal.OpenPoint.Unsure;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.shared.Problem.Severity;

/**
 * Finds what is open in a proposal: errors, then warnings, then what was inferred without
 * certainty, each in the order of the file. What is told twice of one place is one point.
 */
final class OpenPoints {

	/** Not asked: the plan that is there is named when a plan is stored. */
	private static final Set<String> TOLD = Set.of("plan-exists");

	private OpenPoints() {
	}

	static List<OpenPoint> of(Proposal proposal) {
		List<OpenPoint> open = new ArrayList<>();
		Set<Object> seen = new HashSet<>();
		for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
			proposal.problems()
				.stream()
				.filter((problem) -> problem.problem().severity() == severity && isAsked(problem))
				.filter((problem) -> seen.add(new ImportProblem(problem.problem(), null, problem.place())))
				.forEach((problem) -> open.add(new Told(problem)));
		}
		Map<String, Inferred> unsure = new HashMap<>();
		proposal.inferred().forEach((inferred) -> unsure.put(inferred.no() + "/" + inferred.field(), inferred));
		for (Proposal.Row row : proposal.rows()) {
			for (RowValue value : RowValue.values()) {
				Inferred inferred = value.isChosen() ? unsure.get(row.indicator().no() + "/" + value.key()) : null;
				if (inferred != null && !inferred.certain() && seen.add(List.of(row.source().place(), inferred))) {
					open.add(new Unsure(row, value, inferred));
				}
			}
		}
		return open;
	}

	private static boolean isAsked(ImportProblem problem) {
		return !TOLD.contains(problem.problem().code());
	}

}
