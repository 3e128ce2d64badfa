package vn.wardkpi.planimport.source;

import java.util.List;

/**
 * A sheet of a workbook, a table of a document, or a text file.
 *
 * @param sheet what people call it
 * @param origin which kind of file it stands in
 * @param before the paragraphs between it and the table before; a sheet's stand in its
 * rows
 * @param rows those with a text, in order
 */
public record SourceTable(String sheet, Origin origin, List<String> before, List<SourceRow> rows) {

	/** More is no annex. */
	static final int MOST_ROWS = 3000;

	/** More is no annex. */
	static final int MOST_COLUMNS = 100;

	public SourceTable {
		before = List.copyOf(before);
		rows = List.copyOf(rows);
	}

	/**
	 * The columns that hold something.
	 */
	public int width() {
		return this.rows.stream().mapToInt((row) -> row.cells().size()).max().orElse(0);
	}

	/**
	 * Kinds of files.
	 */
	public enum Origin {

		WORKBOOK, DOCUMENT, TEXT

	}

}
