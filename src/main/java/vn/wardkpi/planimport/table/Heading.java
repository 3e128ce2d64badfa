package vn.wardkpi.planimport.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.table.Column.Part;

/**
 * The heading of a table: one row or a few, perhaps repeated on each page.
 *
 * @param columns by position
 * @param first index of its first row
 * @param end index of the row below it
 */
public record Heading(List<Column> columns, int first, int end) {

	private static final int HIGHEST = 5;

	private static final int SHORT = 30;

	/** Below the heading the columns are numbered, "1", "(2)" or "B". */
	private static final Pattern COLUMN_NUMBER = Pattern
		.compile("\\(?(?:\\d{1,2}|[A-Za-z])\\)?(?: ?= ?[\\d\\w/+*x():. -]+)?");

	private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");

	public Heading {
		columns = List.copyOf(columns);
	}

	/**
	 * The heading that begins at a row or a few rows above it, if one does.
	 * @param from rows before it belong to another one
	 */
	static Optional<Heading> at(List<SourceRow> rows, int index, int from) {
		SourceRow named = rows.get(index);
		if (named.texts().stream().noneMatch(ColumnTitle::mayBeginHeading)) {
			return Optional.empty();
		}
		List<Column> alone = columns(List.of(named));
		int name = name(alone);
		boolean more = alone.stream()
			.anyMatch((column) -> column.part() != Part.NAME && column.part() != Part.UNKNOWN
					&& column.part() != Part.NONE && column.part() != Part.JOINED && column.part() != Part.TEXT);
		boolean values = alone.stream().anyMatch((column) -> column.part().isValue());
		if (name < 0 || !more || named.texts().size() < (values ? 2 : 3)) {
			return Optional.empty();
		}
		int number = position(alone, Part.NUMBER);
		int first = (index > from && beginsTitle(rows.get(index - 1), named, name)) ? index - 1 : index;
		while (first > from && index - first < 2 && isAbove(rows.get(first - 1), name)) {
			first--;
		}
		int end = index + 1;
		while (end - first < HIGHEST && end < rows.size()
				&& (isBelow(rows.get(end), name, number) || continuesTitle(rows.get(end), rows.get(end - 1), name))) {
			end++;
		}
		List<Column> columns = new ArrayList<>(columns(rows.subList(first, end)));
		columns.set(name, columns.get(name).as(Part.NAME));
		return Optional.of(new Heading(columns, first, end));
	}

	/**
	 * The column of names: the one whose heading says so, else the first between that of
	 * numbers and those of targets whose heading says nothing that is known.
	 */
	private static int name(List<Column> columns) {
		int named = position(columns, Part.NAME);
		int number = position(columns, Part.NUMBER);
		if (named >= 0 || number < 0 || columns.get(number).title().length() < 2) {
			return named;
		}
		int value = IntStream.range(0, columns.size())
			.filter((i) -> columns.get(i).part().isTarget() && columns.get(i).part() != Part.PLAN)
			.findFirst()
			.orElse(0);
		return IntStream.range(number, value)
			.filter((i) -> columns.get(i).part() == Part.UNKNOWN)
			.filter((i) -> columns.get(i).title().chars().noneMatch(Character::isDigit))
			.findFirst()
			.orElse(-1);
	}

	/**
	 * The heading of a table that holds no plan: numbers, words, and no names of
	 * indicators.
	 */
	static boolean isOther(SourceRow row) {
		List<String> texts = row.texts();
		return texts.size() > 2 && texts.get(0).length() > 1
				&& texts.stream().noneMatch((text) -> text.chars().anyMatch(Character::isDigit))
				&& texts.stream().allMatch((text) -> Character.isUpperCase(text.codePointAt(0)))
				&& Column.of(List.of(texts.get(0))).part() == Part.NUMBER;
	}

	/** Of a table whose columns a person names. */
	static Heading none(TableBlock block) {
		int width = block.rows().stream().mapToInt((row) -> row.row().cells().size()).max().orElse(0);
		return new Heading(Collections.nCopies(width, Column.of(List.of())), 0, 0);
	}

	/** Groups of columns above the row that has the names. */
	private static boolean isAbove(SourceRow row, int name) {
		boolean beside = IntStream.range(0, row.cells().size())
			.filter((i) -> !row.cell(i).isBlank())
			.allMatch((i) -> i > name);
		boolean known = row.texts().stream().anyMatch((text) -> Column.of(List.of(text)).part() != Part.UNKNOWN);
		boolean wide = row.cells().stream().anyMatch(SourceCell::continuesLeft);
		return beside && known && (wide || row.texts().size() > 1) && row.texts().stream().noneMatch(Heading::isFigure);
	}

	/**
	 * A row below that names neither an indicator nor a number, but years, words that
	 * group them, and the like.
	 */
	private static boolean isBelow(SourceRow row, int name, int number) {
		return covered(row.cell(name)) && (number < 0 || covered(row.cell(number)))
				&& row.texts().stream().noneMatch(Heading::isFigure)
				&& row.cells().stream().anyMatch((cell) -> !cell.isBlank() && !cell.continuesAbove());
	}

	/**
	 * A row whose words go on with those of the row above, cell by cell, in cells that
	 * are not merged: "tính" below "Đơn vị", "chỉ tiêu" below "Nội dung".
	 */
	private static boolean continuesTitle(SourceRow row, SourceRow above, int name) {
		return goesOn(row, above, name) && ColumnTitle.mayBeginHeading(above.cell(name).line()) && isKnown(above, name)
				&& ColumnTitle.mayBeginHeading(row.cell(name).line());
	}

	/** The same, where the word for the names stands in the lower row alone. */
	private static boolean beginsTitle(SourceRow above, SourceRow row, int name) {
		return goesOn(row, above, name) && !ColumnTitle.mayBeginHeading(above.cell(name).line())
				&& above.texts().stream().anyMatch((text) -> Column.of(List.of(text)).part() == Part.NUMBER)
				&& above.cell(name).line().length() < SHORT && isKnown(above, name);
	}

	private static boolean goesOn(SourceRow row, SourceRow above, int name) {
		return !row.cell(name).isBlank() && !row.cell(name).continued() && !above.cell(name).isBlank()
				&& !above.cell(name).continuesLeft() && above.texts().size() > 2
				&& !row.cell(name).line().equalsIgnoreCase(above.cell(name).line())
				&& row.texts().stream().noneMatch(Heading::isFigure)
				&& above.texts().stream().noneMatch(Heading::isFigure);
	}

	/** Whether a row has another heading than that of names. */
	private static boolean isKnown(SourceRow row, int name) {
		return IntStream.range(0, row.cells().size())
			.filter((i) -> i != name && !row.cell(i).isBlank())
			.mapToObj((i) -> Column.of(List.of(row.cell(i).line())).part())
			.anyMatch((part) -> part == Part.UNIT || part == Part.NUMBER || part.isValue());
	}

	private static boolean isFigure(String text) {
		return FIGURE.matcher(text).matches() && Column.of(List.of(text)).part() != Part.YEAR
				&& Column.of(List.of(text)).part() != Part.PERIOD;
	}

	private static boolean covered(SourceCell cell) {
		return cell.isBlank() || cell.continued();
	}

	static List<Column> columns(List<SourceRow> heading) {
		int width = heading.stream().mapToInt((row) -> row.cells().size()).max().orElse(0);
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < width; i++) {
			List<String> titles = new ArrayList<>();
			for (int row = 0; row < heading.size(); row++) {
				String text = heading.get(row).cell(i).line();
				text = text.isEmpty() ? group(heading, row, i) : text;
				if (!text.isEmpty() && !titles.contains(text)) {
					titles.add(text);
				}
			}
			columns.add(isJoined(heading, i) ? new Column(Part.JOINED, null, null, String.join(" ", titles))
					: Column.of(titles));
		}
		return columns;
	}

	/**
	 * The group that a blank cell belongs to where cells are not merged: what stands to
	 * its left, if both have headings of their own below.
	 */
	private static String group(List<SourceRow> heading, int row, int column) {
		int left = column - 1;
		while (left > 0 && heading.get(row).cell(left).isBlank() && hasOwnBelow(heading, row, left)) {
			left--;
		}
		boolean grouped = left >= 0 && hasOwnBelow(heading, row, left) && hasOwnBelow(heading, row, column);
		return grouped ? heading.get(row).cell(left).line() : "";
	}

	private static boolean hasOwnBelow(List<SourceRow> heading, int row, int column) {
		return heading.subList(row + 1, heading.size())
			.stream()
			.map((below) -> below.cell(column))
			.anyMatch((cell) -> !cell.isBlank() && !cell.continuesAbove());
	}

	/** Whether all that stands above a column began to its left. */
	private static boolean isJoined(List<SourceRow> heading, int column) {
		List<SourceCell> cells = heading.stream().map((row) -> row.cell(column)).filter((c) -> !c.isBlank()).toList();
		return !cells.isEmpty() && cells.stream().allMatch(SourceCell::continuesLeft);
	}

	/** Whether a row only numbers the columns. */
	static boolean numbersColumns(SourceRow row) {
		List<String> texts = row.texts();
		return texts.size() > 2 && texts.stream().allMatch((text) -> COLUMN_NUMBER.matcher(text).matches());
	}

	boolean hasTargets() {
		return this.columns.stream().anyMatch((column) -> column.part().isTarget());
	}

	Heading with(List<Column> columns) {
		return new Heading(columns, this.first, this.end);
	}

	/** The first column of a kind, or -1. */
	public int position(Part part) {
		return position(this.columns, part);
	}

	/**
	 * The columns of a kind with those whose heading is merged with theirs.
	 */
	public IntStream positions(Part part) {
		return IntStream.range(0, this.columns.size()).filter((i) -> partOf(i) == part);
	}

	/** What a column holds; of a joined one, what the one it is joined to does. */
	public Part partOf(int column) {
		int i = first(column);
		return (i < this.columns.size()) ? this.columns.get(i).part() : Part.NONE;
	}

	/** The first of the columns under one heading. */
	public int first(int column) {
		int i = column;
		while (0 < i && i < this.columns.size() && this.columns.get(i).part() == Part.JOINED) {
			i--;
		}
		return i;
	}

	static int position(List<Column> columns, Part part) {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).part() == part) {
				return i;
			}
		}
		return -1;
	}

}
