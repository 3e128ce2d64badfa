package vn.wardkpi.submission.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.calendar.YearPeriod;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecision;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionState;

/**
 * Says whether a person may enter figures on a form now. What is decided here holds for
 * the version of the form that was read, and only under that is a figure stored.
 */
@Component
class OpenForms {

	private final ReportingCalendar calendar;

	private final Clock clock;

	OpenForms(ReportingCalendar calendar, Clock clock) {
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * @return the form on which the cell is entered
	 * @throws RefusedException FORBIDDEN to others than officials of the indicator's lead
	 * units; CONFLICT while its form or its row is locked
	 */
	SubmissionState requireOpenForm(SheetCell cell, Actor actor) {
		SubmissionState form = cell.form();
		if (form == null) {
			throw new RefusedException(Kind.CONFLICT, "actual.no-lead-unit", cell.row().no());
		}
		RowDecision decision = cell.decision();
		refuseIfLocked(actor, cell.ward(), form, cell.row().leadUnitCodes(), EntryLock.of(cell.plan()).orElse(null),
				decision != null && decision.isApproved(), new YearPeriod(cell.year(), cell.period()));
		return form;
	}

	/**
	 * @param unitCodes all lead units with an indicator on the form
	 * @throws RefusedException FORBIDDEN to others than officials of these; CONFLICT
	 * while the form is locked
	 */
	void requireOpen(SubmissionState form, SubmissionKey key, PlanSummary plan, Collection<String> unitCodes,
			Actor actor) {
		refuseIfLocked(actor, plan.wardCode(), form, unitCodes, EntryLock.of(plan.status()).orElse(null), false,
				new YearPeriod(key.year(), key.period()));
	}

	/**
	 * Asks the calendar only where nothing else is in the way.
	 */
	private void refuseIfLocked(Actor actor, WardCode ward, SubmissionState form, Collection<String> unitCodes,
			@Nullable EntryLock closed, boolean rowApproved, YearPeriod when) {
		EntryLock.of(actor, ward, form.unit().name(), unitCodes, form.status(), rowApproved, closed)
			.or(() -> EntryLock.of(this.calendar.window(ward, when.year(), when.period(), form.unit().code()),
					LocalDate.now(this.clock)))
			.ifPresent((lock) -> {
				throw lock.refusal();
			});
	}

}
