package vn.wardkpi.attainment;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * Where an indicator stood before the plan.
 *
 * @param value {@code null} where only words were published
 * @param comparable whether it has the same scope and unit as the plan's figures; one
 * that has not is shown but never reckoned with
 */
public record Baseline(int year, @Nullable BigDecimal value, boolean comparable) {
}
