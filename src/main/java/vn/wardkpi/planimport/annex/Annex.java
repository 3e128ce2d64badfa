package vn.wardkpi.planimport.annex;

import java.util.List;

import org.jspecify.annotations.Nullable;

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

}
