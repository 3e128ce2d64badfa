package vn.wardkpi.planimport.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.table.Column.Part;

/**
 * Divides the tables of a file at their headings, and puts those together that go on
 * without one.
 */
class TableBlocks {

	/** A figure, a share, or a dash for none. */
	private static final Pattern FIGURE = Pattern.compile(".*\\d.*|[-–—]|");

	private final TableMapping mapping;

	private final List<TableBlock> blocks = new ArrayList<>();

	TableBlocks(SourceFile file, TableMapping mapping) {
		this.mapping = mapping;
		file.tables().stream().filter((table) -> !table.rows().isEmpty()).forEach(this::divide);
	}

	/** Each with the roles of its columns settled. */
	List<TableBlock> blocks() {
		return this.blocks.stream().map(this::settled).toList();
	}

	private TableBlock settled(TableBlock block) {
		if (block.heading() == null && !this.mapping.columns().containsKey(block.sheet())) {
			return block;
		}
		TableBlock headed = (block.heading() == null) ? block.with(Heading.none(block)) : block;
		return headed.with(new ColumnRoles(headed, this.mapping).settle());
	}

	private void divide(SourceTable table) {
		List<TableBlock> found = new TableDivider(table, this.mapping).blocks();
		if (found.size() == 1 && found.get(0).heading() == null && continuesLast(table)) {
			TableBlock last = this.blocks.remove(this.blocks.size() - 1);
			this.blocks.add(last.followedBy(table));
			return;
		}
		this.blocks.addAll(found);
	}

	/**
	 * A table of a document that goes on where the last page's ended: as wide, words
	 * where the names are, figures where the figures are.
	 */
	private boolean continuesLast(SourceTable table) {
		if (this.blocks.isEmpty() || table.origin() != Origin.DOCUMENT) {
			return false;
		}
		Heading last = this.blocks.get(this.blocks.size() - 1).heading();
		if (last == null || table.width() > last.columns().size()) {
			return false;
		}
		int name = last.position(Part.NAME);
		if (table.rows().stream().allMatch((row) -> isPlain(row, last))) {
			return true;
		}
		if (table.width() < last.columns().size() - 2) {
			return false;
		}
		int fitting = 0;
		int others = 0;
		for (SourceRow row : table.rows()) {
			boolean figures = false;
			boolean words = false;
			for (int i = 0; i < last.columns().size(); i++) {
				if (last.partOf(i).isTarget() && !row.cell(i).continuesLeft() && !row.cell(i).isBlank()) {
					figures |= FIGURE.matcher(row.cell(i).line()).matches();
					words |= !FIGURE.matcher(row.cell(i).line()).matches();
				}
			}
			boolean named = row.cell(name).line().chars().anyMatch(Character::isLetter);
			fitting += (figures && named && !words) ? 1 : 0;
			others += (figures && !named) ? 1 : 0;
		}
		return fitting > others;
	}

	/** A row that only numbers the columns, or only names a section. */
	private static boolean isPlain(SourceRow row, Heading heading) {
		return Heading.numbersColumns(row) || (row.texts().size() < 3 && IntStream.range(0, row.cells().size())
			.filter((i) -> !row.cell(i).isBlank() && !row.cell(i).continued())
			.allMatch((i) -> heading.partOf(i) == Part.NUMBER || heading.partOf(i) == Part.NAME));
	}

}
