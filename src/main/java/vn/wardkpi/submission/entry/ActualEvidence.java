package vn.wardkpi.submission.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.evidence.EvidenceAccess;
import vn.wardkpi.evidence.EvidenceKey;
import vn.wardkpi.evidence.EvidencePlace;
import vn.wardkpi.plan.PlanCatalog;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionState;
import vn.wardkpi.submission.Submissions;
import vn.wardkpi.submission.sheet.PlanYear;

/**
 * Opens and locks a figure's files together with the figure.
 */
@Component
class ActualEvidence implements EvidenceAccess {

	private final PlanCatalog plans;

	private final SheetCellReader cells;

	private final Submissions submissions;

	private final ReportingCalendar calendar;

	private final Clock clock;

	ActualEvidence(PlanCatalog plans, SheetCellReader cells, Submissions submissions, ReportingCalendar calendar,
			Clock clock) {
		this.plans = plans;
		this.cells = cells;
		this.submissions = submissions;
		this.calendar = calendar;
		this.clock = clock;
	}

	@Override
	public EvidencePlace place(EvidenceKey key, Actor actor) {
		PlanSummary plan = this.plans.require(key.planId());
		SheetCell cell = this.cells.require(key.planId(), key.no(), key.year(), key.period());
		if (PlanYear.isGroup(cell.row())) {
			throw new RefusedException(Kind.NOT_FOUND, "indicator.unknown", key.no());
		}
		RefusedException refusal = refusal(cell, actor);
		boolean theirs = actor.mayEnter(cell.ward(), cell.row().leadUnitCodes());
		SubmissionState form = cell.form();
		return new EvidencePlace(key, cell.row().id(), plan.wardCode(), plan.wardName(), cell.row().name(),
				(form != null) ? form.unit().code() : null, plan.illustrative(), actor.maySeeDrafts(plan.wardCode()),
				refusal == null, theirs ? refusal : null);
	}

	@Override
	public EvidencePlace requireOpen(EvidenceKey key, Actor actor) {
		refuseUnlessOpen(key, actor);
		return place(key, actor);
	}

	@Override
	public EvidencePlace holdOpen(EvidenceKey key, Actor actor) {
		SubmissionState form = refuseUnlessOpen(key, actor);
		this.submissions.startIfAbsent(key.planId(), key.year(), key.period(), form.unit().id());
		if (this.submissions.lock(key.planId(), key.year(), key.period(), form.unit().id()).isEmpty()) {
			throw new IllegalStateException("A form that was begun is there");
		}
		// Whoever submitted or approved it meanwhile was first.
		return requireOpen(key, actor);
	}

	private SubmissionState refuseUnlessOpen(EvidenceKey key, Actor actor) {
		SheetCell cell = this.cells.require(key.planId(), key.no(), key.year(), key.period());
		RefusedException refusal = refusal(cell, actor);
		SubmissionState form = cell.form();
		if (refusal != null) {
			throw refusal;
		}
		if (form == null) {
			throw new RefusedException(Kind.CONFLICT, "actual.no-lead-unit", key.no());
		}
		return form;
	}

	private @Nullable RefusedException refusal(SheetCell cell, Actor actor) {
		SubmissionState form = cell.form();
		if (form == null) {
			return new RefusedException(Kind.CONFLICT, "actual.no-lead-unit", cell.row().no());
		}
		RowDecision decision = cell.decision();
		Optional<EntryLock> lock = EntryLock.of(actor, cell.ward(), form.unit().name(), cell.row().leadUnitCodes(),
				form.status(), decision != null && decision.isApproved(), EntryLock.of(cell.plan()).orElse(null));
		return lock
			.or(() -> EntryLock.of(this.calendar.window(cell.ward(), cell.year(), cell.period(), form.unit().code()),
					LocalDate.now(this.clock)))
			.map(EntryLock::refusal)
			.orElse(null);
	}

}
