package vn.wardkpi.planimport.web.wizard;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column.Part;

/**
 * A table of the file as it looks, with what was understood of it.
 *
 * @param index its place among the tables
 * @param chosen whether it is of the annex
 * @param columns empty where columns have no roles
 */
record TableView(int index, String name, boolean chosen, List<ColumnView> columns, List<RowView> rows) {

	/**
	 * @param place from 1
	 * @param letter "C"
	 * @param stated whether a person said it
	 */
	record ColumnView(int place, String letter, Part part, boolean ignored, boolean stated, List<Choice> choices) {
	}

	/**
	 * @param roles empty where its role cannot be changed
	 * @param role in words
	 * @param understood the indicators that it states
	 * @param asked whether there is an open question about it
	 */
	record RowView(String key, int number, String role, boolean head, boolean ignored, boolean stated,
			List<Choice> roles, List<CellView> cells, List<IndicatorSummary> understood, boolean asked) {
	}

	/**
	 * @param understood a target as it was understood, if the cell is one
	 * @param original what the file says, where a person put it right
	 */
	record CellView(String text, int columns, int rows, boolean figure, boolean ignored, @Nullable String understood,
			@Nullable String original) {
	}

	/**
	 * @param tags what was understood beside the texts
	 */
	record IndicatorSummary(String key, String no, @Nullable String name, boolean sub, List<Tag> tags) {
	}

	/**
	 * @param kind of mark: "", "unsure", "inferred" or "corrected"
	 */
	record Tag(String text, String kind) {
	}

	record Choice(String value, String label, boolean selected) {
	}

}
