package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import vn.wardkpi.planimport.annex.Marker.Kind;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping.RowRole;

/**
 * What each row of a table is, by its own cells and by the rows that follow.
 */
class RowKinds {

	private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}]*(?: \\p{Lu}[\\p{L}\\p{M}]*){1,5}");

	private final List<RowCells> rows = new ArrayList<>();

	private final List<RowRole> roles = new ArrayList<>();

	private final Kind top;

	private boolean footer;

	/** Whether Roman numerals stand before sections that have a sum of their rows. */
	private final boolean sums;

	RowKinds(TableBlock block) {
		block.rows().forEach((row) -> this.rows.add(new RowCells(row, block.requireHeading())));
		this.top = topKind();
		this.sums = this.top == Kind.NUMBER && numbersRunThroughRoman();
		for (int i = 0; i < this.rows.size(); i++) {
			this.roles.add(kind(i));
		}
	}

	RowRole role(int index) {
		return this.roles.get(index);
	}

	/** Whether the next row has a number of several parts: "1.1" below "1". */
	boolean isFollowedByPart(int i) {
		return i + 1 < this.rows.size() && this.rows.get(i).marker().kind() == Kind.NUMBER
				&& this.rows.get(i + 1).marker().number().indexOf('.') > 0;
	}

	/** Which kind of marker numbers the indicators themselves. */
	Kind top() {
		return this.top;
	}

	/** Whether dashes stand in the column of numbers. */
	boolean hasOwnBullets() {
		return this.rows.stream()
			.anyMatch((cells) -> Marker.of(cells.own(Part.NUMBER)).kind() == Kind.BULLET && !cells.isWordsOnly());
	}

	/**
	 * Numbers, where there are any; else the kind that more than one row has, so that one
	 * odd row is still asked about.
	 */
	private Kind topKind() {
		List<Kind> kinds = this.rows.stream()
			.filter((cells) -> hasFiguresOrUnit(cells)
					&& !cells.row().texts().stream().allMatch(Marker::isColumnNumber))
			.map((cells) -> cells.marker().kind())
			.toList();
		boolean numbered = kinds.contains(Kind.NUMBER) || hasNumberedGroups();
		if (count(kinds, Kind.ROMAN) > 1 && (!numbered || startsAgainBelowRoman() || startsBelowRoman())) {
			return Kind.ROMAN;
		}
		if (numbered) {
			return Kind.NUMBER;
		}
		for (Kind kind : List.of(Kind.LETTER, Kind.BLANK, Kind.BULLET)) {
			if (count(kinds, kind) > ((kind == Kind.BLANK) ? 0 : 1)) {
				return kind;
			}
		}
		return Kind.NUMBER;
	}

	/** Numbers of rows without figures, which are not all those of fields. */
	private boolean hasNumberedGroups() {
		return this.rows.stream()
			.filter((cells) -> cells.isWordsOnly() && cells.marker().kind() == Kind.NUMBER
					&& !cells.row().texts().stream().allMatch(Marker::isColumnNumber))
			.map((cells) -> Marker.split(cells.own(Part.NAME)).rest())
			.anyMatch((name) -> !name.isEmpty() && !RowWords.isField(name));
	}

	private static long count(List<Kind> kinds, Kind kind) {
		return kinds.stream().filter((one) -> one == kind).count();
	}

	private boolean startsAgainBelowRoman() {
		Set<String> seen = new TreeSet<>();
		boolean again = false;
		boolean below = true;
		for (RowCells cells : this.rows) {
			Marker marker = cells.marker();
			if (cells.isWordsOnly()) {
				continue;
			}
			if (marker.kind() == Kind.ROMAN) {
				below = true;
			}
			else if (marker.kind() == Kind.NUMBER) {
				again |= !seen.add(marker.number());
				below &= !seen.isEmpty();
			}
		}
		return again && below;
	}

	/**
	 * "A. Tổng thu (I+II)" before "I", "I" before "1": each has the next below it.
	 */
	private boolean startsBelowRoman() {
		Kind last = Kind.BLANK;
		boolean first = false;
		boolean sum = false;
		for (RowCells cells : this.rows) {
			Marker marker = cells.marker();
			if (cells.isWordsOnly() || (marker.kind() != Kind.ROMAN && marker.kind() != Kind.NUMBER)) {
				continue;
			}
			boolean begins = last == Kind.ROMAN && marker.kind() == Kind.NUMBER;
			if ((last == Kind.BLANK && !marker.isCapital()) || (begins && !marker.number().equals("1"))) {
				return false;
			}
			first |= begins;
			sum |= marker.isCapital();
			last = marker.kind();
		}
		return first && sum;
	}

	/**
	 * Each row with a Roman numeral has numbered rows below it, and those are not
	 * numbered again.
	 */
	private boolean numbersRunThroughRoman() {
		Set<String> seen = new TreeSet<>();
		int romans = 0;
		Kind last = Kind.BLANK;
		for (RowCells cells : this.rows) {
			Marker marker = cells.marker();
			if (cells.isWordsOnly() || RowWords.isTotal(cells.own(Part.NAME))
					|| (marker.kind() != Kind.ROMAN && marker.kind() != Kind.NUMBER)) {
				continue;
			}
			if ((marker.kind() == Kind.ROMAN && last == Kind.ROMAN)
					|| (marker.kind() == Kind.NUMBER && !seen.add(marker.number()))) {
				return false;
			}
			romans += (marker.kind() == Kind.ROMAN) ? 1 : 0;
			last = marker.kind();
		}
		return romans > 1 && last == Kind.NUMBER;
	}

	private RowRole kind(int i) {
		RowCells cells = this.rows.get(i);
		String name = cells.own(Part.NAME);
		if (Marker.isColumnNumber(name) && cells.row().texts().stream().allMatch(Marker::isColumnNumber)) {
			return RowRole.HEADING;
		}
		boolean figures = cells.figures().anyMatch((column) -> hasDigit(cells, column));
		if (RowWords.beginsFooter(cells.row()) && !figures && cells.own(Part.UNIT).isEmpty()) {
			this.footer = !followed(i);
			return RowRole.NOTE;
		}
		if (this.footer && !figures && cells.marker().kind() != Kind.NUMBER) {
			return RowRole.NOTE;
		}
		return cells.isWordsOnly() ? words(i, cells, name) : figures(cells, name);
	}

	private static boolean hasDigit(RowCells cells, int column) {
		return cells.cell(column).line().chars().anyMatch(Character::isDigit);
	}

	private RowRole figures(RowCells cells, String name) {
		Marker marker = cells.marker();
		boolean label = Marker.ofWhich(name).filter(String::isEmpty).isPresent();
		if (label && !cells.hasFigures()) {
			return RowRole.OF_WHICH;
		}
		boolean unnumbered = marker.isBlank() || (marker.kind() == Kind.ROMAN && this.top != Kind.ROMAN);
		if ((unnumbered && RowWords.isTotal(name))
				|| (marker.kind() == Kind.UNKNOWN && RowWords.isSum(marker.text()))) {
			return RowRole.TOTAL;
		}
		return (marker.kind() == Kind.ROMAN && this.sums) ? RowRole.SECTION : RowRole.INDICATOR;
	}

	/** A row without figures and unit. */
	private RowRole words(int i, RowCells cells, String name) {
		String split = Marker.split(name).rest();
		if (Marker.ofWhich(split).filter(String::isEmpty).isPresent()
				|| Marker.ofWhich(name).filter(String::isEmpty).isPresent()) {
			return RowRole.OF_WHICH;
		}
		Marker marker = cells.marker();
		List<String> texts = cells.row().texts();
		String only = (texts.size() == 1 || name.isEmpty()) ? texts.get(0) : (marker.text() + " " + name).strip();
		boolean section = marker.kind() == Kind.ROMAN || (isHeadingOnly(cells) && Marker.section(only).isPresent());
		if (section) {
			return RowRole.SECTION;
		}
		if (marker.kind() == Kind.NUMBER && !name.isEmpty()) {
			return (this.top != Kind.NUMBER && this.top != Kind.ROMAN) ? RowRole.SECTION : RowRole.INDICATOR;
		}
		if (!followed(i)) {
			return isRestOfName(i, cells, name) ? RowRole.INDICATOR : RowRole.NOTE;
		}
		boolean sub = marker.kind() == Kind.BULLET || marker.kind() == Kind.LETTER;
		if (sub && !name.isEmpty()) {
			return (marker.kind() == this.top || !hasIndicatorBefore(i)) ? RowRole.SECTION : RowRole.INDICATOR;
		}
		return (nextIsTop(i) && !continuesName(only)) ? RowRole.SECTION
				: (hasIndicatorBefore(i) && !name.isEmpty()) ? RowRole.INDICATOR : RowRole.NOTE;
	}

	/** The second line of a name begins with a small letter. */
	private static boolean continuesName(String text) {
		return Character.isLowerCase(text.codePointAt(0));
	}

	/** Below the last indicator, in the column of names alone. */
	private boolean isRestOfName(int i, RowCells cells, String name) {
		return i > 0 && this.roles.get(i - 1) == RowRole.INDICATOR && !name.isEmpty() && continuesName(name)
				&& cells.marker().isBlank() && cells.row().texts().size() == 1;
	}

	private static boolean isHeadingOnly(RowCells cells) {
		for (int i = 0; i < cells.row().cells().size(); i++) {
			Part part = cells.heading().partOf(i);
			boolean words = part == Part.NUMBER || part == Part.NAME;
			if (!words && !cells.cell(i).isBlank() && !cells.cell(i).continued() && cells.row().texts().size() > 1) {
				return false;
			}
		}
		return true;
	}

	private boolean followed(int i) {
		return this.rows.subList(i + 1, this.rows.size()).stream().anyMatch(RowKinds::statesFigures);
	}

	/** Whether a row has more than a signature among the columns of figures. */
	private static boolean statesFigures(RowCells cells) {
		return hasFiguresOrUnit(cells)
				|| (!cells.isWordsOnly() && !isOfPersons(cells) && (cells.marker().kind() == Kind.NUMBER
						|| (!cells.own(Part.NAME).isEmpty() && !RowWords.beginsFooter(cells.row()))));
	}

	/** Names of those who sign, beside each other. */
	private static boolean isOfPersons(RowCells cells) {
		return cells.marker().isBlank()
				&& cells.row().texts().stream().allMatch((text) -> PERSON.matcher(text).matches());
	}

	private static boolean hasFiguresOrUnit(RowCells cells) {
		return !cells.own(Part.UNIT).isEmpty() || cells.figures().anyMatch((column) -> hasDigit(cells, column));
	}

	private boolean nextIsTop(int i) {
		for (RowCells cells : this.rows.subList(i + 1, this.rows.size())) {
			Kind kind = cells.marker().kind();
			if (!cells.isWordsOnly() || kind == Kind.NUMBER) {
				return kind == this.top || kind == Kind.NUMBER;
			}
		}
		return false;
	}

	private boolean hasIndicatorBefore(int i) {
		for (int j = i - 1; j >= 0; j--) {
			if (this.roles.get(j) == RowRole.INDICATOR) {
				return true;
			}
			if (this.roles.get(j) == RowRole.SECTION) {
				return false;
			}
		}
		return false;
	}

}
