package vn.wardkpi.report.workbook;

import java.util.List;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A sheet of texts under one heading.
 */
final class TextSheet {

	/** In characters: numbers, names, all others. */
	private static final int[] WIDTHS = { 6, 50, 28 };

	private final SXSSFSheet sheet;

	private final Looks looks;

	private final List<String> columns;

	TextSheet(SXSSFWorkbook workbook, String name, List<String> columns) {
		this.sheet = workbook.createSheet(name);
		this.looks = new Looks(workbook);
		this.columns = columns;
	}

	void write(List<List<String>> rows) {
		Looks.page(this.sheet);
		line(0, this.columns, true);
		for (int i = 0; i < this.columns.size(); i++) {
			this.sheet.setColumnWidth(i, WIDTHS[Math.min(i, WIDTHS.length - 1)] * 256);
		}
		this.sheet.createFreezePane(0, 1);
		this.sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
		for (int i = 0; i < rows.size(); i++) {
			line(i + 1, rows.get(i), false);
		}
	}

	private void line(int at, List<String> cells, boolean heading) {
		Row row = this.sheet.createRow(at);
		for (int i = 0; i < cells.size(); i++) {
			this.looks.text(row, i, cells.get(i), heading);
		}
	}

}
