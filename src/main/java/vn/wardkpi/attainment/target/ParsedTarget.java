package vn.wardkpi.attainment.target;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ValueType;

/**
 * A target as published and as understood.
 *
 * @param text exactly as published
 * @param comparator what the text itself states; {@code null} where the direction decides
 * @param value the bound, the lower end of a range, or x of x/y; percent values in
 * percent points; {@code null} for QUALITATIVE
 * @param upper the upper end of a range, or y of x/y
 * @param unit the unit written in the text, as written ("%", "đồ án")
 * @param decimals decimals published
 * @param valueType what the text looks like; RATIO for x/y, QUALITATIVE for a grade
 * @param approximate whether the text says "khoảng"
 */
public record ParsedTarget(String text, @Nullable Comparator comparator, @Nullable BigDecimal value,
		@Nullable BigDecimal upper, @Nullable String unit, int decimals, ValueType valueType, boolean approximate) {

	/**
	 * @throws IllegalArgumentException if a range or x/y lacks one of its numbers, or x/y
	 * divides by nothing
	 */
	public ParsedTarget {
		boolean ratio = valueType == ValueType.RATIO;
		if ((ratio || comparator == Comparator.BETWEEN) && (value == null || upper == null)) {
			throw new IllegalArgumentException("Half a target: " + text);
		}
		if (ratio && upper != null && upper.signum() <= 0) {
			throw new IllegalArgumentException("A share of nothing: " + text);
		}
	}

	/**
	 * The comparator in force: the text's, else the direction's. x/y asks for at least
	 * that share; of what should become fewer, for at most that share.
	 */
	public Comparator effectiveComparator(Direction direction) {
		if (this.comparator != null) {
			return this.comparator;
		}
		if (this.valueType == ValueType.QUALITATIVE) {
			return Comparator.QUALITATIVE;
		}
		return (direction == Direction.HIGHER_IS_BETTER) ? Comparator.AT_LEAST : Comparator.AT_MOST;
	}

	/**
	 * The number that a value is compared with: of x/y the share, rounded as an actual's
	 * would be; of a range its lower end; {@code null} for a qualitative target.
	 */
	public @Nullable BigDecimal level() {
		return (this.valueType == ValueType.RATIO && this.value != null && this.upper != null)
				? Percentage.of(this.value, this.upper, this.decimals) : this.value;
	}

}
