package vn.wardkpi.shared;

import org.jspecify.annotations.Nullable;

/**
 * One row of the audit, as the event says it. Built with names:
 * {@code RecordedChange.of(ACTUAL, "2026 FINAL", CHANGED).in(ward).ofPlan(plan).from("96").to("96,9")}.
 *
 * @param subject what kind of thing was changed
 * @param key which one, for people: "2026 FINAL", "Nghị quyết 15/NQ-HĐND", a username
 * @param ward the ward it concerns, if any
 * @param planId the plan it concerns, if any
 * @param indicatorNo number of the indicator in the plan, if any
 * @param from the state before, as people read it
 * @param to the state after, as people read it
 * @param reason why, where a reason was given
 */
public record RecordedChange(Subject subject, String key, Action action, @Nullable WardCode ward, @Nullable Long planId,
		@Nullable String indicatorNo, @Nullable String from, @Nullable String to, @Nullable String reason) {

	public static RecordedChange of(Subject subject, String key, Action action) {
		return new RecordedChange(subject, key, action, null, null, null, null, null, null);
	}

	public RecordedChange in(@Nullable WardCode ward) {
		return new RecordedChange(this.subject, this.key, this.action, ward, this.planId, this.indicatorNo, this.from,
				this.to, this.reason);
	}

	public RecordedChange ofPlan(long planId) {
		return new RecordedChange(this.subject, this.key, this.action, this.ward, planId, this.indicatorNo, this.from,
				this.to, this.reason);
	}

	public RecordedChange ofIndicator(String no) {
		return new RecordedChange(this.subject, this.key, this.action, this.ward, this.planId, no, this.from, this.to,
				this.reason);
	}

	public RecordedChange from(@Nullable String state) {
		return new RecordedChange(this.subject, this.key, this.action, this.ward, this.planId, this.indicatorNo, state,
				this.to, this.reason);
	}

	public RecordedChange to(@Nullable String state) {
		return new RecordedChange(this.subject, this.key, this.action, this.ward, this.planId, this.indicatorNo,
				this.from, state, this.reason);
	}

	public RecordedChange because(@Nullable String reason) {
		return new RecordedChange(this.subject, this.key, this.action, this.ward, this.planId, this.indicatorNo,
				this.from, this.to, reason);
	}

	/**
	 * What can be changed. The names are what is stored; none is ever renamed.
	 */
	public enum Subject {

		PLAN, LEAD_UNIT, INDICATOR, DECISION, TARGET, HEADLINE, ACTUAL, EXPLANATION, EVIDENCE, SUBMISSION, OVERRIDE,
		CALENDAR, SETTING, USER, IMPORT, TASK, COUNCIL_SESSION, QUESTION, CATALOGUE, TEMPLATE, REPORT

	}

	/**
	 * What can be done. The names are what is stored; none is ever renamed.
	 */
	public enum Action {

		CREATED, CHANGED, DELETED, RESTORED, SUBMITTED, APPROVED, RETURNED, REOPENED, REVOKED, EXTENDED, ADOPTED,
		CLOSED, WITHDRAWN, STOPPED, RESUMED, PASSWORD_RESET, PASSWORD_CHANGED, TOKEN_CREATED, TOKEN_REVOKED, INVITED,
		SESSIONS_ENDED, HANDED_OVER, TAKEN_BACK, ANSWERED, CARRIED_OVER, STARTED

	}

}
