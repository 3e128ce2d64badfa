package vn.wardkpi.ward;

import java.util.Set;

import vn.wardkpi.shared.WardCode;

/**
 * Asks whoever keeps plans which wards have one.
 */
public interface PlannedWards {

	/** The wards of which a plan is stored. */
	Set<WardCode> plannedWards();

	/** Those of the wards of which a plan is stored. */
	Set<WardCode> plannedAmong(Set<WardCode> wards);

}
