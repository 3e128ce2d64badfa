package vn.wardkpi.account.web.people;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.wardkpi.account.people.PersonColumn;
import vn.wardkpi.account.people.PersonRow;

/**
 * The rows of the preview as they come back: fields such as "12.USERNAME", and "leave.12"
 * for a row that is left out.
 */
record PeopleForm(List<PersonRow> rows, Set<Integer> leftOut, boolean stores) {

	private static final Pattern CELL = Pattern.compile("(\\d{1,6})\\.(USERNAME|EMAIL|ROLE|LEAD_UNITS|PLACE|NAME)");

	private static final Pattern LEAVE = Pattern.compile("leave\\.(\\d{1,6})");

	static PeopleForm of(Map<String, String> fields) {
		Map<Integer, Map<PersonColumn, String>> cells = new TreeMap<>();
		Set<Integer> leftOut = new HashSet<>();
		fields.forEach((name, value) -> {
			Matcher cell = CELL.matcher(name);
			Matcher leave = LEAVE.matcher(name);
			if (cell.matches()) {
				cells.computeIfAbsent(Integer.valueOf(cell.group(1)), (line) -> new EnumMap<>(PersonColumn.class))
					.put(PersonColumn.valueOf(cell.group(2)), value.strip());
			}
			else if (leave.matches()) {
				leftOut.add(Integer.valueOf(leave.group(1)));
			}
		});
		return new PeopleForm(
				cells.entrySet().stream().map((row) -> new PersonRow(row.getKey(), row.getValue())).toList(), leftOut,
				"store".equals(fields.get("action")));
	}

}
