package vn.wardkpi.shared;

import java.util.List;

/**
 * A domain event that stays on record. Each module declares its events as records with
 * types and names of their own; those that people must be able to look up again implement
 * this interface and say of themselves what is written down. They are published as
 * application events inside the transaction that makes the change, and the audit writes
 * their rows in the same transaction: neither exists without the other. Who needs to know
 * more listens to the typed event, and never reads the rows.
 *
 * <pre>{@code
 * public record CalendarChanged(String actor, WardCode ward, String before, String after) implements Recorded {
 *
 *     public List<RecordedChange> changes() {
 *         return List.of(RecordedChange.of(Subject.SETTING, "calendar", Action.CHANGED)
 *             .in(this.ward)
 *             .from(this.before)
 *             .to(this.after));
 *     }
 *
 * }
 * }</pre>
 */
public interface Recorded {

	/** Username of who did it; "program", "installation" or "demo" for the program. */
	String actor();

	/**
	 * What stands on record of it, one row each, in this order.
	 */
	List<RecordedChange> changes();

}
