package vn.wardkpi.unitlist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.SpreadsheetText;
import vn.wardkpi.ward.change.ListedUnit;
import vn.wardkpi.ward.change.ListedUnit.Origin;

/**
 * Reads a list of units from a workbook or a CSV file: columns for the code, the name,
 * the province's code and, where units are merged, what each is made of, separated by
 * semicolons, "(một phần)" behind those of which only a part comes.
 */
public final class UnitListFile {

	/** Lines above the headings at the most. */
	private static final int MOST_ABOVE = 10;

	private static final int CODE_DIGITS = 5;

	private static final int PROVINCE_DIGITS = 2;

	private static final Pattern PART = Pattern.compile("(?iu)(.*\\S)\\s*\\((?:một phần|part)\\)");

	private UnitListFile() {
	}

	/**
	 * @throws RefusedException TOO_LARGE; UNSUPPORTED if it cannot be read; INVALID if it
	 * is empty or names no columns
	 */
	public static List<ListedUnit> read(byte[] content) {
		for (SourceTable table : SourceFile.read(content).tables()) {
			List<SourceRow> rows = table.rows();
			for (int at = 0; at < Math.min(rows.size(), MOST_ABOVE); at++) {
				Map<Column, Integer> columns = columns(rows.get(at));
				if (columns.keySet().containsAll(List.of(Column.CODE, Column.NAME, Column.PROVINCE))) {
					return units(rows.subList(at + 1, rows.size()), columns);
				}
			}
		}
		throw new RefusedException(Kind.INVALID, "unit-list.headings");
	}

	private static Map<Column, Integer> columns(SourceRow row) {
		Map<Column, Integer> columns = new EnumMap<>(Column.class);
		for (int at = 0; at < row.cells().size(); at++) {
			String heading = SearchKey.of(row.cell(at).line());
			for (Column column : Column.values()) {
				if (column.isHeadedBy(heading)) {
					columns.putIfAbsent(column, at);
				}
			}
		}
		return columns;
	}

	private static List<ListedUnit> units(List<SourceRow> rows, Map<Column, Integer> columns) {
		List<ListedUnit> units = new ArrayList<>();
		for (SourceRow row : rows) {
			String code = text(row, columns, Column.CODE);
			String name = text(row, columns, Column.NAME);
			if (!code.isEmpty() || !name.isEmpty()) {
				units.add(new ListedUnit(row.number(), padded(code, CODE_DIGITS), name,
						padded(text(row, columns, Column.PROVINCE), PROVINCE_DIGITS),
						origins(text(row, columns, Column.ORIGINS))));
			}
		}
		return units;
	}

	private static List<Origin> origins(String text) {
		return Arrays.stream(text.split(";")).map(String::strip).filter((each) -> !each.isEmpty()).map((each) -> {
			Matcher part = PART.matcher(each);
			return part.matches() ? new Origin(part.group(1), true) : new Origin(each, false);
		}).toList();
	}

	private static String text(SourceRow row, Map<Column, Integer> columns, Column column) {
		Integer at = columns.get(column);
		return (at != null) ? SpreadsheetText.original(row.cell(at).line()).strip() : "";
	}

	/** A spreadsheet takes the noughts before a number away. */
	private static String padded(String code, int digits) {
		return code.matches("\\d+") ? "0".repeat(Math.max(0, digits - code.length())) + code : code;
	}

	/**
	 * The columns, by what heads them.
	 */
	private enum Column {

		CODE("ma", "ma don vi", "ma xa", "ma phuong", "ma phuong, xa", "code"),

		NAME("ten", "ten don vi", "ten phuong, xa", "name"),

		PROVINCE("ma tinh", "ma tinh, thanh pho", "province_code", "provincecode", "province"),

		ORIGINS("hinh thanh tu", "sap nhap tu", "nhap tu", "don vi truoc", "made_of", "madeof", "predecessors");

		private final String headings;

		Column(String... headings) {
			this.headings = String.join("|", headings);
		}

		boolean isHeadedBy(String key) {
			return List.of(this.headings.split("\\|")).contains(key);
		}

	}

}
