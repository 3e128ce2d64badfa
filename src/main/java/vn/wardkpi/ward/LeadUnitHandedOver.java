package vn.wardkpi.ward;

import java.time.LocalDate;

import vn.wardkpi.shared.WardCode;

/**
 * From now on a lead unit answers in another's place. Every module hands over what it
 * keeps for the unit that is gone, within the transaction; that it was merged is on
 * record already.
 *
 * @param from the unit that is gone
 * @param into the unit that answers from now on
 * @param day the first on which it does
 */
public record LeadUnitHandedOver(WardCode ward, LeadUnitRow from, LeadUnitRow into, LocalDate day) {
}
