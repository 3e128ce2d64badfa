package vn.wardkpi.planimport.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.planimport.source.SourceTable.Origin;
import vn.wardkpi.planimport.table.Column.Part;

/**
 * A table with one heading: a sheet, a part of one, or tables of a document that go on
 * from page to page.
 *
 * @param sheet what people call it
 * @param above texts above it: titles, the unit of all
 * @param heading {@code null} where none was found
 */
public record TableBlock(String sheet, Origin origin, List<String> above, @Nullable Heading heading,
		List<BodyRow> rows) {

	public TableBlock {
		above = List.copyOf(above);
		rows = List.copyOf(rows);
	}

	/** Whether its rows begin in a sheet or a table of the file. */
	public boolean isOf(@Nullable String table) {
		return !this.rows.isEmpty() && this.rows.get(0).sheet().equals(table);
	}

	/** Whether it is one of the groups of columns of a table. */
	public boolean isPart() {
		return this.rows.stream().anyMatch((row) -> row.row().part() > 1);
	}

	/** The years that its title states. */
	public Optional<TitleYears> titleYears() {
		return Optional.ofNullable(TitleYears.in(this.above));
	}

	public Heading requireHeading() {
		return Objects.requireNonNull(this.heading);
	}

	/** The years of its columns of yearly targets. */
	public Set<Integer> years() {
		return (this.heading == null) ? Set.of()
				: this.heading.columns()
					.stream()
					.filter((column) -> column.part().isYearly() && column.year() != null)
					.map((column) -> Objects.requireNonNull(column.year()))
					.collect(Collectors.toCollection(TreeSet::new));
	}

	boolean hasTargets() {
		return this.heading != null && this.heading.hasTargets();
	}

	/** Its columns of figures, in any order: the same annex has the same. */
	Set<String> signature() {
		return requireHeading().columns()
			.stream()
			.filter((column) -> column.part().isTarget() || column.part() == Part.BASELINE)
			.map((column) -> column.part() + " " + column.year() + " " + column.lastYear())
			.collect(Collectors.toSet());
	}

	TableBlock with(Heading settled) {
		return new TableBlock(this.sheet, this.origin, this.above, settled, this.rows);
	}

	TableBlock followedBy(SourceTable table) {
		List<BodyRow> all = new ArrayList<>(this.rows);
		table.rows().forEach((row) -> all.add(new BodyRow(table.sheet(), row, false)));
		return new TableBlock(this.sheet, this.origin, this.above, this.heading, all);
	}

	/**
	 * @param sheet the table it stands in
	 * @param again whether it is the first below a heading that is repeated
	 */
	public record BodyRow(String sheet, SourceRow row, boolean again) {
	}

}
