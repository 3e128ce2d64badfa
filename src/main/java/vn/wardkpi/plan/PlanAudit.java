package vn.wardkpi.plan;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;

/**
 * Says what was done to a plan in the terms of the audit.
 */
@Component
class PlanAudit {

	private final ApplicationEventPublisher events;

	PlanAudit(ApplicationEventPublisher events) {
		this.events = events;
	}

	@EventListener
	void on(PlanEvent event) {
		if (event instanceof PlanEvent.PlanAdopted adopted) {
			publish(event, null, Subject.PLAN, adopted.title(), "CREATED", null,
					adopted.fromYear() + "–" + adopted.toYear(), null);
			adopted.indicators()
				.forEach((indicator) -> publish(event, indicator.no(), Subject.INDICATOR, indicator.no(), "CREATED",
						null, indicator.attributes(), null));
		}
		else if (event instanceof PlanEvent.IndicatorCorrected corrected) {
			publish(event, corrected.no(), Subject.INDICATOR, corrected.no(), "CHANGED", corrected.before(),
					corrected.after(), corrected.reason());
		}
		else if (event instanceof PlanEvent.TargetsDecided decided) {
			publish(event, null, Subject.DECISION,
					(decided.number() != null) ? decided.number() : decided.issuer().name(), "CREATED", null,
					String.valueOf(decided.effectiveDate()), null);
			decided.targets()
				.forEach((target) -> publish(event, target.no(), Subject.TARGET,
						decided.issuer() + " " + ((target.year() != null) ? target.year() : "period"), "CREATED",
						target.replaced(), target.text(), decided.number()));
		}
	}

	private void publish(PlanEvent event, @Nullable String no, Subject subject, String key, String action,
			@Nullable String from, @Nullable String to, @Nullable String reason) {
		this.events.publishEvent(
				new Change(event.actor(), event.ward(), event.planId(), no, subject, key, action, from, to, reason));
	}

}
