package vn.wardkpi.planimport.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.shared.SearchKey;

/**
 * Columns whose years are told by those of the columns beside them.
 */
class YearsBeside {

	private static final Pattern AIM_OF_YEAR = Pattern.compile(".*\\bmuc tieu (nam )?20\\d\\d");

	/** Plans run for five years as a rule. */
	private static final int TERM = 5;

	private final List<Column> columns;

	/**
	 * @param columns are changed
	 */
	YearsBeside(List<Column> columns) {
		this.columns = columns;
	}

	void settle() {
		terms();
		aims();
		resultsBetween();
	}

	/**
	 * "Nhiệm kỳ 2025–2030" of a congress, beside the results of 2025: the plan begins
	 * with the year after them.
	 */
	private void terms() {
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			Integer from = column.year();
			Integer to = column.lastYear();
			if (!column.part().isPeriod() || from == null || to == null || to - from != TERM) {
				continue;
			}
			if (!positions((one) -> one.part() == Part.BASELINE && Objects.equals(one.year(), from)).isEmpty()) {
				this.columns.set(i, column.in(column.part(), from + 1, to));
			}
		}
	}

	/** "Mục tiêu 2030" beside columns of years, one of them 2030: the period's target. */
	private void aims() {
		List<Integer> years = positions((column) -> column.part() == Part.YEAR);
		for (int i : years) {
			Integer year = this.columns.get(i).year();
			List<Integer> same = years.stream()
				.filter((j) -> Objects.equals(this.columns.get(j).year(), year))
				.toList();
			boolean last = years.stream()
				.allMatch((j) -> Objects.requireNonNullElse(this.columns.get(j).year(), 0) <= Objects
					.requireNonNullElse(year, 0));
			if (last && same.size() == 2 && years.size() > TERM && isAim(i)
					&& same.stream().noneMatch((j) -> j != i && isAim(j))) {
				this.columns.set(i, this.columns.get(i).as(Part.UNTIL));
			}
		}
	}

	/** "KH 2025 | Kết quả thực hiện | KH 2026": the results are those of 2025. */
	private void resultsBetween() {
		for (int i : positions((column) -> column.part() == Part.BASELINE && column.year() == null)) {
			Integer before = target(i, -1);
			Integer after = target(i, 1);
			if (before != null && after != null && after == before + 1) {
				this.columns.set(i, this.columns.get(i).in(Part.BASELINE, before, before));
			}
		}
	}

	/** The year of the nearest column of targets on one side. */
	private @Nullable Integer target(int from, int step) {
		for (int i = from + step; 0 <= i && i < this.columns.size(); i += step) {
			if (this.columns.get(i).part() == Part.YEAR) {
				return this.columns.get(i).year();
			}
		}
		return null;
	}

	private boolean isAim(int column) {
		return AIM_OF_YEAR.matcher(SearchKey.of(this.columns.get(column).title())).matches();
	}

	private List<Integer> positions(Predicate<Column> which) {
		return IntStream.range(0, this.columns.size()).filter((i) -> which.test(this.columns.get(i))).boxed().toList();
	}

}
