package vn.wardkpi.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Role;
import vn.wardkpi.shared.WardCode;

/**
 * An account as administrators see it.
 *
 * @param ward the ward it belongs to; of neither ward nor province is who is of the whole
 * installation
 * @param province code of the province it belongs to, if it is of one
 * @param leadUnits codes of an official's lead units, "*" alone for all
 * @param leadUnitNames what they are called, in Vietnamese order; none for all
 * @param invitedUntil until when an unused link sets its password, which may be over;
 * {@code null} where there is none
 * @param awayTo name of who does the account's work today, if somebody else does
 * @param awayUntil the last day of that; {@code null} for good
 */
public record AccountRow(String username, String displayName, Role role, @Nullable WardCode ward,
		@Nullable String wardName, @Nullable String province, @Nullable String provinceName, List<String> leadUnits,
		List<String> leadUnitNames, boolean enabled, Instant createdAt, int version, @Nullable Instant invitedUntil,
		@Nullable String awayTo, @Nullable LocalDate awayUntil) {

	public AccountRow {
		leadUnits = List.copyOf(leadUnits);
		leadUnitNames = List.copyOf(leadUnitNames);
	}

	public boolean isOfAllLeadUnits() {
		return this.leadUnits.contains(NewAccount.ALL_LEAD_UNITS);
	}

}
