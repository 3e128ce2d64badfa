package vn.wardkpi.dashboard.web.api;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.wardkpi.audit.AuditEntry;
import vn.wardkpi.audit.AuditTrail;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RecordedChange.Subject;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Every change of an indicator's targets and actuals, for those who may see it.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}/history")
class HistoryResource {

	private final PlanCatalog plans;

	private final AuditTrail trail;

	HistoryResource(PlanCatalog plans, AuditTrail trail) {
		this.plans = plans;
		this.trail = trail;
	}

	@GetMapping("/{no}")
	List<ChangeView> history(@PathVariable long id, @PathVariable String no, Actor actor) {
		PlanSummary plan = this.plans.require(id, actor);
		if (!actor.maySeeHistory(plan.wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "history", plan.wardName());
		}
		if (this.plans.indicators(id).stream().noneMatch((indicator) -> indicator.no().equals(no))) {
			throw new RefusedException(Kind.NOT_FOUND, "indicator.unknown", no);
		}
		return this.trail.of(id, no, actor.maySeeDrafts(plan.wardCode())).stream().map(ChangeView::of).toList();
	}

	record ChangeView(Instant at, String who, Subject subject, String key, String action, @Nullable String from,
			@Nullable String to, @Nullable String why) {

		static ChangeView of(AuditEntry entry) {
			return new ChangeView(entry.at(), entry.actor(), entry.subject(), entry.key(), entry.action(), entry.from(),
					entry.to(), entry.reason());
		}

	}

}
