package vn.wardkpi.attainment;

import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of an indicator.
 *
 * @param no number in the plan, such as "2.1"
 * @param parentNo number of the indicator it breaks down
 * @param decisive whether a group takes its verdict from this sub-indicator
 * @param bounded whether it is a share that cannot exceed 100 %
 */
public record IndicatorRule(String no, @Nullable String parentNo, IndicatorRole role, boolean decisive,
		Direction direction, ValueType valueType, Accumulation accumulation, boolean bounded) {
}
