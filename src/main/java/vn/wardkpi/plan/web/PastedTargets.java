package vn.wardkpi.plan.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.web.DecisionForm.TypedTarget;

/**
 * Targets copied from a table: a line for each with number, year and target; or, below a
 * line that names years, a line for each indicator with its number first.
 */
final class PastedTargets {

	private static final Pattern YEAR = Pattern.compile("\\b(20\\d{2})\\b");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,2}\\.?");

	private static final Pattern PERIOD = Pattern
		.compile("(?iu).*(giai đoạn|period|\\b20\\d{2}\\s*[-–]\\s*20\\d{2}).*");

	private PastedTargets() {
	}

	static List<TypedTarget> read(String pasted, PlanSummary plan) {
		List<String[]> lines = pasted.lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> line.split("\t", -1))
			.map((cells) -> Arrays.stream(cells).map(String::strip).toArray(String[]::new))
			.toList();
		if (lines.isEmpty()) {
			return List.of();
		}
		List<TypedTarget> targets = new ArrayList<>();
		@Nullable String[] years = years(lines.get(0), plan);
		boolean table = Arrays.stream(years).anyMatch((year) -> year != null) && !isNumber(lines.get(0)[0]);
		if (!table) {
			lines.forEach((cells) -> targets.add(one(cells)));
			return targets;
		}
		for (String[] cells : lines.subList(1, lines.size())) {
			for (int column = 1; column < Math.min(cells.length, years.length); column++) {
				String year = years[column];
				if (year != null && !cells[column].isEmpty()) {
					targets.add(new TypedTarget(number(cells[0]), year, cells[column]));
				}
			}
		}
		return targets;
	}

	/** Number, year and target; a name between them is passed over. */
	private static TypedTarget one(String[] cells) {
		if (cells.length == 1) {
			return new TypedTarget("", "", cells[0]);
		}
		String year = (cells.length > 2) ? cells[cells.length - 2] : "";
		return new TypedTarget(number(cells[0]), year.matches("\\d{4}") ? year : "", cells[cells.length - 1]);
	}

	/**
	 * Of each column the year, empty for the period, {@code null} where it names neither.
	 */
	private static @Nullable String[] years(String[] heading, PlanSummary plan) {
		@Nullable String[] years = new String[heading.length];
		for (int column = 0; column < heading.length; column++) {
			Matcher year = YEAR.matcher(heading[column]);
			if (PERIOD.matcher(heading[column]).matches()) {
				years[column] = "";
			}
			else if (year.find() && plan.covers(Integer.parseInt(year.group(1)))) {
				years[column] = year.group(1);
			}
		}
		return years;
	}

	private static boolean isNumber(String cell) {
		return NUMBER.matcher(cell).matches() && !YEAR.matcher(cell).matches();
	}

	/** As the annex prints it, without a point at its end. */
	private static String number(String cell) {
		return cell.endsWith(".") ? cell.substring(0, cell.length() - 1) : cell;
	}

}
