package vn.wardkpi.planimport.mutation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes an annex as the kinds of files that offices have.
 */
public final class WrittenFile {

	private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

	private WrittenFile() {
	}

	static byte[] workbook(AnnexGrid grid) {
		try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			XSSFSheet sheet = book.createSheet("Phụ lục");
			for (int i = 0; i < grid.rows.size(); i++) {
				for (int j = 0; j < grid.rows.get(i).size(); j++) {
					if (!grid.rows.get(i).get(j).isEmpty()) {
						(sheet.getRow(i) != null ? sheet.getRow(i) : sheet.createRow(i)).createCell(j)
							.setCellValue(grid.rows.get(i).get(j));
					}
				}
			}
			grid.merges.forEach((m) -> sheet.addMergedRegion(new CellRangeAddress(m[0], m[2], m[1], m[3])));
			book.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A merged cell is its first one, as spreadsheet programs save it. */
	static String delimited(AnnexGrid grid, char delimiter) {
		return grid.rows.stream()
			.map((row) -> row.stream()
				.map((text) -> quoted(text, delimiter))
				.collect(Collectors.joining(String.valueOf(delimiter))))
			.collect(Collectors.joining("\r\n", "", "\r\n"));
	}

	private static String quoted(String text, char delimiter) {
		return (text.indexOf(delimiter) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0)
				? '"' + text.replace("\"", "\"\"") + '"' : text;
	}

	static byte[] delimited(AnnexGrid grid, char delimiter, Charset charset) {
		return delimited(grid, delimiter).getBytes(charset);
	}

	static byte[] document(AnnexGrid grid) {
		return document(table(grid, new WordCells()));
	}

	static byte[] document(String body) {
		return document(body, null);
	}

	/**
	 * @param body the elements of the document's body
	 * @param numbering the part that describes lists, if any
	 */
	public static byte[] document(String body, @org.jspecify.annotations.Nullable String numbering) {
		String relations = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns="
				+ "\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
		String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			put(zip, "[Content_Types].xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns="
					+ "\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType="
					+ "\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType="
					+ "\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType="
					+ "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
			put(zip, "_rels/.rels", relations.formatted(
					"<Relationship Id=\"r1\" Type=\"" + office + "officeDocument\" Target=\"word/document.xml\"/>"));
			put(zip, "word/_rels/document.xml.rels", relations.formatted((numbering == null) ? ""
					: "<Relationship Id=\"r1\" Type=\"" + office + "numbering\" Target=\"numbering.xml\"/>"));
			if (numbering != null) {
				put(zip, "word/numbering.xml", numbering);
			}
			put(zip, "word/document.xml",
					"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + WORD
							+ "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
							+ " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><w:body>" + body
							+ "<w:sectPr/></w:body></w:document>");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	private static void put(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	static String table(AnnexGrid grid, WordCells cells) {
		return table(grid, cells, 0, grid.rows.size());
	}

	static String table(AnnexGrid grid, WordCells cells, int from, int to) {
		StringBuilder table = new StringBuilder("<w:tbl><w:tblPr/><w:tblGrid>")
			.append("<w:gridCol w:w=\"900\"/>".repeat(grid.width()))
			.append("</w:tblGrid>");
		for (int i = from; i < to; i++) {
			List<String> row = grid.rows.get(i);
			StringBuilder written = new StringBuilder();
			for (int j = 0; j < row.size(); j++) {
				int[] merge = grid.mergeAt(i, j);
				if (merge != null && merge[1] < j) {
					continue;
				}
				String properties = "";
				if (merge != null) {
					properties = (merge[3] > merge[1]) ? "<w:gridSpan w:val=\"" + (merge[3] - merge[1] + 1) + "\"/>"
							: "";
					properties += (merge[2] == merge[0]) ? ""
							: (i == merge[0]) ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
				}
				written.append(cells.cell(grid, i, j, properties, row.get(j)));
			}
			table.append(cells.row(grid, i, written.toString()));
		}
		return table.append("</w:tbl>").toString();
	}

	static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

	static String paragraph(String text) {
		return "<w:p>" + run("", text) + "</w:p>";
	}

	static String run(String properties, String text) {
		return "<w:r>" + (properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>")
				+ "<w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
	}

	/**
	 * How rows and cells of a document are written.
	 */
	static class WordCells {

		String row(AnnexGrid grid, int row, String cells) {
			return "<w:tr>" + cells + "</w:tr>";
		}

		String cell(AnnexGrid grid, int row, int column, String properties, String text) {
			return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + text(grid, row, column, text) + "</w:tc>";
		}

		String text(AnnexGrid grid, int row, int column, String text) {
			return text.isEmpty() ? "<w:p/>" : text.lines().map(WrittenFile::paragraph).collect(Collectors.joining());
		}

	}

}
