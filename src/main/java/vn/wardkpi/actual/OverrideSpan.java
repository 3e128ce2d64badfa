package vn.wardkpi.actual;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An override and how long it held.
 *
 * @param revokedAt when it was taken back; {@code null} while it holds
 */
public record OverrideSpan(OverrideRow override, @Nullable String revokedBy, @Nullable Instant revokedAt) {

	/**
	 * Whether it held just before that moment.
	 * @param moment {@code null} for now
	 */
	public boolean heldBefore(@Nullable Instant moment) {
		if (moment == null) {
			return this.revokedAt == null;
		}
		return this.override.createdAt().isBefore(moment)
				&& (this.revokedAt == null || !this.revokedAt.isBefore(moment));
	}

}
