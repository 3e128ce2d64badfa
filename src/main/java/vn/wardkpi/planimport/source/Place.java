package vn.wardkpi.planimport.source;

import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * Where in a file something stands, as a spreadsheet program counts: from 1.
 *
 * @param sheet name of the sheet, or of the table in a Word file; {@code null} for the
 * whole file
 * @param part of a row that a person divided, from 1; 0 where it is whole
 */
public record Place(@Nullable String sheet, @Nullable Integer row, @Nullable Integer column, int part) {

	/** The file as a whole. */
	public static final Place FILE = new Place(null, null, null);

	public Place(@Nullable String sheet, @Nullable Integer row, @Nullable Integer column) {
		this(sheet, row, column, 0);
	}

	/**
	 * The cell's address in the manner of spreadsheets, "G7".
	 */
	public @Nullable String cell() {
		if (this.row == null || this.column == null) {
			return null;
		}
		return CellReference.convertNumToColString(this.column - 1) + this.row;
	}

}
