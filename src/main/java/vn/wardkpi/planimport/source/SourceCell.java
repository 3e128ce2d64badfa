package vn.wardkpi.planimport.source;

import java.util.List;

/**
 * The text of one cell as it is seen.
 *
 * @param text composed (NFC), single blanks, lines separated by line feeds
 * @param continued whether the cell is covered by a merged one before it, whose text this
 * is
 */
public record SourceCell(String text, boolean continued) {

	static final SourceCell EMPTY = new SourceCell("", false);

	public boolean isBlank() {
		return this.text.isEmpty();
	}

	public String line() {
		return this.text.replace('\n', ' ');
	}

	public List<String> lines() {
		return this.text.lines().toList();
	}

}
