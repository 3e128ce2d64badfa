package vn.wardkpi.planimport.web.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.planimport.ImportReading;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Heading;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TableMapping.RowRole;

/**
 * Finds what stands where in a file that was read: its tables in order, to which of them
 * a row belongs, and what was understood of it.
 */
final class FilePlaces {

	/** Plans of five years begin with the year after one that five divides. */
	private static final int USUAL_FIRST = 2026;

	private static final int USUAL_LENGTH = 5;

	private final ImportReading reading;

	private final ImportOptions options;

	private final List<TableBlock> blocks = new ArrayList<>();

	private final Map<TableBlock, List<Line>> lines = new LinkedHashMap<>();

	private final Map<RowKey, Proposal.Row> understood = new HashMap<>();

	/**
	 * @param options what a person said so far
	 */
	FilePlaces(ImportReading reading, ImportOptions options) {
		this.reading = reading;
		this.options = options;
		List<TableBlock> all = new ArrayList<>(reading.tables().chosen());
		all.addAll(reading.tables().others());
		Map<String, TableBlock> byRow = new HashMap<>();
		all.forEach((block) -> block.rows()
			.forEach((row) -> byRow.putIfAbsent(row.sheet() + " " + row.row().number(), block)));
		List<SourceTable> tables = reading.source().tables();
		for (int table = 0; table < tables.size(); table++) {
			divide(table, tables.get(table), byRow, all);
		}
		this.blocks.addAll(this.lines.keySet());
		for (Proposal.Row row : reading.proposal().rows()) {
			key(row.source().place()).ifPresent((key) -> this.understood.putIfAbsent(key, row));
		}
	}

	private void divide(int index, SourceTable table, Map<String, TableBlock> byRow, List<TableBlock> all) {
		List<SourceRow> rows = table.rows();
		@Nullable TableBlock[] of = new TableBlock[rows.size()];
		for (int i = 0; i < of.length; i++) {
			of[i] = byRow.get(table.sheet() + " " + rows.get(i).number());
		}
		TableBlock only = all.stream().filter((block) -> block.sheet().equals(table.sheet())).findFirst().orElse(null);
		TableBlock before = null;
		for (int i = 0; i < of.length; i++) {
			TableBlock block = (of[i] != null) ? of[i] : next(of, i, (before != null) ? before : only);
			if (block != null) {
				this.lines.computeIfAbsent(block, (key) -> new ArrayList<>())
					.add(new Line(new RowKey(index, rows.get(i).number(), 0), table, rows.get(i), i, of[i] != null));
				before = block;
			}
		}
	}

	/** Headings belong to what follows. */
	private static @Nullable TableBlock next(@Nullable TableBlock[] of, int from, @Nullable TableBlock otherwise) {
		for (int i = from; i < of.length; i++) {
			if (of[i] != null) {
				return of[i];
			}
		}
		return otherwise;
	}

	/** The first year of the plan, as far as it is known. */
	int from() {
		PlanDraft draft = this.reading.proposal().draft();
		TableMapping mapping = this.reading.proposal().mapping();
		return (draft != null) ? draft.fromYear()
				: (mapping.fromYear() != null) ? mapping.fromYear() : years().min().orElse(USUAL_FIRST);
	}

	/** Its last, or that of a plan of usual length. */
	int to() {
		PlanDraft draft = this.reading.proposal().draft();
		return Math.max((draft != null) ? draft.toYear() : years().max().orElse(0), from() + USUAL_LENGTH - 1);
	}

	private IntStream years() {
		return this.blocks.stream().flatMap((block) -> block.years().stream()).mapToInt(Integer::intValue);
	}

	ImportOptions options() {
		return this.options;
	}

	ImportReading reading() {
		return this.reading;
	}

	/** The tables in the order of the file. */
	List<TableBlock> blocks() {
		return this.blocks;
	}

	List<Line> lines(TableBlock block) {
		return this.lines.getOrDefault(block, List.of());
	}

	boolean isChosen(TableBlock block) {
		return this.reading.tables().chosen().contains(block);
	}

	Optional<Proposal.Row> understood(RowKey key) {
		return Optional.ofNullable(this.understood.get(key));
	}

	/** Whether a row is among those that are shown. */
	boolean isShown(RowKey key) {
		return this.lines.values().stream().flatMap(List::stream).anyMatch((line) -> line.key().equals(key.whole()));
	}

	/** Whether a row stands below a heading. */
	boolean isBody(RowKey key) {
		return this.lines.values()
			.stream()
			.flatMap(List::stream)
			.anyMatch((line) -> line.body() && line.key().equals(key.whole()));
	}

	/** The row itself, or its parts. */
	List<RowKey> parts(RowKey whole) {
		return this.understood.keySet()
			.stream()
			.filter((key) -> key.table() == whole.table() && key.row() == whole.row())
			.sorted(Comparator.comparingInt(RowKey::part))
			.toList();
	}

	String sheet(RowKey key) {
		List<SourceTable> tables = this.reading.source().tables();
		return (key.table() < tables.size()) ? tables.get(key.table()).sheet() : "";
	}

	Optional<SourceRow> row(RowKey key) {
		List<SourceTable> tables = this.reading.source().tables();
		return (key.table() >= tables.size()) ? Optional.empty()
				: tables.get(key.table()).rows().stream().filter((row) -> row.number() == key.row()).findFirst();
	}

	Optional<RowKey> key(Place place) {
		if (place.sheet() == null || place.row() == null) {
			return Optional.empty();
		}
		List<SourceTable> tables = this.reading.source().tables();
		for (int i = 0; i < tables.size(); i++) {
			if (tables.get(i).sheet().equals(place.sheet())) {
				return Optional.of(new RowKey(i, Objects.requireNonNull(place.row()), place.part()));
			}
		}
		return Optional.empty();
	}

	/** The table in which a row stands, or that is called so. */
	Optional<TableBlock> block(Place place) {
		return this.blocks.stream().filter((block) -> block.sheet().equals(place.sheet())).findFirst();
	}

	/** What the columns of a row's table hold. */
	List<Column> columns(RowKey key) {
		for (TableBlock block : this.blocks) {
			Heading heading = block.heading();
			if (heading != null && lines(block).stream().anyMatch((line) -> line.key().equals(key.whole()))) {
				return heading.columns();
			}
		}
		return List.of();
	}

	@Nullable RowRole role(RowKey key) {
		return this.reading.proposal().mapping().row(sheet(key), key.row());
	}

	/**
	 * A row of a table as the file has it.
	 *
	 * @param index of the row in its table
	 * @param body whether it stands below the heading
	 */
	record Line(RowKey key, SourceTable table, SourceRow row, int index, boolean body) {

		boolean isHeading(@Nullable Heading heading) {
			return !this.body && heading != null && this.index >= heading.first();
		}

	}

}
