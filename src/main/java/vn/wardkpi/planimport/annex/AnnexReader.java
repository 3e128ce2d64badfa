package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import vn.wardkpi.planimport.annex.LeadUnitNames.Units;
import vn.wardkpi.planimport.annex.Marker.Kind;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.Heading;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableBlock.BodyRow;
import vn.wardkpi.planimport.table.TableChoice;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.RowRole;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;

/**
 * Finds the annex in the tables of a file and reads its rows. Every table, column and row
 * that is left out is named.
 */
public class AnnexReader {

	private static final Pattern PLAIN_SHEET = Pattern
		.compile("(?:sheet|trang|bieu|phu luc|bang|pl|mau|table|kh|ke hoach|so|tinh|chi tieu|tiep|theo|[ivx]+|[a-h]"
				+ "|[\\d ()_.,-])*");

	private final TableMapping stated;

	private final WrittenRows written;

	private final List<ImportProblem> problems = new ArrayList<>();

	private final List<AnnexTable> tables = new ArrayList<>();

	public AnnexReader() {
		this(TableMapping.NONE);
	}

	/**
	 * @param stated what a person says of the tables
	 */
	public AnnexReader(TableMapping stated) {
		this(stated, WrittenRows.NONE);
	}

	/**
	 * @param written what the program itself said of the rows when it wrote the file
	 */
	public AnnexReader(TableMapping stated, WrittenRows written) {
		this.stated = stated;
		this.written = written;
	}

	public Annex read(SourceFile original) {
		SourceFile file = this.stated.corrected(original);
		file.problems().forEach((found) -> problem(found.problem(), found.place()));
		if (file.tables().size() == 1 && CanonicalReader.reads(file.tables().get(0))) {
			return new CanonicalReader(this.stated, this.problems).read(file.tables().get(0));
		}
		TableMapping mapping = this.written.over(file, this.stated);
		TableChoice choice = TableChoice.of(file, mapping);
		choice.others().forEach((block) -> leftOut(block, choice.chosen()));
		choice.chosen().forEach(this::withoutDates);
		Map<AnnexRow, List<SourceCell>> read = rows(choice.chosen(), mapping);
		if (read.isEmpty() && this.problems.stream().noneMatch(ImportProblem::isError)) {
			problem(Problem.error(nothingFound(file, choice)), Place.FILE);
		}
		PlanYears years = new PlanYears(choice.chosen(), mapping, this.problems);
		askNumbers(choice.chosen());
		List<AnnexRow> numbered = new Numbering(mapping, sheets(choice.chosen()), this.written, this.problems)
			.settle(withLeadUnits(read));
		return this.written
			.in(new Annex(numbered, years.from(), years.to(), years.baselineYear(), this.problems, this.tables));
	}

	/** Headings that are dates name their years. */
	private void withoutDates(TableBlock block) {
		int first = block.rows().stream().mapToInt((row) -> row.row().number()).findFirst().orElse(0);
		this.problems.removeIf((problem) -> {
			Place place = problem.place();
			Integer row = place.row();
			Integer column = place.column();
			return problem.problem().code().equals("import-date-cell") && block.isOf(place.sheet()) && row != null
					&& row < first && column != null && block.requireHeading().columns().get(column - 1).year() != null;
		});
	}

	private Map<AnnexRow, List<SourceCell>> rows(List<TableBlock> chosen, TableMapping mapping) {
		Map<AnnexRow, List<SourceCell>> read = new LinkedHashMap<>();
		RowWalker walker = null;
		Set<String> sheets = sheets(chosen);
		for (TableBlock block : chosen) {
			RowKinds kinds = new RowKinds(block);
			boolean goesOn = walker != null && (block.origin() == Origin.DOCUMENT || block.isPart());
			walker = (goesOn && walker != null) ? walker : new RowWalker(kinds.top(), kinds.hasOwnBullets());
			section(block, sheets.size() > 1).ifPresent(walker::section);
			new ColumnReport(block, mapping, this.problems).write();
			boolean places = block.requireHeading().position(Part.NUMBER) >= 0;
			if (kinds.top() == Kind.BULLET || (kinds.top() != Kind.NUMBER && places)) {
				problem(Problem.warning("import-numbers-given"), new Place(block.sheet(), null, null));
			}
			BlockReader reader = new BlockReader(block, kinds, walker, !read.isEmpty(), mapping, this.written,
					this.problems);
			read.putAll(reader.read());
			this.tables.add(new AnnexTable(block.sheet(), true, block.requireHeading().columns(), reader.roles()));
		}
		return read;
	}

	/** Those of a workbook that belong to the annex. */
	private static Set<String> sheets(List<TableBlock> chosen) {
		return chosen.stream()
			.filter((block) -> block.origin() == Origin.WORKBOOK && !block.rows().isEmpty())
			.map((block) -> block.rows().get(0).sheet())
			.collect(Collectors.toSet());
	}

	/**
	 * The section that a paragraph right above a table names. Where each sheet has a part
	 * of the annex, a title in it or its name does.
	 */
	private static Optional<String> section(TableBlock block, boolean several) {
		List<String> above = block.above();
		if (block.origin() == Origin.DOCUMENT) {
			return above.isEmpty() ? Optional.empty() : Marker.sectionOfParagraph(above.get(above.size() - 1));
		}
		if (block.origin() != Origin.WORKBOOK || !several) {
			return Optional.empty();
		}
		Optional<String> titled = above.stream().map(Marker::sectionOfParagraph).flatMap(Optional::stream).findFirst();
		return titled.isPresent() ? titled : Optional.of(block.sheet()).filter(AnnexReader::saysMore);
	}

	/** Whether a sheet's name is more than a number or a kind of paper. */
	private static boolean saysMore(String sheet) {
		return !PLAIN_SHEET.matcher(SearchKey.of(sheet)).matches();
	}

	private void leftOut(TableBlock block, List<TableBlock> chosen) {
		Place place = new Place(block.sheet(), null, null);
		Heading heading = block.heading();
		boolean targets = heading != null && heading.columns().stream().anyMatch((column) -> column.part().isTarget());
		boolean beside = chosen.stream()
			.anyMatch((one) -> !block.rows().isEmpty() && one.isOf(block.rows().get(0).sheet()));
		problem((targets || isOfFigures(block, beside)) ? Problem.warning("import-table-left-out", block.sheet())
				: Problem.info("import-table-ignored", block.sheet()), place);
		Map<String, Map<Integer, RowRole>> none = Map.of();
		this.tables.add(new AnnexTable(block.sheet(), false, (heading != null) ? heading.columns() : List.of(), none));
	}

	/**
	 * Rows of figures without any heading may be a part of the annex that was torn off.
	 * @param beside whether the annex stands in the same sheet
	 */
	private static boolean isOfFigures(TableBlock block, boolean beside) {
		return block.heading() == null && (beside || block.origin() == Origin.DOCUMENT) && block.rows()
			.stream()
			.anyMatch((row) -> row.row().texts().stream().filter(AnnexReader::isFigure).count() > (beside ? 1 : 2)
					&& !row.row().texts().stream().allMatch(Marker::isColumnNumber));
	}

	private static boolean isFigure(String text) {
		return text.chars().anyMatch(Character::isDigit) && text.chars().filter(Character::isLetter).count() < 3;
	}

	private static String nothingFound(SourceFile file, TableChoice choice) {
		if (file.tables().stream().allMatch((table) -> table.rows().isEmpty())) {
			return "import-table-empty";
		}
		if (!choice.chosen().isEmpty()) {
			return "import-no-indicator";
		}
		return choice.others().stream().anyMatch((block) -> block.heading() != null) ? "import-no-year-column"
				: "import-no-heading";
	}

	/** Typed numbers whose marks can be read in two ways. */
	private void askNumbers(List<TableBlock> chosen) {
		List<RowCells> rows = new ArrayList<>();
		List<String> typed = new ArrayList<>();
		for (TableBlock block : chosen) {
			for (BodyRow row : block.rows()) {
				RowCells cells = new RowCells(row, block.requireHeading());
				rows.add(cells);
				cells.figures().filter((i) -> isTyped(cells, i)).forEach((i) -> typed.add(cells.cell(i).line()));
			}
		}
		NumberMarks marks = new NumberMarks(typed);
		rows.forEach((cells) -> cells.figures()
			.filter((i) -> isTyped(cells, i))
			.forEach((i) -> marks.question(cells.cell(i).line())
				.ifPresent((question) -> problem(question, cells.place(i)))));
	}

	private static boolean isTyped(RowCells cells, int column) {
		return !cells.cell(column).number() && !cells.cell(column).continued();
	}

	private List<AnnexRow> withLeadUnits(Map<AnnexRow, List<SourceCell>> read) {
		LeadUnitNames names = new LeadUnitNames(read.values().stream().flatMap(List::stream).toList());
		List<AnnexRow> rows = new ArrayList<>();
		Map<Integer, Units> last = new HashMap<>();
		read.forEach((row, cells) -> {
			Set<String> answering = new LinkedHashSet<>();
			Set<String> cooperating = new LinkedHashSet<>();
			for (int i = 0; i < cells.size(); i++) {
				SourceCell cell = cells.get(i);
				Units own = UnitTexts.isDitto(cell.line()) ? last.getOrDefault(i, Units.NONE) : names.of(cell);
				last.put(i, own.isEmpty() ? last.getOrDefault(i, own) : own);
				(i == 0 ? answering : cooperating).addAll(own.answering());
				cooperating.addAll(own.cooperating());
			}
			if (answering.isEmpty() && !cooperating.isEmpty()) {
				this.problems
					.add(new ImportProblem(Problem.warning("import-nobody-answers", String.join("; ", cooperating)),
							row.no(), row.place()));
			}
			answering.addAll(cooperating);
			rows.add(row.answeredBy(List.copyOf(answering)));
		});
		return rows;
	}

	private void problem(Problem problem, Place place) {
		this.problems.add(new ImportProblem(problem, null, place));
	}

}
