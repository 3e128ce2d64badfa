package vn.wardkpi.attainment.target;

import vn.wardkpi.attainment.Direction;

/**
 * How an actual is held against a target.
 */
public enum Comparator {

	AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, BETWEEN, EXACTLY, QUALITATIVE;

	/**
	 * Whether a better actual can only help: a floor suits what should rise, a ceiling
	 * what should fall.
	 */
	public boolean suits(Direction direction) {
		return switch (this) {
			case AT_LEAST, MORE_THAN -> direction == Direction.HIGHER_IS_BETTER;
			case AT_MOST, LESS_THAN -> direction == Direction.LOWER_IS_BETTER;
			case BETWEEN, EXACTLY, QUALITATIVE -> true;
		};
	}

}
