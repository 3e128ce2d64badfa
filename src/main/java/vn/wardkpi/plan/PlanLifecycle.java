package vn.wardkpi.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.records.PlanRecords;
import vn.wardkpi.plan.records.RereadRows;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.ward.LeadUnit;
import vn.wardkpi.ward.LeadUnits;

/**
 * The way of a plan: stored as a draft, adopted, closed or withdrawn. Every step is one
 * transaction and refuses others than the ward's administrators.
 */
@Service
@Transactional
public class PlanLifecycle {

	private static final int LONGEST_REASON = 2_000;

	/** A plan's own rows, those that others refer to last. */
	private static final List<String> ROWS = List.of(
			"delete from target t using target_decision d where d.id = t.decision_id and d.plan_id = ?",
			"delete from target_decision where plan_id = ?",
			"delete from indicator_change c using indicator i where i.id = c.indicator_id and i.plan_id = ?",
			"delete from indicator_lead_unit u using indicator i where i.id = u.indicator_id and i.plan_id = ?",
			"delete from indicator where plan_id = ?", "delete from plan where id = ?");

	private final Plans plans;

	private final TargetDecisions decisions;

	private final LeadUnits leadUnits;

	private final PlanRecords records;

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PlanLifecycle(Plans plans, TargetDecisions decisions, LeadUnits leadUnits, PlanRecords records, JdbcClient jdbc,
			EntityManager entities, ApplicationEventPublisher events, Clock clock) {
		this.plans = plans;
		this.decisions = decisions;
		this.leadUnits = leadUnits;
		this.records = records;
		this.jdbc = jdbc;
		this.entities = entities;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Stores a whole plan as a draft, or nothing.
	 * @return the plan's id
	 * @throws RefusedException FORBIDDEN; CONFLICT if the ward already has a plan for
	 * these years; INVALID if the plan contradicts itself
	 */
	public long store(PlanDraft draft, Actor actor) {
		return store(draft, null, actor);
	}

	/**
	 * The same of an annex.
	 * @param file its name, for the record
	 */
	public long store(PlanDraft draft, @Nullable String file, Actor actor) {
		return stored(draft, file, actor).id();
	}

	/**
	 * Stores a whole plan, adopted by its first decision, or nothing.
	 * @return the plan's id
	 * @throws RefusedException as {@link #store}
	 */
	long adopt(PlanDraft draft, @Nullable String file, Actor actor) {
		Plan plan = stored(draft, file, actor);
		adopted(plan, draft, actor);
		return plan.id();
	}

	private void adopted(Plan plan, PlanDraft draft, Actor actor) {
		plan.adopt(draft.decisions().stream().findFirst().map(PlanDraft.DecisionDraft::called).orElse(null),
				authorship(actor));
		this.plans.save(plan);
		this.plans.flush();
	}

	/**
	 * Puts what was read again in the place of a draft, or of an adopted plan under which
	 * nothing was approved yet: from then on it is a draft. Rows of the same number and
	 * name stay, with the figures entered for them.
	 * @param adopts whether it is adopted again by its first decision
	 * @param file name of the annex, for the record
	 * @throws RefusedException NOT_FOUND, FORBIDDEN; CONFLICT if it stands elsewhere, is
	 * of other years, or a row that would go has figures; INVALID if the plan contradicts
	 * itself
	 */
	public void replace(long planId, PlanDraft draft, boolean adopts, @Nullable String file, Actor actor) {
		Plan plan = this.plans.requireForChange(planId, actor);
		plan.status().requireOpen(plan.title());
		if (plan.status() == PlanStatus.ADOPTED && this.records.hasApprovedFigures(planId)) {
			throw new RefusedException(Kind.CONFLICT, "plan.has-figures", plan.title());
		}
		if (!plan.isOf(draft)) {
			throw new RefusedException(Kind.CONFLICT, "plan.of-other-years", plan.title());
		}
		refuse(draft.contradictions());
		Map<String, String> before = PlanIndicators.described(plan.rows(LocalDate.MIN));
		Set<String> kept = this.records.indicatorsWithRecords(planId);
		kept.removeAll(plan.staying(draft));
		if (!kept.isEmpty()) {
			throw new RefusedException(Kind.CONFLICT, "plan.rows-with-figures", String.join(", ", new TreeSet<>(kept)));
		}
		Map<String, LeadUnit> units = leadUnits(draft.ward());
		List<LeadUnit> added = added(draft, units);
		try {
			List<Long> beside = plan.beside(draft);
			RereadRows rereading = new RereadRows(this.jdbc, planId, beside);
			rereading.clear();
			this.entities.clear();
			Plan emptied = this.plans.requireForChange(planId, actor);
			announce(added, emptied, actor);
			emptied.replace(draft, units, before, authorship(actor).from(file));
			this.plans.save(emptied);
			this.plans.flush();
			List<TargetDecision> decided = draft.decisions()
				.stream()
				.map((decision) -> this.decisions.save(emptied.decide(decision, Map.of(), authorship(actor))))
				.toList();
			this.plans.flush();
			long first = decided.stream().mapToLong(TargetDecision::id).min().orElse(0);
			decided.forEach((decision) -> rereading.move(decision.id(), decision.issuer(), first));
			if (adopts) {
				adopted(emptied, draft, actor);
			}
		}
		catch (DataIntegrityViolationException ex) {
			RefusedException refused = new RefusedException(Kind.CONFLICT, "plan.in-use", plan.title());
			refused.initCause(ex);
			throw refused;
		}
	}

	/**
	 * Puts a draft into force: the targets that this issuer set are those of the named
	 * document, and from now on everybody sees the plan.
	 * @return the id of the decision that is this document
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, CONFLICT if it is no draft, or
	 * INVALID with each field that is missing
	 */
	public long adopt(long planId, Adoption adoption, Actor actor) {
		Plan plan = this.plans.requireForChange(planId, actor);
		plan.status().require(PlanStatus.DRAFT, plan.title());
		refuse(adoption.problems());
		Optional<TargetDecision> own = this.decisions.findByPlanIdOrderByEffectiveDateAscIdAsc(planId)
			.stream()
			.filter((decision) -> decision.issuer() == adoption.decidedBy())
			.min(Comparator.comparing(TargetDecision::id));
		own.ifPresent((decision) -> decision.settle(adoption));
		TargetDecision document = this.decisions
			.save(own.orElseGet(() -> plan.decide(adoption.withoutTargets(), Map.of(), authorship(actor))));
		plan.adopt(adoption.number(), authorship(actor));
		this.plans.save(plan);
		this.plans.flush();
		return document.id();
	}

	/**
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or CONFLICT if it is not in force
	 */
	public void close(long planId, Actor actor) {
		Plan plan = this.plans.requireForChange(planId, actor);
		plan.close(authorship(actor));
		this.plans.save(plan);
		this.plans.flush();
	}

	/**
	 * Hides a plan from all but the ward's administrators; figures and record stay.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, INVALID without a reason, or
	 * CONFLICT if it was never adopted or is withdrawn already
	 */
	public void withdraw(long planId, @Nullable String reason, Actor actor) {
		Plan plan = this.plans.requireForChange(planId, actor);
		if (reason == null || reason.isBlank()) {
			refuse(List.of(new FieldProblem("reason", Problem.error("required"))));
		}
		else if (reason.length() > LONGEST_REASON) {
			refuse(List.of(new FieldProblem("reason", Problem.error("too-long", String.valueOf(LONGEST_REASON)))));
		}
		else {
			plan.withdraw(reason.strip(), authorship(actor));
			this.plans.save(plan);
			this.plans.flush();
		}
	}

	/**
	 * Deletes a draft with all its rows; its lead units stay the ward's.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or CONFLICT if it is no draft or
	 * anything was recorded under it while it was adopted
	 */
	public void delete(long planId, Actor actor) {
		Plan plan = this.plans.requireForChange(planId, actor);
		plan.status().require(PlanStatus.DRAFT, plan.title());
		this.events.publishEvent(new PlanEvent.PlanDeleted(actor.username(), plan.wardCode(), planId, plan.title(),
				plan.fromYear(), plan.toYear()));
		try {
			ROWS.forEach((rows) -> this.jdbc.sql(rows).param(planId).update());
		}
		catch (DataIntegrityViolationException ex) {
			RefusedException refused = new RefusedException(Kind.CONFLICT, "plan.in-use", plan.title());
			refused.initCause(ex);
			throw refused;
		}
	}

	private Plan stored(PlanDraft draft, @Nullable String file, Actor actor) {
		if (!actor.mayAdminister(draft.ward())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", draft.ward().value());
		}
		if (this.plans.existsByWardCodeAndFromYearAndToYearAndStatusNot(draft.ward(), draft.fromYear(), draft.toYear(),
				PlanStatus.WITHDRAWN)) {
			throw new RefusedException(Kind.CONFLICT, "plan.exists", draft.ward().value(),
					String.valueOf(draft.fromYear()), String.valueOf(draft.toYear()));
		}
		Map<String, LeadUnit> units = leadUnits(draft.ward());
		List<LeadUnit> added = added(draft, units);
		Plan plan = this.plans.save(new Plan(draft, units, authorship(actor)));
		plan.announce(draft.decisions().stream().flatMap((one) -> Stream.ofNullable(one.called())).distinct().toList(),
				authorship(actor).from(file));
		this.plans.save(plan);
		announce(added, plan, actor);
		draft.decisions()
			.forEach((decision) -> this.decisions.save(plan.decide(decision, Map.of(), authorship(actor))));
		this.plans.flush();
		return plan;
	}

	/** Adds what the ward does not have yet, there and to the units that are known. */
	private List<LeadUnit> added(PlanDraft draft, Map<String, LeadUnit> units) {
		List<LeadUnit> added = draft.leadUnits()
			.stream()
			.filter((unit) -> !units.containsKey(unit.code()))
			.map((unit) -> this.leadUnits.save(new LeadUnit(draft.ward(), unit.code(), unit.name())))
			.toList();
		added.forEach((unit) -> units.put(unit.code(), unit));
		return added;
	}

	private void announce(List<LeadUnit> added, Plan plan, Actor actor) {
		added.forEach((unit) -> this.events.publishEvent(
				new PlanEvent.LeadUnitAdded(actor.username(), plan.wardCode(), plan.id(), unit.code(), unit.name())));
	}

	private Map<String, LeadUnit> leadUnits(WardCode ward) {
		return this.leadUnits.addressed(ward);
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
	}

	private Authorship authorship(Actor actor) {
		return new Authorship(actor.username(), this.clock.instant());
	}

}
