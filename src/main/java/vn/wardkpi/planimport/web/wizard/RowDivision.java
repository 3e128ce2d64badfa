package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.RowValues;

/**
 * Divides a row that states several indicators: each line, or each piece between
 * semicolons, of its name and its figures goes to one of them.
 */
final class RowDivision {

	private static final Pattern LINES = Pattern.compile("\\s*\\n\\s*");

	private static final Pattern PIECES = Pattern.compile("\\s*;\\s*|\\s*\\n\\s*");

	/** A slash between figures that are no share. */
	private static final Pattern SLASHES = Pattern.compile("\\s*[;\\n/]\\s*");

	private static final int MOST = 20;

	private RowDivision() {
	}

	/**
	 * @param names of the indicators, where they are known
	 */
	static RowValues of(SourceRow row, List<Column> columns, List<String> names) {
		int parts = Math.max(names.size(), 1);
		for (int i = 0; i < row.cells().size(); i++) {
			if (names.isEmpty() && isDivided(columns, i)) {
				parts = Math.max(parts, pieces(row.cell(i), PIECES).size());
			}
		}
		int several = Math.min(Math.max(parts, 2), MOST);
		RowValues divided = RowValues.NONE;
		for (int part = 1; part <= several; part++) {
			RowValues values = part(row, columns, part, several);
			divided = divided.withPart(part,
					(part <= names.size()) ? named(values, columns, names.get(part - 1)) : values);
		}
		return divided;
	}

	private static RowValues named(RowValues values, List<Column> columns, String name) {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).part() == Part.NAME) {
				return values.withCell(i + 1, name);
			}
		}
		return values;
	}

	/** A number that is not divided stays with the first. */
	private static RowValues part(SourceRow row, List<Column> columns, int part, int several) {
		RowValues values = RowValues.NONE;
		for (int i = 0; i < row.cells().size(); i++) {
			SourceCell cell = row.cell(i);
			List<String> pieces = pieces(cell, several);
			boolean number = i < columns.size() && columns.get(i).part() == Part.NUMBER;
			if (pieces.size() == several && (isDivided(columns, i) || number)) {
				values = values.withCell(i + 1, pieces.get(part - 1));
			}
			else if (number && part > 1) {
				values = values.withCell(i + 1, "");
			}
		}
		return values;
	}

	private static List<String> pieces(SourceCell cell, int several) {
		for (Pattern pattern : List.of(LINES, PIECES, SLASHES)) {
			List<String> pieces = pieces(cell, pattern);
			if (pieces.size() == several) {
				return pieces;
			}
		}
		return List.of(cell.text());
	}

	private static List<String> pieces(SourceCell cell, Pattern between) {
		return new ArrayList<>(between.splitAsStream(cell.text().strip()).filter((text) -> !text.isEmpty()).toList());
	}

	private static boolean isDivided(List<Column> columns, int i) {
		Part part = (i < columns.size()) ? columns.get(i).part() : Part.NONE;
		return part == Part.NAME || part == Part.UNIT || part.isValue();
	}

}
