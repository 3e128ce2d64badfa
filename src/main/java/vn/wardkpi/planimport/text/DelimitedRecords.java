package vn.wardkpi.planimport.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text taken apart at one mark. A quotation mark that is opened and never closed, or
 * closed only where other rows have gone by, is taken for a letter, and its row is named.
 *
 * @param records cells by line
 * @param openQuotes numbers of the records with such a mark, from 1
 */
public record DelimitedRecords(List<List<String>> records, List<Integer> openQuotes) {

	/** A cell with more line ends has swallowed rows. */
	private static final int MOST_LINES = 20;

	private static final int LONGEST_CELL = 20_000;

	public static DelimitedRecords parse(String text, char delimiter) {
		List<List<String>> records = new ArrayList<>();
		List<Integer> open = new ArrayList<>();
		List<String> cells = new ArrayList<>();
		int i = 0;
		boolean ended = text.isEmpty();
		while (!ended) {
			int from = i;
			while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\u00a0')) {
				from++;
			}
			int end = -1;
			if (from < text.length() && text.charAt(from) == '"') {
				end = closing(text, from, delimiter);
				if (end < 0 && !open.contains(records.size() + 1)) {
					open.add(records.size() + 1);
				}
			}
			int stop = stop(text, (end >= 0) ? end : i, delimiter);
			cells.add((end >= 0) ? text.substring(from + 1, end - 1).replace("\"\"", "\"") + text.substring(end, stop)
					: text.substring(i, stop).strip());
			ended = stop >= text.length();
			if (ended || text.charAt(stop) != delimiter) {
				if (!ended || cells.size() > 1 || !cells.get(0).isEmpty()) {
					records.add(List.copyOf(cells));
				}
				cells.clear();
				stop += (!ended && text.startsWith("\r\n", stop)) ? 1 : 0;
				ended = ended || stop + 1 >= text.length();
			}
			i = stop + 1;
		}
		return new DelimitedRecords(records, open);
	}

	/** Where the cell's text ends: at the mark, a line's end or the text's. */
	private static int stop(String text, int from, char delimiter) {
		int i = from;
		while (i < text.length() && text.charAt(i) != delimiter && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
			i++;
		}
		return i;
	}

	/** Behind the closing quotation mark; -1 if there is none that belongs to it. */
	private static int closing(String text, int from, char delimiter) {
		int lines = 0;
		for (int i = from + 1; i < Math.min(text.length(), from + LONGEST_CELL); i++) {
			char c = text.charAt(i);
			if (c == '\n') {
				lines++;
			}
			if (lines > MOST_LINES) {
				return -1;
			}
			if (c == '"') {
				if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
					i++;
					continue;
				}
				boolean ends = i + 1 >= text.length() || text.charAt(i + 1) == delimiter || text.charAt(i + 1) == '\n'
						|| text.charAt(i + 1) == '\r' || text.charAt(i + 1) == ' ';
				return (ends && !hasRows(text.substring(from + 1, i), delimiter)) ? i + 1 : -1;
			}
		}
		return -1;
	}

	/** Whether a quoted cell holds what looks like the rest of its row and more. */
	private static boolean hasRows(String quoted, char delimiter) {
		int line = quoted.indexOf('\n');
		return line >= 0 && quoted.substring(0, line).chars().filter((c) -> c == delimiter).count() > 1
				&& quoted.substring(line).chars().filter((c) -> c == delimiter).count() > 0;
	}

	/** How many cells stand in rows of the length that most rows have. */
	public int regularity() {
		Map<Integer, Integer> lengths = new HashMap<>();
		this.records.stream()
			.filter((cells) -> cells.stream().anyMatch((cell) -> !cell.isBlank()))
			.forEach((cells) -> lengths.merge(cells.size(), 1, Integer::sum));
		return lengths.entrySet()
			.stream()
			.filter((length) -> length.getKey() > 1)
			.mapToInt((length) -> length.getKey() * length.getValue())
			.max()
			.orElse(0);
	}

}
