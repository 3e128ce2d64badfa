package vn.wardkpi.plan.annual;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanLifecycle;
import vn.wardkpi.plan.PlanStatus;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Makes annual plans of a five-year plan's years: drafts, whose rows show the figures
 * that are entered for the five-year plan's.
 */
@Service
@Transactional
public class AnnualPlans {

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private final PlanCatalog catalog;

	private final PlanLifecycle lifecycle;

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final MessageSource messages;

	private final Clock clock;

	AnnualPlans(PlanCatalog catalog, PlanLifecycle lifecycle, JdbcClient jdbc, EntityManager entities,
			MessageSource messages, Clock clock) {
		this.catalog = catalog;
		this.lifecycle = lifecycle;
		this.jdbc = jdbc;
		this.entities = entities;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Plans that were made of a plan's years and that this person may see, the earliest
	 * first.
	 * @throws RefusedException NOT_FOUND
	 */
	@Transactional(readOnly = true)
	public List<PlanSummary> of(long planId, Actor actor) {
		PlanSummary plan = this.catalog.require(planId, actor);
		return this.catalog.ofWard(plan.wardCode(), actor)
			.stream()
			.filter((one) -> Objects.equals(one.fiveYearPlanId(), planId))
			.sorted(Comparator.comparing(PlanSummary::fromYear))
			.toList();
	}

	/**
	 * An annual plan's rows beside those of the plan from which it was made, by the
	 * targets that hold at the end of its year.
	 * @throws RefusedException NOT_FOUND, also where it was not made of this plan
	 */
	@Transactional(readOnly = true)
	public AnnualPlan compare(long planId, long annualId, Actor actor) {
		this.catalog.require(planId, actor);
		PlanSummary annual = requireMadeOf(planId, annualId, actor);
		LocalDate day = LocalDate.of(annual.fromYear(), 12, 31);
		AnnualComparison compared = new AnnualComparison(this.catalog.targets(planId, day),
				this.catalog.targets(annualId, day), annual.fromYear());
		return new AnnualPlan(annualId, planId, annual.fromYear(), annual.title(), annual.status(),
				compared.rows(this.catalog.indicators(planId, day), this.catalog.indicators(annualId, day)));
	}

	/**
	 * @throws RefusedException NOT_FOUND, also where it was not made of this plan
	 */
	@Transactional(readOnly = true)
	public PlanSummary requireMadeOf(long planId, long annualId, Actor actor) {
		PlanSummary annual = this.catalog.require(annualId, actor);
		if (!Objects.equals(annual.fiveYearPlanId(), planId)) {
			throw new RefusedException(Kind.NOT_FOUND, "plan.unknown", String.valueOf(annualId));
		}
		return annual;
	}

	/**
	 * What an annual plan would be; stores nothing.
	 * @throws RefusedException as {@link #make}, but for a plan that is there already
	 */
	@Transactional(readOnly = true)
	public AnnualPlan preview(long planId, AnnualPlanInput input, Actor actor) {
		return made(planId, input, false, actor);
	}

	/**
	 * Stores the annual plan as a draft.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN to others than the ward's
	 * administrators, CONFLICT if the plan is not in force or of one year itself or the
	 * ward has a plan of that year, or INVALID with the fields that are wrong
	 */
	public AnnualPlan make(long planId, AnnualPlanInput input, Actor actor) {
		return made(planId, input, true, actor);
	}

	private AnnualPlan made(long planId, AnnualPlanInput input, boolean stored, Actor actor) {
		PlanSummary plan = requireFiveYears(planId, actor);
		int year = year(plan, input.year());
		LocalDate today = LocalDate.now(this.clock);
		AnnualDraft draft = new AnnualDraft(plan, year, this.catalog.indicators(planId),
				this.catalog.targets(planId, LocalDate.of(year, 12, 31)));
		String title = title(input.title(), year);
		PlanDraft read = draft.read(input, title, today);
		AnnualPlan annual = new AnnualPlan(null, planId, year, title, PlanStatus.DRAFT, draft.rows());
		if (!stored) {
			return annual;
		}
		long id = this.lifecycle.store(read, actor);
		this.jdbc.sql("update plan set five_year_plan_id = ? where id = ?").params(planId, id).update();
		this.jdbc.sql("""
				update indicator
				set five_year_indicator_id = source.id, leader_in_charge = source.leader_in_charge
				from indicator_on(:day) source
				where indicator.plan_id = :annual and source.plan_id = :plan and source.no = indicator.no
				""").param("day", today).param("annual", id).param("plan", planId).update();
		this.entities.clear();
		return annual.stored(id);
	}

	/**
	 * Whether this person may make one of the plan's years.
	 */
	public boolean mayMake(PlanSummary plan, Actor actor) {
		return actor.mayAdminister(plan.wardCode()) && plan.status() == PlanStatus.ADOPTED
				&& plan.fromYear() < plan.toYear();
	}

	/**
	 * A plan of whose years this person may make annual plans.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or CONFLICT
	 */
	@Transactional(readOnly = true)
	public PlanSummary requireFiveYears(long planId, Actor actor) {
		PlanSummary plan = this.catalog.require(planId, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		plan.status().require(PlanStatus.ADOPTED, plan.title());
		if (plan.fromYear() == plan.toYear()) {
			throw new RefusedException(Kind.CONFLICT, "plan.of-one-year", plan.title());
		}
		return plan;
	}

	private static int year(PlanSummary plan, @Nullable Integer year) {
		if (year != null && plan.covers(year)) {
			return year;
		}
		Problem problem = (year == null) ? Problem.error("required") : Problem.error("year-outside-plan",
				String.valueOf(year), String.valueOf(plan.fromYear()), String.valueOf(plan.toYear()));
		throw new RefusedException(Kind.INVALID, "input", List.of(), List.of(new FieldProblem("year", problem)));
	}

	private String title(@Nullable String typed, int year) {
		return (typed != null && !typed.isBlank()) ? typed.strip() : Objects.requireNonNull(this.messages
			.getMessage("plan.annual.default-title", new Object[] { String.valueOf(year) }, VIETNAMESE));
	}

}
