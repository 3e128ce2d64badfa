package vn.wardkpi.actual;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.wardkpi.evidence.EvidenceAccess;
import vn.wardkpi.evidence.EvidenceKey;
import vn.wardkpi.evidence.EvidencePlace;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.LeadUnitRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Opens and locks a figure's files together with the figure.
 */
@Component
class FigureEvidence implements EvidenceAccess {

	private final PlanCatalog plans;

	private final Submissions submissions;

	private final JdbcClient jdbc;

	FigureEvidence(PlanCatalog plans, Submissions submissions, JdbcClient jdbc) {
		this.plans = plans;
		this.submissions = submissions;
		this.jdbc = jdbc;
	}

	@Override
	public EvidencePlace place(EvidenceKey key, Actor actor) {
		PlanSummary plan = plan(key);
		IndicatorRow row = indicator(key);
		LeadUnitRow unit = row.answeringUnit();
		RefusedException locked = null;
		boolean may = actor.mayEnter(plan.wardCode(), row.leadUnitCodes());
		if (may) {
			locked = locked(key, unit);
		}
		return new EvidencePlace(key, row.id(), plan.wardCode(), plan.wardName(), row.name(),
				(unit != null) ? unit.code() : null, plan.illustrative(), actor.maySeeDrafts(plan.wardCode()),
				may && locked == null, locked);
	}

	@Override
	public EvidencePlace holdOpen(EvidenceKey key, Actor actor) {
		EvidencePlace place = place(key, actor);
		LeadUnitRow unit = indicator(key).answeringUnit();
		if (place.locked() != null) {
			throw place.locked();
		}
		if (!place.mayAttach() || unit == null) {
			throw new RefusedException(Kind.FORBIDDEN, "actual.enter", key.no());
		}
		this.submissions.startIfAbsent(key.planId(), key.year(), key.period(), unit.id());
		this.submissions.lock(key.planId(), key.year(), key.period(), unit.id()).orElseThrow().refuseUnless(Step.ENTER);
		return place;
	}

	private @Nullable RefusedException locked(EvidenceKey key, @Nullable LeadUnitRow unit) {
		if (unit == null) {
			return new RefusedException(Kind.CONFLICT, "actual.no-lead-unit", key.no());
		}
		SubmissionStatus status = this.jdbc.sql("""
				select status from submission where plan_id = ? and year = ? and period = ? and lead_unit_id = ?
				""")
			.params(key.planId(), key.year(), key.period().name(), unit.id())
			.query((rs, n) -> SubmissionStatus.valueOf(ActualCatalog.text(rs, "status")))
			.optional()
			.orElse(SubmissionStatus.DRAFT);
		return Step.ENTER.isPossibleIn(status) ? null : new RefusedException(Kind.CONFLICT, Step.ENTER.refusal(status));
	}

	private PlanSummary plan(EvidenceKey key) {
		PlanSummary plan = this.plans.require(key.planId());
		if (!plan.covers(key.year())) {
			throw new RefusedException(Kind.NOT_FOUND, "plan.year-unknown", String.valueOf(key.year()));
		}
		return plan;
	}

	private IndicatorRow indicator(EvidenceKey key) {
		return this.plans.indicators(key.planId())
			.stream()
			.filter((row) -> row.no().equals(key.no()) && !PlanYear.isGroup(row))
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "indicator.unknown", key.no()));
	}

}
