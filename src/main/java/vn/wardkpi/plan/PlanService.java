package vn.wardkpi.plan;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
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

	private final Indicators indicators;

	private final LeadUnits leadUnits;

	private final TargetDecisions decisions;

	private final Targets targets;

	private final PlanCatalog catalog;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PlanService(Plans plans, Indicators indicators, LeadUnits leadUnits, TargetDecisions decisions, Targets targets,
			PlanCatalog catalog, ApplicationEventPublisher events, Clock clock) {
		this.plans = plans;
		this.indicators = indicators;
		this.leadUnits = leadUnits;
		this.decisions = decisions;
		this.targets = targets;
		this.catalog = catalog;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Stores a whole plan or nothing.
	 * @return the plan's id
	 * @throws RefusedException FORBIDDEN to others than the ward's administrators;
	 * CONFLICT if the ward already has a plan for these years
	 */
	public long adopt(PlanDraft draft, Actor actor) {
		if (!actor.mayAdminister(draft.ward())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", draft.ward().value());
		}
		if (this.plans.existsByWardCodeAndFromYearAndToYear(draft.ward(), draft.fromYear(), draft.toYear())) {
			throw new RefusedException(Kind.CONFLICT, "plan.exists", draft.ward().value(),
					String.valueOf(draft.fromYear()), String.valueOf(draft.toYear()));
		}
		Plan plan = this.plans.save(new Plan(draft, actor.username(), this.clock.instant()));
		this.events.publishEvent(new Change(actor.username(), draft.ward(), plan.id(), null, Subject.PLAN,
				draft.title(), "CREATED", null, draft.fromYear() + "–" + draft.toYear(), null));
		Map<String, Long> unitIds = leadUnitIds(draft, plan, actor);
		Map<String, Long> indicatorIds = new LinkedHashMap<>();
		int position = 0;
		for (PlanDraft.IndicatorDraft indicator : draft.indicators()) {
			Long parentId = (indicator.parentNo() != null) ? known(indicatorIds, indicator.parentNo()) : null;
			List<Long> units = indicator.leadUnits().stream().map((code) -> known(unitIds, code)).toList();
			Indicator stored = this.indicators.save(new Indicator(plan.id(), position, parentId, indicator, units));
			indicatorIds.put(indicator.no(), stored.id());
			position++;
		}
		this.indicators.flush();
		for (IndicatorRow row : this.catalog.indicators(plan.id())) {
			this.events.publishEvent(new Change(actor.username(), draft.ward(), plan.id(), row.no(), Subject.INDICATOR,
					row.no(), "CREATED", null, describe(row), null));
		}
		for (PlanDraft.DecisionDraft decision : draft.decisions()) {
			store(plan, decision, indicatorIds, actor);
		}
		this.indicators.flush();
		return plan.id();
	}

	/**
	 * Corrects what was understood of an annex.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or INVALID with the fields that are
	 * wrong
	 */
	public void correct(long planId, String no, IndicatorCorrection correction, Actor actor) {
		Plan plan = administered(planId, actor);
		Indicator indicator = this.indicators.findByPlanIdAndNo(planId, no)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
		List<IndicatorRow> rows = this.catalog.indicators(planId);
		IndicatorRow before = row(rows, no);
		refuseContradictions(rows, before, correction);
		indicator.correct(correction);
		correction.leadUnits().ifPresent((codes) -> indicator.assign(existingUnitIds(plan.wardCode(), codes)));
		this.indicators.save(indicator);
		this.indicators.flush();
		this.events.publishEvent(new Change(actor.username(), plan.wardCode(), planId, no, Subject.INDICATOR, no,
				"CHANGED", describe(before), describe(row(this.catalog.indicators(planId), no)), null));
	}

	/**
	 * Adds a decision with its targets; earlier targets stay on record.
	 * @return the decision's id
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or INVALID with each target that is
	 * not understood
	 */
	public long decide(long planId, NewDecision decision, Actor actor) {
		Plan plan = administered(planId, actor);
		Map<String, Long> indicatorIds = new HashMap<>();
		Map<String, @Nullable String> units = new HashMap<>();
		this.catalog.indicators(planId).forEach((row) -> {
			indicatorIds.put(row.no(), row.id());
			units.put(row.no(), row.unit());
		});
		PlanDraft.DecisionDraft draft = new DecisionReader(plan, indicatorIds.keySet(), units).read(decision);
		return store(plan, draft, indicatorIds, actor);
	}

	private Plan administered(long planId, Actor actor) {
		Plan plan = this.plans.findById(planId)
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "plan.unknown", String.valueOf(planId)));
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	private long store(Plan plan, PlanDraft.DecisionDraft draft, Map<String, Long> indicatorIds, Actor actor) {
		Map<String, String> before = new HashMap<>();
		this.catalog.targets(plan.id(), draft.effectiveDate())
			.stream()
			.filter((row) -> row.issuer() == draft.issuer())
			.forEach((row) -> before.put(row.no() + "/" + row.year(), row.target().text()));
		long id = this.decisions.save(new TargetDecision(plan.id(), draft, actor.username(), this.clock.instant()))
			.id();
		this.events.publishEvent(new Change(actor.username(), plan.wardCode(), plan.id(), null, Subject.DECISION,
				(draft.number() != null) ? draft.number() : draft.issuer().name(), "CREATED", null,
				String.valueOf(draft.effectiveDate()), null));
		for (PlanDraft.TargetDraft target : draft.targets()) {
			this.targets
				.save(new TargetDecision.Target(id, known(indicatorIds, target.no()), target.year(), target.target()));
			String key = draft.issuer() + " " + ((target.year() != null) ? target.year() : "period");
			this.events.publishEvent(new Change(actor.username(), plan.wardCode(), plan.id(), target.no(),
					Subject.TARGET, key, "CREATED", before.get(target.no() + "/" + target.year()),
					target.target().text(), draft.number()));
		}
		return id;
	}

	private Map<String, Long> leadUnitIds(PlanDraft draft, Plan plan, Actor actor) {
		Map<String, Long> ids = new HashMap<>();
		this.leadUnits.findByWardCode(draft.ward()).forEach((unit) -> ids.put(unit.code(), unit.id()));
		for (PlanDraft.LeadUnitDraft unit : draft.leadUnits()) {
			if (!ids.containsKey(unit.code())) {
				ids.put(unit.code(), this.leadUnits.save(new LeadUnit(draft.ward(), unit.code(), unit.name())).id());
				this.events.publishEvent(new Change(actor.username(), draft.ward(), plan.id(), null, Subject.LEAD_UNIT,
						unit.code(), "CREATED", null, unit.name(), null));
			}
		}
		return ids;
	}

	private List<Long> existingUnitIds(WardCode ward, List<String> codes) {
		Map<String, Long> ids = new HashMap<>();
		this.leadUnits.findByWardCode(ward).forEach((unit) -> ids.put(unit.code(), unit.id()));
		Set<String> unknown = new HashSet<>(codes);
		unknown.removeAll(ids.keySet());
		if (!unknown.isEmpty()) {
			throw invalid("leadUnits", "lead-unit-unknown", String.join(", ", unknown));
		}
		return codes.stream().distinct().map((code) -> known(ids, code)).toList();
	}

	private static void refuseContradictions(List<IndicatorRow> rows, IndicatorRow before,
			IndicatorCorrection correction) {
		IndicatorRole role = correction.role().orElse(before.rule().role());
		boolean decisive = correction.decisive().orElse(before.rule().decisive());
		String parentNo = before.rule().parentNo();
		if (role == IndicatorRole.BREAKDOWN && parentNo == null) {
			throw invalid("role", "breakdown-without-parent", before.no());
		}
		if (decisive && parentNo == null) {
			throw invalid("decisive", "decisive-without-parent", before.no());
		}
		if (correction.name().filter(String::isBlank).isPresent()) {
			throw invalid("name", "required");
		}
		boolean another = decisive && rows.stream()
			.anyMatch((row) -> row.rule().decisive() && parentNo != null && parentNo.equals(row.rule().parentNo())
					&& !row.no().equals(before.no()));
		if (another) {
			throw invalid("decisive", "decisive-twice", before.no());
		}
	}

	private static IndicatorRow row(List<IndicatorRow> rows, String no) {
		return rows.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no));
	}

	private static RefusedException invalid(String field, String code, String... arguments) {
		return new RefusedException(Kind.INVALID, "input", List.of(),
				List.of(new FieldProblem(field, Problem.error(code, arguments))));
	}

	private static long known(Map<String, Long> ids, String key) {
		Long id = ids.get(key);
		if (id == null) {
			throw new IllegalArgumentException("The draft refers to " + key + ", which it does not contain");
		}
		return id;
	}

	private static String describe(IndicatorRow row) {
		return String.join(" · ", row.name(), (row.unit() != null) ? row.unit() : "–", row.rule().role().name(),
				row.rule().direction().name(), row.rule().valueType().name(), row.rule().accumulation().name(),
				"bounded=" + row.rule().bounded(), "decisive=" + row.rule().decisive(),
				String.join(", ", row.leadUnitCodes()));
	}

}
