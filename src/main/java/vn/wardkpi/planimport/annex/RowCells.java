package vn.wardkpi.planimport.annex;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.Heading;
import vn.wardkpi.planimport.table.RowValues;
import vn.wardkpi.planimport.table.TableBlock.BodyRow;
import vn.wardkpi.planimport.table.TableMapping;

/**
 * The cells of a row by what their columns hold.
 */
class RowCells {

	private final BodyRow body;

	private final Heading heading;

	/** Asked of every row by each before it; {@code null} until then. */
	private @Nullable Boolean wordsOnly;

	private @Nullable Marker marker;

	RowCells(BodyRow body, Heading heading) {
		this.body = body;
		this.heading = heading;
	}

	SourceRow row() {
		return this.body.row();
	}

	Heading heading() {
		return this.heading;
	}

	Place place() {
		return new Place(this.body.sheet(), row().number(), null, row().part());
	}

	/**
	 * @param column from 0
	 */
	Place place(int column) {
		return new Place(this.body.sheet(), row().number(), column + 1, row().part());
	}

	SourceCell cell(int column) {
		return row().cell(column);
	}

	/** What a person puts right in the row. */
	RowValues said(TableMapping mapping) {
		return mapping.values(this.body.sheet(), row().number(), row().part());
	}

	/**
	 * The row's own text of a kind, not that of a merged cell. A name may begin in one
	 * column and go on in the next below the same heading.
	 */
	String own(Part part) {
		SourceCell both = numberWithName();
		if (both != null && (part == Part.NUMBER || part == Part.NAME)) {
			Marker.Split split = Marker.split(both.line());
			return (part == Part.NAME) ? split.rest() : split.marker().text();
		}
		String own = "";
		for (int i = 0; i < this.heading.columns().size(); i++) {
			if (!cell(i).isBlank() && !cell(i).continued() && this.heading.partOf(i) == part) {
				if (part != Part.NAME) {
					return cell(i).line();
				}
				own = own.isEmpty() ? cell(i).line() : own + " " + cell(i).line();
			}
		}
		return own;
	}

	/** A cell that is merged over the columns of numbers and of names alone. */
	private @Nullable SourceCell numberWithName() {
		int number = this.heading.position(Part.NUMBER);
		int name = this.heading.position(Part.NAME);
		if (number < 0 || name < 0 || cell(number).isBlank() || cell(number).continued()) {
			return null;
		}
		SourceCell.Covered by = cell(name).covered();
		SourceCell.Covered next = cell(name + 1).covered();
		boolean joined = by != null && by.up() == 0 && name - by.left() == number;
		return (joined && (next == null || name + 1 - next.left() != number)) ? cell(number) : null;
	}

	/** The lines of that text. */
	List<String> lines(Part part) {
		return this.heading.positions(part)
			.mapToObj(this::cell)
			.filter((cell) -> !cell.isBlank() && !cell.continued())
			.map(SourceCell::lines)
			.findFirst()
			.orElse(List.of());
	}

	/** The same, where a merged cell counts for every row it covers. */
	SourceCell shared(Part part) {
		for (int i = 0; i < this.heading.columns().size(); i++) {
			if (!cell(i).isBlank() && !cell(i).continuesLeft() && this.heading.partOf(i) == part) {
				return cell(i);
			}
		}
		return row().cell(Integer.MAX_VALUE);
	}

	/** Texts that stay with the row, with their columns' headings. */
	List<String> kept() {
		return IntStream.range(0, this.heading.columns().size())
			.filter((i) -> this.heading.partOf(i) == Part.TEXT || this.heading.partOf(i) == Part.UNKNOWN)
			.filter((i) -> !cell(i).isBlank() && !cell(i).continuesLeft())
			.mapToObj((i) -> this.heading.columns().get(this.heading.first(i)).title() + ": " + cell(i).line())
			.toList();
	}

	boolean hasFigures() {
		return figures().findAny().isPresent();
	}

	/** Columns of targets and results in which something of this row stands. */
	IntStream figures() {
		return IntStream.range(0, this.heading.columns().size())
			.filter((i) -> isOfFigures(this.heading.partOf(i)) && isFigure(i));
	}

	private static boolean isOfFigures(Part part) {
		return part.isTarget() || part == Part.BASELINE || part == Part.AVERAGE;
	}

	/** Whether a cell is no part of a merged text that begins among the words. */
	private boolean isFigure(int column) {
		SourceCell cell = cell(column);
		return !cell.isBlank()
				&& (cell.covered() == null || this.heading.partOf(column - cell.covered().left()).isValue());
	}

	/** Whether the row has words alone. */
	boolean isWordsOnly() {
		if (this.wordsOnly == null) {
			this.wordsOnly = !hasFigures() && own(Part.UNIT).isEmpty();
		}
		return this.wordsOnly;
	}

	/** What numbers the row, in its own column or before the name. */
	Marker marker() {
		if (this.marker == null) {
			Marker own = Marker.of(own(Part.NUMBER));
			this.marker = own.isBlank() ? Marker.split(own(Part.NAME)).marker() : own;
		}
		return this.marker;
	}

}
