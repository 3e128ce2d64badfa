package vn.wardkpi.planimport.annex;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableBlock.BodyRow;
import vn.wardkpi.shared.Problem;

/**
 * Says which columns of a table are not used or not understood, and which cells stand
 * below no heading.
 */
class ColumnReport {

	/** So many stray cells of a column are no accident. */
	private static final int MANY = 5;

	private final TableBlock block;

	private final TableMapping mapping;

	private final List<ImportProblem> problems;

	ColumnReport(TableBlock block, TableMapping mapping, List<ImportProblem> problems) {
		this.block = block;
		this.mapping = mapping;
		this.problems = problems;
	}

	void write() {
		Set<String> seen = new HashSet<>();
		List<Column> columns = this.block.requireHeading().columns();
		for (int i = 0; i < columns.size(); i++) {
			Column column = columns.get(i);
			Part part = column.part();
			if (part.isYearly() && !seen.add(part + " " + column.year())) {
				problem(Problem.error("import-year-twice", String.valueOf(column.year())), i);
			}
			if (part == Part.OTHER || part == Part.PART_YEAR || part == Part.AVERAGE) {
				problem(Problem.info("import-column-ignored", column.title()), i);
			}
			if (part == Part.NAME && Column.of(List.of(column.title())).part() != Part.NAME && !isStated(i)) {
				problem(Problem.warning("import-name-column", column.title()), i);
			}
			if (part == Part.TEXT) {
				problem(Problem.info("import-column-kept", column.title()), i);
			}
			if (part == Part.UNKNOWN && isFilled(i)) {
				problem(Problem.warning("import-column-unknown", column.title()), i);
			}
			if (part.isYearly() && column.year() != null && column.namesSchoolYear() && seen.add("school")) {
				problem(Problem.warning("import-school-year", column.title(), String.valueOf(column.year())), i);
			}
			if (part == Part.BASELINE && column.year() != null && !column.saysResult()) {
				problem(Problem.warning("import-year-as-baseline", column.title()), i);
			}
			if (part == Part.BASELINE && column.year() == null) {
				problem(Problem.warning("import-baseline-year", column.title()), i);
			}
		}
		lacking();
		Set<Integer> whole = untitled();
		this.block.rows().forEach((row) -> outside(row, whole));
	}

	private boolean isStated(int column) {
		return this.mapping.columns().getOrDefault(this.block.sheet(), Map.of()).containsKey(column + 1);
	}

	private void lacking() {
		UnitTexts units = new UnitTexts(this.block.above(), new HeadingUnits(this.block.requireHeading()).ofTargets());
		if (this.block.requireHeading().position(Part.UNIT) < 0 && !units.isStated()) {
			problem(Problem.warning("import-no-unit-column"), null);
		}
		int partYear = this.block.requireHeading().position(Part.PART_YEAR);
		if (partYear >= 0 && this.block.requireHeading().position(Part.BASELINE) < 0) {
			problem(Problem.warning("import-part-year-only",
					this.block.requireHeading().columns().get(partYear).title()), partYear);
		}
	}

	private boolean isFilled(int column) {
		return this.block.rows().stream().anyMatch((row) -> !row.row().cell(column).isBlank());
	}

	/** Columns below no heading that go through the table: each is one question. */
	private Set<Integer> untitled() {
		Map<Integer, Integer> filled = new TreeMap<>();
		for (BodyRow row : this.block.rows()) {
			for (int i = 0; i < row.row().cells().size(); i++) {
				if (isOutside(row, i)) {
					filled.merge(i, 1, Integer::sum);
				}
			}
		}
		filled.values().removeIf((cells) -> cells < MANY);
		filled.forEach((i, cells) -> problem(Problem.warning("import-column-untitled",
				CellReference.convertNumToColString(i), String.valueOf(cells)), i));
		return filled.keySet();
	}

	private boolean isOutside(BodyRow row, int column) {
		SourceCell cell = row.row().cell(column);
		return this.block.requireHeading().partOf(column) == Part.NONE && !cell.isBlank() && !cell.continued();
	}

	/** Cells of a row that stand below no heading: shifted, or forgotten. */
	private void outside(BodyRow row, Set<Integer> untitled) {
		for (int i = 0; i < row.row().cells().size(); i++) {
			SourceCell cell = row.row().cell(i);
			if (isOutside(row, i) && (this.block.origin() == Origin.TEXT || !untitled.contains(i))) {
				Place place = new Place(row.sheet(), row.row().number(), i + 1);
				boolean shifted = this.block.origin() == Origin.TEXT
						&& i >= this.block.requireHeading().columns().size();
				this.problems.add(new ImportProblem(
						shifted ? Problem.error("import-row-longer", String.valueOf(row.row().number()))
								: Problem.warning("import-cell-outside", cell.line()),
						null, place));
				if (shifted) {
					return;
				}
			}
		}
	}

	private void problem(Problem problem, @Nullable Integer column) {
		List<BodyRow> rows = this.block.rows();
		Integer row = rows.isEmpty() ? null : Objects.requireNonNull(rows.get(0)).row().number() - 1;
		this.problems.add(new ImportProblem(problem, null, new Place(this.block.sheet(),
				(row != null && row > 0) ? row : null, (column != null) ? column + 1 : null)));
	}

}
