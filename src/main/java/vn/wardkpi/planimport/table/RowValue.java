package vn.wardkpi.planimport.table;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;

/**
 * An attribute of an indicator that a person can put right.
 */
public enum RowValue {

	/** Its number in the plan, "2.1". */
	@JsonProperty("no")
	NO,

	/** Number of the indicator above it; blank for none. */
	@JsonProperty("parentNo")
	PARENT_NO,

	@JsonProperty("name")
	NAME,

	@JsonProperty("unit")
	UNIT,

	@JsonProperty("field")
	FIELD,

	/** Names between semicolons, the first answers for it. */
	@JsonProperty("leadUnits")
	LEAD_UNITS,

	@JsonProperty("role")
	ROLE(IndicatorRole.values()),

	@JsonProperty("decisive")
	DECISIVE("true", "false"),

	@JsonProperty("direction")
	DIRECTION(Direction.values()),

	@JsonProperty("valueType")
	VALUE_TYPE(ValueType.values()),

	@JsonProperty("accumulation")
	ACCUMULATION(Accumulation.values()),

	@JsonProperty("bounded")
	BOUNDED("true", "false"),

	@JsonProperty("baselineComparable")
	BASELINE_COMPARABLE("true", "false");

	private final List<String> values;

	RowValue(String... values) {
		this.values = List.of(values);
	}

	RowValue(Enum<?>[] values) {
		this.values = Arrays.stream(values).map(Enum::name).toList();
	}

	/** Whether it is chosen, not written. */
	public boolean isChosen() {
		return !this.values.isEmpty();
	}

	public boolean accepts(String text) {
		return !isChosen() || this.values.contains(text);
	}

}
