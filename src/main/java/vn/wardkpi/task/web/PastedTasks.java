package vn.wardkpi.task.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.task.TaskInput;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Tasks copied from a table: below a line of headings, in whatever order, a line for each
 * task; without headings the columns are those of the form, from left to right.
 */
final class PastedTasks {

	/** Lines that are read at the most. */
	static final int MOST = 200;

	private PastedTasks() {
	}

	static List<TaskInput> read(String pasted, List<LeadUnitRow> units) {
		List<List<String>> lines = pasted.lines()
			.filter((line) -> !line.isBlank())
			.limit(MOST + 2L)
			.map((line) -> Arrays.stream(line.split("\t", -1)).map(PastedTasks::clean).toList())
			.toList();
		if (lines.isEmpty()) {
			return List.of();
		}
		Map<Column, Integer> headings = headings(lines.get(0));
		boolean headed = headings.containsKey(Column.WHAT) && headings.size() > 1;
		Map<Column, Integer> columns = headed ? headings : inOrder();
		List<TaskInput> tasks = new ArrayList<>();
		for (List<String> cells : lines.subList(headed ? 1 : 0, lines.size())) {
			tasks.add(new TaskInput(cell(cells, columns, Column.NO).replaceFirst("\\.$", ""),
					cell(cells, columns, Column.WHAT), unit(cell(cells, columns, Column.LEAD_UNIT), units),
					cell(cells, columns, Column.PERSON), cell(cells, columns, Column.DUE),
					cell(cells, columns, Column.PRODUCT), cell(cells, columns, Column.AUTHORITY), "", ""));
		}
		return tasks;
	}

	/** A cell with a line break is in quotes. */
	private static String clean(String cell) {
		String text = cell.strip();
		return (text.length() > 1 && text.startsWith("\"") && text.endsWith("\""))
				? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
	}

	private static Map<Column, Integer> headings(List<String> cells) {
		Map<Column, Integer> found = new EnumMap<>(Column.class);
		for (int at = 0; at < cells.size(); at++) {
			String heading = SearchKey.of(cells.get(at));
			for (Column column : Column.values()) {
				if (!found.containsKey(column) && column.isNamedIn(heading)) {
					found.put(column, at);
					break;
				}
			}
		}
		return found;
	}

	private static Map<Column, Integer> inOrder() {
		Map<Column, Integer> columns = new EnumMap<>(Column.class);
		for (Column column : Column.values()) {
			columns.put(column, columns.size());
		}
		return columns;
	}

	private static String cell(List<String> cells, Map<Column, Integer> columns, Column column) {
		Integer at = columns.get(column);
		return (at != null && at < cells.size()) ? cells.get(at) : "";
	}

	/**
	 * Its code, by its name with or without marks; what was typed where there is none.
	 */
	private static String unit(String typed, List<LeadUnitRow> units) {
		String key = SearchKey.of(typed);
		return units.stream()
			.filter((unit) -> unit.code().equals(typed) || SearchKey.of(unit.name()).equals(key))
			.map(LeadUnitRow::code)
			.findFirst()
			.orElse(typed);
	}

	/**
	 * A column and the words of its heading, without marks, in the order of the form.
	 */
	private enum Column {

		NO("chi tieu|indicator"), WHAT("noi dung|nhiem vu|cong viec|ro viec|task"),
		LEAD_UNIT("don vi|chu tri|ro trach nhiem|unit"), PERSON("nguoi|can bo|person"),
		DUE("thoi han|thoi gian|han hoan thanh|ngay|due"), PRODUCT("san pham|ket qua|product"),
		AUTHORITY("tham quyen|cap quyet dinh|authority");

		private final String words;

		Column(String words) {
			this.words = words;
		}

		private boolean isNamedIn(String heading) {
			return Arrays.stream(this.words.split("\\|")).anyMatch(heading::contains);
		}

	}

}
