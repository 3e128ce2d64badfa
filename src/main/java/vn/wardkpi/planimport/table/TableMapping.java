package vn.wardkpi.planimport.table;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a person says of a file's tables, over what is understood of them.
 *
 * @param tables by name of the sheet or table, whether it belongs to the annex
 * @param columns by name, the column's place from 1 and what it holds
 * @param rows by name, the row's number and what it is
 * @param fromYear the plan's first year, where neither columns nor title say it
 * @param toYear its last
 */
public record TableMapping(Map<String, Boolean> tables, Map<String, Map<Integer, ColumnRole>> columns,
		Map<String, Map<Integer, RowRole>> rows, @Nullable Integer fromYear, @Nullable Integer toYear) {

	public static final TableMapping NONE = new TableMapping(Map.of(), Map.of(), Map.of(), null, null);

	public TableMapping {
		tables = copy(tables);
		columns = copy(columns);
		rows = copy(rows);
	}

	/** A file may leave a part out. */
	private static <V> Map<String, V> copy(@Nullable Map<String, V> stated) {
		return (stated != null) ? Map.copyOf(stated) : Map.of();
	}

	/** The same with what a person says of the plan's years. */
	public TableMapping withYears(@Nullable Integer fromYear, @Nullable Integer toYear) {
		return new TableMapping(this.tables, this.columns, this.rows, fromYear, toYear);
	}

	@Nullable TitleYears years() {
		Integer last = (this.toYear != null) ? this.toYear : this.fromYear;
		return (this.fromYear != null && last != null && this.fromYear <= last) ? new TitleYears(this.fromYear, last)
				: null;
	}

	public @Nullable RowRole row(String sheet, int row) {
		return this.rows.getOrDefault(sheet, Map.of()).get(row);
	}

	/**
	 * @param year its year, or the first of its years
	 */
	public record ColumnRole(Column.Part part, @Nullable Integer year, @Nullable Integer lastYear) {
	}

	/**
	 * What a row is.
	 */
	public enum RowRole {

		/** Above the heading. */
		TITLE,

		/** Names or numbers the columns. */
		HEADING, SECTION, INDICATOR,

		/** "Trong đó:" and the like, before its rows. */
		OF_WHICH,

		/** A sum of rows, left out. */
		TOTAL,

		/** Notes, recipients, signatures: left out. */
		NOTE

	}

}
