package vn.wardkpi.shared;

import java.util.Set;

/**
 * A province with its wards, to which an account may be bound.
 *
 * @param province code of the province, two digits
 * @param wards all of its wards, former and invented ones among them
 */
public record Territory(String province, Set<WardCode> wards) {

	public Territory {
		wards = Set.copyOf(wards);
	}

}
