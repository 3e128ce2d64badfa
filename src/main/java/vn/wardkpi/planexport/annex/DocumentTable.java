package vn.wardkpi.planexport.annex;

import java.math.BigInteger;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * The annex's table in a document: its heading on each page, no row cut by the end of
 * one.
 */
public final class DocumentTable {

	private static final String FONT = "Times New Roman";

	/** Twentieths of a point. */
	private static final int CELL_MARGIN = 40;

	private final AnnexLayout layout;

	private final long width;

	private final int size;

	/**
	 * @param width of the table in twentieths of a point
	 * @param size of its letters in points
	 */
	public DocumentTable(AnnexLayout layout, long width, int size) {
		this.layout = layout;
		this.width = width;
		this.size = size;
	}

	/**
	 * Adds it to the end of the document.
	 */
	public void write(XWPFDocument document) {
		XWPFTable table = document.createTable(1, this.layout.columns().size());
		grid(table);
		heading(table);
		for (AnnexLine line : this.layout.lines()) {
			line(table.createRow(), line);
		}
		share(table.getRow(0));
	}

	private void grid(XWPFTable table) {
		table.setWidth("100%");
		table.setCellMargins(0, CELL_MARGIN, 0, CELL_MARGIN);
		int all = this.layout.columns().stream().mapToInt(AnnexColumn::width).sum();
		CTTblGrid grid = table.getCTTbl().addNewTblGrid();
		for (AnnexColumn column : this.layout.columns()) {
			grid.addNewGridCol().setW(BigInteger.valueOf(this.width * column.width() / all));
		}
	}

	private void heading(XWPFTable table) {
		XWPFTableRow upper = table.getRow(0);
		upper.setRepeatHeader(true);
		boolean two = this.layout.headingHeight() == 2;
		XWPFTableRow lower = two ? table.createRow() : upper;
		lower.setRepeatHeader(true);
		for (int i = 0; i < this.layout.columns().size(); i++) {
			AnnexColumn column = this.layout.columns().get(i);
			if (column.above() == null) {
				head(upper.getCell(i), column.heading());
				if (two) {
					properties(upper.getCell(i)).addNewVMerge().setVal(STMerge.RESTART);
					properties(lower.getCell(i)).addNewVMerge().setVal(STMerge.CONTINUE);
				}
			}
			else {
				head(lower.getCell(i), column.heading());
			}
		}
	}

	/**
	 * Headings over several columns, from the last to the first, so that cells taken away
	 * move none before; rows are made after the first one, so this comes last.
	 */
	private void share(XWPFTableRow upper) {
		for (int i = this.layout.columns().size() - 1; i >= 0; i--) {
			share(upper, i);
		}
	}

	private void share(XWPFTableRow upper, int column) {
		String above = this.layout.columns().get(column).above();
		if (above == null || (column > 0 && above.equals(this.layout.columns().get(column - 1).above()))) {
			return;
		}
		head(upper.getCell(column), above);
		int shared = this.layout.sharing(column);
		if (shared > 1) {
			properties(upper.getCell(column)).addNewGridSpan().setVal(BigInteger.valueOf(shared));
			for (int i = column + shared - 1; i > column; i--) {
				upper.removeCell(i);
			}
		}
	}

	private void head(XWPFTableCell cell, String text) {
		fill(cell, text, true).setBold(true);
	}

	private void line(XWPFTableRow row, AnnexLine line) {
		row.setCantSplitRow(true);
		for (int i = 0; i < this.layout.columns().size(); i++) {
			AnnexColumn.Part part = this.layout.columns().get(i).part();
			String text = line.cells().get(i);
			if (!text.isEmpty()) {
				XWPFRun run = fill(row.getCell(i), text,
						part.isValue() || part == AnnexColumn.Part.NUMBER || part == AnnexColumn.Part.UNIT);
				run.setBold(line.kind() == AnnexLine.Kind.SECTION);
				run.setItalic(line.kind() == AnnexLine.Kind.OF_WHICH);
				if (line.no().isEmpty()) {
					keepWithNext(row.getCell(i).getParagraphs().get(0).getCTP());
				}
			}
		}
	}

	/** A heading within the table never ends a page. */
	private static void keepWithNext(CTP paragraph) {
		CTPPr properties = paragraph.isSetPPr() ? paragraph.getPPr() : paragraph.addNewPPr();
		properties.addNewKeepNext();
	}

	private XWPFRun fill(XWPFTableCell cell, String text, boolean centred) {
		XWPFParagraph paragraph = cell.getParagraphs().get(0);
		if (centred) {
			paragraph.setAlignment(ParagraphAlignment.CENTER);
		}
		return run(paragraph, text, this.size);
	}

	static XWPFRun run(XWPFParagraph paragraph, String text, int size) {
		XWPFRun run = paragraph.createRun();
		run.setFontFamily(FONT);
		run.setFontSize(size);
		String[] lines = Printable.of(text).split("\n", -1);
		for (int i = 0; i < lines.length; i++) {
			if (i > 0) {
				run.addBreak();
			}
			run.setText(lines[i], i);
		}
		return run;
	}

	private static CTTcPr properties(XWPFTableCell cell) {
		return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
	}

}
