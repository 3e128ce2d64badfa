package vn.wardkpi.planimport.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;

/**
 * Workbooks (.xlsx), read as a stream: the digits as they are stored, formulas by their
 * last result. What the office does not see, hidden sheets, rows and columns, is left out
 * and said so.
 */
class WorkbookReader {

	private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	SourceFile read(byte[] content) {
		List<SourceTable> tables = new ArrayList<>();
		List<SourceProblem> problems = new ArrayList<>();
		try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
			XSSFReader reader = new XSSFReader(file);
			StylesTable styles = reader.getStylesTable();
			ReadOnlySharedStringsTable texts = new ReadOnlySharedStringsTable(file, false);
			Workbook workbook = workbook(reader.getWorkbookData());
			for (SheetName sheet : workbook.sheets()) {
				if (sheet.hidden()) {
					problems.add(new SourceProblem(Problem.warning("import-hidden-sheet", sheet.name()),
							new Place(sheet.name(), null, null)));
					continue;
				}
				try (InputStream data = reader.getSheet(sheet.relation())) {
					XMLStreamReader events = OfficeXml.open(data);
					tables
						.add(new SheetReader(sheet.name(), styles, texts, workbook.from1904(), problems).read(events));
				}
			}
		}
		catch (RefusedException ex) {
			throw ex;
		}
		catch (IOException | OpenXML4JException | SAXException | XMLStreamException | RuntimeException ex) {
			throw FileKind.broken(ex);
		}
		return new SourceFile(tables, problems);
	}

	private Workbook workbook(InputStream data) throws XMLStreamException, IOException {
		List<SheetName> sheets = new ArrayList<>();
		boolean from1904 = false;
		try (data) {
			XMLStreamReader events = OfficeXml.open(data);
			while (events.hasNext()) {
				if (events.next() != XMLStreamConstants.START_ELEMENT) {
					continue;
				}
				if (events.getLocalName().equals("workbookPr")) {
					from1904 = isTrue(events.getAttributeValue(null, "date1904"));
				}
				else if (events.getLocalName().equals("sheet")) {
					String state = events.getAttributeValue(null, "state");
					sheets.add(new SheetName(Objects.requireNonNull(events.getAttributeValue(null, "name")),
							Objects.requireNonNull(events.getAttributeValue(RELATIONS, "id")),
							state != null && !state.equals("visible")));
				}
			}
		}
		return new Workbook(sheets, from1904);
	}

	private static boolean isTrue(@Nullable String value) {
		return "1".equals(value) || "true".equals(value);
	}

	private record Workbook(List<SheetName> sheets, boolean from1904) {
	}

	private record SheetName(String name, String relation, boolean hidden) {
	}

	/**
	 * Reads one sheet from its events.
	 */
	private static final class SheetReader {

		private final String sheet;

		private final StylesTable styles;

		private final ReadOnlySharedStringsTable texts;

		private final boolean from1904;

		private final List<SourceProblem> problems;

		private final RowCollector rows = new RowCollector();

		private final List<Integer> hiddenRows = new ArrayList<>();

		private final List<int[]> hiddenColumns = new ArrayList<>();

		private final List<CellRangeAddress> merged = new ArrayList<>();

		private int row;

		private int column;

		SheetReader(String sheet, StylesTable styles, ReadOnlySharedStringsTable texts, boolean from1904,
				List<SourceProblem> problems) {
			this.sheet = sheet;
			this.styles = styles;
			this.texts = texts;
			this.from1904 = from1904;
			this.problems = problems;
		}

		SourceTable read(XMLStreamReader events) throws XMLStreamException {
			while (events.hasNext()) {
				if (events.next() != XMLStreamConstants.START_ELEMENT) {
					continue;
				}
				switch (events.getLocalName()) {
					case "col" -> column(events);
					case "row" -> {
						String number = events.getAttributeValue(null, "r");
						this.row = (number != null) ? Integer.parseInt(number) : this.row + 1;
						this.column = -1;
						if (isTrue(events.getAttributeValue(null, "hidden"))) {
							this.hiddenRows.add(this.row);
						}
					}
					case "c" -> cell(events);
					case "mergeCell" ->
						this.merged.add(CellRangeAddress.valueOf(events.getAttributeValue(null, "ref")));
					default -> {
					}
				}
			}
			for (CellRangeAddress range : this.merged) {
				this.rows.merge(range.getFirstRow() + 1, range.getFirstColumn(), range.getLastRow() + 1,
						range.getLastColumn());
			}
			dropHidden();
			return this.rows.table(this.sheet);
		}

		private void column(XMLStreamReader events) {
			if (isTrue(events.getAttributeValue(null, "hidden"))) {
				this.hiddenColumns.add(new int[] { Integer.parseInt(events.getAttributeValue(null, "min")) - 1,
						Integer.parseInt(events.getAttributeValue(null, "max")) - 1 });
			}
		}

		private void dropHidden() {
			for (int hidden : this.hiddenRows) {
				if (this.rows.has(hidden)) {
					this.rows.drop(hidden);
					problem(Problem.warning("import-hidden-row", String.valueOf(hidden)), hidden, null);
				}
			}
			for (int[] range : this.hiddenColumns) {
				for (int hidden = range[0]; hidden <= Math.min(range[1], SourceTable.MOST_COLUMNS); hidden++) {
					if (this.rows.hasColumn(hidden)) {
						this.rows.dropColumn(hidden);
						problem(Problem.warning("import-hidden-column", CellReference.convertNumToColString(hidden)),
								null, hidden);
					}
				}
			}
		}

		private void cell(XMLStreamReader events) throws XMLStreamException {
			String address = events.getAttributeValue(null, "r");
			this.column = (address != null) ? new CellReference(address).getCol() : this.column + 1;
			String type = Objects.requireNonNullElse(events.getAttributeValue(null, "t"), "n");
			String style = events.getAttributeValue(null, "s");
			String value = null;
			StringBuilder inline = new StringBuilder();
			boolean formula = false;
			while (!(events.next() == XMLStreamConstants.END_ELEMENT && events.getLocalName().equals("c"))) {
				if (events.getEventType() == XMLStreamConstants.START_ELEMENT) {
					switch (events.getLocalName()) {
						case "v" -> value = events.getElementText();
						case "t" -> inline.append(events.getElementText());
						case "f" -> formula = true;
						case "rPh" -> skip(events);
						default -> {
						}
					}
				}
			}
			if (formula && (value == null || value.isEmpty()) && !type.equals("str")) {
				problem(Problem.error("import-formula-without-value"), this.row, this.column);
			}
			else if (type.equals("inlineStr")) {
				this.rows.put(this.row, this.column, inline.toString());
			}
			else if (value != null && !value.isEmpty()) {
				this.rows.put(this.row, this.column, text(type, value, style));
			}
		}

		private String text(String type, String value, @Nullable String style) {
			switch (type) {
				case "s" -> {
					return this.texts.getItemAt(Integer.parseInt(value)).getString();
				}
				case "e" -> {
					problem(Problem.error("import-cell-error", value), this.row, this.column);
					return "";
				}
				case "n" -> {
					return number(value, style);
				}
				default -> {
					return value;
				}
			}
		}

		private String number(String value, @Nullable String style) {
			XSSFCellStyle format = this.styles.getStyleAt((style != null) ? Integer.parseInt(style) : 0);
			CellDisplay display = CellDisplay.of(value, (format != null) ? format.getDataFormat() : 0,
					(format != null) ? format.getDataFormatString() : null, this.from1904);
			if (display.full() != null) {
				problem(Problem.info("import-display-rounded", display.text(), display.full()), this.row, this.column);
			}
			if (display.hiddenZero()) {
				problem(Problem.warning("import-zero-shown-as-dash"), this.row, this.column);
			}
			if (display.date()) {
				problem(Problem.warning("import-date-cell", display.text()), this.row, this.column);
			}
			return display.text();
		}

		private static void skip(XMLStreamReader events) throws XMLStreamException {
			for (int depth = 1; depth > 0;) {
				int event = events.next();
				depth += (event == XMLStreamConstants.START_ELEMENT) ? 1
						: (event == XMLStreamConstants.END_ELEMENT) ? -1 : 0;
			}
		}

		private void problem(Problem problem, @Nullable Integer row, @Nullable Integer column) {
			if (this.problems.size() < SourceTable.MOST_ROWS) {
				this.problems
					.add(new SourceProblem(problem, new Place(this.sheet, row, (column != null) ? column + 1 : null)));
			}
		}

	}

}
