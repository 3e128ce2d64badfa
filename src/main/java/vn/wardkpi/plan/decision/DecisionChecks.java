package vn.wardkpi.plan.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.check.PlanChecks;
import vn.wardkpi.attainment.check.PlannedIndicator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.Problem;

/**
 * Checks the plan as it would be with a decision, like an import. What was so before is
 * not said again.
 */
class DecisionChecks {

	private final PlanSummary plan;

	private final PlanDraft.DecisionDraft decision;

	private final Map<String, Integer> places = new HashMap<>();

	private final List<DecisionProblem> problems = new ArrayList<>();

	DecisionChecks(PlanSummary plan, PlanDraft.DecisionDraft decision) {
		this.plan = plan;
		this.decision = decision;
		for (int i = 0; i < decision.targets().size(); i++) {
			PlanDraft.TargetDraft target = decision.targets().get(i);
			this.places.put(target.no() + "/" + target.year(), i);
		}
	}

	/**
	 * In the order of the plan's indicators.
	 */
	List<DecisionProblem> check(PlanChange change) {
		Set<PlanChecks.Finding> known = new HashSet<>(
				PlanChecks.check(this.plan.fromYear(), this.plan.toYear(), planned(change.before())));
		for (PlanChecks.Finding finding : PlanChecks.check(this.plan.fromYear(), this.plan.toYear(),
				planned(change.after()))) {
			if (!known.contains(finding)) {
				add(finding.no(), finding.year(), finding.problem());
			}
		}
		return this.problems;
	}

	/** The plan of the decision's issuer. */
	private List<PlannedIndicator> planned(PlanChange.State state) {
		Map<String, ParsedTarget> period = new HashMap<>();
		Map<String, ParsedTarget> congress = new HashMap<>();
		Map<String, Map<Integer, ParsedTarget>> years = new HashMap<>();
		for (TargetRow row : state.targets()) {
			boolean own = row.issuer() == this.decision.issuer();
			if (own && row.year() != null) {
				years.computeIfAbsent(row.no(), (no) -> new HashMap<>()).put(row.year(), row.target());
			}
			else if (own) {
				period.put(row.no(), row.target());
			}
			else if (row.issuer() == Issuer.PARTY_CONGRESS && row.year() == null) {
				congress.put(row.no(), row.target());
			}
		}
		List<PlannedIndicator> planned = new ArrayList<>();
		for (IndicatorRow row : state.indicators()) {
			planned.add(new PlannedIndicator(row.rule(), row.unit(),
					(row.baseline() != null) ? row.baseline().judged() : null, period.get(row.no()),
					years.getOrDefault(row.no(), Map.of()), congress.get(row.no())));
		}
		return planned;
	}

	private void add(String no, @Nullable Integer year, Problem problem) {
		Integer place = this.places.get(no + "/" + year);
		this.problems
			.add(new DecisionProblem(problem, (place != null) ? "targets[" + place + "].text" : null, no, year));
	}

}
