package vn.wardkpi.planimport.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table.
 *
 * @param number as a spreadsheet program counts, from 1
 * @param part which of the indicators of the file's row, from 1; 0 where it is not
 * divided
 * @param cells by column, from the first; trailing blanks may be missing
 */
public record SourceRow(int number, int part, List<SourceCell> cells) {

	public SourceRow {
		cells = List.copyOf(cells);
	}

	public SourceRow(int number, List<SourceCell> cells) {
		this(number, 0, cells);
	}

	/**
	 * @param column from 0
	 */
	public SourceCell cell(int column) {
		return (column < this.cells.size()) ? this.cells.get(column) : SourceCell.EMPTY;
	}

	public boolean isBlank() {
		return this.cells.stream().allMatch(SourceCell::isBlank);
	}

	/**
	 * The texts of the row, one for each merged range.
	 */
	public List<String> texts() {
		List<String> texts = new ArrayList<>();
		for (SourceCell cell : this.cells) {
			if (!cell.isBlank() && !cell.continued()) {
				texts.add(cell.line());
			}
		}
		return texts;
	}

}
