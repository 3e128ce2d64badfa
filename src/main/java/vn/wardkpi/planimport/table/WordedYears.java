package vn.wardkpi.planimport.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.shared.SearchKey;

/**
 * Columns whose headings count the plan's years, "Năm thứ nhất", or name school years,
 * "Năm học 2026-2027".
 */
final class WordedYears {

	private static final Map<String, Integer> NUMERALS = Map.ofEntries(Map.entry("nhat", 1), Map.entry("mot", 1),
			Map.entry("hai", 2), Map.entry("ba", 3), Map.entry("tu", 4), Map.entry("bon", 4), Map.entry("nam", 5),
			Map.entry("i", 1), Map.entry("ii", 2), Map.entry("iii", 3), Map.entry("iv", 4), Map.entry("v", 5));

	private static final Pattern COUNTED = Pattern.compile(
			"\\bnam thu (nhat|mot|hai|ba|tu|bon|nam|[1-9](?!\\d)|iii|ii|iv|i|v)\\b|^(?:\\w+ )*nam ([1-9]|iii|ii|iv|i|v)$");

	private static final Pattern SCHOOL = Pattern.compile("\\bnam hoc (20\\d\\d) ?[-–/] ?(20)?(\\d\\d)\\b");

	private static final Pattern RANGE = Pattern.compile("(20\\d\\d) ?(?:-|–|—|den)(?: nam)? ?20\\d\\d");

	private static final int EARLIEST = 2000;

	private final List<Column> columns;

	private final @Nullable TitleYears named;

	/**
	 * @param columns are changed
	 * @param named what the title or a person states
	 */
	WordedYears(List<Column> columns, @Nullable TitleYears named) {
		this.columns = columns;
		this.named = named;
	}

	/** The year that a heading counts, 1 for the first, or {@code null}. */
	static @Nullable Integer counted(String key) {
		Matcher counted = COUNTED.matcher(key);
		if (!counted.find()) {
			return null;
		}
		String numeral = (counted.group(1) != null) ? counted.group(1) : counted.group(2);
		Integer known = NUMERALS.get(numeral);
		return (known != null) ? known : Integer.valueOf(numeral);
	}

	/** The first of the two years of a heading's school year, or {@code null}. */
	static @Nullable Integer school(String key) {
		Matcher school = SCHOOL.matcher(key);
		return school.find() ? Integer.valueOf(school.group(1)) : null;
	}

	/** Gives each its year, as far as that can be known. */
	void settle() {
		Integer first = null;
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			Integer number = column.year();
			if (number != null && number < EARLIEST) {
				first = (first != null) ? first : first();
				Integer start = own(column);
				Integer from = (start != null) ? start : first;
				Integer year = (from != null) ? Integer.valueOf(from + number - 1) : null;
				this.columns.set(i, column.in(column.part(), year, year));
			}
		}
		schools();
	}

	/** The period that stands above the columns themselves. */
	private static @Nullable Integer own(Column column) {
		Matcher range = RANGE.matcher(SearchKey.of(column.title()));
		return range.find() ? Integer.valueOf(range.group(1)) : null;
	}

	/**
	 * The plan's first year: of a period's column, of the title, or after the results.
	 */
	private @Nullable Integer first() {
		Integer period = this.columns.stream()
			.filter((column) -> column.part().isPeriod() && column.part() != Part.PARTY && column.lastYear() != null)
			.map(Column::year)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse((this.named != null) ? Integer.valueOf(this.named.from()) : null);
		return (period != null) ? period : this.columns.stream()
			.filter((column) -> column.part() == Part.BASELINE && column.year() != null && column.year() >= EARLIEST)
			.map((column) -> Objects.requireNonNull(column.year()) + 1)
			.max(Integer::compare)
			.orElse(null);
	}

	/**
	 * A school year is the year in which it begins; where the title's period says so, the
	 * one in which it ends. Beside columns of years it is none of the plan's.
	 */
	private void schools() {
		List<Integer> schools = positions((column) -> isSchool(column) && column.part() != Part.BASELINE);
		boolean years = !positions((column) -> column.part().isYearly() && !isSchool(column)).isEmpty();
		boolean begin = schools.stream().allMatch((i) -> isNamed(first(i)));
		boolean end = schools.stream().allMatch((i) -> isNamed(first(i) + 1));
		int later = (!begin && end) ? 1 : 0;
		for (int i : positions(WordedYears::isSchool)) {
			Column column = this.columns.get(i);
			Part part = (years && column.part().isYearly()) ? Part.UNKNOWN : column.part();
			this.columns.set(i, column.in(part, first(i) + later, first(i) + later));
		}
	}

	private int first(int column) {
		return Objects.requireNonNull(this.columns.get(column).year());
	}

	private boolean isNamed(int year) {
		return this.named == null || (this.named.from() <= year && year <= this.named.to());
	}

	private static boolean isSchool(Column column) {
		return (column.part().isYearly() || column.part() == Part.BASELINE) && column.year() != null
				&& school(SearchKey.of(column.title())) != null;
	}

	private List<Integer> positions(Predicate<Column> which) {
		return IntStream.range(0, this.columns.size()).filter((i) -> which.test(this.columns.get(i))).boxed().toList();
	}

}
