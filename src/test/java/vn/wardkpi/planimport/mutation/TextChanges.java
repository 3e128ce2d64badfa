package vn.wardkpi.planimport.mutation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Ways in which spreadsheet programs save the same annex as a text; those whose names
 * begin with "?" may be another plan, if somebody is asked.
 */
final class TextChanges {

	private static final Charset VIETNAMESE_WINDOWS = Charset.forName("windows-1258");

	private TextChanges() {
	}

	static Map<String, Function<AnnexGrid, byte[]>> all() {
		Map<String, Function<AnnexGrid, byte[]>> all = new LinkedHashMap<>();
		for (char delimiter : new char[] { ',', ';', '\t', '|', '^', '~' }) {
			all.put("delimiter " + (int) delimiter,
					(grid) -> WrittenFile.delimited(grid, delimiter, StandardCharsets.UTF_8));
		}
		for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8)) {
			all.put("order mark and " + charset,
					(grid) -> ("\ufeff" + WrittenFile.delimited(grid, ';')).getBytes(charset));
		}
		all.put("line ends of old", (grid) -> utf8(WrittenFile.delimited(grid, ';').replace("\r\n", "\r")));
		all.put("line ends of Unix", (grid) -> utf8(WrittenFile.delimited(grid, ';').replace("\r\n", "\n")));
		all.put("delimiter stated", (grid) -> utf8("sep=;\r\n" + WrittenFile.delimited(grid, ';')));
		all.put("rows end with delimiters", (grid) -> utf8(WrittenFile.delimited(grid, ';').replace("\r\n", ";;\r\n")));
		all.put("blank lines before", (grid) -> utf8(";;;;\r\n\r\n" + WrittenFile.delimited(grid, ';')));
		all.put("blank lines behind", (grid) -> utf8(WrittenFile.delimited(grid, ';') + ";;;;\r\n\r\n"));
		all.put("no blanks at the rows’ ends",
				(grid) -> utf8(WrittenFile.delimited(grid, ';').replaceAll(";+\r\n", "\r\n")));
		all.put("all in quotation marks", (grid) -> utf8(quoted(grid)));
		all.put("decomposed letters",
				(grid) -> utf8(Normalizer.normalize(WrittenFile.delimited(grid, ';'), Normalizer.Form.NFD)));
		all.put("Windows-1258", (grid) -> windows(WrittenFile.delimited(grid, ';')));
		all.put("Windows-1258 with tabs", (grid) -> windows(WrittenFile.delimited(grid, '\t')));
		all.put("TCVN3 in one byte", (grid) -> latin(OldLetters.tcvn3(WrittenFile.delimited(grid, ';'))));
		all.put("VNI in one byte", (grid) -> latin(OldLetters.vni(WrittenFile.delimited(grid, ';'))));
		all.put("TCVN3 in Unicode", (grid) -> utf8(OldLetters.tcvn3(WrittenFile.delimited(grid, ';'))));
		all.put("VNI in Unicode", (grid) -> utf8(OldLetters.vni(WrittenFile.delimited(grid, ';'))));
		all.put("? decimal commas that divide", (grid) -> utf8(String.join("\r\n",
				grid.rows.stream().map((row) -> String.join(",", row).replace('\n', ' ')).toList())));
		all.put("? a quotation mark left open",
				(grid) -> utf8(WrittenFile.delimited(grid, ';').replaceFirst(";(?=[^;\"]{6})", ";\"")));
		all.put("? a cell too many", (grid) -> utf8(inFirst(grid, (line) -> "1;" + line)));
		all.put("? a cell too few", (grid) -> utf8(inFirst(grid, (line) -> line.replaceFirst("[^;]*;", ""))));
		return all;
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] latin(String text) {
		if (text.chars().anyMatch((c) -> c > 0xff && c != '–')) {
			return utf8(text);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		text.chars().forEach((c) -> out.write((c <= 0xff) ? c : '-'));
		return out.toByteArray();
	}

	/** Base letters as single signs, tones behind them, as that code page has them. */
	private static byte[] windows(String text) {
		if (text.contains("≥")) {
			return utf8(text);
		}
		StringBuilder separate = new StringBuilder();
		Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach((c) -> {
			String letter = Character.toString(c);
			String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
			String tone = parts.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
			boolean whole = VIETNAMESE_WINDOWS.newEncoder().canEncode(letter);
			separate.append(whole ? letter : Normalizer
				.normalize(parts.replaceAll("[\\u0300\\u0301\\u0303\\u0309\\u0323]", ""), Normalizer.Form.NFC) + tone);
		});
		return separate.toString().getBytes(VIETNAMESE_WINDOWS);
	}

	private static String quoted(AnnexGrid grid) {
		StringBuilder text = new StringBuilder();
		grid.rows.forEach((row) -> text
			.append(String.join(",", row.stream().map((cell) -> '"' + cell.replace("\"", "\"\"") + '"').toList()))
			.append("\r\n"));
		return text.toString();
	}

	private static String inFirst(AnnexGrid grid, java.util.function.UnaryOperator<String> change) {
		String[] lines = WrittenFile.delimited(grid, ';').split("\r\n");
		int first = grid.index(grid.indicators().get(0));
		if (first < lines.length) {
			lines[first] = change.apply(lines[first]);
		}
		return String.join("\r\n", lines);
	}

}
