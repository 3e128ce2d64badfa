package vn.wardkpi.planimport.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The text of one cell as it is seen.
 *
 * @param text composed (NFC), single blanks, lines separated by line feeds
 * @param covered where the merged cell begins that covers this one, whose text this is;
 * {@code null} for a cell of its own
 * @param number whether the file stores a number, so that its marks are certain
 */
public record SourceCell(String text, @Nullable Covered covered, boolean number) {

	static final SourceCell EMPTY = SourceCell.of("");

	public static SourceCell of(String text) {
		return new SourceCell(text, null, false);
	}

	SourceCell withText(String text) {
		return text.equals(this.text) ? this : new SourceCell(text, this.covered, this.number);
	}

	public boolean isBlank() {
		return this.text.isEmpty();
	}

	/**
	 * Whether the cell is covered by a merged one before it.
	 */
	public boolean continued() {
		return this.covered != null;
	}

	/**
	 * Whether the merged cell that covers it begins in a column to the left.
	 */
	public boolean continuesLeft() {
		return this.covered != null && this.covered.left() > 0;
	}

	/**
	 * Whether the merged cell that covers it begins in a row above.
	 */
	public boolean continuesAbove() {
		return this.covered != null && this.covered.up() > 0;
	}

	public String line() {
		return this.text.replace('\n', ' ');
	}

	public List<String> lines() {
		return this.text.lines().toList();
	}

	/**
	 * How many rows up and columns to the left the merged cell begins.
	 */
	public record Covered(int up, int left) {
	}

}
