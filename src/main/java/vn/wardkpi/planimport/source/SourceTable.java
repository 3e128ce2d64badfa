package vn.wardkpi.planimport.source;

import java.util.List;

/**
 * A sheet of a workbook, a table of a document, or a text file.
 *
 * @param sheet what people call it
 * @param rows those with a text, in order
 */
public record SourceTable(String sheet, List<SourceRow> rows) {

	/** More is no annex. */
	static final int MOST_ROWS = 3000;

	/** More is no annex. */
	static final int MOST_COLUMNS = 100;

	public SourceTable {
		rows = List.copyOf(rows);
	}

}
