package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.Heading;
import vn.wardkpi.planimport.table.RowValues;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.RowRole;
import vn.wardkpi.planimport.web.wizard.FilePlaces.Line;
import vn.wardkpi.planimport.web.wizard.TableView.CellView;
import vn.wardkpi.planimport.web.wizard.TableView.ColumnView;
import vn.wardkpi.planimport.web.wizard.TableView.IndicatorSummary;
import vn.wardkpi.planimport.web.wizard.TableView.RowView;

/**
 * Draws the tables of a file as they look.
 */
final class TableViews {

	private final FilePlaces places;

	private final TableMapping stated;

	private final WizardMessages messages;

	private final Understandings understandings;

	private final AnswerFields answers;

	private final Set<RowKey> asked;

	/**
	 * @param stated what a person said
	 * @param asked rows with open questions
	 */
	TableViews(FilePlaces places, TableMapping stated, Understandings understandings, Set<RowKey> asked,
			WizardMessages messages) {
		this.places = places;
		this.stated = stated;
		this.understandings = understandings;
		this.asked = asked;
		this.messages = messages;
		this.answers = new AnswerFields(places, stated, understandings, messages);
	}

	List<TableView> draw() {
		return this.places.blocks().stream().map(this::table).toList();
	}

	private TableView table(TableBlock block) {
		boolean canonical = this.places.reading().proposal().mapping().tables().isEmpty()
				&& !this.places.reading().proposal().rows().isEmpty();
		boolean chosen = canonical || this.places.isChosen(block);
		List<Line> lines = this.places.lines(block);
		boolean nothing = this.places.reading().tables().chosen().isEmpty();
		boolean roles = !canonical && (chosen || nothing);
		List<RowView> rows = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			rows.add(row(block, lines, i, roles));
		}
		return new TableView(this.places.blocks().indexOf(block), block.sheet(), chosen,
				roles ? columns(block, lines) : List.of(), rows);
	}

	private List<ColumnView> columns(TableBlock block, List<Line> lines) {
		Heading heading = block.heading();
		int width = lines.stream().mapToInt((line) -> line.row().cells().size()).max().orElse(0);
		Map<Integer, TableMapping.ColumnRole> own = this.stated.columns().getOrDefault(block.sheet(), Map.of());
		List<ColumnView> columns = new ArrayList<>();
		for (int i = 0; i < width; i++) {
			Column column = (heading != null && i < heading.columns().size()) ? heading.columns().get(i)
					: new Column(Part.NONE, null, null, "");
			columns.add(new ColumnView(i + 1, CellReference.convertNumToColString(i), column.part(),
					isIgnored(column.part()), own.containsKey(i + 1), this.answers.columns(column)));
		}
		return columns;
	}

	private static boolean isIgnored(Part part) {
		return part == Part.OTHER || part == Part.PART_YEAR || part == Part.NONE || part == Part.UNKNOWN;
	}

	private RowView row(TableBlock block, List<Line> lines, int index, boolean roles) {
		Line line = lines.get(index);
		RowRole role = this.places.role(line.key());
		boolean head = line.isHeading(block.heading());
		String kind = (role != null) ? role.name() : head ? RowRole.HEADING.name() : RowRole.TITLE.name();
		boolean changeable = roles && line.body();
		List<RowKey> parts = this.places.parts(line.key());
		boolean known = !line.body() || role != null || !parts.isEmpty();
		return new RowView(line.key().toString(), line.row().number(),
				known ? this.messages.text("planimport.row." + kind) : "", head,
				line.body() && role != RowRole.INDICATOR && role != RowRole.SECTION && role != RowRole.OF_WHICH
						&& roles,
				this.stated.row(line.table().sheet(), line.row().number()) != null,
				changeable ? this.answers.roles(role) : List.of(), cells(block, lines, index, parts),
				parts.stream().map(this.understandings::summary).toList(), this.asked.contains(line.key()));
	}

	private List<CellView> cells(TableBlock block, List<Line> lines, int index, List<RowKey> parts) {
		Line line = lines.get(index);
		SourceRow row = line.row();
		RowValues values = values(line);
		Map<Integer, String> understood = new HashMap<>();
		for (RowKey part : parts) {
			Proposal.Row read = this.places.understood(part).orElseThrow();
			this.understandings.targets(read)
				.forEach((column, text) -> understood.merge(column, text, (a, b) -> a + "; " + b));
		}
		int width = lines.stream().mapToInt((one) -> one.row().cells().size()).max().orElse(0);
		List<CellView> cells = new ArrayList<>();
		for (int i = 0; i < width; i++) {
			SourceCell cell = row.cell(i);
			String typed = values.cells().get(i + 1);
			if (typed == null && isCovered(lines, index, i)) {
				continue;
			}
			Part part = (block.heading() != null) ? block.heading().partOf(i) : Part.NONE;
			cells.add(new CellView((typed != null) ? typed : cell.text(), across(row, i, values), down(lines, index, i),
					line.body() && part.isValue(), line.body() && isIgnored(part), understood.get(i + 1),
					(typed != null) ? cell.text() : null));
		}
		return cells;
	}

	/** Whether a merged cell that is shown covers this one. */
	private boolean isCovered(List<Line> lines, int index, int column) {
		Line line = lines.get(index);
		SourceCell.Covered by = line.row().cell(column).covered();
		if (by == null) {
			return false;
		}
		if (by.up() == 0) {
			return across(line.row(), column - by.left(), values(line)) > by.left();
		}
		return lines.stream()
			.anyMatch((above) -> above.table().sheet().equals(line.table().sheet())
					&& above.row().number() == line.row().number() - by.up());
	}

	private RowValues values(Line line) {
		return this.stated.values(line.table().sheet(), line.row().number(), 0);
	}

	private static int across(SourceRow row, int column, RowValues values) {
		int across = 1;
		while (column + across < row.cells().size() && isPart(row.cell(column + across), 0, across)
				&& !values.cells().containsKey(column + across + 1)) {
			across++;
		}
		return across;
	}

	private int down(List<Line> lines, int index, int column) {
		int down = 1;
		Line origin = lines.get(index);
		while (index + down < lines.size() && lines.get(index + down).table().sheet().equals(origin.table().sheet())
				&& isPart(lines.get(index + down).row().cell(column),
						lines.get(index + down).row().number() - origin.row().number(), 0)
				&& !values(lines.get(index + down)).cells().containsKey(column + 1)) {
			down++;
		}
		return down;
	}

	private static boolean isPart(SourceCell cell, int up, int left) {
		return cell.covered() != null && cell.covered().up() == up && cell.covered().left() == left;
	}

}
