package vn.wardkpi.planimport.annex;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.TableMapping.RowRole;

/**
 * A table of a file and what each of its columns and rows was taken for.
 *
 * @param chosen whether its rows are the annex's
 * @param columns by position; empty where it has no heading
 * @param rows by the table they stand in and their number: one of a document goes on from
 * table to table
 */
public record AnnexTable(String sheet, boolean chosen, List<Column> columns, Map<String, Map<Integer, RowRole>> rows) {

	public AnnexTable {
		columns = List.copyOf(columns);
		rows = new TreeMap<>(rows);
	}

}
