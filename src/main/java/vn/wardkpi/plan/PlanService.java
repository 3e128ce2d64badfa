package vn.wardkpi.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnit;
import vn.wardkpi.ward.LeadUnits;

/**
 * Stores plans, corrects indicators and adds target-setting decisions.
 */
@Service
@Transactional
public class PlanService {

	private final Plans plans;

	private final TargetDecisions decisions;

	private final LeadUnits leadUnits;

	private final PlanCatalog catalog;

	private final PlanLifecycle lifecycle;

	private final EntityManager entities;

	private final Clock clock;

	PlanService(Plans plans, TargetDecisions decisions, LeadUnits leadUnits, PlanCatalog catalog,
			PlanLifecycle lifecycle, EntityManager entities, Clock clock) {
		this.plans = plans;
		this.decisions = decisions;
		this.leadUnits = leadUnits;
		this.catalog = catalog;
		this.lifecycle = lifecycle;
		this.entities = entities;
		this.clock = clock;
	}

	/**
	 * Stores a whole plan, adopted by its first decision, or nothing.
	 * @return the plan's id
	 * @throws RefusedException FORBIDDEN to others than the ward's administrators;
	 * CONFLICT if the ward already has a plan for these years; INVALID if the plan
	 * contradicts itself
	 */
	public long adopt(PlanDraft draft, Actor actor) {
		return this.lifecycle.adopt(draft, actor);
	}

	/**
	 * Corrects what was understood of an annex; once the plan is adopted, from the
	 * effective date on.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or INVALID with the fields that are
	 * wrong
	 */
	public PlanChange correct(long planId, String no, IndicatorCorrection correction, Actor actor) {
		Plan plan = this.plans.requireForChange(planId, actor);
		PlanChange change = apply(plan, no, correction, actor);
		this.plans.save(plan);
		this.plans.flush();
		return change;
	}

	/**
	 * What a correction would come to; stores nothing.
	 * @throws RefusedException as the correction itself
	 */
	@Transactional(readOnly = true)
	public PlanChange tryCorrection(long planId, String no, IndicatorCorrection correction, Actor actor) {
		Plan plan = this.plans.require(planId, actor);
		plan.rows(LocalDate.now(this.clock));
		this.entities.detach(plan);
		return apply(plan, no, correction, actor);
	}

	/**
	 * Adds a decision with its targets; earlier targets stay on record.
	 * @return the decision's id
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or INVALID with each target of an
	 * indicator or a year that the plan does not have
	 */
	public long decide(long planId, PlanDraft.DecisionDraft decision, Actor actor) {
		Plan plan = this.plans.requireForChange(planId, actor);
		Map<String, String> replaced = new HashMap<>();
		this.catalog.targets(planId, decision.effectiveDate())
			.stream()
			.filter((row) -> row.issuer() == decision.issuer())
			.forEach((row) -> replaced.put(row.no() + "/" + row.year(), row.target().text()));
		return this.decisions.save(plan.decide(decision, replaced, authorship(actor))).id();
	}

	/**
	 * Every decision on a plan, the earliest first.
	 */
	@Transactional(readOnly = true)
	public List<DecisionRow> decisions(long planId) {
		List<TargetDecision> all = this.decisions.findByPlanIdOrderByEffectiveDateAscIdAsc(planId);
		LocalDate today = LocalDate.now(this.clock);
		return all.stream().map((decision) -> decision.row(all, today)).toList();
	}

	private PlanChange apply(Plan plan, String no, IndicatorCorrection correction, Actor actor) {
		LocalDate day = plan.firstSeen(correction, LocalDate.now(this.clock));
		List<TargetRow> targets = this.catalog.targets(plan.id(), day);
		PlanChange.State before = new PlanChange.State(plan.rows(day), targets);
		Set<String> withTargets = targets.stream().map(TargetRow::no).collect(Collectors.toSet());
		plan.correct(no, correction, leadUnits(plan.wardCode()), withTargets, authorship(actor));
		return new PlanChange(plan.id(), day, before, new PlanChange.State(plan.rows(day), targets));
	}

	private Map<String, LeadUnit> leadUnits(WardCode ward) {
		Map<String, LeadUnit> units = new HashMap<>();
		this.leadUnits.findByWardCode(ward).forEach((unit) -> units.put(unit.code(), unit));
		return units;
	}

	private Authorship authorship(Actor actor) {
		return new Authorship(actor.username(), this.clock.instant());
	}

}
