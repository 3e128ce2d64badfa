package vn.wardkpi.planimport.table;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column.Part;

/**
 * Columns that stand for several years: parts of a period are no period, and a term's
 * last year alone is the period's.
 */
class PeriodColumns {

	/** Plans run for five years as a rule. */
	private static final int TERM = 5;

	private final List<Column> columns;

	/**
	 * @param columns are changed
	 */
	PeriodColumns(List<Column> columns) {
		this.columns = columns;
	}

	/** Two or three years of a plan, which is neither a year nor the period. */
	void parts() {
		List<Column> periods = this.columns.stream()
			.filter((column) -> column.part().isPeriod() && column.part() != Part.PARTY && column.year() != null
					&& column.lastYear() != null)
			.toList();
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			if (periods.contains(column)
					&& periods.stream().anyMatch((other) -> isWithin(column, other) || isBeside(column, other))) {
				this.columns.set(i, column.as(Part.UNKNOWN));
			}
		}
	}

	private static int first(Column period) {
		return Objects.requireNonNull(period.year());
	}

	private static int last(Column period) {
		return Objects.requireNonNull(period.lastYear());
	}

	private static int length(Column period) {
		return last(period) - first(period) + 1;
	}

	private static boolean isWithin(Column one, Column other) {
		return length(one) < length(other) && first(other) <= first(one) && last(one) <= last(other);
	}

	/** Both are parts of one term, each other's rest. */
	private static boolean isBeside(Column one, Column other) {
		int term = Math.max(last(one), last(other)) - Math.min(first(one), first(other)) + 1;
		return term <= TERM && length(one) < term && length(other) < term;
	}

	/**
	 * Where no other year has targets, those of a term's last year are the period's: the
	 * title states the period, or the results are those of five years before.
	 */
	void lastYearAlone(@Nullable TitleYears plan) {
		Set<Integer> years = new HashSet<>();
		this.columns.stream()
			.filter((column) -> column.part().isYearly() || column.part() == Part.UNTIL)
			.forEach((column) -> years.add(Objects.requireNonNullElse(column.year(), 0)));
		int last = years.isEmpty() ? 0 : years.iterator().next();
		boolean term = this.columns.stream()
			.anyMatch((column) -> column.part() == Part.BASELINE && Integer.valueOf(last - TERM).equals(column.year()));
		boolean alone = years.size() == 1 && this.columns.stream().noneMatch((column) -> column.part() == Part.PERIOD);
		boolean ends = (plan != null) ? plan.to() == last && !plan.isOneYear() : (term && last % TERM == 0);
		for (int i = 0; alone && ends && i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			if (column.part().isYearly()) {
				Part period = column.part().ofPeriod();
				this.columns.set(i, column.in(period, (period == Part.UNTIL) ? last : null, last));
			}
		}
	}

}
