package vn.wardkpi.plan.written;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.SearchKey;

/**
 * What an annex does not print of an indicator, as a property of the office document it
 * was written to. It belongs to the row of the same number and name; of another row it
 * says nothing.
 *
 * @param comparable whether the baseline measures the same as the targets; {@code null}
 * without a baseline
 * @param name mark of the row's name, so that a renumbered row is noticed
 * @param field likewise of the section it stands in
 * @param targets how many of its targets the annex prints, so that a lost one is noticed
 */
public record WrittenAttributes(String no, @Nullable String parentNo, IndicatorRole role, boolean decisive,
		Direction direction, ValueType valueType, Accumulation accumulation, boolean bounded,
		@Nullable Boolean comparable, String name, String field, int targets) {

	/** What the names of such properties begin with. */
	private static final String PREFIX = "ward-kpi ";

	/**
	 * The mark of a name: that of its search key, for a slip of the pen may be mended.
	 */
	public static String mark(@Nullable String name) {
		CRC32 sum = new CRC32();
		sum.update(SearchKey.of((name != null) ? name : "").getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(sum.getValue());
	}

	/**
	 * How the property is called; its value is {@link #text()}.
	 */
	public String property() {
		return PREFIX + this.no;
	}

	public String text() {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("parent", (this.parentNo != null) ? this.parentNo : "");
		parts.put("role", this.role.name());
		parts.put("decisive", String.valueOf(this.decisive));
		parts.put("direction", this.direction.name());
		parts.put("type", this.valueType.name());
		parts.put("accumulation", this.accumulation.name());
		parts.put("bounded", String.valueOf(this.bounded));
		parts.put("comparable", (this.comparable != null) ? this.comparable.toString() : "");
		parts.put("name", this.name);
		parts.put("field", this.field);
		parts.put("targets", String.valueOf(this.targets));
		return parts.entrySet()
			.stream()
			.map((part) -> part.getKey() + "=" + part.getValue())
			.collect(Collectors.joining(" "));
	}

	/**
	 * Nothing where the property is no such one or somebody else changed it: then the
	 * attributes are inferred as of any annex.
	 */
	public static Optional<WrittenAttributes> read(String property, String text) {
		if (!property.startsWith(PREFIX)) {
			return Optional.empty();
		}
		Map<String, String> parts = Arrays.stream(text.split(" "))
			.map((part) -> part.split("=", 2))
			.filter((part) -> part.length == 2)
			.collect(Collectors.toMap((part) -> part[0], (part) -> part[1], (first, second) -> first));
		try {
			return Optional
				.of(new WrittenAttributes(property.substring(PREFIX.length()), blankToNull(part(parts, "parent")),
						IndicatorRole.valueOf(part(parts, "role")), Boolean.parseBoolean(part(parts, "decisive")),
						Direction.valueOf(part(parts, "direction")), ValueType.valueOf(part(parts, "type")),
						Accumulation.valueOf(part(parts, "accumulation")), Boolean.parseBoolean(part(parts, "bounded")),
						part(parts, "comparable").isEmpty() ? null : Boolean.valueOf(part(parts, "comparable")),
						part(parts, "name"), part(parts, "field"), Integer.parseInt(part(parts, "targets"))));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String part(Map<String, String> parts, String name) {
		return parts.getOrDefault(name, "");
	}

	private static @Nullable String blankToNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
