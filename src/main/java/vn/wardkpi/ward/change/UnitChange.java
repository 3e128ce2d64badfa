package vn.wardkpi.ward.change;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a list changes of one unit.
 *
 * @param name what it is called from the day on; of one that ends its last name
 * @param before what it was called, where it is renamed
 * @param province code
 * @param others of a new unit what it is made of, of one that ends the units that it goes
 * to
 */
public record UnitChange(Kind kind, String code, String name, @Nullable String before, String province,
		List<Other> others) {

	public UnitChange {
		others = List.copyOf(others);
	}

	/**
	 * What happens to it: there is a new one, it is called otherwise, it is made of more
	 * than before, or it is no more.
	 */
	public enum Kind {

		NEW, RENAMED, ENLARGED, ENDED

	}

	/**
	 * @param code where it has one here
	 * @param part whether only a part of it
	 */
	public record Other(@Nullable String code, String name, boolean part) {
	}

}
