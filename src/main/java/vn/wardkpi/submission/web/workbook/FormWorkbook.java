package vn.wardkpi.submission.web.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.shared.VietnameseNumber;
import vn.wardkpi.shared.VietnameseNumber.Reading;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.web.SubmissionWords;
import vn.wardkpi.submission.web.entry.RowView;

/**
 * Writes a form as a workbook of one sheet: what is known beside the cells to be filled
 * in, which alone are open. Figures are numbers; how rows are known again stands hidden
 * beside them.
 */
final class FormWorkbook {

	/** What a spreadsheet keeps of a number. */
	private static final int MOST_DIGITS = 15;

	private static final int LINE_POINTS = 15;

	private final Sheet form;

	private final List<RowView> rows;

	private final SubmissionWords words;

	private final Locale locale;

	private final List<FormColumn> columns;

	FormWorkbook(Sheet form, List<RowView> rows, SubmissionWords words, Locale locale) {
		this.form = form;
		this.rows = rows;
		this.words = words;
		this.locale = locale;
		boolean parts = rows.stream().anyMatch((row) -> row.source().takesShare());
		boolean earlier = rows.stream().anyMatch((row) -> row.earlier() != null);
		this.columns = Stream.of(FormColumn.values())
			.filter((column) -> parts || (column != FormColumn.NUMERATOR && column != FormColumn.DENOMINATOR))
			.filter((column) -> earlier || column != FormColumn.EARLIER)
			.toList();
	}

	/**
	 * @param out is not closed
	 */
	void write(OutputStream out) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			XSSFSheet sheet = workbook.createSheet(text("sheet"));
			FormStyles styles = new FormStyles(workbook);
			int row = title(sheet, styles);
			row = heading(sheet, styles, row);
			sheet.createFreezePane(2, row);
			sheet.setRepeatingRows(new CellRangeAddress(row - 1, row - 1, -1, -1));
			int first = row;
			for (RowView one : this.rows) {
				line(sheet.createRow(row), one, styles);
				row++;
			}
			choices(sheet, first);
			page(sheet);
			lock(sheet);
			workbook.write(out);
		}
	}

	private int title(XSSFSheet sheet, FormStyles styles) {
		String period = this.words.text("submission.period." + this.form.key().period(), List.of(), this.locale);
		List<String> lines = List.of(this.words.text("submission.sheet.title",
				List.of(period, String.valueOf(this.form.key().year())), this.locale), this.form.unit().name(),
				this.form.plan().title(), text("how"));
		for (int i = 0; i < lines.size(); i++) {
			Cell cell = sheet.createRow(i).createCell(0);
			cell.setCellValue(lines.get(i));
			cell.setCellStyle((i < 2) ? styles.title() : styles.hint());
			sheet.addMergedRegion(new CellRangeAddress(i, i, 0, this.columns.indexOf(FormColumn.VALUE)));
		}
		sheet.getRow(lines.size() - 1).setHeightInPoints(46);
		return lines.size();
	}

	private int heading(XSSFSheet sheet, FormStyles styles, int first) {
		Row hidden = sheet.createRow(first);
		Row heading = sheet.createRow(first + 1);
		hidden.setZeroHeight(true);
		for (int i = 0; i < this.columns.size(); i++) {
			FormColumn column = this.columns.get(i);
			hidden.createCell(i).setCellValue(column.name());
			Cell cell = heading.createCell(i);
			cell.setCellValue(heading(column));
			cell.setCellStyle(styles
				.heading(column.compareTo(FormColumn.BEFORE) >= 0 && column.compareTo(FormColumn.NO_DATA) < 0));
			sheet.setColumnWidth(i, column.width() * 256);
		}
		int keys = this.columns.size();
		hidden.createCell(keys).setCellValue(FormKey.of(this.form.key()));
		heading.createCell(keys).setCellValue(FilledForm.HEADING);
		sheet.setColumnHidden(keys, true);
		return first + 2;
	}

	private String heading(FormColumn column) {
		String year = String.valueOf(this.form.key().year());
		return switch (column) {
			case BEFORE -> this.words.text("submission.col.before", List.of(String.valueOf(this.form.key().year() - 1)),
					this.locale);
			case TARGET -> this.words.text("submission.col.target", List.of(year), this.locale);
			default -> text("col." + column.key());
		};
	}

	private void line(Row line, RowView row, FormStyles styles) {
		Map<FormColumn, String> stored = RowTexts.stored(row, this.words, this.locale);
		for (int i = 0; i < this.columns.size(); i++) {
			FormColumn column = this.columns.get(i);
			Cell cell = line.createCell(i);
			if (!column.isTyped()) {
				known(cell, column, row, styles);
			}
			else if (takes(column, row)) {
				put(cell, stored.getOrDefault(column, ""), column.isFigure() && !row.word());
				cell.setCellStyle(styles.open(column.isFigure(), format(row)));
			}
			else {
				cell.setCellStyle(styles.shut());
			}
		}
		fit(line, row, stored);
		if (!row.group()) {
			int version = (row.stored() != null) ? row.stored().version() : 0;
			line.createCell(this.columns.size())
				.setCellValue(FormKey.row(this.form.key(), row.no(), version, RowTexts.sum(stored)));
		}
	}

	/**
	 * As high as its longest text needs; a row that is written into later still grows.
	 */
	private void fit(Row line, RowView row, Map<FormColumn, String> stored) {
		int lines = 1;
		for (int i = 0; i < this.columns.size(); i++) {
			FormColumn column = this.columns.get(i);
			Cell cell = line.getCell(i);
			String text = (column.isTyped() && !column.isFigure()) ? stored.getOrDefault(column, "")
					: (cell.getCellType() == CellType.STRING) ? cell.getStringCellValue() : "";
			lines = Math.max(lines, 1 + (text.length() * 11 - 1) / (column.width() * 10));
		}
		if (lines > 1) {
			((XSSFRow) line).getCTRow().setHt(lines * LINE_POINTS);
		}
	}

	private static boolean takes(FormColumn column, RowView row) {
		boolean part = column == FormColumn.NUMERATOR || column == FormColumn.DENOMINATOR;
		return row.mayEnter() && (!part || row.source().takesShare());
	}

	private void known(Cell cell, FormColumn column, RowView row, FormStyles styles) {
		boolean sub = row.indicator().rule().parentNo() != null;
		switch (column) {
			case NO -> put(cell, row.no(), false);
			case NAME -> put(cell, row.indicator().name(), false);
			case UNIT -> put(cell, (row.indicator().unit() != null) ? row.indicator().unit() : "", false);
			case BEFORE -> figure(cell, row.source().before(), row.before());
			case EARLIER -> figure(cell, row.source().earlier(), row.earlier());
			default -> target(cell, row);
		}
		cell.setCellStyle(
				styles.known(column.compareTo(FormColumn.BEFORE) >= 0, row.group(), sub && column == FormColumn.NAME));
	}

	private void target(Cell cell, RowView row) {
		List<ParsedTarget> targets = row.source().targets().values().stream().distinct().toList();
		BigDecimal value = (targets.size() == 1) ? targets.get(0).value() : null;
		boolean plain = targets.size() == 1 && VietnameseNumber.read(targets.get(0).text()) instanceof Reading.Parsed;
		if (plain && value != null) {
			put(cell, VietnameseNumber.writeShort(value), true);
		}
		else {
			put(cell, row.targets()
				.stream()
				.map((target) -> (row.targets().size() > 1) ? target.issuers()
					.stream()
					.map((issuer) -> this.words.text(this.form.plan().issuerKey(issuer), List.of(), this.locale))
					.collect(Collectors.joining(", ")) + ": " + target.text() : target.text())
				.collect(Collectors.joining("; ")), false);
		}
	}

	/** A number where it is one, else as it is written on pages. */
	private static void figure(Cell cell, @Nullable Figure figure, @Nullable String written) {
		BigDecimal number = (figure != null && figure.numerator() == null) ? figure.value() : null;
		String text = (written != null) ? written : "";
		put(cell, (number != null) ? VietnameseNumber.writeShort(number) : text, number != null);
	}

	/**
	 * A number that a spreadsheet would not keep to its last digit is written as text.
	 */
	private static void put(Cell cell, String text, boolean number) {
		if (number && VietnameseNumber.read(text) instanceof Reading.Parsed parsed && !parsed.percent()
				&& parsed.value().stripTrailingZeros().precision() <= MOST_DIGITS) {
			cell.setCellValue(Double.parseDouble(parsed.value().toPlainString()));
		}
		else if (!text.isEmpty()) {
			cell.setCellValue(text);
		}
	}

	private static String format(RowView row) {
		int decimals = row.indicator().decimals();
		ValueType type = row.indicator().rule().valueType();
		if (type == ValueType.COUNT) {
			return "#,##0";
		}
		return (type == ValueType.AMOUNT && decimals > 0) ? "#,##0." + "0".repeat(decimals) + "#####" : "General";
	}

	/** The words to choose from, where a row takes a word. */
	private void choices(XSSFSheet sheet, int first) {
		DataValidationHelper helper = sheet.getDataValidationHelper();
		int column = this.columns.indexOf(FormColumn.VALUE);
		String[] words = RowTexts.WORDS.stream()
			.map((word) -> RowTexts.word(word, this.words, this.locale))
			.toArray(String[]::new);
		for (int i = 0; i < this.rows.size(); i++) {
			if (this.rows.get(i).word()) {
				DataValidation choice = helper.createValidation(helper.createExplicitListConstraint(words),
						new CellRangeAddressList(first + i, first + i, column, column));
				choice.setShowErrorBox(true);
				sheet.addValidationData(choice);
			}
		}
	}

	private static void page(XSSFSheet sheet) {
		PrintSetup setup = sheet.getPrintSetup();
		setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
		setup.setLandscape(true);
		sheet.setFitToPage(true);
		setup.setFitWidth((short) 1);
		setup.setFitHeight((short) 0);
	}

	/** Against slips: no password, and columns and rows can be made wider. */
	private static void lock(XSSFSheet sheet) {
		sheet.enableLocking();
		sheet.lockFormatColumns(false);
		sheet.lockFormatRows(false);
		sheet.lockFormatCells(false);
	}

	private String text(String key) {
		return this.words.text("submission.form-file." + key, List.of(), this.locale);
	}

}
