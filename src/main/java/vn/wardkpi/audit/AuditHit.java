package vn.wardkpi.audit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A change that was looked for.
 *
 * @param ward code of the ward it concerns, if any
 * @param place in its chain
 * @param hash of the row, hexadecimal
 * @param further how many more rows the act left that this row stands for
 * @param units what the ward's lead units are called, by their codes, where the row may
 * name any
 */
public record AuditHit(AuditEntry entry, @Nullable String ward, @Nullable String wardName, @Nullable Long planId,
		@Nullable String planTitle, String chain, long place, String hash, long further, Map<String, String> units) {

	public AuditHit {
		units = Map.copyOf(units);
	}

}
