package vn.wardkpi.planimport.mutation;

import java.util.Map;
import java.util.function.Function;

import vn.wardkpi.planimport.mutation.WrittenFile.WordCells;
import vn.wardkpi.planimport.table.Column.Part;

/**
 * Ways in which Word divides the table of an annex, or puts other things around it.
 */
final class WordTables {

	private WordTables() {
	}

	static void add(Map<String, Function<AnnexGrid, byte[]>> all) {
		all.put("a text box around the table",
				(grid) -> WrittenFile.document(box(WrittenFile.table(grid, new WordCells()))));
		all.put("a content control around the table", (grid) -> WrittenFile.document("<w:sdt><w:sdtPr/><w:sdtContent>"
				+ WrittenFile.table(grid, new WordCells()) + "</w:sdtContent></w:sdt>"));
		all.put("heading repeated on each page", (grid) -> {
			int middle = middle(grid);
			return WrittenFile.document(WrittenFile.table(grid, new WordCells(), 0, middle) + WrittenFile.paragraph("")
					+ WrittenFile.table(grid, new WordCells(), grid.top(), grid.bottom() + 1).replace("</w:tbl>", "")
					+ WrittenFile.table(grid, new WordCells(), middle, grid.rows.size())
						.replaceFirst("<w:tbl>.*?</w:tblGrid>", ""));
		});
		all.put("table goes on without heading", (grid) -> {
			int middle = middle(grid);
			return WrittenFile.document(WrittenFile.table(grid, new WordCells(), 0, middle) + WrittenFile.paragraph("")
					+ WrittenFile.table(grid, new WordCells(), middle, grid.rows.size()));
		});
		all.put("table goes on below a page’s number", (grid) -> {
			int middle = middle(grid);
			return WrittenFile.document(WrittenFile.table(grid, new WordCells(), 0, middle) + WrittenFile.paragraph("2")
					+ WrittenFile.table(grid, new WordCells(), middle, grid.rows.size()));
		});
		all.put("a table for each row", (grid) -> {
			StringBuilder body = new StringBuilder();
			int last = 0;
			for (int i = grid.bottom() + 1; i <= grid.rows.size(); i++) {
				body.append(WrittenFile.table(grid, new WordCells(), last, i)).append("<w:p/>");
				last = i;
			}
			return WrittenFile.document(body + WrittenFile.table(grid, new WordCells(), last, grid.rows.size()));
		});
		all.put("? nested table among the figures", WordChanges.figures((text) -> WrittenFile.run("", text)
				+ "</w:p><w:tbl><w:tblPr/><w:tr><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p>"));
		all.put("? text box among the figures", WordChanges.figures((text) -> WrittenFile.run("", text) + "<w:r>"
				+ box(WrittenFile.paragraph("9")).replaceAll("^<w:p><w:r>|</w:r></w:p>$", "") + "</w:r>"));
		all.put("a table of tasks after it",
				(grid) -> WrittenFile.document(WrittenFile.table(grid, new WordCells())
						+ WrittenFile.paragraph("PHỤ LỤC II: DANH MỤC NHIỆM VỤ") + "<w:tbl><w:tr>" + plain("TT")
						+ plain("Nhiệm vụ") + plain("Cơ quan chủ trì") + plain("Thời gian hoàn thành") + "</w:tr><w:tr>"
						+ plain("1") + plain("Xây dựng trường") + plain("Phòng Kinh tế") + plain("Năm 2027")
						+ "</w:tr></w:tbl>"));
		all.put("a table of addressees before it", (grid) -> WrittenFile
			.document("<w:tbl><w:tr>" + plain("ỦY BAN NHÂN DÂN") + plain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
					+ "</w:tr></w:tbl>" + WrittenFile.paragraph("PHỤ LỤC") + WrittenFile.table(grid, new WordCells())
					+ "<w:p/><w:tbl><w:tr>" + plain("Nơi nhận: - Như trên;") + plain("CHỦ TỊCH") + "</w:tr></w:tbl>"));
		all.put("cells left out at the rows’ ends",
				(grid) -> WrittenFile.document(WrittenFile.table(grid, new WordCells())
					.replaceAll("(<w:tc><w:tcPr></w:tcPr><w:p/></w:tc>)+</w:tr>", "</w:tr>")));
		all.put("numbers by Word", WordTables::numbered);
	}

	private static byte[] numbered(AnnexGrid grid) {
		int number = grid.column(Part.NUMBER);
		boolean plain = number >= 0;
		for (int i = 0; plain && i < grid.indicators().size(); i++) {
			plain = grid.indicators().get(i).get(number).equals(String.valueOf(i + 1));
		}
		if (!plain) {
			return WrittenFile.document(grid);
		}
		String table = WrittenFile.table(grid,
				WordChanges.cells((of, row, column, text) -> (column == number && WordChanges.isIndicator(of, row))
						? "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>"
						: null));
		return WrittenFile
			.document(table, "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
					+ "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
					+ "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
					+ "</w:numbering>");
	}

	private static String box(String content) {
		String text = "<w:txbxContent>" + content + "</w:txbxContent>";
		return "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" + text
				+ "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + text
				+ "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";
	}

	private static String plain(String text) {
		return "<w:tc>" + WrittenFile.paragraph(text) + "</w:tc>";
	}

	private static int middle(AnnexGrid grid) {
		int first = grid.index(grid.indicators().get(0));
		int middle = Math.min(first + Math.max(1, grid.indicators().size() / 2), grid.rows.size() - 1);
		int from = Math.max(middle, first + 1);
		return grid.merges.stream().anyMatch((m) -> m[0] < from && from <= m[2])
				? grid.index(grid.indicators().get(grid.indicators().size() - 1)) : from;
	}

}
