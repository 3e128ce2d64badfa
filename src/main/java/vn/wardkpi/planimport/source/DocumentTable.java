package vn.wardkpi.planimport.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.text.CellText;
import vn.wardkpi.planimport.text.LegacyEncoding;
import vn.wardkpi.planimport.text.RunText;
import vn.wardkpi.shared.Problem;

/**
 * Reads one table of a document from its events. Rows and cells that are marked as
 * deleted or hidden are left out and said.
 */
class DocumentTable {

	private final String name;

	private final DocumentText text;

	private final SourceProblems problems;

	private final RowCollector rows = new RowCollector();

	private final Map<Integer, Merge> open = new HashMap<>();

	private final List<Merge> merges = new ArrayList<>();

	private LegacyEncoding encoding = LegacyEncoding.NONE;

	private int row;

	DocumentTable(String name, DocumentText text) {
		this.name = name;
		this.text = text;
		this.problems = new SourceProblems(name);
	}

	SourceTable read(XMLStreamReader events, List<String> before) throws XMLStreamException {
		while (!OfficeXml.isEnd(events, "tbl")) {
			events.next();
			if (OfficeXml.isStart(events)) {
				switch (events.getLocalName()) {
					case "tr" -> row(events);
					case "tblPr", "Fallback" -> OfficeXml.skip(events);
					default -> {
					}
				}
			}
		}
		this.merges.addAll(this.open.values());
		this.merges
			.forEach((merge) -> this.rows.merge(merge.row(), merge.column(), merge.lastRow(), merge.lastColumn()));
		if (this.encoding != LegacyEncoding.NONE) {
			this.problems.add(Problem.warning("import-legacy-converted", this.encoding.name(), this.name), null, null);
		}
		return this.rows.table(this.name, Origin.DOCUMENT, before);
	}

	List<SourceProblem> problems() {
		return this.problems.found();
	}

	private void row(XMLStreamReader events) throws XMLStreamException {
		this.row++;
		int column = 0;
		while (!OfficeXml.isEnd(events, "tr")) {
			events.next();
			if (!OfficeXml.isStart(events)) {
				continue;
			}
			switch (events.getLocalName()) {
				case "trPr" -> {
					String gone = gone(events);
					if (gone != null) {
						if (!OfficeXml.skip(events).isEmpty()) {
							this.problems.add(Problem.warning(gone, String.valueOf(this.row)), this.row, null);
						}
						return;
					}
				}
				case "gridBefore" -> column += span(events);
				case "tc" -> column += cell(events, column);
				case "Fallback" -> OfficeXml.skip(events);
				default -> {
				}
			}
		}
	}

	/** Why nobody sees the row, to the end of its properties. */
	private @Nullable String gone(XMLStreamReader events) throws XMLStreamException {
		String gone = null;
		while (!OfficeXml.isEnd(events, "trPr")) {
			events.next();
			if (OfficeXml.isStart(events)) {
				switch (events.getLocalName()) {
					case "del" -> gone = "import-deleted-row";
					case "hidden" -> gone = OfficeXml.isOn(events) ? "import-hidden-row" : gone;
					default -> {
					}
				}
			}
		}
		return gone;
	}

	private int cell(XMLStreamReader events, int column) throws XMLStreamException {
		int span = 1;
		String vertical = null;
		boolean deleted = false;
		StringBuilder nested = new StringBuilder();
		this.text.take();
		while (!OfficeXml.isEnd(events, "tc")) {
			events.next();
			if (OfficeXml.isEnd(events, "p")) {
				this.text.endOfParagraph();
			}
			if (!OfficeXml.isStart(events)) {
				continue;
			}
			switch (events.getLocalName()) {
				case "gridSpan" -> span = span(events);
				case "vMerge" -> vertical = Objects.requireNonNullElse(OfficeXml.attribute(events, "val"), "continue");
				case "cellDel" -> deleted = true;
				case "tbl" -> nested.append(OfficeXml.skip(events));
				case "tcPrChange" -> OfficeXml.skip(events);
				default -> this.text.element(events, true);
			}
		}
		put(column, this.text.take(), deleted, nested.toString());
		merge(column, span, vertical);
		return span;
	}

	private void put(int column, RunText cell, boolean deleted, String nested) {
		if (!nested.isEmpty()) {
			this.problems.add(Problem.warning("import-nested-table"), this.row, column);
		}
		if (deleted) {
			this.problems.add(Problem.warning("import-struck-text", CellText.abbreviated(cell.text())), this.row,
					column);
			return;
		}
		this.encoding = (cell.encoding() != LegacyEncoding.NONE) ? cell.encoding() : this.encoding;
		cell.problems().forEach((problem) -> this.problems.add(problem, this.row, column));
		this.rows.put(this.row, column, cell.text());
	}

	private void merge(int column, int span, @Nullable String vertical) {
		Merge above = this.open.remove(column);
		if ("continue".equals(vertical) && above != null) {
			this.open.put(column, above.downTo(this.row));
			return;
		}
		if (above != null) {
			this.merges.add(above);
		}
		this.open.put(column, new Merge(this.row, column, this.row, column + span - 1));
	}

	private static int span(XMLStreamReader events) {
		return Math.max(1,
				Math.min(OfficeXml.number(OfficeXml.attribute(events, "val"), 1), 2 * SourceTable.MOST_COLUMNS));
	}

	private record Merge(int row, int column, int lastRow, int lastColumn) {

		Merge downTo(int row) {
			return new Merge(this.row, this.column, row, this.lastColumn);
		}

	}

}
