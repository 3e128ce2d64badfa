package vn.wardkpi.report.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import vn.wardkpi.planexport.annex.AnnexColumn;
import vn.wardkpi.planexport.annex.AnnexColumn.Part;
import vn.wardkpi.planexport.annex.AnnexLayout;
import vn.wardkpi.planexport.annex.AnnexLine;

/**
 * What the annex of a report says of one indicator.
 *
 * @param cells what can be compared with the record: names, units, targets, figures,
 * verdicts
 */
record PaperLine(String no, String name, List<Cell> cells) {

	private static final Set<Part> NOT_COMPARED = Set.of(Part.NUMBER, Part.LEAD_UNITS, Part.LEADER, Part.NOTE);

	PaperLine {
		cells = List.copyOf(cells);
	}

	static List<PaperLine> of(AnnexLayout annex) {
		List<PaperLine> lines = new ArrayList<>();
		int name = annex.columns().stream().map(AnnexColumn::part).toList().indexOf(Part.NAME);
		for (AnnexLine line : annex.lines()) {
			line.no()
				.ifPresent((no) -> lines.add(new PaperLine(no, line.cells().get(name), cells(annex.columns(), line))));
		}
		return lines;
	}

	private static List<Cell> cells(List<AnnexColumn> columns, AnnexLine line) {
		List<Cell> cells = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			AnnexColumn column = columns.get(i);
			if (!NOT_COMPARED.contains(column.part())) {
				cells.add(new Cell(key(column), label(column), line.cells().get(i)));
			}
		}
		return cells;
	}

	/** The same whatever its heading says. */
	private static String key(AnnexColumn column) {
		return column.part() + " " + column.issuer() + " " + column.year();
	}

	private static String label(AnnexColumn column) {
		String label = (column.above() != null) ? column.above() + ": " + column.heading() : column.heading();
		return label.replace('\n', ' ');
	}

	/** Its cells by what they hold. */
	Map<String, Cell> byKey() {
		Map<String, Cell> found = new HashMap<>();
		this.cells.forEach((cell) -> found.put(cell.key(), cell));
		return found;
	}

	/**
	 * @param key which of the line's values it is
	 * @param label the heading it stands under
	 */
	record Cell(String key, String label, String text) {
	}

}
