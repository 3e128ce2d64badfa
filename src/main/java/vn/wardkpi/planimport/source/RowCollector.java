package vn.wardkpi.planimport.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import vn.wardkpi.planimport.source.SourceCell.Covered;
import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.text.CellText;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.RefusedException;

/**
 * Collects cells in any order, spreads merged ones over what they cover, and leaves blank
 * rows and trailing blanks out.
 */
class RowCollector {

	/** As many cells as the largest table has, covered twice over. */
	private static final int MOST_COVERED = 2 * SourceTable.MOST_ROWS * SourceTable.MOST_COLUMNS;

	private final Map<Integer, Map<Integer, SourceCell>> rows = new TreeMap<>();

	/** Equal texts are kept once, however many cells show them. */
	private final Map<String, String> cleaned = new HashMap<>();

	private int covered;

	/**
	 * @param row from 1
	 * @param column from 0
	 */
	void put(int row, int column, String text) {
		put(row, column, text, false);
	}

	void put(int row, int column, String text, boolean number) {
		String clean = this.cleaned.computeIfAbsent(text, CellText::clean);
		if (!clean.isEmpty()) {
			put(row, column, new SourceCell(clean, null, number));
		}
	}

	/**
	 * @param firstRow from 1
	 * @param firstColumn from 0
	 */
	void merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {
		SourceCell first = this.rows.getOrDefault(firstRow, Map.of()).get(firstColumn);
		if (first == null) {
			return;
		}
		for (int row = firstRow; row <= Math.min(lastRow, firstRow + SourceTable.MOST_ROWS); row++) {
			for (int column = firstColumn; column <= Math.min(lastColumn, SourceTable.MOST_COLUMNS - 1); column++) {
				if (row != firstRow || column != firstColumn) {
					cover(row, column, new SourceCell(first.text(), new Covered(row - firstRow, column - firstColumn),
							first.number()));
				}
			}
		}
	}

	private void cover(int row, int column, SourceCell cell) {
		this.covered++;
		if (this.covered > MOST_COVERED) {
			throw new RefusedException(Kind.TOO_LARGE, "import.too-many-rows", String.valueOf(SourceTable.MOST_ROWS));
		}
		put(row, column, cell);
	}

	void drop(int row) {
		this.rows.remove(row);
	}

	boolean has(int row) {
		return this.rows.containsKey(row);
	}

	void dropColumn(int column) {
		this.rows.values().forEach((cells) -> cells.remove(column));
	}

	boolean hasColumn(int column) {
		return this.rows.values().stream().anyMatch((cells) -> cells.containsKey(column));
	}

	SourceTable table(String sheet, Origin origin, List<String> before) {
		List<SourceRow> collected = new ArrayList<>();
		this.rows.forEach((number, cells) -> {
			if (cells.values().stream().anyMatch((cell) -> !cell.isBlank())) {
				List<SourceCell> line = new ArrayList<>();
				int width = cells.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
				for (int column = 0; column < width; column++) {
					line.add(cells.getOrDefault(column, SourceCell.EMPTY));
				}
				collected.add(new SourceRow(number, line));
			}
		});
		return new SourceTable(sheet, origin, before, collected);
	}

	private void put(int row, int column, SourceCell cell) {
		if (column >= SourceTable.MOST_COLUMNS) {
			throw new RefusedException(Kind.TOO_LARGE, "import.too-many-columns",
					String.valueOf(SourceTable.MOST_COLUMNS));
		}
		this.rows.computeIfAbsent(row, (number) -> new TreeMap<>()).put(column, cell);
		if (this.rows.size() > SourceTable.MOST_ROWS) {
			throw new RefusedException(Kind.TOO_LARGE, "import.too-many-rows", String.valueOf(SourceTable.MOST_ROWS));
		}
	}

}
