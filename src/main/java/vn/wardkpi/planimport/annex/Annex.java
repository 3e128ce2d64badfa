package vn.wardkpi.planimport.annex;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;
import vn.wardkpi.planimport.table.TableMapping.RowRole;

/**
 * An annex as it was read.
 *
 * @param rows in order, parents before their sub-indicators
 * @param fromYear the first year it sets targets for; {@code null} if none was found
 * @param baselineYear the year of the column of results, if there is one
 * @param tables all tables of the file with what was understood of them
 */
public record Annex(List<AnnexRow> rows, @Nullable Integer fromYear, @Nullable Integer toYear,
		@Nullable Integer baselineYear, List<ImportProblem> problems, List<AnnexTable> tables) {

	public Annex {
		rows = List.copyOf(rows);
		problems = List.copyOf(problems);
		tables = List.copyOf(tables);
	}

	/**
	 * What the tables were taken for, so that a person can change it and have the file
	 * read again.
	 */
	public TableMapping mapping() {
		Map<String, Boolean> chosen = new TreeMap<>();
		Map<String, Map<Integer, ColumnRole>> columns = new TreeMap<>();
		Map<String, Map<Integer, RowRole>> roles = new TreeMap<>();
		for (AnnexTable table : this.tables) {
			chosen.put(table.sheet(), table.chosen());
			Map<Integer, ColumnRole> places = columns.computeIfAbsent(table.sheet(), (sheet) -> new TreeMap<>());
			table.columns()
				.forEach((column) -> places.put(places.size() + 1,
						new ColumnRole(column.part(), column.year(), column.lastYear())));
			table.rows().forEach((sheet, rows) -> roles.computeIfAbsent(sheet, (name) -> new TreeMap<>()).putAll(rows));
		}
		return new TableMapping(chosen, columns, roles, this.fromYear, this.toYear);
	}

}
