package vn.wardkpi.planimport.table;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.shared.SearchKey;

/**
 * Columns that stand for several years: parts of a period are no period, and a term's
 * last year alone is the period's.
 */
class PeriodColumns {

	/** The column of the whole among columns of its parts. */
	private static final Pattern WHOLE = Pattern
		.compile(".*\\b(tong so|tong cong|tong|toan (xa|phuong|dac khu|thi tran)|ca nam|chung)");

	private static final Pattern RANGE = Pattern.compile("(20\\d\\d) ?[-–—] ?(20\\d\\d)");

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

	/**
	 * The later of two periods whose years stand below them; {@code null} where the
	 * columns have no two.
	 */
	static @Nullable TitleYears latestAbove(List<Column> columns) {
		Set<TitleYears> periods = new TreeSet<>(Comparator.comparingInt(TitleYears::to));
		for (Column column : columns) {
			Matcher range = RANGE.matcher(SearchKey.of(column.title()));
			Integer year = column.year();
			if (column.part().isYearly() && year != null && !column.namesSchoolYear() && range.find()) {
				TitleYears years = new TitleYears(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
				if (years.from() <= year && year <= years.to()) {
					periods.add(years);
				}
			}
		}
		return (periods.size() < 2) ? null : List.copyOf(periods).get(periods.size() - 1);
	}

	/** A vision beyond the period that the title states is no part of the plan. */
	void beyond(@Nullable TitleYears named) {
		if (named == null || named.isOneYear()
				|| this.columns.stream().noneMatch((column) -> isDated(column) && isOf(column, named))) {
			return;
		}
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			if (isDated(column) && column.year() != null && column.year() > named.to()) {
				this.columns.set(i, column.as(Part.UNKNOWN));
			}
		}
	}

	/**
	 * "Mục tiêu 2030", "Mục tiêu 2035" without years between: ends of terms. The first
	 * after the results is the plan's, the later are visions.
	 */
	void milestones(@Nullable TitleYears named) {
		TreeSet<Integer> years = new TreeSet<>();
		this.columns.stream()
			.filter(PeriodColumns::isDated)
			.forEach((column) -> years.add(Objects.requireNonNullElse(column.year(), 0)));
		if (named != null || years.size() < 2 || years.stream().anyMatch((year) -> year % TERM != 0)) {
			return;
		}
		if (positions((column) -> column.part() == Part.BASELINE).isEmpty()) {
			int before = Objects.requireNonNull(years.pollFirst());
			positions((column) -> column.part() == Part.YEAR && Objects.equals(column.year(), before))
				.forEach((i) -> this.columns.set(i, this.columns.get(i).as(Part.BASELINE)));
		}
		int end = years.first();
		for (int i : positions(PeriodColumns::isDated)) {
			Column column = this.columns.get(i);
			int year = Objects.requireNonNullElse(column.year(), 0);
			if (year > end) {
				this.columns.set(i, column.as(Part.UNKNOWN));
			}
			else if (column.part().isYearly()) {
				this.columns.set(i, ofPeriod(column, end));
			}
		}
	}

	private static Column ofPeriod(Column column, int last) {
		Part period = column.part().ofPeriod();
		return column.in(period, (period == Part.UNTIL) ? last : null, last);
	}

	private static boolean isDated(Column column) {
		return column.part().isYearly() || column.part() == Part.UNTIL;
	}

	private static boolean isOf(Column column, TitleYears years) {
		Integer year = column.year();
		return year != null && years.from() <= year && year <= years.to();
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
			.filter(PeriodColumns::isDated)
			.forEach((column) -> years.add(Objects.requireNonNullElse(column.year(), 0)));
		int last = years.isEmpty() ? 0 : years.iterator().next();
		boolean term = this.columns.stream()
			.anyMatch((column) -> column.part() == Part.BASELINE && Integer.valueOf(last - TERM).equals(column.year()));
		boolean alone = years.size() == 1 && this.columns.stream().noneMatch((column) -> column.part() == Part.PERIOD);
		boolean ends = (plan != null) ? plan.to() == last && !plan.isOneYear() : (term && last % TERM == 0);
		for (int i = 0; alone && ends && i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			if (column.part().isYearly()) {
				this.columns.set(i, ofPeriod(column, last));
			}
		}
	}

	/**
	 * "Đến năm 2030" is the period's target, beside columns of years and alone; "đến
	 * 31/12/2026" after the results of 2025 is the year's.
	 */
	void until() {
		List<Integer> found = positions((column) -> column.part() == Part.UNTIL);
		if (found.size() == 1
				&& positions((column) -> column.part().isYearly() || column.part().isPeriod()).isEmpty()) {
			Column only = this.columns.get(found.get(0));
			Integer year = only.year();
			boolean next = year != null && this.columns.stream()
				.anyMatch((column) -> column.part() == Part.BASELINE && Objects.equals(column.year(), year - 1));
			if (next && only.title().contains("31/12")) {
				this.columns.set(found.get(0), only.as(Part.YEAR));
				return;
			}
		}
		boolean period = !positions((column) -> column.part() == Part.PERIOD).isEmpty();
		int chosen = ofLastYear(found);
		for (int i : found) {
			boolean last = i == chosen;
			Integer year = this.columns.get(i).year();
			this.columns.set(i, this.columns.get(i).in((last && !period) ? Part.PERIOD : Part.UNKNOWN, null, year));
		}
	}

	/** The one of the last of the years that have columns of their own, else the last. */
	private int ofLastYear(List<Integer> found) {
		int end = this.columns.stream()
			.filter((column) -> column.part().isYearly())
			.mapToInt((column) -> Objects.requireNonNullElse(column.year(), 0))
			.max()
			.orElse(0);
		return found.stream()
			.filter((i) -> Objects.equals(this.columns.get(i).year(), end))
			.reduce((one, other) -> other)
			.orElse(found.isEmpty() ? -1 : found.get(found.size() - 1));
	}

	/**
	 * Of several columns for one year the one of the whole: "Toàn xã" beside its
	 * villages.
	 */
	void wholes() {
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			if (column.part().isYearly() && WHOLE.matcher(SearchKey.of(column.title())).matches()) {
				List<Integer> same = positions(
						(other) -> other.part() == column.part() && Objects.equals(other.year(), column.year()));
				boolean only = same.stream()
					.filter((j) -> WHOLE.matcher(SearchKey.of(this.columns.get(j).title())).matches())
					.count() == 1;
				int whole = i;
				same.stream()
					.filter((j) -> only && j != whole)
					.forEach((j) -> this.columns.set(j, this.columns.get(j).as(Part.UNKNOWN)));
			}
		}
	}

	private List<Integer> positions(Predicate<Column> which) {
		return IntStream.range(0, this.columns.size()).filter((i) -> which.test(this.columns.get(i))).boxed().toList();
	}

}
