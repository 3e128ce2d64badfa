package vn.wardkpi.account;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * An account as administrators see it.
 *
 * @param ward the ward it belongs to, or {@code null} for the whole installation
 * @param leadUnits codes of an official's lead units, "*" alone for all
 */
public record AccountRow(String username, String displayName, Role role, @Nullable WardCode ward,
		@Nullable String wardName, List<String> leadUnits, boolean enabled, Instant createdAt, int version) {

	public AccountRow {
		leadUnits = List.copyOf(leadUnits);
	}

}
