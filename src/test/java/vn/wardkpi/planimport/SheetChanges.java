package vn.wardkpi.planimport;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Changes that offices make to the layout of an annex, one at a time, and slips that must
 * be asked about.
 */
final class SheetChanges {

	private final XSSFWorkbook book;

	private final XSSFSheet sheet;

	/** Row of the heading that names the columns. */
	private final int heading;

	private SheetChanges(XSSFWorkbook book) {
		this.book = book;
		this.sheet = book.getSheetAt(0);
		this.heading = heading(this.sheet);
	}

	static Map<String, Consumer<XSSFWorkbook>> all() {
		Map<String, Consumer<XSSFWorkbook>> all = new LinkedHashMap<>();
		add(all, "title above", SheetChanges::titleAbove);
		add(all, "column of results of half a year", (changes) -> changes.column("TH 6 tháng đầu năm 2025", "7"));
		add(all, "column of a comparison", (changes) -> changes.column("So sánh KH 2026/TH 2025 (%)", "104"));
		add(all, "column of a mean", (changes) -> changes.column("Bình quân 5 năm", "9,9"));
		add(all, "column of an ended period", (changes) -> changes.column("Giai đoạn 2021-2025", "33"));
		add(all, "column of an old plan", (changes) -> changes.column("KH 2024", "33"));
		add(all, "column that nobody knows", (changes) -> changes.column("Abc", "33"));
		add(all, "column without heading", (changes) -> changes.column("", "33"));
		add(all, "numbers removed", SheetChanges::withoutNumbers);
		add(all, "numbers with points", (changes) -> changes.numbers("", "."));
		add(all, "numbers in brackets", (changes) -> changes.numbers("(", ")"));
		add(all, "number used twice", SheetChanges::numberTwice);
		add(all, "raised note marks", SheetChanges::raisedMarks);
		add(all, "typed note marks", (changes) -> changes.texts((text) -> text + "¹"));
		add(all, "decomposed letters",
				(changes) -> changes.texts((text) -> Normalizer.normalize(text, Normalizer.Form.NFD)));
		add(all, "struck-out figures", SheetChanges::struckFigures);
		add(all, "English decimals", SheetChanges::englishDecimals);
		add(all, "heading repeated", SheetChanges::headingRepeated);
		add(all, "columns numbered", SheetChanges::columnsNumbered);
		add(all, "group above the heading", SheetChanges::groupAbove);
		add(all, "column order reversed", SheetChanges::reversed);
		add(all, "footer", SheetChanges::footer);
		add(all, "total", SheetChanges::total);
		add(all, "sheet of a budget", SheetChanges::budget);
		add(all, "sheet of the last plan first", SheetChanges::lastPlan);
		add(all, "hidden row", SheetChanges::hiddenRow);
		add(all, "row of no height", (changes) -> changes.firstRow().setHeightInPoints(0));
		add(all, "figures merged over rows", SheetChanges::mergedRows);
		add(all, "figures merged over years", SheetChanges::mergedYears);
		add(all, "truth value", SheetChanges::truth);
		add(all, "date", SheetChanges::date);
		add(all, "word for a figure", (changes) -> changes.firstFigure().setCellValue("nt"));
		add(all, "two figures in a cell", (changes) -> changes.firstFigure().setCellValue("1\n200"));
		return all;
	}

	private static void add(Map<String, Consumer<XSSFWorkbook>> all, String name, Consumer<SheetChanges> change) {
		all.put(name, (book) -> change.accept(new SheetChanges(book)));
	}

	private static int heading(XSSFSheet sheet) {
		for (Row row : sheet) {
			for (Cell cell : row) {
				if (cell.getCellType() == CellType.STRING
						&& cell.getStringCellValue().matches("(?i)chỉ tiêu.*|nội dung")) {
					return row.getRowNum();
				}
			}
		}
		throw new AssertionError("No heading in " + sheet.getSheetName());
	}

	private List<Row> body() {
		List<Row> rows = new ArrayList<>();
		this.sheet.forEach((row) -> {
			if (row.getRowNum() > this.heading && numbered(row)) {
				rows.add(row);
			}
		});
		return rows;
	}

	private static boolean numbered(Row row) {
		return row.getCell(0) != null && text(row.getCell(0)).matches("\\(?\\d+\\)?") && row.getCell(2) != null
				&& !text(row.getCell(2)).matches("\\d*");
	}

	private static String text(Cell cell) {
		return (cell.getCellType() == CellType.NUMERIC)
				? java.math.BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString()
				: (cell.getCellType() == CellType.STRING) ? cell.getStringCellValue() : "";
	}

	private Row firstRow() {
		return body().get(0);
	}

	/** The last figure of the first row: a target in every annex. */
	private Cell firstFigure() {
		Row row = firstRow();
		for (int i = width() - 1; i > 2; i--) {
			Cell cell = row.getCell(i);
			boolean title = this.sheet.getRow(this.heading).getCell(i) != null
					&& text(this.sheet.getRow(this.heading).getCell(i)).matches(".*20(2[6-9]|30).*");
			if (cell != null && title && text(cell).matches("[\\d.,% ]+")) {
				return cell;
			}
		}
		return Objects.requireNonNull(row.getCell(4));
	}

	private int width() {
		return this.sheet.getRow(this.heading).getLastCellNum();
	}

	private void titleAbove() {
		this.sheet.shiftRows(0, this.sheet.getLastRowNum(), 2);
		this.sheet.createRow(0).createCell(0).setCellValue("PHỤ LỤC");
		this.sheet.createRow(1).createCell(0).setCellValue("(Kèm theo Nghị quyết số 15/NQ-HĐND ngày 22/12/2025)");
	}

	private void column(String title, String figure) {
		int column = Math.max(width(), this.sheet.getRow(this.heading + 1).getLastCellNum());
		this.sheet.getRow(this.heading).createCell(column).setCellValue(title);
		body().forEach((row) -> row.createCell(column).setCellValue(figure));
	}

	private void withoutNumbers() {
		body().forEach((row) -> row.removeCell(row.getCell(0)));
	}

	private void numbers(String before, String after) {
		body().forEach((row) -> {
			String number = text(row.getCell(0)).replaceAll("[()]", "");
			row.createCell(0).setCellValue(before + number + after);
		});
	}

	private void numberTwice() {
		List<Row> rows = body();
		if (rows.size() > 1) {
			rows.get(1).createCell(0).setCellValue(text(rows.get(0).getCell(0)));
		}
		else {
			rows.get(0).createCell(0).setCellValue("1x1");
		}
	}

	private void texts(java.util.function.UnaryOperator<String> change) {
		body().forEach((row) -> row.getCell(1).setCellValue(change.apply(text(row.getCell(1)))));
	}

	private void raisedMarks() {
		XSSFFont raised = this.book.createFont();
		raised.setTypeOffset(XSSFFont.SS_SUPER);
		body().forEach((row) -> {
			for (int i : new int[] { 1, firstFigure().getColumnIndex() }) {
				if (row.getCell(i) == null || text(row.getCell(i)).isEmpty()
						|| row.getCell(i).getCellStyle().getDataFormatString().contains("%")) {
					continue;
				}
				XSSFRichTextString text = new XSSFRichTextString(text(row.getCell(i)).replace('.', ','));
				text.append("1", raised);
				row.getCell(i).setCellValue(text);
			}
		});
	}

	private void struckFigures() {
		XSSFFont struck = this.book.createFont();
		struck.setStrikeout(true);
		Cell cell = firstFigure();
		XSSFRichTextString text = new XSSFRichTextString();
		text.append("77", struck);
		text.append(text(cell).replace('.', ','), this.book.createFont());
		cell.setCellValue(text);
	}

	private void englishDecimals() {
		firstFigure().setCellValue("86.6");
	}

	private void headingRepeated() {
		List<Row> rows = body();
		Row last = rows.get(rows.size() - 1);
		Row repeated = this.sheet.createRow(this.sheet.getLastRowNum() + 1);
		Row again = this.sheet.createRow(this.sheet.getLastRowNum() + 1);
		copy(this.sheet.getRow(this.heading), repeated);
		copy(last, again);
		if (rows.size() > 1 && last.getRowNum() == again.getRowNum() - 2) {
			this.sheet.removeRow(last);
		}
		else {
			this.sheet.removeRow(again);
		}
	}

	private static void copy(Row from, Row to) {
		from.forEach((cell) -> copy(cell, to.createCell(cell.getColumnIndex())));
	}

	private static void copy(Cell from, Cell to) {
		to.setCellStyle(from.getCellStyle());
		if (from.getCellType() == CellType.NUMERIC) {
			to.setCellValue(from.getNumericCellValue());
		}
		else {
			to.setCellValue(text(from));
		}
	}

	private void columnsNumbered() {
		if (firstRow().getRowNum() == this.heading + 1) {
			this.sheet.shiftRows(this.heading + 1, this.sheet.getLastRowNum(), 1);
			Row numbers = this.sheet.createRow(this.heading + 1);
			for (int i = 0; i < width(); i++) {
				numbers.createCell(i).setCellValue("(" + (i + 1) + ")");
			}
		}
	}

	private void groupAbove() {
		this.sheet.shiftRows(this.heading, this.sheet.getLastRowNum(), 1);
		Row group = this.sheet.createRow(this.heading);
		group.createCell(3).setCellValue("Số liệu");
		this.sheet.addMergedRegion(
				new CellRangeAddress(this.heading, this.heading, 3, Math.max(4, width(this.heading + 1) - 1)));
	}

	private int width(int row) {
		return this.sheet.getRow(row).getLastCellNum();
	}

	/** All columns from right to left, where nothing is merged. */
	private void reversed() {
		if (this.sheet.getNumMergedRegions() > 0) {
			return;
		}
		int last = width() - 1;
		List<Row> rows = new ArrayList<>();
		this.sheet.forEach((row) -> {
			if (row.getRowNum() >= this.heading && row.getLastCellNum() > 1) {
				rows.add(row);
			}
		});
		for (Row row : rows) {
			Row copy = this.sheet.createRow(this.sheet.getLastRowNum() + 1);
			copy(row, copy);
			int number = row.getRowNum();
			this.sheet.removeRow(row);
			Row emptied = this.sheet.createRow(number);
			copy.forEach((cell) -> copy(cell, emptied.createCell(last - Math.min(cell.getColumnIndex(), last))));
			this.sheet.removeRow(copy);
		}
	}

	private void footer() {
		int row = this.sheet.getLastRowNum() + 2;
		this.sheet.createRow(row).createCell(0).setCellValue("Ghi chú: (*) Theo chuẩn mới.");
		this.sheet.createRow(row + 1).createCell(0).setCellValue("Nơi nhận:");
		this.sheet.getRow(row + 1).createCell(4).setCellValue("TM. ỦY BAN NHÂN DÂN");
		this.sheet.createRow(row + 2).createCell(0).setCellValue("- Như trên;");
		this.sheet.getRow(row + 2).createCell(4).setCellValue("CHỦ TỊCH");
		this.sheet.createRow(row + 3).createCell(4).setCellValue("Nguyễn Văn A");
	}

	private void total() {
		Row row = this.sheet.createRow(this.sheet.getLastRowNum() + 1);
		row.createCell(1).setCellValue("Tổng cộng");
		row.createCell(4).setCellValue("99");
	}

	private void budget() {
		XSSFSheet other = this.book.createSheet("Dự toán");
		String[][] rows = { { "TT", "Nội dung", "Đơn vị tính", "Dự toán năm 2026" }, { "1", "Tổng chi", "tỷ", "5" } };
		for (int i = 0; i < rows.length; i++) {
			Row row = other.createRow(i);
			for (int j = 0; j < rows[i].length; j++) {
				row.createCell(j).setCellValue(rows[i][j]);
			}
		}
	}

	private void lastPlan() {
		XSSFSheet other = this.book.createSheet("Kỳ trước");
		String[][] rows = { { "TT", "Chỉ tiêu", "ĐVT", "Năm 2021", "Năm 2022", "Năm 2023", "Năm 2024", "Năm 2025" },
				{ "1", "Chỉ tiêu cũ", "tỷ", "1", "2", "3", "4", "5" } };
		for (int i = 0; i < rows.length; i++) {
			Row row = other.createRow(i);
			for (int j = 0; j < rows[i].length; j++) {
				row.createCell(j).setCellValue(rows[i][j]);
			}
		}
		this.book.setSheetOrder("Kỳ trước", 0);
	}

	private void hiddenRow() {
		firstRow().setZeroHeight(true);
	}

	private void mergedRows() {
		List<Row> rows = body();
		int column = firstFigure().getColumnIndex();
		if (rows.size() > 1 && this.sheet.getNumMergedRegions() == 0) {
			rows.get(1).removeCell(rows.get(1).getCell(column));
			this.sheet.addMergedRegion(
					new CellRangeAddress(rows.get(0).getRowNum(), rows.get(1).getRowNum(), column, column));
		}
	}

	private void mergedYears() {
		int column = firstFigure().getColumnIndex();
		if (column > 4 && this.sheet.getNumMergedRegions() == 0) {
			this.sheet.addMergedRegion(
					new CellRangeAddress(firstRow().getRowNum(), firstRow().getRowNum(), column - 1, column));
		}
	}

	private void truth() {
		firstFigure().setCellValue(true);
	}

	private void date() {
		Cell cell = firstFigure();
		cell.setCellStyle(this.book.createCellStyle());
		cell.getCellStyle().setDataFormat((short) 14);
		cell.setCellValue(java.time.LocalDate.of(2026, 7, 5));
	}

}
