package vn.wardkpi.catalogue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.ValueType;

/**
 * A shared definition as it was at one version.
 *
 * @param measured how the figure is measured
 * @param source where the figure comes from
 * @param formula how it is computed
 */
public record Definition(long id, int version, String name, @Nullable String unit, Direction direction,
		ValueType valueType, @Nullable String measured, @Nullable String source, @Nullable String formula,
		String changedBy, Instant changedAt) {
}
