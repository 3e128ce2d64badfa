package vn.wardkpi.planimport.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.text.LegacyEncoding;
import vn.wardkpi.planimport.text.Run;
import vn.wardkpi.planimport.text.RunStyle;
import vn.wardkpi.planimport.text.RunText;
import vn.wardkpi.shared.Problem;

/**
 * Reads one sheet of a workbook from its events.
 */
class SheetReader {

	private final String sheet;

	private final CellStyles styles;

	private final SharedTexts texts;

	private final boolean from1904;

	private final SourceProblems problems;

	private final RowCollector rows = new RowCollector();

	/** Shared texts as they are shown, by the text's index and the cell's style. */
	private final Map<String, RunText> shown = new HashMap<>();

	private final List<Integer> hiddenRows = new ArrayList<>();

	private final List<int[]> hiddenColumns = new ArrayList<>();

	private final List<CellRangeAddress> merged = new ArrayList<>();

	private LegacyEncoding encoding = LegacyEncoding.NONE;

	private int row;

	private int column;

	SheetReader(String sheet, CellStyles styles, SharedTexts texts, boolean from1904) {
		this.sheet = sheet;
		this.styles = styles;
		this.texts = texts;
		this.from1904 = from1904;
		this.problems = new SourceProblems(sheet);
	}

	SourceTable read(XMLStreamReader events) throws XMLStreamException {
		while (events.hasNext()) {
			events.next();
			if (!OfficeXml.isStart(events)) {
				continue;
			}
			switch (events.getLocalName()) {
				case "col" -> column(events);
				case "row" -> row(events);
				case "c" -> cell(events);
				case "mergeCell" -> this.merged.add(CellRangeAddress.valueOf(OfficeXml.attribute(events, "ref")));
				default -> {
				}
			}
		}
		for (CellRangeAddress range : this.merged) {
			this.rows.merge(range.getFirstRow() + 1, range.getFirstColumn(), range.getLastRow() + 1,
					range.getLastColumn());
		}
		dropHidden();
		if (this.encoding != LegacyEncoding.NONE) {
			this.problems.add(Problem.warning("import-legacy-converted", this.encoding.name(), this.sheet), null, null);
		}
		return this.rows.table(this.sheet, Origin.WORKBOOK, List.of());
	}

	List<SourceProblem> problems() {
		return this.problems.found();
	}

	private void row(XMLStreamReader events) {
		String number = OfficeXml.attribute(events, "r");
		this.row = (number != null) ? Integer.parseInt(number) : this.row + 1;
		this.column = -1;
		if (WorkbookReader.isTrue(OfficeXml.attribute(events, "hidden")) || isNothing(events, "ht", "customHeight")) {
			this.hiddenRows.add(this.row);
		}
	}

	private void column(XMLStreamReader events) {
		if (WorkbookReader.isTrue(OfficeXml.attribute(events, "hidden")) || isNothing(events, "width", "customWidth")) {
			this.hiddenColumns.add(new int[] { OfficeXml.number(OfficeXml.attribute(events, "min"), 1) - 1,
					OfficeXml.number(OfficeXml.attribute(events, "max"), 1) - 1 });
		}
	}

	/**
	 * A height or width that nobody can see; some programs leave a set one of 0 out.
	 */
	private static boolean isNothing(XMLStreamReader events, String name, String set) {
		String size = OfficeXml.attribute(events, name);
		return (size != null) ? new BigDecimal(size).compareTo(new BigDecimal("0.5")) < 0
				: WorkbookReader.isTrue(OfficeXml.attribute(events, set));
	}

	private void dropHidden() {
		for (int hidden : this.hiddenRows) {
			if (this.rows.has(hidden)) {
				this.rows.drop(hidden);
				this.problems.add(Problem.warning("import-hidden-row", String.valueOf(hidden)), hidden, null);
			}
		}
		for (int[] range : this.hiddenColumns) {
			for (int hidden = range[0]; hidden <= Math.min(range[1], SourceTable.MOST_COLUMNS); hidden++) {
				if (this.rows.hasColumn(hidden)) {
					this.rows.dropColumn(hidden);
					this.problems.add(
							Problem.warning("import-hidden-column", CellReference.convertNumToColString(hidden)), null,
							hidden);
				}
			}
		}
	}

	private void cell(XMLStreamReader events) throws XMLStreamException {
		String address = OfficeXml.attribute(events, "r");
		this.column = (address != null) ? column(address) : this.column + 1;
		String type = Objects.requireNonNullElse(OfficeXml.attribute(events, "t"), "n");
		String style = OfficeXml.attribute(events, "s");
		String value = null;
		List<Run> inline = List.of();
		boolean formula = false;
		while (!OfficeXml.isEnd(events, "c")) {
			events.next();
			if (OfficeXml.isStart(events)) {
				switch (events.getLocalName()) {
					case "v" -> value = events.getElementText();
					case "is" -> inline = SharedTexts.runs(events, "is");
					case "f" -> formula = true;
					default -> {
					}
				}
			}
		}
		if (formula && (value == null || value.isEmpty()) && !type.equals("str")) {
			problem(Problem.error("import-formula-without-value"));
		}
		else if (type.equals("inlineStr")) {
			put(runs(inline, this.styles.get(style).font()));
		}
		else if (value != null && !value.isEmpty()) {
			put(type, value, style);
		}
	}

	/** "C" of "C12" is 2. */
	private static int column(String address) {
		int column = 0;
		int i = 0;
		while (i < address.length() && 'A' <= address.charAt(i) && address.charAt(i) <= 'Z' && column < 100_000) {
			column = 26 * column + address.charAt(i) - 'A' + 1;
			i++;
		}
		return (i > 0 && i < address.length() && Character.isDigit(address.charAt(i))) ? column - 1
				: new CellReference(address).getCol();
	}

	private void put(String type, String value, @Nullable String style) {
		RunStyle font = this.styles.get(style).font();
		switch (type) {
			case "s" -> put(this.shown.computeIfAbsent(value + "/" + style,
					(key) -> runs(this.texts.get(Integer.parseInt(value)), font)));
			case "e" -> problem(Problem.error("import-cell-error", value));
			case "b" -> put(new RunText().add(value.equals("1") ? "TRUE" : "FALSE", font));
			case "n" -> number(value, this.styles.get(style));
			default -> put(new RunText().add(value, font));
		}
	}

	private static RunText runs(List<Run> runs, RunStyle font) {
		RunText text = new RunText();
		runs.forEach((run) -> text.add(run.text(), (run.style() != null) ? run.style() : font));
		return text;
	}

	private void put(RunText text) {
		this.encoding = (text.encoding() != LegacyEncoding.NONE) ? text.encoding() : this.encoding;
		text.problems().forEach(this::problem);
		this.rows.put(this.row, this.column, text.text());
	}

	private void number(String value, CellStyles.Style style) {
		CellDisplay display = CellDisplay.of(value, style.format(), style.code(), this.from1904);
		if (style.font().struck()) {
			put(new RunText().add(display.text(), style.font()));
			return;
		}
		if (display.full() != null) {
			problem(Problem.info("import-display-rounded", display.text(), display.full()));
		}
		if (display.hiddenZero()) {
			problem(Problem.warning("import-zero-shown-as-dash"));
		}
		else if (display.text().isBlank()) {
			problem(Problem.warning("import-value-not-shown", value.replace('.', ',')));
		}
		if (display.date()) {
			problem(Problem.warning("import-date-cell", display.text()));
		}
		this.rows.put(this.row, this.column, display.text(), !display.date());
	}

	private void problem(Problem problem) {
		this.problems.add(problem, this.row, this.column);
	}

}
