package vn.wardkpi.planimport.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes tables that are drawn with characters as the files that offices have: cells
 * between bars, "&lt;" continues the cell to the left and "^" the one above, braces hold
 * what letters cannot show, such as {@code {struck:77}80} or {@code {number:0.955;0.0%}}.
 */
final class LayoutFile {

	private static final Pattern PIECE = Pattern.compile("\\{(\\w+)(?::([^{}]*))?}");

	private LayoutFile() {
	}

	/**
	 * @param sheets names and lines of each
	 */
	static byte[] workbook(List<Sheet> sheets) {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			for (Sheet drawn : sheets) {
				XSSFSheet sheet = book.createSheet(drawn.name());
				drawn.hiddenColumns().forEach((column) -> sheet.setColumnWidth(column - 1, 0));
				List<List<String>> rows = new ArrayList<>();
				drawn.above().forEach((text) -> rows.add(List.of(text)));
				int first = rows.size();
				rows.addAll(drawn.rows());
				for (int i = 0; i < rows.size(); i++) {
					XSSFRow row = sheet.createRow(i);
					if (i >= first && drawn.isHidden(i - first)) {
						row.setHeightInPoints(0);
					}
					for (int j = 0; j < rows.get(i).size(); j++) {
						fill(book, row.createCell(j), rows.get(i).get(j));
					}
				}
				merges(rows).forEach((m) -> sheet.addMergedRegion(new CellRangeAddress(m[0], m[2], m[1], m[3])));
			}
			book.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void fill(XSSFWorkbook book, XSSFCell cell, String drawn) {
		if (drawn.isEmpty() || drawn.equals("<") || drawn.equals("^")) {
			return;
		}
		Matcher whole = PIECE.matcher(drawn);
		if (whole.matches() && whole.group(1).equals("number")) {
			String[] number = whole.group(2).split(";", 2);
			cell.setCellValue(new BigDecimal(number[0]).doubleValue());
			if (number.length > 1) {
				XSSFCellStyle style = book.createCellStyle();
				style.setDataFormat(book.createDataFormat().getFormat(number[1]));
				cell.setCellStyle(style);
			}
			return;
		}
		if (whole.matches() && whole.group(1).equals("truth")) {
			cell.setCellValue(true);
			return;
		}
		XSSFRichTextString text = new XSSFRichTextString();
		for (Piece piece : pieces(drawn)) {
			XSSFFont font = book.createFont();
			switch (piece.kind()) {
				case "struck" -> font.setStrikeout(true);
				case "raised" -> font.setTypeOffset(XSSFFont.SS_SUPER);
				case "symbol" -> font.setFontName("Symbol");
				case "tcvn" -> font.setFontName(".VnTime");
				case "vni" -> font.setFontName("VNI-Times");
				default -> {
				}
			}
			text.append(piece.text(), font);
		}
		cell.setCellValue(text);
	}

	static String document(List<Sheet> sheets) {
		StringBuilder body = new StringBuilder();
		for (Sheet sheet : sheets) {
			sheet.above().forEach((text) -> body.append("<w:p>").append(runs(text)).append("</w:p>"));
			body.append(table(sheet));
			body.append("<w:p/>");
		}
		return body.toString();
	}

	private static String table(Sheet sheet) {
		List<List<String>> rows = sheet.rows();
		List<int[]> merges = merges(rows);
		StringBuilder table = new StringBuilder("<w:tbl><w:tblPr/><w:tblGrid/>");
		for (int i = 0; i < rows.size(); i++) {
			table.append("<w:tr>").append(sheet.isHidden(i) ? "<w:trPr><w:del w:id=\"1\"/></w:trPr>" : "");
			for (int j = 0; j < rows.get(i).size(); j++) {
				int row = i;
				int column = j;
				int[] merge = merges.stream()
					.filter((m) -> m[0] <= row && row <= m[2] && m[1] <= column && column <= m[3])
					.findFirst()
					.orElse(new int[] { i, j, i, j });
				if (merge[1] == j) {
					table.append("<w:tc><w:tcPr>")
						.append((merge[3] > j) ? "<w:gridSpan w:val=\"" + (merge[3] - j + 1) + "\"/>" : "")
						.append((merge[2] == merge[0]) ? ""
								: (merge[0] == i) ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>")
						.append("</w:tcPr>");
					String text = (merge[0] == i) ? rows.get(i).get(j) : "";
					for (String line : text.split("\\\\n", -1)) {
						table.append("<w:p>").append(runs(line)).append("</w:p>");
					}
					table.append("</w:tc>");
				}
			}
			table.append("</w:tr>");
		}
		return table.append("</w:tbl>").toString();
	}

	private static String runs(String drawn) {
		StringBuilder runs = new StringBuilder();
		for (Piece piece : pieces(drawn)) {
			String text = piece.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
			String written = "<w:t xml:space=\"preserve\">" + text.replace("\n", "</w:t><w:br/><w:t>") + "</w:t>";
			runs.append(switch (piece.kind()) {
				case "struck" -> "<w:r><w:rPr><w:strike/></w:rPr>" + written + "</w:r>";
				case "raised" -> "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>" + written + "</w:r>";
				case "hidden" -> "<w:r><w:rPr><w:vanish/></w:rPr>" + written + "</w:r>";
				case "symbol" ->
					"<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr>" + written + "</w:r>";
				case "tcvn" ->
					"<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr>" + written + "</w:r>";
				case "vni" ->
					"<w:r><w:rPr><w:rFonts w:ascii=\"VNI-Times\" w:hAnsi=\"VNI-Times\"/></w:rPr>" + written + "</w:r>";
				case "deleted" -> "<w:del w:id=\"1\"><w:r><w:delText>" + text + "</w:delText></w:r></w:del>";
				case "inserted" -> "<w:ins w:id=\"1\"><w:r>" + written + "</w:r></w:ins>";
				case "moved" -> "<w:moveFrom w:id=\"1\"><w:r>" + written + "</w:r></w:moveFrom>";
				case "control" -> "<w:sdt><w:sdtPr/><w:sdtContent><w:r>" + written + "</w:r></w:sdtContent></w:sdt>";
				case "field" ->
					"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(9)</w:instrText></w:r>"
							+ "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>" + written
							+ "</w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
				case "list" ->
					"<w:pPr><w:numPr><w:ilvl w:val=\"" + text + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
				default -> "<w:r>" + written + "</w:r>";
			});
		}
		return runs.toString();
	}

	static byte[] text(Sheet sheet, String delimiter, Charset charset) {
		StringBuilder text = new StringBuilder();
		for (List<String> row : sheet.rows()) {
			List<String> cells = new ArrayList<>();
			row.forEach((cell) -> cells.add((cell.equals("<") || cell.equals("^")) ? "" : cell));
			text.append(String.join(delimiter, cells)).append("\r\n");
		}
		return charset.newEncoder().canEncode(text) ? text.toString().getBytes(charset)
				: apart(text.toString(), charset).getBytes(charset);
	}

	/** Tones behind their letters, where the code page has no letter with both. */
	private static String apart(String text, Charset charset) {
		StringBuilder apart = new StringBuilder();
		for (char letter : text.toCharArray()) {
			if (charset.newEncoder().canEncode(letter)) {
				apart.append(letter);
				continue;
			}
			String marks = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
			String tone = marks.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
			apart.append(Normalizer.normalize(marks.replace(tone, ""), Normalizer.Form.NFC)).append(tone);
		}
		return apart.toString();
	}

	private static List<Piece> pieces(String drawn) {
		List<Piece> pieces = new ArrayList<>();
		Matcher piece = PIECE.matcher(drawn);
		int from = 0;
		while (piece.find()) {
			plain(drawn.substring(from, piece.start()), pieces);
			pieces.add(new Piece(piece.group(1), piece.group(2)));
			from = piece.end();
		}
		plain(drawn.substring(from), pieces);
		return pieces;
	}

	private static void plain(String text, List<Piece> pieces) {
		if (!text.isEmpty()) {
			pieces.add(new Piece("plain", text.replace("\\n", "\n").replace("\\s", "\u00a0")));
		}
	}

	/** First row, first column, last row, last column of each merged cell. */
	private static List<int[]> merges(List<List<String>> rows) {
		List<int[]> merges = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			for (int j = 0; j < rows.get(i).size(); j++) {
				if (rows.get(i).get(j).equals("<") || rows.get(i).get(j).equals("^")) {
					continue;
				}
				int right = j;
				while (at(rows, i, right + 1).equals("<")) {
					right++;
				}
				int down = i;
				while (at(rows, down + 1, j).equals("^")) {
					down++;
				}
				if (right > j || down > i) {
					merges.add(new int[] { i, j, down, right });
				}
			}
		}
		return merges;
	}

	private static String at(List<List<String>> rows, int row, int column) {
		return (row < rows.size() && column < rows.get(row).size()) ? rows.get(row).get(column) : "";
	}

	private record Piece(String kind, String text) {
	}

	/**
	 * @param lines those above the table, that begin with "# ", and those of the table;
	 * one that begins with "~" is hidden
	 */
	record Sheet(String name, List<String> lines, List<Integer> hiddenColumns) {

		List<String> above() {
			return this.lines.stream()
				.filter((line) -> line.startsWith("# "))
				.map((line) -> line.substring(2))
				.toList();
		}

		/** In a workbook the lines above the table are rows of it. */
		List<List<String>> rows() {
			List<List<String>> rows = new ArrayList<>();
			for (String line : this.lines) {
				if (!line.startsWith("# ")) {
					List<String> row = new ArrayList<>();
					for (String cell : line.replaceFirst("^~", "").split("\\|", -1)) {
						row.add(cell.strip());
					}
					rows.add(row);
				}
			}
			return rows;
		}

		boolean isHidden(int row) {
			return this.lines.stream().filter((line) -> !line.startsWith("# ")).toList().get(row).startsWith("~");
		}

	}

}
