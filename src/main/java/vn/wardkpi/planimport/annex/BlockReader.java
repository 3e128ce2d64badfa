package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.Heading;
import vn.wardkpi.planimport.table.RowValue;
import vn.wardkpi.planimport.table.RowValues;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableBlock.BodyRow;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.RowRole;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;

/**
 * Reads the rows of one table of the annex: sections, indicators and what is neither.
 */
class BlockReader {

	private static final Pattern GROWTH = Pattern.compile("toc do|tang truong|^(ty le |muc )?tang\\b");

	private final TableBlock block;

	private final Heading heading;

	private final TableMapping mapping;

	private final WrittenRows written;

	private final RowWalker walker;

	private final boolean later;

	private final RowKinds kinds;

	private final HeadingUnits headingUnits;

	private final UnitTexts units;

	private final List<ImportProblem> problems;

	/** Whether the last row began with "Trong đó" itself. */
	private boolean within;

	/** Of the last row, for ditto marks. */
	private String leader = "";

	private final FieldPath sections = new FieldPath();

	private final Map<AnnexRow, List<SourceCell>> leadUnits = new LinkedHashMap<>();

	private final Map<String, Map<Integer, RowRole>> roles = new LinkedHashMap<>();

	/**
	 * @param walker goes on from the table before, or begins
	 * @param later whether it is not the annex's first table
	 * @param problems what is found is added
	 */
	BlockReader(TableBlock block, RowKinds kinds, RowWalker walker, boolean later, TableMapping mapping,
			WrittenRows written, List<ImportProblem> problems) {
		this.later = later;
		this.block = block;
		this.heading = block.requireHeading();
		this.mapping = mapping;
		this.written = written;
		this.walker = walker;
		this.kinds = kinds;
		this.headingUnits = new HeadingUnits(this.heading);
		this.units = new UnitTexts(block.above(), this.headingUnits.ofTargets());
		this.problems = problems;
	}

	/** The rows read, each with the cells that name its lead units. */
	Map<AnnexRow, List<SourceCell>> read() {
		for (int i = 0; i < this.block.rows().size(); i++) {
			BodyRow row = this.block.rows().get(i);
			RowCells cells = new RowCells(row, this.heading);
			RowRole stated = this.mapping.row(row.sheet(), row.row().number());
			RowRole role = (stated != null) ? stated : this.kinds.role(i);
			this.roles.computeIfAbsent(row.sheet(), (sheet) -> new LinkedHashMap<>()).put(row.row().number(), role);
			switch (role) {
				case TITLE, HEADING -> {
				}
				case SECTION -> {
					this.sections.begin(mark(cells), section(cells));
					this.walker.section(this.sections.path());
				}
				case OF_WHICH -> this.walker.ofWhich();
				case TOTAL -> problem(Problem.warning("import-total-ignored", words(cells)), null, cells);
				case NOTE -> problem(Problem.info("import-row-ignored", words(cells)), null, cells);
				case INDICATOR -> {
					this.sections.end();
					if ((row.again() || (this.later && this.leadUnits.isEmpty()))
							&& cells.marker().number().equals("1")) {
						problem(Problem.warning("import-numbers-again", words(cells)), null, cells);
					}
					indicator(cells, i);
				}
			}
		}
		return this.leadUnits;
	}

	Map<String, Map<Integer, RowRole>> roles() {
		return this.roles;
	}

	private static String words(RowCells cells) {
		return RowWords.abbreviated(String.join(" ", cells.row().texts()));
	}

	/** A heading that is merged over the table has its mark before its words. */
	private static Marker mark(RowCells cells) {
		Marker own = cells.marker();
		String first = cells.row().texts().get(0);
		return (own.kind() == Marker.Kind.UNKNOWN || own.isBlank()) ? Marker.ofSection(first).orElse(own) : own;
	}

	private String section(RowCells cells) {
		List<String> words = new ArrayList<>();
		List<String> others = new ArrayList<>();
		for (int i = 0; i < cells.row().cells().size(); i++) {
			SourceCell cell = cells.cell(i);
			if (!cell.isBlank() && !cell.continued()) {
				Part part = this.heading.partOf(i);
				boolean named = part == Part.NUMBER || part == Part.NAME;
				if (part == Part.NUMBER && Marker.of(cell.line()).kind() == Marker.Kind.NUMBER
						&& !cells.own(Part.NAME).isEmpty()) {
					continue;
				}
				(named ? words : others).add((part == Part.NUMBER) ? 0 : (named ? words : others).size(), cell.line());
			}
		}
		if (words.isEmpty()) {
			words.add(others.remove(0));
		}
		if (!others.isEmpty()) {
			problem(Problem.warning("import-section-text", String.join("; ", others)), null, cells);
		}
		String only = String.join(" ", words);
		return Marker.section(only).orElse(Marker.split(only).rest());
	}

	private void indicator(RowCells cells, int index) {
		if (this.written.has(cells.own(Part.NUMBER), cells.own(Part.NAME))) {
			String written = cells.own(Part.NAME);
			add(cells, written, this.walker.number(Marker.of(cells.own(Part.NUMBER)), true),
					unitAsWritten(cells, written));
			return;
		}
		RowValues said = cells.said(this.mapping);
		String name = said.said(RowValue.NAME, cells.own(Part.NAME));
		Marker marker = Marker.of(said.said(RowValue.NO, cells.own(Part.NUMBER)));
		Marker.Split split = Marker.split(name);
		if (!split.marker().isBlank()
				&& (said.said(RowValue.NO) != null || marker.isBlank() || marker.equals(split.marker()))) {
			marker = (said.said(RowValue.NO) != null) ? marker : split.marker();
			name = split.rest();
		}
		Optional<String> ofWhich = Marker.ofWhich(name);
		boolean again = ofWhich.isPresent() && this.within;
		this.within = ofWhich.isPresent() && this.walker.hasParent();
		if (ofWhich.isPresent() && this.within) {
			this.walker.ofWhich();
			Marker.Split part = Marker.split(ofWhich.get());
			name = part.rest();
			marker = (marker.kind() == Marker.Kind.NUMBER) ? Marker.NONE : marker;
		}
		if (marker.kind() == Marker.Kind.UNKNOWN) {
			problem(Problem.error("import-number-unclear", marker.text(), name), null, cells);
			return;
		}
		if (name.chars().noneMatch(Character::isLetter)) {
			problem(Problem.error("import-name-missing", marker.text()), null, cells);
			return;
		}
		RowWalker.Numbered number = this.walker.number(marker, !cells.own(Part.NUMBER).isEmpty());
		if (number.refusal() != null) {
			problem(Problem.error(Objects.requireNonNull(number.refusal()), marker.text(), name), null, cells);
			return;
		}
		if (number.guessed() || again) {
			problem(Problem.warning("import-number-missing", name, number.no()), number.no(), cells);
		}
		if (cells.isWordsOnly() && RowWords.isField(name) && this.kinds.isFollowedByPart(index)) {
			problem(Problem.warning("import-group-or-field", name), number.no(), cells);
		}
		if (said.said(RowValue.NAME) == null) {
			askSeveral(cells, number.no());
		}
		askSecond(cells, number.no());
		add(cells, name, number, this.units.of(cells.shared(Part.UNIT).line(), name).orElse(null));
	}

	private void add(RowCells cells, String name, RowWalker.Numbered number, @Nullable String unit) {
		AnnexRow read = row(cells, name, number, unit);
		this.leadUnits.put(read, List.of(cells.shared(Part.LEAD_UNIT), cells.shared(Part.COOPERATING)));
	}

	private AnnexRow row(RowCells cells, String name, RowWalker.Numbered numbered, @Nullable String unit) {
		RowFigures figures = new RowFigures(cells, numbered.no(), unit, this.headingUnits, this.problems);
		boolean growth = GROWTH.matcher(SearchKey.of(name)).find();
		boolean known = this.written.has(cells.own(Part.NUMBER), cells.own(Part.NAME));
		boolean number = unit != null && unit.chars().anyMatch(Character::isDigit)
				&& unit.chars().noneMatch((c) -> Character.isLetter(c) || c == '%' || c == '‰');
		boolean missing = unit == null && (this.heading.position(Part.UNIT) >= 0 || this.units.isStated())
				&& figures.isOfPlainNumbers();
		if (!known && (number || missing)) {
			problem(Problem.warning("import-unit-missing", name), numbered.no(), cells);
		}
		return new AnnexRow(numbered.no(), numbered.parentNo(), cells.own(Part.NUMBER), name, unit, field(cells),
				cells.place(), cells.row().cells().stream().map(SourceCell::line).toList(), figures.years(),
				figures.city(), figures.period(growth), figures.party(), figures.baseline(), figures.others(),
				List.of(), note(cells), Stated.ledBy(leader(cells)));
	}

	private String leader(RowCells cells) {
		String own = cells.shared(Part.LEADER).line();
		this.leader = UnitTexts.isDitto(own) ? this.leader : own;
		return this.leader;
	}

	/** That of its column, else the section above. */
	private @Nullable String field(RowCells cells) {
		String own = cells.shared(Part.FIELD).line();
		return own.isEmpty() ? this.walker.field() : own;
	}

	/** Words in a second column below a heading that stands for one. */
	private void askSecond(RowCells cells, String no) {
		for (Part part : List.of(Part.UNIT, Part.LEAD_UNIT, Part.COOPERATING, Part.LEADER, Part.NOTE, Part.FIELD)) {
			this.heading.positions(part)
				.filter((i) -> !cells.cell(i).isBlank() && !cells.cell(i).continued())
				.skip(1)
				.forEach(
						(i) -> this.problems.add(new ImportProblem(
								Problem.warning("import-two-below-heading",
										this.heading.columns().get(this.heading.first(i)).title()),
								no, cells.place(i))));
		}
	}

	/**
	 * Names below each other in a cell, with marks or with figures or units of their own.
	 */
	private void askSeveral(RowCells cells, String no) {
		List<String> names = cells.lines(Part.NAME);
		boolean marked = names.stream().allMatch((name) -> !Marker.split(name).marker().isBlank());
		boolean beside = cells.lines(Part.UNIT).size() == names.size()
				|| cells.figures().anyMatch((i) -> cells.cell(i).lines().size() == names.size());
		if (names.size() > 1 && (marked || beside)) {
			List<String> parts = names.stream().map((name) -> Marker.split(name).rest()).toList();
			problem(Problem.warning("import-several-in-row", String.valueOf(parts.size()), String.join("”, “", parts)),
					no, cells);
		}
	}

	private @Nullable String unitAsWritten(RowCells cells, String name) {
		String text = cells.shared(Part.UNIT).line();
		Optional<String> read = this.units.of(text, name);
		return text.isEmpty() ? null : UnitTexts.isDitto(text) ? read.orElse(null) : text;
	}

	private static @Nullable String note(RowCells cells) {
		List<String> notes = new ArrayList<>();
		String note = cells.shared(Part.NOTE).line();
		if (!note.isEmpty()) {
			notes.add(note);
		}
		notes.addAll(cells.kept());
		return notes.isEmpty() ? null : String.join("; ", notes);
	}

	private void problem(Problem problem, @Nullable String no, RowCells cells) {
		this.problems.add(new ImportProblem(problem, no, cells.place()));
	}

}
