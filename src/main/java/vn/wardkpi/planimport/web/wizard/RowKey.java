package vn.wardkpi.planimport.web.wizard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of an uploaded file in the names of fields and in addresses: "0.12", of a part of
 * it "0.12.1".
 *
 * @param table index of its table in the file
 * @param row as a spreadsheet program counts, from 1
 * @param part from 1; 0 for the row itself
 */
record RowKey(int table, int row, int part) {

	private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})\\.(\\d{1,7})(?:\\.(\\d{1,3}))?");

	static Optional<RowKey> of(String text) {
		Matcher written = WRITTEN.matcher(text);
		if (!written.matches()) {
			return Optional.empty();
		}
		return Optional.of(new RowKey(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)),
				(written.group(3) != null) ? Integer.parseInt(written.group(3)) : 0));
	}

	public RowKey whole() {
		return new RowKey(this.table, this.row, 0);
	}

	@Override
	public String toString() {
		return this.table + "." + this.row + ((this.part > 0) ? "." + this.part : "");
	}

}
