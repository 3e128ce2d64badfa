package vn.wardkpi.planimport.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableMapping.ColumnRole;
import vn.wardkpi.shared.SearchKey;

/**
 * Settles what one column's heading alone cannot say: by the columns beside it, by what
 * stands below it, and by the years that the title or a person states.
 */
class ColumnRoles {

	private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*|[-–—]");

	private static final Pattern MARKER = Pattern
		.compile("\\(?(?:[IVX]+|[A-Ha-z]|\\d{1,3}(?:[.,]\\d{1,3}){0,3})[.)/]*|[-–+•*]");

	private static final Pattern UNIT = Pattern
		.compile("[(]?(%|.*(dong|usd)\\b.*|(k|d|c)?m[23²³]?|ha|tan|ta|kg|nguoi|ho"
				+ "|truong|lop|thon|xa|to|vu|cay|con|lit|km|co so|mo hinh|doanh nghiep|luot.*|lao dong|cong trinh|don vi"
				+ "|giuong.*|bac si.*|diem|to dan pho|hop tac xa|htx|ty|trieu|tr\\.?d.*|phong|nha)[)]?");

	private static final Pattern ESTIMATE = Pattern.compile("\\buoc\\b|\\buth\\b");

	private final TableBlock block;

	private final List<Column> columns;

	private final Map<Integer, ColumnRole> stated;

	private final @Nullable TitleYears named;

	ColumnRoles(TableBlock block, TableMapping mapping) {
		this.block = block;
		this.columns = new ArrayList<>(block.requireHeading().columns());
		this.stated = mapping.columns().getOrDefault(block.sheet(), Map.of());
		this.named = block.titleYears().orElse(mapping.years());
	}

	Heading settle() {
		this.stated.forEach(this::state);
		words();
		withoutResults();
		new YearsBeside(this.columns).settle();
		new WordedYears(this.columns, this.named).settle();
		PeriodColumns periods = new PeriodColumns(this.columns);
		periods.parts();
		periods.milestones(this.named);
		periods.beyond(this.named);
		PlanPeriod period = new PlanPeriod(this.columns, this.named);
		TitleYears plan = period.stated();
		periods((plan != null) ? plan.from() : Math.max(period.firstYear(), period.lastResult() + 1));
		results((plan != null) ? plan : period.term(), period.lastResult());
		undated();
		periods.lastYearAlone(plan);
		periods.until();
		periods.wholes();
		for (Part part : List.of(Part.NUMBER, Part.UNIT, Part.BASELINE)) {
			later(part).forEach((i) -> set(i, Part.OTHER));
		}
		for (Part part : List.of(Part.PARTY, Part.PERIOD, Part.CITY_PERIOD, Part.COUNCIL_PERIOD, Part.AVERAGE)) {
			later(part).forEach((i) -> set(i, Part.UNKNOWN));
		}
		for (Part part : List.of(Part.NOTE, Part.LEAD_UNIT, Part.COOPERATING, Part.LEADER, Part.FIELD)) {
			later(part).forEach((i) -> set(i, Part.TEXT));
		}
		this.stated.forEach(this::state);
		return this.block.requireHeading().with(this.columns);
	}

	private void state(int place, ColumnRole role) {
		int i = place - 1;
		if (0 <= i && i < this.columns.size()) {
			this.columns.set(i, this.columns.get(i).in(role.part(), role.year(), role.lastYear()));
		}
	}

	private void set(int i, Part part) {
		this.columns.set(i, this.columns.get(i).as(part));
	}

	/** Columns of words by what stands in them. */
	private void words() {
		numbersBelowName();
		List<Integer> names = positions(Part.NAME);
		int name = names.stream()
			.filter((i) -> !isOf(i, FIGURE, 0.5))
			.reduce((one, other) -> (texts(other).size() > texts(one).size()) ? other : one)
			.orElse(names.isEmpty() ? -1 : names.get(0));
		names.stream()
			.filter((i) -> i != name)
			.forEach((i) -> set(i, isOf(i, FIGURE, 0.5) ? Part.PLAN : (i < name) ? Part.FIELD : Part.TEXT));
		if (positions(Part.NUMBER).isEmpty()) {
			unnamed((i) -> i < name && isOf(i, MARKER, 0.6)).findFirst().ifPresent((i) -> set(i, Part.NUMBER));
		}
		if (positions(Part.UNIT).isEmpty()) {
			unnamed((i) -> i > name && isOf(i, UNIT, 0.6)).findFirst().ifPresent((i) -> set(i, Part.UNIT));
		}
		unnamed((i) -> this.columns.get(i).part() == Part.UNKNOWN && !hasFigures(i)).forEach((i) -> set(i, Part.TEXT));
	}

	/** "Nội dung" over two columns, the first of which numbers the rows. */
	private void numbersBelowName() {
		for (int i : positions(Part.NAME)) {
			boolean joined = i + 1 < this.columns.size() && this.columns.get(i + 1).part() == Part.JOINED;
			if (joined && positions(Part.NUMBER).isEmpty() && isOf(i, MARKER, 0.8) && !texts(i + 1).isEmpty()
					&& !isOf(i + 1, FIGURE, 0.5)) {
				set(i + 1, Part.NAME);
				set(i, Part.NUMBER);
			}
		}
	}

	private IntStream unnamed(java.util.function.IntPredicate which) {
		return IntStream.range(0, this.columns.size())
			.filter((i) -> this.columns.get(i).part() == Part.NONE || this.columns.get(i).part() == Part.UNKNOWN)
			.filter(which);
	}

	private boolean isOf(int column, Pattern pattern, double share) {
		List<String> texts = texts(column);
		long fitting = texts.stream().filter((text) -> pattern.matcher(text).matches()).count();
		return !texts.isEmpty() && fitting >= share * texts.size();
	}

	private boolean hasFigures(int column) {
		return texts(column).stream().anyMatch((text) -> text.chars().anyMatch(Character::isDigit));
	}

	private List<String> texts(int column) {
		return this.block.rows()
			.stream()
			.map((row) -> row.row().cell(column))
			.filter((cell) -> !cell.isBlank() && !cell.continued())
			.map((cell) -> SearchKey.of(cell.line()))
			.toList();
	}

	/** An ended period beside the new one is no part of the plan. */
	private void periods(int from) {
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			boolean ofYears = column.part().isPeriod() || column.part() == Part.AVERAGE;
			if (ofYears && column.lastYear() != null && column.lastYear() < from) {
				set(i, Part.OTHER);
			}
		}
	}

	/** Columns for results that are still to come say nothing of the plan. */
	private void withoutResults() {
		positions(Part.BASELINE).stream().filter((i) -> texts(i).isEmpty()).forEach((i) -> set(i, Part.OTHER));
	}

	/**
	 * The latest whole year before the plan is the baseline; other results, and what was
	 * planned for years gone by, are history. Targets of years after the last result are
	 * none, whatever the title says.
	 */
	private void results(@Nullable TitleYears plan, int last) {
		int bound = (plan != null) ? plan.from() : Integer.MAX_VALUE;
		int baseline = positions(Part.BASELINE).stream()
			.mapToInt((i) -> Objects.requireNonNullElse(this.columns.get(i).year(), 0))
			.filter((year) -> year < bound)
			.max()
			.orElse(0);
		if (baseline == 0 && plan != null) {
			positions(Part.YEAR).stream()
				.filter((i) -> Integer.valueOf(plan.from() - 1).equals(this.columns.get(i).year()))
				.findFirst()
				.ifPresent((i) -> set(i, Part.BASELINE));
		}
		List<Integer> chosen = positions(Part.BASELINE).stream()
			.filter((i) -> Objects.requireNonNullElse(this.columns.get(i).year(), 0) == baseline
					|| Objects.requireNonNullElse(this.columns.get(i).year(), 0) == bound - 1)
			.toList();
		int best = chosen.stream()
			.filter((i) -> !ESTIMATE.matcher(SearchKey.of(this.columns.get(i).title())).find())
			.findFirst()
			.orElse(chosen.isEmpty() ? -1 : chosen.get(0));
		positions(Part.BASELINE).stream().filter((i) -> i != best).forEach((i) -> set(i, Part.OTHER));
		int before = (plan != null) ? plan.from() - 1 : baseline;
		for (int i = 0; i < this.columns.size(); i++) {
			Integer year = this.columns.get(i).year();
			Part part = this.columns.get(i).part();
			if ((part.isYearly() || part == Part.UNTIL) && year != null && year <= before) {
				set(i, (last > 0 && year > last) ? Part.UNKNOWN : Part.OTHER);
			}
		}
	}

	/**
	 * Targets whose headings say no year are those of the plan's only year, or period.
	 */
	private void undated() {
		Set<Integer> years = new HashSet<>();
		this.columns.stream()
			.filter((column) -> column.part().isYearly() && column.year() != null)
			.forEach((column) -> years.add(Objects.requireNonNull(column.year())));
		boolean periods = this.columns.stream().anyMatch((c) -> c.part() == Part.PERIOD || c.part() == Part.UNTIL);
		Integer only = (years.size() == 1 && !periods) ? years.iterator().next()
				: (years.isEmpty() && this.named != null && this.named.isOneYear()) ? Integer.valueOf(this.named.from())
						: null;
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			boolean issued = column.part() == Part.CITY_PERIOD || column.part() == Part.COUNCIL_PERIOD;
			if (column.year() == null && (column.part() == Part.PLAN || issued)) {
				if (only != null) {
					this.columns.set(i, column.in(column.part().ofYear(), only, only));
				}
				else if (column.part() == Part.PLAN && this.named != null
						&& new PlanPeriod(this.columns, this.named).overlaps(this.named)) {
					this.columns.set(i, column.in(Part.PERIOD, this.named.from(), this.named.to()));
				}
				else if (column.part() == Part.PLAN && years.size() > 1) {
					set(i, Part.UNKNOWN);
				}
			}
		}
	}

	private List<Integer> positions(Part part) {
		return positions((column) -> column.part() == part);
	}

	private List<Integer> positions(Predicate<Column> which) {
		return IntStream.range(0, this.columns.size()).filter((i) -> which.test(this.columns.get(i))).boxed().toList();
	}

	private List<Integer> later(Part part) {
		List<Integer> all = positions(part);
		return all.subList(Math.min(1, all.size()), all.size());
	}

}
