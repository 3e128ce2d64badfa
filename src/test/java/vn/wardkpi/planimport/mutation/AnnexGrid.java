package vn.wardkpi.planimport.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;
import vn.wardkpi.planimport.table.TableMapping.RowRole;

/**
 * An annex as texts in rows and columns, that can be changed and then written as any kind
 * of file.
 */
final class AnnexGrid {

	/** Texts by row and column; blank where nothing stands. */
	final List<List<String>> rows = new ArrayList<>();

	/** First row, first column, last row, last column. */
	final List<int[]> merges = new ArrayList<>();

	/** What each column of the heading holds. */
	private final List<ColumnRole> columns = new ArrayList<>();

	/** Rows that state indicators. */
	private final List<List<String>> indicators = new ArrayList<>();

	private AnnexGrid() {
	}

	/**
	 * @param proposal what was understood of the table
	 */
	static AnnexGrid of(SourceTable table, Proposal proposal) {
		AnnexGrid grid = new AnnexGrid();
		Map<Integer, RowRole> roles = proposal.mapping().rows().getOrDefault(table.sheet(), Map.of());
		int width = table.width();
		for (SourceRow source : table.rows()) {
			List<String> row = new ArrayList<>();
			for (int i = 0; i < width; i++) {
				SourceCell cell = source.cell(i);
				row.add(cell.continued() ? "" : cell.text());
				grid.merge(cell, grid.rows.size(), i);
			}
			grid.rows.add(row);
			if (roles.get(source.number()) == RowRole.INDICATOR) {
				grid.indicators.add(row);
			}
		}
		Map<Integer, ColumnRole> parts = proposal.mapping().columns().getOrDefault(table.sheet(), Map.of());
		for (int i = 1; i <= width; i++) {
			grid.columns.add(parts.getOrDefault(i, new ColumnRole(Part.NONE, null, null)));
		}
		return grid;
	}

	private void merge(SourceCell cell, int row, int column) {
		if (cell.covered() == null) {
			return;
		}
		int firstRow = row - cell.covered().up();
		int firstColumn = column - cell.covered().left();
		for (int[] merge : this.merges) {
			if (merge[0] == firstRow && merge[1] == firstColumn) {
				merge[2] = Math.max(merge[2], row);
				merge[3] = Math.max(merge[3], column);
				return;
			}
		}
		this.merges.add(new int[] { firstRow, firstColumn, row, column });
	}

	AnnexGrid copy() {
		AnnexGrid copy = new AnnexGrid();
		this.rows.forEach((row) -> {
			List<String> same = new ArrayList<>(row);
			copy.rows.add(same);
			if (this.indicators.stream().anyMatch((indicator) -> indicator == row)) {
				copy.indicators.add(same);
			}
		});
		this.merges.forEach((merge) -> copy.merges.add(merge.clone()));
		copy.columns.addAll(this.columns);
		return copy;
	}

	int width() {
		return this.columns.size();
	}

	List<List<String>> indicators() {
		return this.indicators;
	}

	/** Rows of indicators whose number is a plain one. */
	List<List<String>> numbered() {
		int number = column(Part.NUMBER);
		return this.indicators.stream().filter((row) -> number >= 0 && row.get(number).matches("\\d+")).toList();
	}

	/** The first column that holds something, or -1. */
	int column(Part part) {
		return columns(part).stream().findFirst().orElse(-1);
	}

	List<Integer> columns(Part part) {
		List<Integer> found = new ArrayList<>();
		for (int i = 0; i < this.columns.size(); i++) {
			if (this.columns.get(i).part() == part) {
				found.add(i);
			}
		}
		return found;
	}

	int year(int column) {
		return Objects.requireNonNull(this.columns.get(column).year());
	}

	/** Columns in which targets stand. */
	List<Integer> targets() {
		List<Integer> found = new ArrayList<>();
		for (int i = 0; i < this.columns.size(); i++) {
			if (this.columns.get(i).part().isTarget()) {
				found.add(i);
			}
		}
		return found;
	}

	/** The last row of the heading. */
	int bottom() {
		int first = index(this.indicators.get(0));
		for (int i = first - 1; i > 0; i--) {
			if (names(this.rows.get(i)) || covered(i, column(Part.NAME))) {
				return last(i, first);
			}
		}
		return 0;
	}

	private boolean covered(int row, int column) {
		return this.merges.stream()
			.anyMatch((m) -> m[1] <= column && column <= m[3] && m[0] <= row && row <= m[2]
					&& names(this.rows.get(m[0])));
	}

	private int last(int row, int before) {
		int last = row;
		while (last + 1 < before && this.rows.get(last + 1).get(column(Part.NAME)).isEmpty()
				&& this.rows.get(last + 1).stream().filter((text) -> !text.isEmpty()).count() > 2) {
			last++;
		}
		return last;
	}

	/** The row of the heading that has the word over the names. */
	int top() {
		for (int i = 0; i < this.rows.size(); i++) {
			if (names(this.rows.get(i))) {
				return i;
			}
		}
		throw new AssertionError("No heading");
	}

	private boolean names(List<String> row) {
		return row.get(column(Part.NAME)).toLowerCase(java.util.Locale.ROOT).matches("(?s).*(chỉ tiêu|nội dung).*");
	}

	int index(List<String> row) {
		for (int i = 0; i < this.rows.size(); i++) {
			if (this.rows.get(i) == row) {
				return i;
			}
		}
		throw new AssertionError("No such row");
	}

	/** The lowest heading of a column, in the row where it stands. */
	void title(int column, UnaryOperator<String> change) {
		for (int i = bottom(); i >= top(); i--) {
			if (!this.rows.get(i).get(column).isEmpty()) {
				String old = this.rows.get(i).get(column);
				String title = change.apply(old);
				this.rows.forEach((row) -> row.set(column, row.get(column).equals(old) ? title : row.get(column)));
				return;
			}
		}
	}

	/** All texts of a column in the rows of indicators. */
	void texts(int column, UnaryOperator<String> change) {
		this.indicators.forEach((row) -> row.set(column, change.apply(row.get(column))));
	}

	List<String> insert(int index, String... texts) {
		List<String> row = new ArrayList<>(List.of(texts));
		while (row.size() < width()) {
			row.add("");
		}
		this.rows.add(index, row);
		for (int[] merge : this.merges) {
			merge[0] += (merge[0] >= index) ? 1 : 0;
			merge[2] += (merge[2] >= index) ? 1 : 0;
		}
		return row;
	}

	void insertColumn(int at, String title, String figure) {
		int top = top();
		int name = column(Part.NAME);
		String names = this.rows.get(top).get(name);
		List<Integer> headings = new ArrayList<>();
		for (int i = 0; i < this.rows.size(); i++) {
			if (this.rows.get(i).get(name).equals(names)) {
				headings.add(i);
			}
		}
		this.columns.add(at, new ColumnRole(Part.NONE, null, null));
		for (int i = 0; i < this.rows.size(); i++) {
			List<String> row = this.rows.get(i);
			boolean indicator = this.indicators.stream().anyMatch((one) -> one == row);
			row.add(at, headings.contains(i) ? title : indicator ? figure : "");
		}
		for (int[] merge : this.merges) {
			merge[1] += (merge[1] >= at) ? 1 : 0;
			merge[3] += (merge[3] >= at) ? 1 : 0;
		}
	}

	/** Columns in another order; merged cells may not be divided by it. */
	boolean reorder(List<Integer> order) {
		for (int[] merge : this.merges) {
			if (merge[1] != merge[3] && merge[3] - merge[1] < width() - 1) {
				return false;
			}
		}
		for (List<String> row : this.rows) {
			boolean below = index(row) > index(this.indicators.get(this.indicators.size() - 1));
			boolean whole = below
					|| this.merges.stream().anyMatch((m) -> m[0] == index(row) && m[3] - m[1] >= width() - 1);
			if (!whole && !(row.stream().filter((text) -> !text.isEmpty()).count() == 1 && !row.get(0).isEmpty())) {
				List<String> old = new ArrayList<>(row);
				for (int i = 0; i < order.size(); i++) {
					row.set(i, old.get(order.get(i)));
				}
			}
		}
		for (int[] merge : this.merges) {
			if (merge[1] == merge[3]) {
				merge[1] = order.indexOf(merge[1]);
				merge[3] = merge[1];
			}
		}
		List<ColumnRole> old = new ArrayList<>(this.columns);
		for (int i = 0; i < order.size(); i++) {
			this.columns.set(i, old.get(order.get(i)));
		}
		return true;
	}

	int @org.jspecify.annotations.Nullable [] mergeAt(int row, int column) {
		for (int[] merge : this.merges) {
			if (merge[0] <= row && row <= merge[2] && merge[1] <= column && column <= merge[3]) {
				return merge;
			}
		}
		return null;
	}

}
