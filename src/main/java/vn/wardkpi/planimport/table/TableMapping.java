package vn.wardkpi.planimport.table;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.source.SourceTable;

/**
 * What a person says of a file's tables, over what is understood of them.
 *
 * @param tables by name of the sheet or table, whether it belongs to the annex
 * @param columns by name, the column's place from 1 and what it holds
 * @param rows by name, the row's number and what it is
 * @param fromYear the plan's first year, where neither columns nor title say it
 * @param toYear its last
 * @param values by name, the row's number and what a person puts right in it
 */
public record TableMapping(Map<String, Boolean> tables, Map<String, Map<Integer, ColumnRole>> columns,
		Map<String, Map<Integer, RowRole>> rows, @Nullable Integer fromYear, @Nullable Integer toYear,
		Map<String, Map<Integer, RowValues>> values) {

	public static final TableMapping NONE = new TableMapping(Map.of(), Map.of(), Map.of(), null, null);

	public TableMapping {
		tables = copy(tables);
		columns = copy(columns);
		rows = copy(rows);
		values = copy(values);
	}

	public TableMapping(Map<String, Boolean> tables, Map<String, Map<Integer, ColumnRole>> columns,
			Map<String, Map<Integer, RowRole>> rows, @Nullable Integer fromYear, @Nullable Integer toYear) {
		this(tables, columns, rows, fromYear, toYear, Map.of());
	}

	/** A file may leave a part out. */
	private static <V> Map<String, V> copy(@Nullable Map<String, V> stated) {
		return (stated != null) ? Map.copyOf(stated) : Map.of();
	}

	/** The same with what a person says of the plan's years. */
	public TableMapping withYears(@Nullable Integer fromYear, @Nullable Integer toYear) {
		return new TableMapping(this.tables, this.columns, this.rows, fromYear, toYear, this.values);
	}

	/** The same with what a person puts right in rows. */
	public TableMapping withValues(Map<String, Map<Integer, RowValues>> values) {
		return new TableMapping(this.tables, this.columns, this.rows, this.fromYear, this.toYear, values);
	}

	/**
	 * @param part of the row, from 1; 0 is the row itself
	 */
	public RowValues values(@Nullable String sheet, @Nullable Integer row, int part) {
		return (sheet == null || row == null) ? RowValues.NONE
				: this.values.getOrDefault(sheet, Map.of()).getOrDefault(row, RowValues.NONE).part(part);
	}

	/**
	 * The file as it stands with what a person put right in its rows.
	 */
	public SourceFile corrected(SourceFile file) {
		return this.values.isEmpty() ? file
				: new SourceFile(file.tables().stream().map(this::corrected).toList(), file.problems());
	}

	private SourceTable corrected(SourceTable table) {
		Map<Integer, RowValues> own = this.values.getOrDefault(table.sheet(), Map.of());
		return new SourceTable(table.sheet(), table.origin(), table.before(),
				table.rows()
					.stream()
					.flatMap((row) -> own.getOrDefault(row.number(), RowValues.NONE).of(row, own).stream())
					.toList());
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
