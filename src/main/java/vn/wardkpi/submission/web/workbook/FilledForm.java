package vn.wardkpi.submission.web.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.office.InflatesTooMuchException;
import vn.wardkpi.office.OfficeFile;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.VietnameseNumber;

/**
 * A workbook that came back: its form, and the rows as they stand in it, wherever they
 * stand.
 */
record FilledForm(FormKey key, List<FilledRow> rows) {

	/** Marks lines that are no rows. */
	static final String HEADING = "ward-kpi-heading";

	/** A form of two hundred rows inflates to a tenth of it. */
	private static final long MOST_INFLATED = 8L * 1024 * 1024;

	private static final int MOST_COLUMNS = 60;

	private static final int MOST_ROWS = 5000;

	/** A spreadsheet shows 15 digits and keeps a few more that nobody typed. */
	private static final MathContext SHOWN = new MathContext(15);

	/**
	 * @throws RefusedException TOO_LARGE; UNSUPPORTED if it cannot be read; INVALID if it
	 * is no form of this program
	 */
	static FilledForm read(byte[] content) {
		try {
			OfficeFile.unzip(content, MOST_INFLATED, Set.of());
			try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
				for (Sheet sheet : workbook) {
					Optional<FilledForm> form = read(sheet);
					if (form.isPresent()) {
						return form.get();
					}
				}
			}
		}
		catch (InflatesTooMuchException ex) {
			throw refused(Kind.TOO_LARGE, "form-file.too-large", ex);
		}
		catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException ex) {
			throw refused(Kind.UNSUPPORTED, "form-file.broken", ex);
		}
		throw new RefusedException(Kind.INVALID, "form-file.no-form");
	}

	private static RefusedException refused(Kind kind, String code, Exception cause) {
		RefusedException refused = new RefusedException(kind, code);
		refused.initCause(cause);
		return refused;
	}

	private static Optional<FilledForm> read(Sheet sheet) {
		int keys = -1;
		FormKey form = null;
		Map<FormColumn, Integer> columns = new EnumMap<>(FormColumn.class);
		List<FilledRow> rows = new ArrayList<>();
		for (Row line : sheet) {
			if (line.getRowNum() > MOST_ROWS) {
				throw new RefusedException(Kind.TOO_LARGE, "form-file.too-large");
			}
			if (form == null) {
				Cell found = keyOf(line);
				form = (found != null) ? FormKey.read(text(found)).orElseThrow() : null;
				keys = (found != null) ? found.getColumnIndex() : -1;
				if (form != null) {
					columns.putAll(columns(line));
				}
			}
			else {
				row(line, keys, columns).ifPresent(rows::add);
			}
		}
		return (form != null) ? Optional.of(new FilledForm(form, List.copyOf(rows))) : Optional.empty();
	}

	private static @Nullable Cell keyOf(Row line) {
		for (int i = 0; i < MOST_COLUMNS; i++) {
			Cell cell = line.getCell(i);
			if (cell != null && FormKey.read(text(cell)).isPresent()) {
				return cell;
			}
		}
		return null;
	}

	private static Map<FormColumn, Integer> columns(Row line) {
		Map<FormColumn, Integer> columns = new EnumMap<>(FormColumn.class);
		for (int i = 0; i < MOST_COLUMNS; i++) {
			Cell cell = line.getCell(i);
			String name = (cell != null) ? text(cell) : "";
			int at = i;
			Stream.of(FormColumn.values())
				.filter((column) -> column.name().equals(name))
				.forEach((column) -> columns.putIfAbsent(column, at));
		}
		return columns;
	}

	/**
	 * Lines of headings, and lines in which nothing was typed beside no key, are none.
	 */
	private static Optional<FilledRow> row(Row line, int keys, Map<FormColumn, Integer> columns) {
		Cell keyed = line.getCell(keys);
		String key = (keyed != null) ? text(keyed) : "";
		if (key.equals(HEADING)) {
			return Optional.empty();
		}
		Map<FormColumn, FilledCell> cells = new EnumMap<>(FormColumn.class);
		columns.forEach((column, at) -> {
			Cell cell = line.getCell(at);
			if (cell != null) {
				cells.put(column, column.isTyped() ? typed((XSSFCell) cell) : FilledCell.of(text(cell)));
			}
		});
		boolean blank = cells.entrySet()
			.stream()
			.allMatch((cell) -> !cell.getKey().isTyped() || cell.getValue().isBlank());
		FormKey read = FormKey.read(key).orElse(null);
		return (read == null && blank) ? Optional.empty()
				: Optional.of(new FilledRow(line.getRowNum() + 1, read, cells));
	}

	private static FilledCell typed(XSSFCell cell) {
		boolean formula = cell.getCellType() == CellType.FORMULA;
		CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
		if (formula && Objects.requireNonNullElse(cell.getRawValue(), "").isEmpty()) {
			return FilledCell.wrong(FilledCell.Trouble.NO_RESULT);
		}
		return switch (type) {
			case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? FilledCell.wrong(FilledCell.Trouble.DATE)
					: new FilledCell(number(cell), null, formula);
			case STRING -> new FilledCell(text(cell), null, formula);
			case BOOLEAN, ERROR -> FilledCell.wrong(FilledCell.Trouble.ERROR);
			default -> FilledCell.of("");
		};
	}

	/** A cell shown in percent holds the hundredth part. */
	private static String number(XSSFCell cell) {
		BigDecimal value = new BigDecimal(cell.getRawValue()).round(SHOWN);
		String format = Objects.requireNonNullElse(cell.getCellStyle().getDataFormatString(), "");
		return format.contains("%") ? VietnameseNumber.writeShort(value.movePointRight(2)) + "%"
				: VietnameseNumber.writeShort(value);
	}

	private static String text(Cell cell) {
		CellType type = (cell.getCellType() == CellType.FORMULA) ? cell.getCachedFormulaResultType()
				: cell.getCellType();
		return switch (type) {
			case STRING -> cell.getStringCellValue().strip();
			case NUMERIC -> VietnameseNumber.writeShort(
					new BigDecimal(Objects.requireNonNullElse(((XSSFCell) cell).getRawValue(), "0")).round(SHOWN));
			default -> "";
		};
	}

	/**
	 * @param line in the sheet, counted from 1
	 * @param key {@code null} for a line that the program did not write
	 */
	record FilledRow(int line, @Nullable FormKey key, Map<FormColumn, FilledCell> cells) {

		FilledCell cell(FormColumn column) {
			return this.cells.getOrDefault(column, FilledCell.of(""));
		}

		/** Number and name, as they stand there. */
		String source() {
			String source = (cell(FormColumn.NO).text() + " " + cell(FormColumn.NAME).text()).strip();
			return source.isEmpty() ? "…" : source;
		}

	}

	/**
	 * @param computed whether a formula stands there; its text is what came out last
	 */
	record FilledCell(String text, @Nullable Trouble trouble, boolean computed) {

		static FilledCell of(String text) {
			return new FilledCell(text, null, false);
		}

		static FilledCell wrong(Trouble trouble) {
			return new FilledCell("", trouble, false);
		}

		/** Nothing, or a dash, stands there. */
		boolean isBlank() {
			return this.trouble == null && this.text.matches("[-–—−\\s]*");
		}

		/** Why it is no figure and no text. */
		enum Trouble {

			DATE, ERROR, NO_RESULT

		}

	}

}
