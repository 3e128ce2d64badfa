package vn.wardkpi.planimport.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableBlock.BodyRow;

/**
 * A table that is printed in two or more groups of columns side by side, each with the
 * same headings, to save paper: it is read as tables below each other.
 */
final class SideBySide {

	private final TableBlock block;

	private final List<Column> columns;

	private SideBySide(TableBlock block, List<Column> columns) {
		this.block = block;
		this.columns = columns;
	}

	/**
	 * The groups from left to right; the block itself where it has none.
	 * @param names how the groups are called, by their order from 0
	 */
	static List<TableBlock> of(TableBlock block, IntFunction<String> names) {
		List<Column> columns = (block.heading() != null) ? block.heading().columns() : List.of();
		List<Integer> named = IntStream.range(0, columns.size())
			.filter((i) -> columns.get(i).part() == Part.NAME)
			.boxed()
			.toList();
		return (named.size() < 2) ? List.of(block) : new SideBySide(block, columns).groups(named, names);
	}

	private List<TableBlock> groups(List<Integer> named, IntFunction<String> names) {
		int width = named.get(1) - named.get(0);
		int last = this.columns.size() - width * (named.size() - 1);
		for (int i = 1; i < named.size(); i++) {
			if (named.get(i) - named.get(i - 1) != width || !isSame(i * width, Math.min(width, last))) {
				return List.of(this.block);
			}
		}
		if (this.block.rows().stream().anyMatch((row) -> isAcross(row.row(), width))) {
			return List.of(this.block);
		}
		List<TableBlock> groups = new ArrayList<>();
		for (int i = 0; i < named.size(); i++) {
			groups.add(group(i, width, names.apply(i)));
		}
		return groups;
	}

	/** Whether the headings from a column on are those of the first group. */
	private boolean isSame(int from, int width) {
		boolean targets = false;
		for (int i = 0; i < width; i++) {
			Column first = this.columns.get(i);
			if (first.part() == Part.JOINED || !first.equals(this.columns.get(from + i))) {
				return false;
			}
			targets |= first.part().isTarget();
		}
		return targets;
	}

	/** A section over all groups says that the rows go across. */
	private static boolean isAcross(SourceRow row, int width) {
		for (int i = 0; i < row.cells().size(); i++) {
			SourceCell.Covered by = row.cell(i).covered();
			if (by != null && i / width != (i - by.left()) / width) {
				return true;
			}
		}
		return false;
	}

	private TableBlock group(int group, int width, String name) {
		int from = group * width;
		int to = (group == 0) ? width : Math.min(from + width, this.columns.size());
		List<Column> own = new ArrayList<>();
		for (int i = 0; i < this.columns.size(); i++) {
			own.add((from <= i && i < to) ? this.columns.get(i) : Column.of(List.of()));
		}
		List<BodyRow> rows = new ArrayList<>();
		for (BodyRow row : this.block.rows()) {
			SourceRow whole = row.row();
			SourceRow part = new SourceRow(whole.number(), group + 1,
					IntStream.range(0, whole.cells().size())
						.mapToObj((i) -> (group == groupOf(i, width)) ? whole.cell(i) : SourceCell.of(""))
						.toList());
			boolean of = whole.part() == 0 || whole.part() == group + 1;
			if (of && !part.isBlank()) {
				rows.add(new BodyRow(row.sheet(), part, row.again()));
			}
		}
		return new TableBlock(name, this.block.origin(), this.block.above(), this.block.requireHeading().with(own),
				rows);
	}

	/** Cells behind the last heading are told of with the first group. */
	private int groupOf(int column, int width) {
		return (column < this.columns.size()) ? column / width : 0;
	}

}
