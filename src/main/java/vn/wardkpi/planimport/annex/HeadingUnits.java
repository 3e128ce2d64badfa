package vn.wardkpi.planimport.annex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.Heading;
import vn.wardkpi.shared.UnitName;

/**
 * Units that stand in the headings of figures: "KH 2026 (triệu đồng)".
 */
final class HeadingUnits {

	private static final Pattern BRACKETED = Pattern
		.compile("(?iu)[(\\[](?:(?:đvt|đơn vị(?: tính)?)\\s*:\\s*)?([^()\\[\\]]{1,40})[)\\]]");

	private static final Pattern PLAIN = Pattern.compile("-?\\d[\\d., ]*");

	private final @Nullable String ofTargets;

	private final boolean ownColumn;

	/** By heading; most have none. */
	private final Map<String, Optional<String>> units = new HashMap<>();

	HeadingUnits(Heading heading) {
		heading.columns().forEach((column) -> this.units.put(column.title(), read(column)));
		List<Optional<String>> units = heading.columns()
			.stream()
			.filter((column) -> column.part().isTarget())
			.map(this::of)
			.distinct()
			.toList();
		this.ofTargets = (units.size() == 1) ? units.get(0).orElse(null) : null;
		this.ownColumn = heading.position(Part.UNIT) >= 0;
	}

	private Optional<String> of(Column column) {
		return this.units.getOrDefault(column.title(), Optional.empty());
	}

	private static Optional<String> read(Column column) {
		Matcher bracketed = BRACKETED.matcher(column.title());
		Optional<String> found = Optional.empty();
		while (bracketed.find()) {
			String unit = bracketed.group(1).strip();
			found = UnitTexts.isUnit(unit) ? Optional.of(unit) : found;
		}
		return found;
	}

	/** The one that the headings of all targets name. */
	@Nullable String ofTargets() {
		return this.ofTargets;
	}

	/**
	 * A figure below a heading with another unit than those of the targets says its own,
	 * so that it is converted.
	 * @param unit the row's
	 */
	String written(Column column, String text, @Nullable String unit) {
		boolean ofHeadings = unit != null && unit.equals(this.ofTargets) && !this.ownColumn;
		String own = of(column).orElse(unit);
		return (ofHeadings && own != null && isOther(own, this.ofTargets) && PLAIN.matcher(text).matches())
				? text + " " + own : text;
	}

	/** The unit of a figure's heading where the row itself states another one. */
	Optional<String> contradicted(Column column, @Nullable String unit) {
		return of(column).filter((own) -> unit != null && (this.ownColumn || !unit.equals(this.ofTargets)))
			.filter((own) -> isOther(own, unit)
					&& (this.ownColumn || UnitName.of(own).powerOfTenTo(UnitName.of(String.valueOf(unit))) != null));
	}

	private static boolean isOther(String own, @Nullable String unit) {
		String one = UnitName.of(own).canonical();
		String other = UnitName.of(String.valueOf(unit)).canonical();
		return !one.contains(other) && !other.contains(one);
	}

}
