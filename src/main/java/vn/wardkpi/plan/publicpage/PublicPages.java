package vn.wardkpi.plan.publicpage;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * Keeps which plans have a public page; none has one unless an administrator turned it
 * on.
 */
@Service
public class PublicPages {

	private final JdbcClient jdbc;

	private final PlanCatalog plans;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PublicPages(JdbcClient jdbc, PlanCatalog plans, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.plans = plans;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The ward's plans that everybody may see without an account, the newest first. What
	 * there is of a ward without any is not told.
	 * @throws RefusedException NOT_FOUND where there is none
	 */
	public List<PlanSummary> require(WardCode ward) {
		Set<Long> on = this.jdbc
			.sql("select x.plan_id from public_page x join plan p on p.id = x.plan_id where p.ward_code = ?")
			.param(ward.value())
			.query(Long.class)
			.set();
		List<PlanSummary> open = on.isEmpty() ? List.of()
				: this.plans.ofWard(ward).stream().filter((plan) -> on.contains(plan.id())).toList();
		if (open.isEmpty()) {
			throw unknown(ward);
		}
		return open;
	}

	/**
	 * The named one of a ward's public plans; else the newest that covers the year; else
	 * the newest.
	 * @throws RefusedException NOT_FOUND where there is none
	 */
	public PlanSummary require(WardCode ward, @Nullable Long plan, @Nullable Integer year) {
		return chosen(require(ward), ward, plan, year);
	}

	/**
	 * As {@link #require(WardCode, Long, Integer)}, of plans that were read already.
	 */
	public static PlanSummary chosen(List<PlanSummary> open, WardCode ward, @Nullable Long plan,
			@Nullable Integer year) {
		if (plan != null) {
			return open.stream().filter((each) -> each.id() == plan).findFirst().orElseThrow(() -> unknown(ward));
		}
		return open.stream().filter((each) -> year == null || each.covers(year)).findFirst().orElse(open.get(0));
	}

	public boolean isOn(long planId) {
		return this.jdbc.sql("select exists (select from public_page where plan_id = ?)")
			.param(planId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Turns a plan's page on or off; nothing happens where it is so already.
	 * @throws RefusedException NOT_FOUND, FORBIDDEN to others than the ward's
	 * administrators, or CONFLICT for a plan that is not in force to be turned on
	 */
	@Transactional
	public void turn(long planId, boolean on, Actor actor) {
		PlanSummary plan = administered(planId, actor);
		if (on && !plan.status().isPublished()) {
			throw plan.status().refusal(plan.title());
		}
		int changed = on ? this.jdbc
			.sql("insert into public_page (plan_id, opened_at, opened_by) values (?, ?, ?) on conflict do nothing")
			.params(planId, Timestamp.from(this.clock.instant()), actor.username())
			.update() : this.jdbc.sql("delete from public_page where plan_id = ?").param(planId).update();
		if (changed > 0) {
			this.events.publishEvent(new PublicPageTurned(actor.username(), plan.wardCode(), planId, on));
		}
	}

	/**
	 * @throws RefusedException NOT_FOUND, or FORBIDDEN to others than the ward's
	 * administrators
	 */
	public PlanSummary administered(long planId, Actor actor) {
		PlanSummary plan = this.plans.require(planId, actor);
		if (!actor.mayAdminister(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "plan.adopt", plan.wardCode().value());
		}
		return plan;
	}

	private static RefusedException unknown(WardCode ward) {
		return new RefusedException(Kind.NOT_FOUND, "public.unknown", ward.value());
	}

}
