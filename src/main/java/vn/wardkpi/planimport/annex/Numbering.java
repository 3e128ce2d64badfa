package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;

/**
 * Holds the numbers of an annex together: each once, each sub-indicator below its parent.
 * Where every section begins again with 1, the rows are numbered through.
 */
class Numbering {

	private final StatedRows stated;

	private final @Nullable WrittenRows written;

	/** Sheets of a workbook whose rows may each be numbered from 1. */
	private final Set<String> sheets;

	private final List<ImportProblem> problems;

	/**
	 * @param sheets each may begin with 1 again
	 * @param written rows of these may be called alike
	 * @param problems what is found is added
	 */
	Numbering(TableMapping mapping, Set<String> sheets, @Nullable WrittenRows written, List<ImportProblem> problems) {
		this.sheets = sheets;
		this.stated = new StatedRows(mapping);
		this.written = written;
		this.problems = problems;
	}

	List<AnnexRow> settle(List<AnnexRow> rows) {
		List<AnnexRow> settled = this.stated.of(startsAgain(rows) ? numberedThrough(rows) : rows);
		Map<String, AnnexRow> seen = new HashMap<>();
		for (AnnexRow row : settled) {
			String parent = row.parentNo();
			if (parent != null && !seen.containsKey(parent)) {
				this.problems.add(new ImportProblem(Problem.error("import-parent-missing", row.no(), parent), row.no(),
						row.place()));
			}
			AnnexRow earlier = seen.putIfAbsent(row.no(), row);
			if (earlier != null) {
				this.problems.add(new ImportProblem(
						Problem.error("import-number-twice", row.no(), String.valueOf(earlier.place().row())), row.no(),
						row.place()));
			}
		}
		names(settled);
		return settled;
	}

	/**
	 * The same name with the same unit twice below one heading is one of them too much.
	 */
	private void names(List<AnnexRow> rows) {
		Map<List<@Nullable String>, AnnexRow> seen = new HashMap<>();
		for (AnnexRow row : rows) {
			if (this.written == null || this.written.has(row.no(), row.name())) {
				continue;
			}
			String name = SearchKey.of(row.name());
			AnnexRow earlier = seen.putIfAbsent(Arrays.asList(row.parentNo(), row.field(), name, row.unit()), row);
			if (earlier == null && row.parentNo() == null && isOfSheets(row)) {
				AnnexRow first = seen.putIfAbsent(Arrays.asList(name, row.unit()), row);
				earlier = (first != null && !sheet(first).equals(sheet(row))) ? first : null;
			}
			if (earlier != null && !earlier.no().equals(row.no())) {
				this.problems.add(new ImportProblem(
						Problem.error("import-name-twice", row.name(), String.valueOf(earlier.place().row())), row.no(),
						row.place()));
			}
		}
	}

	private boolean isOfSheets(AnnexRow row) {
		return this.sheets.contains(sheet(row));
	}

	private static String sheet(AnnexRow row) {
		return String.valueOf(row.place().sheet());
	}

	private boolean startsAgain(List<AnnexRow> rows) {
		Map<String, String> fields = new HashMap<>();
		Set<String> twice = new HashSet<>();
		for (AnnexRow row : rows) {
			if (row.parentNo() == null) {
				if (section(row).equals(fields.get(row.no()))) {
					return false;
				}
				if (fields.containsKey(row.no())) {
					twice.add(row.no());
				}
				fields.put(row.no(), section(row));
			}
		}
		return twice.contains("1");
	}

	/** The sheet or the section above a row, or the one that its number names: "II.1". */
	private String section(AnnexRow row) {
		return (isOfSheets(row) ? sheet(row) : "") + row.field() + row.printed().replaceAll("\\d.*", "");
	}

	private List<AnnexRow> numberedThrough(List<AnnexRow> rows) {
		List<AnnexRow> numbered = new ArrayList<>();
		int last = 0;
		for (AnnexRow row : rows) {
			String parent = row.parentNo();
			if (parent == null) {
				last++;
				String no = String.valueOf(last);
				if (!no.equals(row.no())) {
					this.problems.add(new ImportProblem(
							Problem.info("import-number-changed", row.no(), String.valueOf(row.field()), no), no,
							row.place()));
				}
				numbered.add(row.numbered(no, null));
			}
			else {
				numbered.add(row.numbered(last + row.no().substring(before(row.no())),
						last + parent.substring(before(parent))));
			}
		}
		return numbered;
	}

	/** The length of the first part of a number: 2 in "12.3.1". */
	private static int before(String no) {
		int dot = no.indexOf('.');
		return (dot < 0) ? no.length() : dot;
	}

}
