package vn.wardkpi.planimport.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column.Part;

/**
 * The years that a table's columns and its title state.
 */
class PlanPeriod {

	/** Plans run for five years as a rule. */
	private static final int TERM = 5;

	private final List<Column> columns;

	private final @Nullable TitleYears named;

	/**
	 * @param named what the title or a person states
	 */
	PlanPeriod(List<Column> columns, @Nullable TitleYears named) {
		this.columns = columns;
		this.named = named;
	}

	/** The period that a column or the title states. */
	@Nullable TitleYears stated() {
		return this.columns.stream()
			.filter((column) -> column.part().isPeriod() && column.part() != Part.PARTY && column.year() != null
					&& column.lastYear() != null)
			.map((column) -> new TitleYears(Objects.requireNonNull(column.year()),
					Objects.requireNonNull(column.lastYear())))
			.filter(this::overlaps)
			.reduce((one, other) -> (other.to() > one.to()) ? other : one)
			.or(() -> Optional.ofNullable(PeriodColumns.latestAbove(this.columns)))
			.orElse((this.named != null && overlaps(this.named) && !leavesOut(this.named)) ? this.named : null);
	}

	/**
	 * Six years in a row that end with a term of five, none of them said to be a result:
	 * the first is the one before the plan.
	 */
	@Nullable TitleYears term() {
		List<Integer> years = this.columns.stream()
			.filter((column) -> column.part() == Part.YEAR)
			.map(Column::year)
			.filter(Objects::nonNull)
			.sorted()
			.toList();
		boolean six = years.size() == TERM + 1
				&& this.columns.stream().noneMatch((column) -> column.part() == Part.BASELINE);
		if (!six) {
			return null;
		}
		int last = Objects.requireNonNull(years.get(TERM));
		boolean inARow = Objects.requireNonNull(years.get(0)) == last - TERM && last % TERM == 0;
		return inARow ? new TitleYears(last - TERM + 1, last) : null;
	}

	/** The year of a title, before which other years after the results have targets. */
	private boolean leavesOut(TitleYears years) {
		int result = lastResult();
		return years.isOneYear() && result > 0
				&& this.columns.stream()
					.anyMatch((column) -> column.part().isYearly() && column.year() != null && result < column.year()
							&& column.year() < years.from());
	}

	/** An old title above new columns says nothing of them. */
	boolean overlaps(TitleYears years) {
		List<Integer> own = this.columns.stream()
			.filter((column) -> column.part().isYearly() || column.part() == Part.UNTIL)
			.map(Column::lastYear)
			.filter(Objects::nonNull)
			.toList();
		return own.isEmpty() || own.stream().anyMatch((year) -> years.from() <= year && year <= years.to());
	}

	int firstYear() {
		return this.columns.stream()
			.filter((column) -> column.part().isYearly() && column.year() != null)
			.mapToInt((column) -> Objects.requireNonNullElse(column.year(), 0))
			.min()
			.orElse(0);
	}

	/** The last year of which there are results, or 0. */
	int lastResult() {
		return this.columns.stream()
			.filter((column) -> column.part() != Part.PART_YEAR && column.year() != null && column.saysResult())
			.mapToInt((column) -> Objects.requireNonNullElse(column.lastYear(), 0))
			.max()
			.orElse(0);
	}

}
