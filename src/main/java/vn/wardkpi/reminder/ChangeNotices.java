package vn.wardkpi.reminder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.wardkpi.account.StaffDirectory;
import vn.wardkpi.account.StaffMember;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.reminder.Notice.Kind;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.OverrideEvent;
import vn.wardkpi.submission.OverrideEvent.JudgedTarget;
import vn.wardkpi.submission.OverrideEvent.OverrideRevoked;
import vn.wardkpi.submission.OverrideEvent.VerdictOverridden;
import vn.wardkpi.submission.SubmissionEvent;
import vn.wardkpi.submission.SubmissionEvent.Approved;
import vn.wardkpi.submission.SubmissionEvent.Reopened;
import vn.wardkpi.submission.SubmissionEvent.Returned;
import vn.wardkpi.submission.SubmissionEvent.Submitted;

/**
 * Tells the reviewers that a form was submitted, and the lead unit what became of it, in
 * the transaction that did it. Nobody is told of what they did themselves.
 */
@Component
class ChangeNotices {

	private final Notices notices;

	private final StaffDirectory accounts;

	private final PlanCatalog plans;

	ChangeNotices(Notices notices, StaffDirectory accounts, PlanCatalog plans) {
		this.notices = notices;
		this.accounts = accounts;
		this.plans = plans;
	}

	@EventListener
	void on(Submitted event) {
		tell(event, Kind.FORM_SUBMITTED, (person) -> person.mayReview(event.ward()));
	}

	@EventListener
	void on(Returned event) {
		tellLeadUnit(event, Kind.FORM_RETURNED);
	}

	@EventListener
	void on(Reopened event) {
		tellLeadUnit(event, Kind.FORM_REOPENED);
	}

	@EventListener
	void on(Approved event) {
		tellLeadUnit(event, Kind.FORM_APPROVED);
	}

	@EventListener
	void on(VerdictOverridden event) {
		tellLeadUnits(event, Kind.OVERRIDE_SET);
	}

	@EventListener
	void on(OverrideRevoked event) {
		tellLeadUnits(event, Kind.OVERRIDE_REVOKED);
	}

	private void tellLeadUnit(SubmissionEvent event, Kind kind) {
		tell(event, kind, (person) -> person.mayEnter(event.ward(), Set.of(event.key().leadUnit())));
	}

	private void tell(SubmissionEvent event, Kind kind, Predicate<Actor> concerned) {
		this.notices.tell(usernames(event.ward(), concerned, event.actor()), kind, event.ward(), event.key(), null,
				event.actor());
	}

	private void tellLeadUnits(OverrideEvent event, Kind kind) {
		JudgedTarget of = event.of();
		List<String> units = units(of.planId(), of.no());
		List<String> concerned = usernames(event.ward(), (person) -> person.mayEnter(event.ward(), units),
				event.actor());
		this.notices.tellOfVerdict(concerned, kind, event.ward(), of.planId(), of.year(), of.no(), event.actor());
	}

	private List<String> units(long planId, String no) {
		Optional<IndicatorRow> indicator = this.plans.indicators(planId)
			.stream()
			.filter((row) -> row.no().equals(no))
			.findFirst();
		return indicator.map(IndicatorRow::leadUnitCodes).orElse(List.of());
	}

	private List<String> usernames(WardCode ward, Predicate<Actor> concerned, String actor) {
		return this.accounts.people(ward)
			.stream()
			.map(StaffMember::actor)
			.filter((person) -> concerned.test(person) && !person.username().equals(actor))
			.map(Actor::username)
			.toList();
	}

}
