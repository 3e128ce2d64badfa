package vn.wardkpi.report.workbook;

import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import vn.wardkpi.planexport.annex.Printable;
import vn.wardkpi.shared.SpreadsheetText;

/**
 * Writes cells of a sheet: texts stay texts, whatever they begin with.
 */
final class Looks {

	private final SXSSFWorkbook workbook;

	private final Map<Look, CellStyle> styles = new HashMap<>();

	Looks(SXSSFWorkbook workbook) {
		this.workbook = workbook;
	}

	/** A4 lying, as wide as the page. */
	static void page(SXSSFSheet sheet) {
		PrintSetup setup = sheet.getPrintSetup();
		setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
		setup.setLandscape(true);
		sheet.setFitToPage(true);
		setup.setFitWidth((short) 1);
		setup.setFitHeight((short) 0);
	}

	void text(Row row, int column, String text, boolean bold) {
		String plain = Printable.of(text);
		Cell cell = row.createCell(column);
		cell.setCellValue(plain);
		cell.setCellStyle(style(new Look(bold, "", SpreadsheetText.isFormula(plain))));
	}

	/**
	 * @param value what it comes to, for readers that do not compute
	 */
	void formula(Row row, int column, String formula, double value, String format) {
		Cell cell = row.createCell(column);
		cell.setCellFormula(formula);
		cell.setCellValue(value);
		cell.setCellStyle(style(new Look(false, format, false)));
	}

	/**
	 * @param value as above
	 */
	void reference(Row row, int column, String formula, String value) {
		Cell cell = row.createCell(column);
		cell.setCellFormula(formula);
		cell.setCellValue(value);
		cell.setCellStyle(style(new Look(false, "", false)));
	}

	private CellStyle style(Look wanted) {
		return this.styles.computeIfAbsent(wanted, (look) -> {
			Font font = this.workbook.createFont();
			font.setFontName("Times New Roman");
			font.setBold(look.bold());
			CellStyle style = this.workbook.createCellStyle();
			style.setFont(font);
			style.setWrapText(true);
			style.setVerticalAlignment(VerticalAlignment.CENTER);
			style.setQuotePrefixed(look.quoted());
			if (!look.format().isEmpty()) {
				style.setDataFormat(this.workbook.createDataFormat().getFormat(look.format()));
			}
			style.setBorderTop(BorderStyle.THIN);
			style.setBorderBottom(BorderStyle.THIN);
			style.setBorderLeft(BorderStyle.THIN);
			style.setBorderRight(BorderStyle.THIN);
			return style;
		});
	}

	private record Look(boolean bold, String format, boolean quoted) {
	}

}
