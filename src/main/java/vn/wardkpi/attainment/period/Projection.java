package vn.wardkpi.attainment.period;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What the period comes to if the pace so far holds.
 *
 * @param points yearly values it rests on; the baseline counts for a level where it is
 * comparable
 * @param periodValue in the unit of the period's target, rounded HALF_UP as the indicator
 * is shown, with more decimals where it would else read as a target that it misses
 * @param target the period's target as a number, of a level without one the last year's;
 * {@code null} where there is none
 * @param shortfall what it lacks of the target; 0 where it lacks nothing
 * @param meets whether it meets the target
 */
public record Projection(int points, BigDecimal periodValue, @Nullable BigDecimal target,
		@Nullable BigDecimal shortfall, boolean meets) {
}
