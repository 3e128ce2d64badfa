package vn.wardkpi.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.edit.IndicatorCorrection;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.records.PlanRecords;
import vn.wardkpi.plan.unit.UnitPlaces;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
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

	private final PlanRecords records;

	private final UnitPlaces places;

	private final EntityManager entities;

	private final Clock clock;

	PlanService(Plans plans, TargetDecisions decisions, LeadUnits leadUnits, PlanCatalog catalog,
			PlanLifecycle lifecycle, PlanRecords records, UnitPlaces places, EntityManager entities, Clock clock) {
		this.plans = plans;
		this.decisions = decisions;
		this.leadUnits = leadUnits;
		this.catalog = catalog;
		this.lifecycle = lifecycle;
		this.records = records;
		this.places = places;
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
		return adopt(draft, null, actor);
	}

	/**
	 * The same of an annex.
	 * @param file its name, for the record
	 */
	public long adopt(PlanDraft draft, @Nullable String file, Actor actor) {
		return this.lifecycle.adopt(draft, file, actor);
	}

	/**
	 * Corrects what was understood of an annex; once the plan is adopted, from the
	 * effective date on.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or INVALID with the fields that are
	 * wrong
	 */
	public PlanChange correct(long planId, String no, IndicatorCorrection correction, Actor actor) {
		try {
			return edit(planId, correction.of(no), actor);
		}
		catch (RefusedException ex) {
			throw EditProblems.ofOneStep(ex, no);
		}
	}

	/**
	 * What a correction would come to; stores nothing.
	 * @throws RefusedException as the correction itself
	 */
	@Transactional(readOnly = true)
	public PlanChange tryCorrection(long planId, String no, IndicatorCorrection correction, Actor actor) {
		try {
			return tryEdit(planId, correction.of(no), actor);
		}
		catch (RefusedException ex) {
			throw EditProblems.ofOneStep(ex, no);
		}
	}

	/**
	 * Adds, corrects and removes indicators, and what a draft asks for; once the plan is
	 * adopted, from the effective date on. All of it, or nothing.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT if a row that would go has
	 * figures, or INVALID with the fields that are wrong as "no.field"
	 */
	public PlanChange edit(long planId, PlanEdit edit, Actor actor) {
		return edit(planId, () -> edit, actor);
	}

	/**
	 * The same for an edit that is made while nobody else changes the plan.
	 * @throws RefusedException as {@link #edit(long, PlanEdit, Actor)}
	 */
	public PlanChange edit(long planId, Supplier<PlanEdit> made, Actor actor) {
		Plan plan = this.plans.requireForChange(planId, actor);
		PlanEdit edit = made.get();
		DraftTargets targets = targets(plan);
		PlanChange.State before = state(plan, edit);
		keepUnits(plan, edit);
		PlanEditing editing = apply(plan, edit, targets, actor);
		refuseFigures(plan, editing);
		this.plans.flush();
		targets.aim(edit, editing, authorship(actor)).forEach(this.decisions::save);
		this.plans.flush();
		plan.drop(editing.gone());
		this.plans.flush();
		this.plans.save(plan);
		return new PlanChange(planId, firstSeen(plan, edit), before, state(plan, edit));
	}

	/**
	 * What an edit would come to; stores nothing.
	 * @throws RefusedException as the edit itself
	 */
	@Transactional(readOnly = true)
	public PlanChange tryEdit(long planId, PlanEdit edit, Actor actor) {
		Plan plan = this.plans.require(planId, actor);
		DraftTargets targets = targets(plan);
		PlanChange.State before = state(plan, edit);
		this.entities.detach(plan);
		PlanEditing editing = apply(plan, edit, targets, actor);
		refuseFigures(plan, editing);
		List<IndicatorRow> after = plan.rows(firstSeen(plan, edit));
		Set<String> back = after.stream().map(IndicatorRow::no).collect(Collectors.toCollection(TreeSet::new));
		before.indicators().forEach((row) -> back.remove(row.no()));
		return new PlanChange(planId, firstSeen(plan, edit), before, new PlanChange.State(after,
				back.isEmpty() ? before.targets() : this.catalog.targets(planId, firstSeen(plan, edit), back)));
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

	private PlanEditing apply(Plan plan, PlanEdit edit, DraftTargets targets, Actor actor) {
		Set<String> withTargets = (plan.status() == PlanStatus.DRAFT) ? targets.numbers(edit)
				: this.catalog.targets(plan.id(), firstSeen(plan, edit))
					.stream()
					.map(TargetRow::no)
					.collect(Collectors.toSet());
		PlanEditing editing = plan.edit(edit, leadUnits(plan.wardCode()), withTargets, authorship(actor));
		targets.check(edit, editing);
		return editing;
	}

	/** Lead units change at once; past years keep those of their time. */
	private void keepUnits(Plan plan, PlanEdit edit) {
		if (plan.status() == PlanStatus.ADOPTED) {
			LocalDate today = LocalDate.now(this.clock);
			LocalDate effective = edit.effectiveDate();
			Map<String, List<String>> codes = new HashMap<>();
			edit.all(PlanEdit.Correct.class)
				.stream()
				.filter((step) -> step.leadUnits() != null)
				.forEach((step) -> codes.put(step.no(), Objects.requireNonNull(step.leadUnits())));
			this.places.keep(plan.rows(today)
				.stream()
				.filter((row) -> codes.containsKey(row.no()) && !row.ownLeadUnitCodes().equals(codes.get(row.no())))
				.map(IndicatorRow::id)
				.toList(), (effective != null && effective.isBefore(today)) ? effective : today);
		}
	}

	/** What is deleted for good must have left no trace but the plan's own. */
	private void refuseFigures(Plan plan, PlanEditing editing) {
		Set<String> gone = editing.gone().stream().map(Indicator::no).collect(Collectors.toCollection(TreeSet::new));
		if (!gone.isEmpty()) {
			gone.retainAll(this.records.indicatorsWithRecords(plan.id()));
		}
		if (!gone.isEmpty()) {
			throw new RefusedException(Kind.CONFLICT, "plan.rows-with-figures", String.join(", ", gone));
		}
	}

	private DraftTargets targets(Plan plan) {
		return new DraftTargets(plan, (plan.status() == PlanStatus.DRAFT)
				? this.decisions.findByPlanIdOrderByEffectiveDateAscIdAsc(plan.id()) : List.of());
	}

	private LocalDate firstSeen(Plan plan, PlanEdit edit) {
		return plan.firstSeen(edit, LocalDate.now(this.clock));
	}

	private PlanChange.State state(Plan plan, PlanEdit edit) {
		LocalDate day = firstSeen(plan, edit);
		return new PlanChange.State(plan.rows(day), this.catalog.targets(plan.id(), day));
	}

	private Map<String, LeadUnit> leadUnits(WardCode ward) {
		Map<String, LeadUnit> units = new HashMap<>();
		this.leadUnits.findByWardCodeOrderById(ward).forEach((unit) -> units.put(unit.code(), unit));
		return units;
	}

	private Authorship authorship(Actor actor) {
		return new Authorship(actor.username(), this.clock.instant());
	}

}
