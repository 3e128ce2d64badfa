package vn.wardkpi.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ReportingPeriod;

/**
 * Something a person is told.
 *
 * @param planId 0 where it is of none
 * @param period of the form it is about; {@code null} for a verdict or a task
 * @param leadUnit code of the lead unit whose form or task it is about
 * @param indicatorNo the indicator whose verdict it is about; {@code null} for a form
 * @param task the task it is about
 * @param about what the task or the template was called when this was told; who the other
 * person is, and the days
 * @param dueOn the deadline it reminds of
 * @param by username of who did it; {@code null} for the program
 * @param question id of the question it is about
 * @param reports id of the reports of many wards that are ready; then it is about no plan
 * @param template the province's template that it is about; then it is about no plan
 * @param annual whether it is about a form with an annual plan's own rows
 */
public record Notice(long id, Kind kind, long planId, int year, @Nullable ReportingPeriod period,
		@Nullable String leadUnit, @Nullable String unitName, @Nullable String indicatorNo, @Nullable Long task,
		@Nullable String about, @Nullable LocalDate dueOn, @Nullable String by, Instant createdAt, boolean read,
		@Nullable Long question, @Nullable UUID reports, @Nullable Long template, boolean annual) {

	/** Whether its words say nothing but what it is about. */
	public boolean isOfOneThing() {
		return this.kind.isOfHandOver() || this.template != null;
	}

	/** The page it is about. */
	public String address() {
		if (this.kind.isOfHandOver()) {
			return "/account";
		}
		if (this.template != null) {
			return "/plan-templates/" + this.template;
		}
		if (this.reports != null) {
			return "/report-batches/" + this.reports;
		}
		if (this.question != null) {
			return "/plans/" + this.planId + "/indicators/" + this.indicatorNo + "/questions#question-" + this.question;
		}
		if (this.task != null) {
			return "/plans/" + this.planId + "/tasks#task-" + this.task;
		}
		if (this.indicatorNo != null) {
			return "/plans/" + this.planId + "/indicators/" + this.indicatorNo;
		}
		String page = (this.kind == Kind.FORM_SUBMITTED) ? "/review/" : "/entry/";
		return "/plans/" + this.planId + page + this.year + "/" + this.period + "/" + this.leadUnit;
	}

	/**
	 * What it is about.
	 */
	public enum Kind {

		FORM_SUBMITTED, FORM_RETURNED, FORM_REOPENED, FORM_APPROVED, OVERRIDE_SET, OVERRIDE_REVOKED, DUE_SOON, LATE,
		TASK_DUE_SOON, TASK_LATE, QUESTION_ASKED, QUESTION_ANSWERED, QUESTION_CARRIED_OVER, QUESTION_DUE_SOON,
		QUESTION_LATE, HAND_OVER_AWAY, HAND_OVER_TAKEN, HAND_OVER_BACK, HAND_OVER_OVER, REPORTS_READY, TEMPLATE_HANDED,
		TEMPLATE_CHANGED, TEMPLATE_WITHDRAWN;

		boolean isOfHandOver() {
			return this == HAND_OVER_AWAY || this == HAND_OVER_TAKEN || this == HAND_OVER_BACK
					|| this == HAND_OVER_OVER;
		}

	}

}
