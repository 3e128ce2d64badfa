package vn.wardkpi.submission;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.StoredActual;

/**
 * What a reviewer decided on one row of a form in its present round.
 *
 * @param comment what is to be corrected, for a row that went back
 * @param decidedBy what the reviewer is called
 * @param entry what stood in the row then
 * @param version of what stood there, 0 if nothing did
 */
public record RowDecision(Kind kind, @Nullable String comment, String decidedBy, Instant decidedAt, ActualEntry entry,
		int version) {

	public boolean isApproved() {
		return this.kind == Kind.APPROVED;
	}

	public boolean isReturned() {
		return this.kind == Kind.RETURNED;
	}

	/**
	 * Whether the row went back and was changed since.
	 */
	public boolean isCorrectedBy(@Nullable StoredActual stored) {
		return isReturned() && stored != null && stored.version() > this.version;
	}

	/**
	 * Approved rows are in force and locked; returned ones are to be corrected.
	 */
	public enum Kind {

		APPROVED, RETURNED

	}

}
