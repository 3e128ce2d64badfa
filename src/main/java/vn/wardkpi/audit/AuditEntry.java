package vn.wardkpi.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RecordedChange.Subject;

/**
 * A change on record.
 *
 * @param actor username of who made it
 * @param actorName what that person is called
 * @param key which one of its kind, such as "2026 FINAL"
 * @param from the state before, as people read it
 * @param to the state after
 * @param origin address the request came from, followed by {@code api} or {@code token}
 * for a program's call; {@code program} for what the program did of itself
 */
public record AuditEntry(long id, Instant at, String actor, @Nullable String indicatorNo, Subject subject, String key,
		String action, @Nullable String from, @Nullable String to, @Nullable String reason, @Nullable String origin,
		String actorName) {

	/**
	 * Where nobody asks what the person is called.
	 */
	public AuditEntry(long id, Instant at, String actor, @Nullable String indicatorNo, Subject subject, String key,
			String action, @Nullable String from, @Nullable String to, @Nullable String reason,
			@Nullable String origin) {
		this(id, at, actor, indicatorNo, subject, key, action, from, to, reason, origin, actor);
	}

}
