package vn.wardkpi.plan.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanService;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Reads and checks typed decisions, and has those stored that hold.
 */
@Service
public class DecisionService {

	private final PlanCatalog catalog;

	private final PlanService plans;

	private final Clock clock;

	DecisionService(PlanCatalog catalog, PlanService plans, Clock clock) {
		this.catalog = catalog;
		this.plans = plans;
		this.clock = clock;
	}

	/**
	 * Stores nothing.
	 * @throws RefusedException NOT_FOUND, or FORBIDDEN to others than the ward's
	 * administrators
	 */
	@Transactional(readOnly = true)
	public DecisionCheck check(long planId, NewDecision decision, Actor actor) {
		PlanSummary plan = this.catalog.require(planId, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		LocalDate day = firstSeen(decision);
		List<IndicatorRow> indicators = this.catalog.indicators(planId, day);
		DecisionReader reader = new DecisionReader(plan, indicators);
		PlanDraft.DecisionDraft draft = reader.read(decision);
		if (draft == null) {
			return new DecisionCheck(reader.problems(), null, null);
		}
		List<TargetRow> targets = this.catalog.targets(planId, day);
		PlanChange change = new PlanChange(planId, day, new PlanChange.State(indicators, targets),
				new PlanChange.State(indicators, with(targets, draft)));
		List<DecisionProblem> problems = new ArrayList<>(reader.problems());
		problems.addAll(new DecisionChecks(plan, draft).check(change));
		return new DecisionCheck(problems, draft, change);
	}

	/**
	 * What would come of as much as is typed so far: rows that cannot be read yet are
	 * left out, and without a day it is reckoned from today. Stores nothing.
	 * @return without a change where there is nothing to reckon with
	 * @throws RefusedException as {@link #check}
	 */
	@Transactional(readOnly = true)
	public DecisionCheck suppose(long planId, NewDecision typed, Actor actor) {
		LocalDate day = (typed.effectiveDate() != null) ? typed.effectiveDate() : typed.date();
		NewDecision supposed = new NewDecision(typed.issuer(), null, null,
				(day != null) ? day : LocalDate.now(this.clock), typed.targets(), List.of());
		DecisionCheck check = check(planId, supposed, actor);
		List<NewDecision.NewTarget> targets = supposed.targets();
		if (check.change() != null || targets == null || targets.isEmpty()) {
			return check;
		}
		List<NewDecision.NewTarget> readable = new ArrayList<>();
		for (int i = 0; i < targets.size(); i++) {
			String at = "targets[" + i + "].";
			if (check.errors().stream().noneMatch((error) -> (error.field() + ".").startsWith(at))) {
				readable.add(targets.get(i));
			}
		}
		return check(planId,
				new NewDecision(supposed.issuer(), null, null, supposed.effectiveDate(), readable, List.of()), actor);
	}

	/**
	 * Stores a decision with its targets; earlier targets stay on record.
	 * @return the decision's id
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or INVALID with each ERROR and each
	 * WARNING that is not confirmed
	 */
	@Transactional
	public long decide(long planId, NewDecision decision, Actor actor) {
		DecisionCheck check = check(planId, decision, actor);
		List<DecisionProblem> blocking = check.blocking(decision.confirmed());
		if (!blocking.isEmpty()) {
			throw new RefusedException(Kind.INVALID, check.errors().isEmpty() ? "decision.unconfirmed" : "input",
					List.of(), blocking.stream().map(DecisionProblem::atField).toList());
		}
		return this.plans.decide(planId, Objects.requireNonNull(check.draft()), actor);
	}

	/** Today, or the day it takes effect. */
	private LocalDate firstSeen(NewDecision decision) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate effective = (decision.effectiveDate() != null) ? decision.effectiveDate() : decision.date();
		return (effective != null && effective.isAfter(today)) ? effective : today;
	}

	/** The targets in force with the decision's in their places. */
	private static List<TargetRow> with(List<TargetRow> targets, PlanDraft.DecisionDraft draft) {
		Map<String, TargetRow> byPlace = new LinkedHashMap<>();
		targets.forEach((row) -> byPlace.put(row.issuer() + " " + row.no() + "/" + row.year(), row));
		draft.targets().forEach((target) -> {
			String place = draft.issuer() + " " + target.no() + "/" + target.year();
			TargetRow replaced = byPlace.remove(place);
			TargetRow row = TargetRow.of(draft, target);
			boolean overtaken = replaced != null && replaced.effectiveDate().isAfter(draft.effectiveDate());
			if (overtaken) {
				byPlace.put(place, replaced);
			}
			else if (row.isInForce()) {
				byPlace.put(place, row);
			}
		});
		return List.copyOf(byPlace.values());
	}

}
