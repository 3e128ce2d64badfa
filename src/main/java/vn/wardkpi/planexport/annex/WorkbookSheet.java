package vn.wardkpi.planexport.annex;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import vn.wardkpi.shared.SpreadsheetText;

/**
 * The annex as a sheet of a workbook, its heading frozen and on each printed page.
 * Figures are numbers where a format shows them as published, else texts.
 */
public final class WorkbookSheet {

	private static final String FONT = "Times New Roman";

	/** Columns have a total of this many hundredths of a page of this many characters. */
	private static final int CHARACTERS = 200;

	private final AnnexLayout layout;

	private final Map<Look, CellStyle> styles = new HashMap<>();

	public WorkbookSheet(AnnexLayout layout) {
		this.layout = layout;
	}

	/**
	 * Adds it to the workbook.
	 * @return the row of its first line, from 0
	 */
	public int write(SXSSFWorkbook workbook) {
		SXSSFSheet sheet = workbook.createSheet(this.layout.sheetName());
		page(sheet);
		int row = title(workbook, sheet);
		row = heading(workbook, sheet, row);
		int first = row;
		sheet.createFreezePane(2, row);
		sheet.setRepeatingRows(new CellRangeAddress(row - this.layout.headingHeight(), row - 1, -1, -1));
		for (AnnexLine line : this.layout.lines()) {
			line(workbook, sheet.createRow(row), line);
			row++;
		}
		return first;
	}

	private void page(SXSSFSheet sheet) {
		PrintSetup setup = sheet.getPrintSetup();
		setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
		setup.setLandscape(true);
		sheet.setFitToPage(true);
		setup.setFitWidth((short) 1);
		setup.setFitHeight((short) 0);
		List<AnnexColumn> columns = this.layout.columns();
		for (int i = 0; i < columns.size(); i++) {
			sheet.setColumnWidth(i, columns.get(i).width() * CHARACTERS / 100 * 256);
		}
	}

	private int title(SXSSFWorkbook workbook, SXSSFSheet sheet) {
		int row = 0;
		for (String line : this.layout.title()) {
			Cell cell = sheet.createRow(row).createCell(0);
			cell.setCellValue(Printable.of(line));
			cell.setCellStyle(
					style(workbook, new Look((row < 2) ? Weight.BOLD : Weight.PLAIN, true, false, "", false)));
			sheet.addMergedRegion(new CellRangeAddress(row, row, 0, this.layout.columns().size() - 1));
			row++;
		}
		return row + 1;
	}

	private int heading(SXSSFWorkbook workbook, SXSSFSheet sheet, int first) {
		List<AnnexColumn> columns = this.layout.columns();
		int height = this.layout.headingHeight();
		CellStyle style = style(workbook, new Look(Weight.BOLD, true, true, "", false));
		for (int i = 0; i < height; i++) {
			Row row = sheet.createRow(first + i);
			for (int column = 0; column < columns.size(); column++) {
				row.createCell(column).setCellStyle(style);
			}
		}
		for (int i = 0; i < columns.size(); i++) {
			AnnexColumn column = columns.get(i);
			if (column.above() == null) {
				sheet.getRow(first).getCell(i).setCellValue(column.heading());
				merge(sheet, first, first + height - 1, i, i);
				continue;
			}
			sheet.getRow(first + 1).getCell(i).setCellValue(column.heading());
			if (i == 0 || !column.above().equals(columns.get(i - 1).above())) {
				sheet.getRow(first).getCell(i).setCellValue(column.above());
				merge(sheet, first, first, i, i + this.layout.sharing(i) - 1);
			}
		}
		return first + height;
	}

	private static void merge(SXSSFSheet sheet, int firstRow, int lastRow, int firstColumn, int lastColumn) {
		if (firstRow != lastRow || firstColumn != lastColumn) {
			sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
		}
	}

	private void line(SXSSFWorkbook workbook, Row row, AnnexLine line) {
		Weight weight = switch (line.kind()) {
			case SECTION -> Weight.BOLD;
			case OF_WHICH -> Weight.ITALIC;
			case COUNTED, PART -> Weight.PLAIN;
		};
		for (int i = 0; i < this.layout.columns().size(); i++) {
			AnnexColumn column = this.layout.columns().get(i);
			String text = Printable.of(line.cells().get(i));
			boolean number = column.part() == AnnexColumn.Part.NUMBER;
			boolean centred = number || column.part() == AnnexColumn.Part.UNIT
					|| column.part() == AnnexColumn.Part.VERDICT || column.part().isValue();
			Cell cell = row.createCell(i);
			Optional<SpreadsheetNumber> value = (number ? !text.contains(".") : column.part().isValue())
					? SpreadsheetNumber.of(text) : Optional.empty();
			if (value.isPresent()) {
				cell.setCellValue(Double.parseDouble(value.get().value().toPlainString()));
				cell.setCellStyle(style(workbook, new Look(weight, centred, true, value.get().format(), false)));
			}
			else {
				cell.setCellValue(text);
				cell.setCellStyle(
						style(workbook, new Look(weight, centred, true, "", SpreadsheetText.isFormula(text))));
			}
		}
	}

	private CellStyle style(SXSSFWorkbook workbook, Look wanted) {
		return this.styles.computeIfAbsent(wanted, (look) -> {
			Font font = workbook.createFont();
			font.setFontName(FONT);
			font.setBold(look.weight() == Weight.BOLD);
			font.setItalic(look.weight() == Weight.ITALIC);
			CellStyle style = workbook.createCellStyle();
			style.setFont(font);
			style.setWrapText(true);
			style.setVerticalAlignment(VerticalAlignment.CENTER);
			style.setAlignment(look.centred() ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT);
			style.setQuotePrefixed(look.quoted());
			if (!look.format().isEmpty()) {
				style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
			}
			if (look.framed()) {
				style.setBorderTop(BorderStyle.THIN);
				style.setBorderBottom(BorderStyle.THIN);
				style.setBorderLeft(BorderStyle.THIN);
				style.setBorderRight(BorderStyle.THIN);
			}
			return style;
		});
	}

	private enum Weight {

		PLAIN, BOLD, ITALIC

	}

	/**
	 * How a cell looks.
	 *
	 * @param quoted whether its text stays one when somebody edits it, though it begins
	 * like a formula
	 */
	private record Look(Weight weight, boolean centred, boolean framed, String format, boolean quoted) {
	}

}
