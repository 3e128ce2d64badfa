package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.annex.Column.Part;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;

/**
 * The heading of an annex: one row or a few, perhaps repeated on each page.
 *
 * @param columns by position
 * @param height how many rows it takes
 */
record Heading(List<Column> columns, int height) {

	private static final int HIGHEST = 4;

	/**
	 * The heading that begins at a row, if one does.
	 */
	static Optional<Heading> at(List<SourceRow> rows, int index) {
		SourceRow first = rows.get(index);
		List<Column> alone = columns(List.of(first));
		int name = position(alone, Part.NAME);
		boolean more = alone.stream().anyMatch((column) -> column.isValue() || column.part() == Part.UNIT);
		if (name < 0 || !more || first.texts().size() < 3) {
			return Optional.empty();
		}
		int number = position(alone, Part.NUMBER);
		List<SourceRow> heading = new ArrayList<>(List.of(first));
		while (heading.size() < HIGHEST && index + heading.size() < rows.size()
				&& continues(rows.get(index + heading.size()), name, number)) {
			heading.add(rows.get(index + heading.size()));
		}
		return Optional.of(new Heading(settled(columns(heading)), heading.size()));
	}

	/**
	 * A row below that names neither an indicator nor a number, but years and the like.
	 */
	private static boolean continues(SourceRow row, int name, int number) {
		return covered(row.cell(name)) && (number < 0 || covered(row.cell(number)))
				&& row.texts().stream().anyMatch((text) -> Column.of(List.of(text)).part() != Part.OTHER);
	}

	private static boolean covered(SourceCell cell) {
		return cell.isBlank() || cell.continued();
	}

	private static List<Column> columns(List<SourceRow> heading) {
		int width = heading.stream().mapToInt((row) -> row.cells().size()).max().orElse(0);
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < width; i++) {
			int column = i;
			List<String> titles = heading.stream()
				.map((row) -> row.cell(column).line())
				.filter((text) -> !text.isEmpty())
				.distinct()
				.toList();
			columns.add(Column.of(titles));
		}
		return columns;
	}

	/**
	 * Settles what one column alone cannot say: of several results the latest is the
	 * baseline, "by 2030" is the period's target where that year has a column of its own.
	 */
	private static List<Column> settled(List<Column> found) {
		List<Column> columns = new ArrayList<>(found);
		Integer baseline = year(columns, Part.BASELINE, Comparator.naturalOrder());
		boolean period = columns.stream().anyMatch((column) -> column.part() == Part.PERIOD);
		boolean years = columns.stream().anyMatch((column) -> column.part() == Part.YEAR);
		columns.replaceAll((column) -> {
			if (column.part() == Part.BASELINE && !Objects.equals(column.year(), baseline)) {
				return column.as(Part.OTHER);
			}
			if (column.part() == Part.UNTIL) {
				return column.as(!years ? Part.YEAR : period ? Part.OTHER : Part.PERIOD);
			}
			if (column.part() == Part.YEAR && baseline != null && column.year() != null && column.year() <= baseline) {
				return column.as(Part.OTHER);
			}
			return column;
		});
		return onlyFirst(columns, Part.NAME, Part.NUMBER, Part.UNIT, Part.BASELINE, Part.PARTY, Part.PERIOD);
	}

	private static List<Column> onlyFirst(List<Column> columns, Part... parts) {
		for (Part part : parts) {
			int first = position(columns, part);
			for (int i = first + 1; first >= 0 && i < columns.size(); i++) {
				if (columns.get(i).part() == part) {
					columns.set(i, columns.get(i).as(Part.OTHER));
				}
			}
		}
		return Collections.unmodifiableList(columns);
	}

	private static @Nullable Integer year(List<Column> columns, Part part, Comparator<Integer> order) {
		return columns.stream()
			.filter((column) -> column.part() == part)
			.map(Column::year)
			.filter(Objects::nonNull)
			.max(order)
			.orElse(null);
	}

	boolean hasTargets() {
		return this.columns.stream().anyMatch(Column::isTarget);
	}

	@Nullable Integer baselineYear() {
		return year(this.columns, Part.BASELINE, Comparator.naturalOrder());
	}

	int position(Part part) {
		return position(this.columns, part);
	}

	IntStream positions(Part part) {
		return IntStream.range(0, this.columns.size()).filter((i) -> this.columns.get(i).part() == part);
	}

	private static int position(List<Column> columns, Part part) {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).part() == part) {
				return i;
			}
		}
		return -1;
	}

}
