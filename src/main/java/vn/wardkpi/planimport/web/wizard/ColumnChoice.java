package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;

/**
 * What a column can be said to hold, as the value of an option: "NAME", "YEAR:2026",
 * "PERIOD:2026-2030".
 *
 * @param years as the label names them; blank for none
 */
record ColumnChoice(String code, Part part, String years) {

	private static final Pattern CODE = Pattern.compile("([A-Z_]+)(?::(20\\d\\d)(?:-(20\\d\\d))?)?");

	static ColumnChoice of(Part part, @Nullable Integer from, @Nullable Integer to) {
		boolean dated = from != null
				&& (part.isTarget() || part == Part.BASELINE || part == Part.AVERAGE || part == Part.PART_YEAR);
		String years = !dated ? "" : (to != null && !to.equals(from)) ? from + "-" + to : String.valueOf(from);
		return new ColumnChoice(years.isEmpty() ? part.name() : part + ":" + years, part, years.replace('-', '–'));
	}

	static ColumnChoice of(Column column) {
		return of(column.part(), column.year(), column.lastYear());
	}

	/** What the value of an option says; empty if it is none. */
	static Optional<ColumnRole> role(String code) {
		Matcher matcher = CODE.matcher(code);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String name = matcher.group(1);
		Integer from = (matcher.group(2) != null) ? Integer.valueOf(matcher.group(2)) : null;
		Integer to = (matcher.group(3) != null) ? Integer.valueOf(matcher.group(3)) : from;
		for (Part part : Part.values()) {
			if (part.name().equals(name)) {
				return Optional.of(new ColumnRole(part, from, to));
			}
		}
		return Optional.empty();
	}

	/**
	 * All there are for a plan of these years, the present one among them.
	 */
	static List<ColumnChoice> all(int from, int to, ColumnChoice present) {
		List<ColumnChoice> all = new ArrayList<>();
		for (Part part : List.of(Part.NUMBER, Part.NAME, Part.UNIT, Part.FIELD)) {
			all.add(of(part, null, null));
		}
		for (int year = from - 3; year <= from; year++) {
			all.add(of(Part.BASELINE, year, year));
		}
		issuer(all, Part.YEAR, Part.PERIOD, from, to);
		issuer(all, Part.COUNCIL_YEAR, Part.COUNCIL_PERIOD, from, to);
		issuer(all, Part.CITY_YEAR, Part.CITY_PERIOD, from, to);
		issuer(all, Part.PARTY_YEAR, Part.PARTY, from, to);
		for (Part part : List.of(Part.AVERAGE, Part.LEAD_UNIT, Part.COOPERATING, Part.LEADER, Part.NOTE, Part.TEXT,
				Part.OTHER)) {
			all.add(of(part, null, null));
		}
		if (!all.contains(present)) {
			all.add(0, present);
		}
		return all;
	}

	private static void issuer(List<ColumnChoice> all, Part yearly, Part period, int from, int to) {
		for (int year = from; year <= to; year++) {
			all.add(of(yearly, year, year));
		}
		all.add(of(period, from, to));
	}

}
