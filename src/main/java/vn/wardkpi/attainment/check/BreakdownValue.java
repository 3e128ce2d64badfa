package vn.wardkpi.attainment.check;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;

/**
 * An indicator with the number that is entered for it in one year and reporting period.
 *
 * @param no number in the plan
 * @param parentNo number of the indicator it breaks down
 * @param unit as published
 * @param decimals the most its targets were published with
 * @param value {@code null} where there is none yet
 */
public record BreakdownValue(String no, @Nullable String parentNo, IndicatorRole role, ValueType valueType,
		@Nullable String unit, int decimals, @Nullable BigDecimal value) implements Breakdown.Member {

	/**
	 * The same indicator with another number.
	 */
	public BreakdownValue with(@Nullable BigDecimal other) {
		return new BreakdownValue(this.no, this.parentNo, this.role, this.valueType, this.unit, this.decimals, other);
	}

}
