package vn.wardkpi.plan;

import java.util.List;
import java.util.Optional;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;

/**
 * What an administrator corrects of an indicator; what is empty stays as it is.
 *
 * @param leadUnits codes of lead units, the first answers for the indicator
 */
public record IndicatorCorrection(Optional<String> name, Optional<String> unit, Optional<IndicatorRole> role,
		Optional<Boolean> decisive, Optional<Direction> direction, Optional<ValueType> valueType,
		Optional<Accumulation> accumulation, Optional<Boolean> bounded, Optional<List<String>> leadUnits) {
}
