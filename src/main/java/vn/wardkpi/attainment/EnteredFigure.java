package vn.wardkpi.attainment;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * An indicator with the number that is entered for it in one year and reporting period.
 *
 * @param no number in the plan
 * @param parentNo number of the indicator it breaks down
 * @param unit as published
 * @param decimals the most its targets were published with
 * @param value {@code null} where there is none yet
 */
public record EnteredFigure(String no, @Nullable String parentNo, IndicatorRole role, ValueType valueType,
		@Nullable String unit, int decimals, @Nullable BigDecimal value) implements Breakdown.Member {

	/**
	 * The same indicator with another number.
	 */
	public EnteredFigure with(@Nullable BigDecimal other) {
		return new EnteredFigure(this.no, this.parentNo, this.role, this.valueType, this.unit, this.decimals, other);
	}

}
