package vn.wardkpi.planimport.annex;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.table.Column;
import vn.wardkpi.planimport.table.Column.Part;
import vn.wardkpi.planimport.table.TableBlock;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.planimport.table.TitleYears;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;

/**
 * The years of an annex: those of its columns, else of its title, else what a person
 * says. Where two of them differ it is said.
 */
class PlanYears {

	/** Plans of five years end with years that five divides. */
	private static final int TERM = 5;

	private static final Pattern PART = Pattern.compile("\\bquy (i{1,3}|iv|[1-4])\\b|\\b\\d{1,2} thang (dau|cuoi)"
			+ "|(ke hoach|chi tieu)( \\w+){0,3} thang \\d{1,2}\\b|\\bnam hoc 20\\d\\d");

	private static final Pattern DATED = Pattern.compile("20\\d\\d");

	private final List<TableBlock> blocks;

	private final List<ImportProblem> problems;

	private @Nullable Integer from;

	private @Nullable Integer to;

	PlanYears(List<TableBlock> blocks, TableMapping mapping, List<ImportProblem> problems) {
		this.blocks = blocks;
		this.problems = problems;
		if (blocks.isEmpty()) {
			return;
		}
		Optional<TitleYears> title = blocks.stream().flatMap((block) -> block.titleYears().stream()).findFirst();
		byColumns(title, mapping);
		title.ifPresent((years) -> compare("import-years-title", years.from(), years.to()));
		title.filter(TitleYears::assumed).ifPresent(this::askAssumed);
		askPart();
		if (title.isEmpty() && mapping.fromYear() == null) {
			if (countsYears()) {
				add(Problem.warning("import-years-counted", String.valueOf(this.from), String.valueOf(this.to)));
			}
			else {
				askUnusual();
			}
		}
		if (mapping.fromYear() != null) {
			compare("import-years-stated", mapping.fromYear(),
					Objects.requireNonNullElse(mapping.toYear(), mapping.fromYear()));
		}
	}

	private List<Column> columns() {
		return this.blocks.stream().flatMap((block) -> block.requireHeading().columns().stream()).toList();
	}

	private void byColumns(Optional<TitleYears> title, TableMapping mapping) {
		SortedSet<Integer> years = new TreeSet<>();
		Integer until = null;
		for (Column column : columns()) {
			boolean period = column.part().isPeriod() && column.part() != Part.PARTY;
			if (period && column.year() != null && column.lastYear() != null) {
				this.from = column.year();
				this.to = column.lastYear();
				return;
			}
			if (column.part().isYearly() && column.year() != null) {
				years.add(column.year());
			}
			until = (period && column.lastYear() != null) ? column.lastYear() : until;
		}
		if (!years.isEmpty()) {
			this.from = years.first();
			this.to = (until != null && until > years.last()) ? until : years.last();
			return;
		}
		withoutYears(until, title, mapping);
	}

	private void withoutYears(@Nullable Integer until, Optional<TitleYears> title, TableMapping mapping) {
		Integer first = title.map(TitleYears::from).orElse(mapping.fromYear());
		Integer last = title.map(TitleYears::to).orElse(mapping.toYear());
		boolean fits = first != null && (until == null || (last != null && last.equals(until)));
		if (fits) {
			this.from = first;
			this.to = (last != null) ? last : first;
			return;
		}
		Integer before = baseline();
		boolean five = until != null && until % TERM == 0;
		if (until != null && (five || (before != null && before < until))) {
			this.from = (before != null && before < until) ? before + 1 : until - TERM + 1;
			this.to = until;
			add(Problem.warning("import-years-assumed", String.valueOf(this.from), String.valueOf(until)));
			return;
		}
		add(Problem.error("import-years-unknown"));
	}

	private @Nullable Integer baseline() {
		return columns().stream()
			.filter((column) -> column.part() == Part.BASELINE && column.year() != null)
			.map(Column::year)
			.findFirst()
			.orElse(null);
	}

	private void compare(String code, int first, int last) {
		if (this.from != null && this.to != null && (this.from != first || this.to != last)) {
			add(Problem.warning(code, first + "–" + last, this.from + "–" + this.to));
		}
	}

	/** A title of a quarter or some months over columns that say no year. */
	private void askPart() {
		boolean undated = columns().stream()
			.anyMatch((column) -> column.part().isYearly() && column.title().chars().noneMatch(Character::isDigit));
		this.blocks.stream()
			.flatMap((block) -> block.above().stream())
			.filter((text) -> undated && PART.matcher(SearchKey.of(text)).find())
			.findFirst()
			.ifPresent((text) -> add(
					Problem.warning("import-title-of-part", RowWords.abbreviated(text), String.valueOf(this.from))));
	}

	/** Only the last year is stated, and the columns name none of the others. */
	private void askAssumed(TitleYears years) {
		if (Objects.equals(this.from, years.from()) && Objects.equals(this.to, years.to())
				&& columns().stream().noneMatch((column) -> column.part().isYearly())) {
			add(Problem.warning("import-years-assumed", String.valueOf(this.from), String.valueOf(this.to)));
		}
	}

	/** Whether headings only count the years, after those of the results. */
	private boolean countsYears() {
		boolean counted = columns().stream()
			.anyMatch((column) -> column.part().isYearly() && column.countsYears()
					&& !DATED.matcher(column.title()).find());
		return counted && this.from != null
				&& columns().stream().noneMatch((column) -> column.part().isPeriod() && column.year() != null);
	}

	/** Neither one year nor a term, or a year that does not follow the results. */
	private void askUnusual() {
		Integer before = baseline();
		if (this.from == null || this.to == null || before == null) {
			return;
		}
		int years = this.to - this.from + 1;
		if ((years != 1 && years != TERM) || (years == 1 && before != this.from - 1)) {
			add(Problem.warning("import-years-unusual", String.valueOf(this.from), String.valueOf(this.to)));
		}
	}

	private void add(Problem problem) {
		this.problems.add(new ImportProblem(problem, null, new Place(this.blocks.get(0).sheet(), null, null)));
	}

	@Nullable Integer from() {
		return this.from;
	}

	@Nullable Integer to() {
		return this.to;
	}

	/** The year of the results; one that no heading names is the year before the plan. */
	@Nullable Integer baselineYear() {
		boolean undated = columns().stream().anyMatch((column) -> column.part() == Part.BASELINE);
		Integer stated = baseline();
		return (stated != null) ? stated : (undated && this.from != null) ? Integer.valueOf(this.from - 1) : null;
	}

}
