package vn.wardkpi.plan.headline;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A headline with what is on record of its recording.
 *
 * @param supersedes id of the one whose place it took, if it took one's
 * @param superseded whether another took its place
 * @param takenBack whether it says no more than that the one before it does not stand
 * @param reason why it took that place
 * @param at {@code null} where it was loaded with the plan
 * @param by username
 * @param byName as people call them
 */
public record RecordedHeadline(long id, PublishedHeadline headline, @Nullable Long supersedes, boolean superseded,
		boolean takenBack, @Nullable String reason, @Nullable Instant at, @Nullable String by,
		@Nullable String byName) {

	/**
	 * Whether it is what a year shows.
	 */
	public boolean isValid() {
		return !this.superseded && !this.takenBack;
	}

}
