package vn.wardkpi.planimport.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.planimport.table.TableBlock.BodyRow;
import vn.wardkpi.planimport.table.TableMapping.RowRole;

/**
 * Divides one table of a file at its headings.
 */
class TableDivider {

	private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*");

	private final SourceTable table;

	private final List<TableBlock> blocks = new ArrayList<>();

	private final List<String> above;

	private final List<BodyRow> body = new ArrayList<>();

	private @Nullable Heading heading;

	/** Whether the rows are those of a table that holds no plan. */
	private boolean other;

	private boolean repeated;

	/** What a person or the file itself says to be an indicator begins no table. */
	private final TableMapping mapping;

	TableDivider(SourceTable table, TableMapping mapping) {
		this.mapping = mapping;
		this.table = table;
		this.above = new ArrayList<>(table.before());
		divide();
	}

	List<TableBlock> blocks() {
		return this.blocks;
	}

	private void divide() {
		List<SourceRow> rows = this.table.rows();
		for (int i = 0; i < rows.size();) {
			boolean stated = this.mapping.row(this.table.sheet(), rows.get(i).number()) == RowRole.INDICATOR;
			Optional<Heading> found = stated ? Optional.empty()
					: Heading.at(rows, i, (i < 2 || this.body.isEmpty()) ? 0 : i - this.body.size());
			if (found.isPresent()) {
				begin(found.get(), i);
				i = found.get().end();
				continue;
			}
			if (!stated && Heading.isOther(rows.get(i)) && i + 1 < rows.size()) {
				close();
				this.heading = null;
				this.other = true;
			}
			this.body.add(new BodyRow(this.table.sheet(), rows.get(i), this.repeated));
			this.repeated = false;
			i++;
		}
		add();
	}

	private void begin(Heading found, int index) {
		for (int i = found.first(); i < index && !this.body.isEmpty(); i++) {
			this.body.remove(this.body.size() - 1);
		}
		if (this.heading != null && sameColumns(this.heading, found)) {
			this.repeated = true;
			return;
		}
		close();
		this.heading = found;
		this.other = false;
	}

	/**
	 * What stands before the first heading are the texts above the table, unless figures
	 * stand among them.
	 */
	private void close() {
		if (this.heading == null && !this.other) {
			List<String> texts = this.body.stream().flatMap((row) -> row.row().texts().stream()).toList();
			if (this.body.stream().anyMatch((row) -> holdsFigures(row.row()))) {
				add();
			}
			this.above.addAll(texts);
		}
		else {
			add();
			this.above.clear();
		}
		this.body.clear();
	}

	private static boolean holdsFigures(SourceRow row) {
		return row.texts().stream().filter((text) -> FIGURE.matcher(text).matches()).count() > 1
				&& row.texts().stream().anyMatch((text) -> text.chars().anyMatch(Character::isLetter));
	}

	private void add() {
		TableBlock block = new TableBlock(name(0), this.table.origin(), this.above, this.heading, this.body);
		this.blocks.addAll(SideBySide.of(block, this::name));
	}

	/** How the tables of this sheet that are still to come are called. */
	private String name(int later) {
		int part = this.blocks.size() + 1 + later;
		return (part == 1) ? this.table.sheet() : this.table.sheet() + " (" + part + ")";
	}

	private static boolean sameColumns(Heading one, Heading other) {
		return parts(one).equals(parts(other));
	}

	private static List<String> parts(Heading heading) {
		return heading.columns().stream().map((column) -> column.part() + " " + column.year()).toList();
	}

}
