package vn.wardkpi.planimport.mutation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import vn.wardkpi.planimport.table.Column.Part;

/**
 * Other ways to write what stands in the cells of an annex, and slips that nobody can
 * read.
 */
final class CellChanges {

	private static final List<String> SLIPS = List.of("…", "...", "x", "X", "nt", "-nt-", "TRUE", "12.5", "(5)",
			"05/07/2026", "1\n200", "?", "5,5,5", "12,345.6", "50; 60", "5 6", "n/a", "//", "5e3", "½", "1.2.3",
			"#REF!", "5 l", "O,5", "5..6", "5 triệu người", "chưa giao", "50 60 70", "1,234,567");

	private CellChanges() {
	}

	static List<Change> all() {
		List<Change> all = new ArrayList<>();
		all.add(figures("thousands by blanks", (text) -> text.replaceAll("(?<=\\d)\\.(?=\\d{3})", " ")));
		all.add(figures("thousands by narrow blanks", (text) -> text.replaceAll("(?<=\\d)\\.(?=\\d{3})", "\u202f")));
		all.add(figures("blanks before percent signs", (text) -> text.replace("%", " %")));
		all.add(figures("blanks around", (text) -> "  " + text + "\u00a0"));
		all.add(figures("raised marks of notes", (text) -> text.isEmpty() ? text : text + "¹"));
		all.add(figures("stars", (text) -> text.isEmpty() ? text : text + " (*)"));
		all.add(figures("full-width signs", (text) -> text.replace("≥", "≧").replace("%", "％")));
		all.add(names("line breaks in the names", (text) -> text.replaceFirst(" ", "\n")));
		all.add(names("doubled blanks", (text) -> text.replace(" ", "  ")));
		all.add(names("hard blanks", (text) -> text.replace(' ', '\u00a0')));
		all.add(names("decomposed letters", (text) -> Normalizer.normalize(text, Normalizer.Form.NFD)));
		all.add(names("marks of notes behind the names", (text) -> text + "¹"));
		all.add(names("stars behind the names", (text) -> text + " *"));
		all.add(names("stars in brackets behind the names", (text) -> text + " (*)"));
		all.add(names("soft hyphens", (text) -> text.replaceFirst("(?<=\\p{L})(?=\\p{L}+$)", "\u00ad")));
		all.add(names("characters of no width", (text) -> text.replaceFirst(" ", " \u200b")));
		all.add(Change.harmless("decomposed letters everywhere", (grid) -> grid.rows
			.forEach((row) -> row.replaceAll((text) -> Normalizer.normalize(text, Normalizer.Form.NFD)))));
		all.add(Change.harmless("capitals in the heading",
				(grid) -> grid.rows.get(grid.top()).replaceAll((text) -> text.toUpperCase(java.util.Locale.ROOT))));
		all.add(Change.harmless("line breaks in the heading",
				(grid) -> grid.rows.get(grid.top()).replaceAll((text) -> text.replace(' ', '\n'))));
		all.add(Change.harmless("no marks in the heading",
				(grid) -> grid.rows.get(grid.top())
					.replaceAll((text) -> Normalizer.normalize(text, Normalizer.Form.NFD)
						.replaceAll("\\p{M}", "")
						.replace('đ', 'd')
						.replace('Đ', 'D'))));
		SLIPS.forEach((text) -> all
			.add(Change.doubtful("for a figure: " + text.replace('\n', '/'), (grid) -> figure(grid, text))));
		SLIPS.forEach((text) -> all.add(Change.doubtful("for a result: " + text.replace('\n', '/'), (grid) -> {
			int results = grid.column(Part.BASELINE);
			if (results >= 0) {
				row(grid, results).set(results, text);
			}
		})));
		all.add(new Change("figures merged over rows", false, (grid) -> {
			int column = grid.targets().get(0);
			List<List<String>> rows = grid.indicators();
			int first = grid.index(rows.get(0));
			if (rows.size() < 2 || grid.index(rows.get(1)) != first + 1 || grid.mergeAt(first, column) != null) {
				return false;
			}
			rows.get(1).set(column, "");
			grid.merges.add(new int[] { first, column, first + 1, column });
			return true;
		}));
		all.add(new Change("figures merged over years", false, (grid) -> {
			List<Integer> years = grid.columns(Part.YEAR);
			int row = grid.index(grid.indicators().get(0));
			if (years.size() < 2 || years.get(1) != years.get(0) + 1 || grid.mergeAt(row, years.get(0)) != null) {
				return false;
			}
			grid.rows.get(row).set(years.get(1), "");
			grid.merges.add(new int[] { row, years.get(0), row, years.get(1) });
			return true;
		}));
		all.add(new Change("two indicators in a cell", false, (grid) -> {
			List<List<String>> rows = grid.indicators();
			if (rows.size() < 2) {
				return false;
			}
			for (int i = 0; i < grid.width(); i++) {
				if (!rows.get(1).get(i).equals(rows.get(0).get(i)) || grid.targets().contains(i)) {
					rows.get(0).set(i, rows.get(0).get(i) + "\n" + rows.get(1).get(i));
				}
			}
			rows.get(1).replaceAll((text) -> "");
			return true;
		}));
		return all;
	}

	private static Change figures(String name, UnaryOperator<String> change) {
		return Change.harmless(name, (grid) -> grid.targets().forEach((column) -> grid.texts(column, change)));
	}

	private static Change names(String name, UnaryOperator<String> change) {
		return Change.harmless(name, (grid) -> grid.texts(grid.column(Part.NAME), change));
	}

	private static void figure(AnnexGrid grid, String text) {
		int column = grid.targets().get(0);
		row(grid, column).set(column, text);
	}

	/** The first row that has something in a column. */
	private static List<String> row(AnnexGrid grid, int column) {
		return grid.indicators()
			.stream()
			.filter((row) -> !row.get(column).isEmpty())
			.findFirst()
			.orElse(grid.indicators().get(0));
	}

}
