package vn.wardkpi.planimport.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableBlock.BodyRow;

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
		List<SourceRow> rows = table.rows();
		List<String> above = new ArrayList<>(table.before());
		Heading heading = null;
		List<BodyRow> body = new ArrayList<>();
		int parts = 0;
		for (int i = 0; i < rows.size();) {
			Optional<Heading> found = Heading.at(rows, i, i - 2 < 0 || body.isEmpty() ? 0 : i - body.size());
			if (found.isPresent()) {
				drop(body, i - found.get().first());
				if (heading == null) {
					body.forEach((row) -> above.addAll(row.row().texts()));
					body.clear();
				}
				else if (!sameColumns(heading, found.get())) {
					parts++;
					this.blocks.add(new TableBlock(name(table, parts), table.origin(), above, heading, body));
					above.clear();
					body.clear();
				}
				heading = (heading != null && sameColumns(heading, found.get())) ? heading : found.get();
				i = found.get().end();
			}
			else {
				body.add(new BodyRow(table.sheet(), rows.get(i)));
				i++;
			}
		}
		if (heading == null && continuesLast(table)) {
			TableBlock last = this.blocks.remove(this.blocks.size() - 1);
			this.blocks.add(last.followedBy(table));
			return;
		}
		this.blocks.add(new TableBlock(name(table, parts + 1), table.origin(), above, heading, body));
	}

	private static void drop(List<BodyRow> body, int rows) {
		for (int i = 0; i < rows && !body.isEmpty(); i++) {
			body.remove(body.size() - 1);
		}
	}

	private static String name(SourceTable table, int part) {
		return (part == 1) ? table.sheet() : table.sheet() + " (" + part + ")";
	}

	private static boolean sameColumns(Heading one, Heading other) {
		return parts(one).equals(parts(other));
	}

	private static List<String> parts(Heading heading) {
		return heading.columns().stream().map((column) -> column.part() + " " + column.year()).toList();
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
		if (last == null || table.width() > last.columns().size() || table.width() < last.columns().size() - 2) {
			return false;
		}
		int name = last.position(Part.NAME);
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

}
