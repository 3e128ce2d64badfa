package vn.wardkpi.ward.change;

import java.util.List;

/**
 * A unit as a list of units has it.
 *
 * @param row where it stands in the list
 * @param name full name with its kind: "Phường Từ Liêm"
 * @param province code
 * @param origins what it is made of, where the list says so
 */
public record ListedUnit(int row, String code, String name, String province, List<Origin> origins) {

	public ListedUnit {
		origins = List.copyOf(origins);
	}

	/**
	 * A unit that another one is made of.
	 *
	 * @param unit its code, or its full name
	 * @param part whether only a part of it comes here
	 */
	public record Origin(String unit, boolean part) {
	}

}
