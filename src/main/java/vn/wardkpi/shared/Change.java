package vn.wardkpi.shared;

import org.jspecify.annotations.Nullable;

/**
 * Gives way to {@link Recorded}, which typed events implement; publish no more of these.
 * Something a person changed. Published as an application event inside the transaction
 * that makes the change; the audit module writes it down in the same transaction, so that
 * neither exists without the other.
 *
 * @param actor username of who changed it
 * @param ward the ward it concerns, if any
 * @param planId the plan it concerns, if any
 * @param indicatorNo number of the indicator in the plan, if any
 * @param subject what kind of thing was changed
 * @param key which one, for people: "2026 FINAL", "Nghị quyết 15/NQ-HĐND", a username
 * @param action what was done: CREATED, CHANGED, SUBMITTED, APPROVED, RETURNED, REOPENED…
 * @param from the state before, as people read it
 * @param to the state after, as people read it
 * @param reason why, where a reason was given
 */
public record Change(String actor, @Nullable WardCode ward, @Nullable Long planId, @Nullable String indicatorNo,
		Subject subject, String key, String action, @Nullable String from, @Nullable String to,
		@Nullable String reason) {

	/**
	 * What can be changed.
	 */
	public enum Subject {

		PLAN, LEAD_UNIT, INDICATOR, DECISION, TARGET, HEADLINE, ACTUAL, EXPLANATION, EVIDENCE, SUBMISSION, OVERRIDE,
		CALENDAR, SETTING, USER

	}

}
