package vn.wardkpi.account.people;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A person as a file or a form says it, right or wrong.
 *
 * @param line of the file, counted from 1
 */
public record PersonRow(int line, Map<PersonColumn, String> cells) {

	public PersonRow {
		Map<PersonColumn, String> copy = new EnumMap<>(PersonColumn.class);
		copy.putAll(cells);
		cells = Collections.unmodifiableMap(copy);
	}

	public String cell(PersonColumn column) {
		return this.cells.getOrDefault(column, "");
	}

}
