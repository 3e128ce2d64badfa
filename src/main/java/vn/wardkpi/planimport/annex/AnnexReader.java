package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.annex.Column.Part;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.shared.Problem;

/**
 * Finds the annex in the tables of a file and reads its rows.
 */
public class AnnexReader {

	private final List<AnnexRow> rows = new ArrayList<>();

	private final List<ImportProblem> problems = new ArrayList<>();

	private final SortedSet<Integer> years = new TreeSet<>();

	private final Map<AnnexRow, SourceCell> leadUnitCells = new LinkedHashMap<>();

	private @Nullable Column period;

	private @Nullable Integer baselineYear;

	private @Nullable Heading heading;

	private boolean headingWithoutYears;

	public Annex read(SourceFile file) {
		file.problems().forEach((found) -> this.problems.add(new ImportProblem(found.problem(), null, found.place())));
		if (file.tables().size() == 1 && CanonicalReader.reads(file.tables().get(0))) {
			return new CanonicalReader(this.problems).read(file.tables().get(0));
		}
		file.tables().forEach(this::read);
		if (this.rows.isEmpty() && this.problems.stream().noneMatch(ImportProblem::isError)) {
			problem(Problem.error(nothingFound(file)), null, Place.FILE);
		}
		List<AnnexRow> answered = withLeadUnits();
		List<AnnexRow> numbered = new Numbering(this.problems).settle(answered);
		return new Annex(numbered, from(), to(), this.baselineYear, this.problems);
	}

	private String nothingFound(SourceFile file) {
		if (file.tables().stream().allMatch((table) -> table.rows().isEmpty())) {
			return "import-table-empty";
		}
		if (this.headingWithoutYears) {
			return "import-no-year-column";
		}
		return (this.heading != null) ? "import-no-indicator" : "import-no-heading";
	}

	private @Nullable Integer from() {
		Integer first = (this.period != null) ? this.period.year() : null;
		return (first != null) ? first : this.years.isEmpty() ? null : this.years.first();
	}

	private @Nullable Integer to() {
		Integer last = (this.period != null) ? this.period.lastYear() : null;
		return (last != null) ? last : this.years.isEmpty() ? null : this.years.last();
	}

	private void read(SourceTable table) {
		Heading current = continues(table) ? this.heading : null;
		RowWalker walker = new RowWalker();
		for (int i = 0; i < table.rows().size();) {
			Optional<Heading> found = Heading.at(table.rows(), i);
			if (found.isPresent()) {
				current = taken(found.get(), table, table.rows().get(i));
				i += found.get().height();
				continue;
			}
			if (current != null) {
				read(table, table.rows().get(i), current, walker);
			}
			i++;
		}
		if (current == null && !table.rows().isEmpty()) {
			problem(Problem.info("import-table-ignored", table.sheet()), null, new Place(table.sheet(), null, null));
		}
	}

	private @Nullable Heading taken(Heading found, SourceTable table, SourceRow row) {
		if (!found.hasTargets()) {
			this.headingWithoutYears = true;
			return null;
		}
		if (this.heading == null || !this.heading.columns().equals(found.columns())) {
			found.columns().stream().filter(Column::isTarget).forEach((column) -> {
				if (column.part() == Part.PERIOD) {
					this.period = (this.period == null || this.period.year() == null) ? column : this.period;
				}
				else if (column.year() != null) {
					this.years.add(column.year());
				}
			});
			this.baselineYear = (found.baselineYear() != null) ? found.baselineYear() : this.baselineYear;
			reportColumns(found, table, row);
		}
		this.heading = found;
		return found;
	}

	private void reportColumns(Heading found, SourceTable table, SourceRow row) {
		Set<Integer> seen = new HashSet<>();
		for (int i = 0; i < found.columns().size(); i++) {
			Column column = found.columns().get(i);
			Place place = new Place(table.sheet(), row.number(), i + 1);
			if (column.part() == Part.OTHER && this.heading == null) {
				problem(Problem.info("import-column-ignored", column.title()), null, place);
			}
			if (column.part() == Part.YEAR && !seen.add(Objects.requireNonNull(column.year()))) {
				problem(Problem.error("import-year-twice", String.valueOf(column.year())), null, place);
			}
		}
		if (found.position(Part.UNIT) < 0) {
			problem(Problem.warning("import-no-unit-column"), null, new Place(table.sheet(), row.number(), null));
		}
	}

	/**
	 * A table that goes on where the last page's ended, without a heading of its own.
	 */
	private boolean continues(SourceTable table) {
		Heading last = this.heading;
		if (last == null || table.rows().isEmpty()) {
			return false;
		}
		SourceRow first = table.rows().get(0);
		int name = last.position(Part.NAME);
		return !first.cell(name).isBlank() && first.cells().size() <= last.columns().size()
				&& Marker.of(first.cell(Math.max(0, last.position(Part.NUMBER))).line()).isNumberOrBullet();
	}

	private void read(SourceTable table, SourceRow row, Heading columns, RowWalker walker) {
		Place place = new Place(table.sheet(), row.number(), null);
		int nameColumn = columns.position(Part.NAME);
		int numberColumn = columns.position(Part.NUMBER);
		String name = own(row, nameColumn);
		Marker marker = Marker.of(own(row, numberColumn));
		if (row.texts().size() == 1 || isHeadingOnly(row, columns)) {
			String only = (row.texts().size() == 1) ? row.texts().get(0) : (marker.text() + " " + name).strip();
			Optional<String> field = Marker.section(only);
			if (field.isPresent()) {
				walker.section(field.get());
				return;
			}
		}
		if (marker.isBlank()) {
			Marker.Split split = Marker.split(name);
			marker = split.marker();
			name = split.rest();
		}
		if (Marker.isColumnNumber(name)) {
			return;
		}
		boolean values = columns.positions(Part.YEAR).anyMatch((i) -> !row.cell(i).isBlank())
				|| !text(row, columns, Part.PERIOD).isEmpty() || !text(row, columns, Part.UNIT).isEmpty();
		Optional<String> ofWhich = Marker.ofWhich(name);
		if (ofWhich.isPresent()) {
			walker.ofWhich();
			name = ofWhich.get();
			if (name.isEmpty()) {
				return;
			}
			marker = Marker.NONE;
		}
		if (marker.kind() == Marker.Kind.UNKNOWN) {
			problem(Problem.error("import-number-unclear", marker.text(), name), null, place);
			return;
		}
		if (name.isEmpty()) {
			if (marker.kind() == Marker.Kind.NUMBER || values) {
				problem(Problem.error("import-name-missing", marker.text()), null, place);
			}
			return;
		}
		if (marker.isBlank() && !values && !walker.insideOfWhich()) {
			problem(Problem.info("import-row-ignored", abbreviated(name)), null, place);
			return;
		}
		RowWalker.Numbered number = walker.number(marker, numberColumn >= 0);
		if (number.refusal() != null) {
			problem(Problem.error(number.refusal(), marker.text(), name), null, place);
			return;
		}
		AnnexRow read = row(table, row, columns, name, number, walker.field());
		if (number.guessed()) {
			problem(Problem.warning("import-number-missing", name, number.no()), number.no(), place);
		}
		this.rows.add(read);
		SourceCell units = columns.position(Part.LEAD_UNIT) >= 0 ? row.cell(columns.position(Part.LEAD_UNIT))
				: row.cell(Integer.MAX_VALUE);
		this.leadUnitCells.put(read, units);
	}

	private static AnnexRow row(SourceTable table, SourceRow row, Heading columns, String name,
			RowWalker.Numbered number, @Nullable String field) {
		String unit = text(row, columns, Part.UNIT);
		String note = text(row, columns, Part.NOTE);
		String printedNumber = own(row, columns.position(Part.NUMBER));
		return new AnnexRow(number.no(), number.parentNo(), printedNumber, name, withoutBrackets(unit), field,
				new Place(table.sheet(), row.number(), null), row.cells().stream().map(SourceCell::line).toList(),
				yearly(table, row, columns, Part.YEAR), yearly(table, row, columns, Part.CITY_YEAR),
				first(table, row, columns, Part.PERIOD), first(table, row, columns, Part.PARTY),
				first(table, row, columns, Part.BASELINE), List.of(), note.isEmpty() ? null : note, Stated.NOTHING);
	}

	/**
	 * A row of words alone: a number, perhaps, and a name.
	 */
	private static boolean isHeadingOnly(SourceRow row, Heading columns) {
		for (int i = 0; i < columns.columns().size(); i++) {
			Part part = columns.columns().get(i).part();
			boolean words = part == Part.NUMBER || part == Part.NAME;
			if (!words && !row.cell(i).isBlank() && !row.cell(i).continued()) {
				return false;
			}
		}
		return !own(row, columns.position(Part.NAME)).isEmpty();
	}

	/**
	 * "(%)" is "%": brackets around the whole unit are typography.
	 */
	private static @Nullable String withoutBrackets(String unit) {
		if (unit.isEmpty()) {
			return null;
		}
		boolean bracketed = unit.startsWith("(") && unit.indexOf(')') == unit.length() - 1;
		return bracketed ? unit.substring(1, unit.length() - 1).strip() : unit;
	}

	private static String own(SourceRow row, int column) {
		return (column < 0 || row.cell(column).continued()) ? "" : row.cell(column).line();
	}

	private static String text(SourceRow row, Heading columns, Part part) {
		int column = columns.position(part);
		return (column < 0) ? "" : row.cell(column).line();
	}

	private static AnnexCell cell(SourceTable table, SourceRow row, int column) {
		return new AnnexCell(row.cell(column).line(), new Place(table.sheet(), row.number(), column + 1));
	}

	private static SortedMap<Integer, AnnexCell> yearly(SourceTable table, SourceRow row, Heading columns, Part part) {
		SortedMap<Integer, AnnexCell> cells = new TreeMap<>();
		columns.positions(part).forEach((i) -> {
			Integer year = columns.columns().get(i).year();
			if (year != null && !row.cell(i).isBlank()) {
				cells.putIfAbsent(year, cell(table, row, i));
			}
		});
		return cells;
	}

	private static @Nullable AnnexCell first(SourceTable table, SourceRow row, Heading columns, Part part) {
		int column = columns.position(part);
		return (column < 0 || row.cell(column).isBlank()) ? null : cell(table, row, column);
	}

	private static String abbreviated(String text) {
		return (text.length() > 80) ? text.substring(0, 80) + "…" : text;
	}

	private List<AnnexRow> withLeadUnits() {
		LeadUnitNames names = new LeadUnitNames(this.leadUnitCells.values());
		Map<AnnexRow, List<String>> units = new HashMap<>();
		this.leadUnitCells.forEach((row, cell) -> units.put(row, names.of(cell)));
		return this.rows.stream().map((row) -> row.answeredBy(units.getOrDefault(row, List.of()))).toList();
	}

	private void problem(Problem problem, @Nullable String no, Place place) {
		this.problems.add(new ImportProblem(problem, no, place));
	}

}
