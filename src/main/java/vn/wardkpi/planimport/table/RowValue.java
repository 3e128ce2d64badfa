package vn.wardkpi.planimport.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

	/** Who of the ward's leaders answers for it in person; blank for nobody. */
	@JsonProperty("leaderInCharge")
	LEADER_IN_CHARGE,

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

	private static final Pattern BETWEEN_WORDS = Pattern.compile("_");

	/** Those that can be chosen, between blanks. */
	private final String values;

	RowValue(String... values) {
		this.values = String.join(" ", values);
	}

	RowValue(Enum<?>[] values) {
		this.values = Arrays.stream(values).map(Enum::name).collect(Collectors.joining(" "));
	}

	/** Its name in the API and in forms, "parentNo". */
	public String key() {
		StringBuilder key = new StringBuilder();
		for (String word : BETWEEN_WORDS.splitAsStream(name().toLowerCase(Locale.ROOT)).toList()) {
			key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
		}
		return key.toString();
	}

	public List<String> allowed() {
		return Arrays.stream(this.values.split(" ", -1)).filter((value) -> !value.isEmpty()).toList();
	}

	/** Whether it is chosen, not written. */
	public boolean isChosen() {
		return !this.values.isEmpty();
	}

	public boolean accepts(String text) {
		return !isChosen() || allowed().contains(text);
	}

}
