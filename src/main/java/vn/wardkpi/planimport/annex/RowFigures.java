package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.annex.AnnexRow.Issued;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.Heading;
import vn.wardkpi.shared.Problem;

/**
 * The figures of a row, each given to its year and issuer. What a merged cell leaves open
 * is asked.
 */
class RowFigures {

	private static final Pattern NEGATIVE = Pattern.compile("\\(([\\d.,]+)\\)( ?%?)|\\(([\\d.,]+ ?%)\\)");

	/** Levels that hold in every year they are merged over. */
	private static final Pattern HELD = Pattern
		.compile(".*%.*|[^\\d]*|.*(duy trì|giữ|hằng năm|hàng năm|mỗi năm|/năm).*");

	private static final Pattern PLAIN = Pattern.compile("[^\\p{L}\\d]*\\d[\\d., ]*");

	private static final Pattern NUMBERS_IN_LINES = Pattern.compile("[\\d%)]\\n\\D{0,3}\\d", Pattern.DOTALL);

	private final RowCells cells;

	private final String no;

	private final @Nullable String unit;

	private final HeadingUnits units;

	private final List<ImportProblem> problems;

	private final SortedMap<Integer, AnnexCell> years = new TreeMap<>();

	private final SortedMap<Integer, AnnexCell> city = new TreeMap<>();

	private final List<Issued> others = new ArrayList<>();

	private @Nullable AnnexCell period;

	private @Nullable AnnexCell party;

	private @Nullable AnnexCell baseline;

	private @Nullable AnnexCell average;

	/**
	 * @param no the row's number
	 * @param unit the row's, if it is known
	 * @param problems what is unclear is added
	 */
	RowFigures(RowCells cells, String no, @Nullable String unit, HeadingUnits units, List<ImportProblem> problems) {
		this.cells = cells;
		this.no = no;
		this.unit = unit;
		this.units = units;
		this.problems = problems;
		cells.figures().forEach(this::read);
	}

	private void read(int i) {
		Heading heading = this.cells.heading();
		SourceCell cell = this.cells.cell(i);
		int first = heading.first(i);
		if (cell.continuesAbove()) {
			if (!cell.continuesLeft()) {
				mergedOverRows(i, cell);
			}
			return;
		}
		if (cell.continuesLeft()) {
			return;
		}
		if (first != i && this.cells.figures().anyMatch((other) -> other != i && heading.first(other) == first)) {
			problem(Problem.warning("import-two-below-heading", heading.columns().get(first).title()), i);
			return;
		}
		Column column = heading.columns().get(first);
		AnnexCell read = new AnnexCell(this.units.written(column, text(cell), this.unit), this.cells.place(i));
		this.units.contradicted(column, this.unit)
			.ifPresent((own) -> problem(
					Problem.warning("import-unit-other", read.text() + " " + own, String.valueOf(this.unit)), i));
		List<Column> covered = covered(i);
		if (covered.size() > 1) {
			mergedOverYears(read, covered, i);
			return;
		}
		put(column, read);
	}

	/** The columns that a cell is merged over, each heading once. */
	private List<Column> covered(int i) {
		Heading heading = this.cells.heading();
		Set<Integer> firsts = new HashSet<>(Set.of(heading.first(i)));
		List<Column> covered = new ArrayList<>(List.of(heading.columns().get(heading.first(i))));
		for (int j = i + 1; j < heading.columns().size(); j++) {
			SourceCell.Covered by = this.cells.cell(j).covered();
			if (by == null || by.left() != j - i) {
				break;
			}
			if (heading.partOf(j).isValue() && firsts.add(heading.first(j))) {
				covered.add(heading.columns().get(heading.first(j)));
			}
		}
		return covered;
	}

	private void mergedOverRows(int i, SourceCell cell) {
		problem(Problem.warning("import-merged-over-rows", cell.line()), i);
		int above = (cell.covered() != null) ? cell.covered().up() : 0;
		Place place = this.cells.place(i);
		Integer row = place.row();
		if (row != null) {
			this.problems.add(new ImportProblem(Problem.warning("import-merged-over-rows", cell.line()), null,
					new Place(place.sheet(), row - above, place.column())));
		}
	}

	/**
	 * One figure over several years: a level is held in each of them, an amount is
	 * probably that of the whole period.
	 */
	private void mergedOverYears(AnnexCell read, List<Column> covered, int i) {
		problem(Problem.warning("import-merged-over-years", read.text()), i);
		boolean held = HELD.matcher(read.text().toLowerCase(Locale.ROOT)).matches();
		boolean result = covered.stream().anyMatch((column) -> column.part() == Part.BASELINE);
		if (held || result || covered.stream().noneMatch((column) -> column.part() == Part.YEAR)) {
			covered.forEach((column) -> put(column, read));
		}
		else if (this.period == null) {
			this.period = read;
		}
	}

	private void put(Column column, AnnexCell read) {
		Integer year = column.year();
		Issuer issuer = column.part().issuer();
		switch (column.part()) {
			case BASELINE -> this.baseline = (this.baseline != null) ? this.baseline : read;
			case PERIOD -> this.period = read;
			case PARTY -> this.party = read;
			case AVERAGE -> this.average = read;
			case YEAR -> putYear(this.years, year, read);
			case CITY_YEAR -> putYear(this.city, year, read);
			case COUNCIL_YEAR, PARTY_YEAR, CITY_PERIOD, COUNCIL_PERIOD -> {
				if (issuer != null) {
					this.others.add(new Issued(issuer, column.part().isYearly() ? year : null, read));
				}
			}
			default -> {
			}
		}
	}

	private static void putYear(SortedMap<Integer, AnnexCell> years, @Nullable Integer year, AnnexCell read) {
		if (year != null) {
			years.putIfAbsent(year, read);
		}
	}

	/**
	 * Excel shows negative numbers in brackets; numbers below each other are several.
	 */
	private static String text(SourceCell cell) {
		if (cell.number()) {
			return (cell.text().indexOf('(') < 0) ? cell.line() : NEGATIVE.matcher(cell.line())
				.replaceAll((found) -> "-"
						+ ((found.group(1) != null) ? found.group(1) + found.group(2).strip() : found.group(3)));
		}
		boolean lines = cell.text().indexOf('\n') >= 0 && NUMBERS_IN_LINES.matcher(cell.text()).find();
		return lines ? cell.text().replace("\n", "; ") : cell.line();
	}

	private void problem(Problem problem, int column) {
		this.problems.add(new ImportProblem(problem, this.no, this.cells.place(column)));
	}

	/** Whether a yearly target is a number that does not say what it counts. */
	boolean isOfPlainNumbers() {
		return this.years.values().stream().anyMatch((cell) -> PLAIN.matcher(cell.text()).matches());
	}

	SortedMap<Integer, AnnexCell> years() {
		return this.years;
	}

	SortedMap<Integer, AnnexCell> city() {
		return this.city;
	}

	List<Issued> others() {
		return this.others;
	}

	/** A mean of the years is the target of a rate of growth alone. */
	@Nullable AnnexCell period(boolean growth) {
		return (this.period == null && growth) ? this.average : this.period;
	}

	@Nullable AnnexCell party() {
		return this.party;
	}

	@Nullable AnnexCell baseline() {
		return this.baseline;
	}

}
