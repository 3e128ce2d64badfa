package vn.wardkpi.planimport.annex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SpreadsheetText;

/**
 * The canonical CSV of the API: one row an indicator, attributes stated. What is left
 * blank is inferred.
 */
class CanonicalReader {

	private static final Pattern YEAR = Pattern.compile("t(\\d{4})");

	private static final Pattern CITY = Pattern.compile("city(\\d{4})");

	/** What the city set where it is not what the annex's own issuer set. */
	private static final Pattern CITY_TARGET = Pattern.compile("cityTarget(\\d{4})");

	private static final Pattern PARTY = Pattern.compile("partyCongress(\\d{4})");

	private static final Pattern BASELINE = Pattern.compile("baseline(\\d{4})");

	private static final List<Pattern> DATED = List.of(YEAR, CITY, CITY_TARGET, PARTY, BASELINE);

	private static final Set<String> TITLES = Set.of("no", "parent", "name", "unit", "field", "role", "decisive",
			"direction", "valueType", "accumulation", "bounded", "baselineComparable", "baselineOrigin",
			"partyCongress", "period", "cityPeriod", "leadUnits", "leaderInCharge", "note");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,3}");

	private final TableMapping mapping;

	private final List<ImportProblem> problems;

	CanonicalReader(TableMapping mapping, List<ImportProblem> problems) {
		this.mapping = mapping;
		this.problems = problems;
	}

	static boolean reads(SourceTable table) {
		if (table.rows().isEmpty()) {
			return false;
		}
		List<String> titles = table.rows().get(0).cells().stream().map(SourceCell::line).toList();
		return titles.contains("no") && titles.contains("name")
				&& titles.stream().anyMatch((title) -> YEAR.matcher(title).matches());
	}

	Annex read(SourceTable table) {
		Map<String, Integer> columns = new HashMap<>();
		SourceRow titles = table.rows().get(0);
		for (int i = 0; i < titles.cells().size(); i++) {
			columns.put(titles.cell(i).line(), i);
		}
		unused(table, titles, years(columns, BASELINE));
		List<Integer> years = years(columns, YEAR);
		List<AnnexRow> rows = new ArrayList<>();
		for (SourceRow row : table.rows().subList(1, table.rows().size())) {
			Line line = new Line(table.sheet(), row, columns);
			if (row.cells().size() > titles.cells().size()) {
				this.problems.add(new ImportProblem(Problem.error("import-row-longer", String.valueOf(row.number())),
						null, new Place(table.sheet(), row.number(), titles.cells().size() + 1)));
			}
			if (line.text("no").isEmpty() || !NUMBER.matcher(line.text("no")).matches()) {
				line.problem(Problem.error("import-number-unclear", line.text("no"), line.text("name")), "no");
			}
			else if (line.text("name").isEmpty()) {
				line.problem(Problem.error("import-name-missing", line.text("no")), "name");
			}
			else {
				rows.add(line.read());
			}
		}
		if (rows.isEmpty() && this.problems.isEmpty()) {
			this.problems.add(new ImportProblem(Problem.error("import-no-indicator"), null, Place.FILE));
		}
		return new Annex(new Numbering(this.mapping, Set.of(), null, this.problems).settle(rows),
				years.stream().min(Integer::compare).orElse(null), years.stream().max(Integer::compare).orElse(null),
				years(columns, BASELINE).stream().findFirst().orElse(null), this.problems, List.of());
	}

	/** A column of another name would be lost without a word. */
	private void unused(SourceTable table, SourceRow titles, List<Integer> baselines) {
		String used = baselines.isEmpty() ? "" : "baseline" + baselines.get(0);
		for (int i = 0; i < titles.cells().size(); i++) {
			String title = titles.cell(i).line();
			int column = i;
			boolean filled = table.rows().stream().anyMatch((row) -> !row.cell(column).isBlank());
			boolean second = BASELINE.matcher(title).matches() && !title.equals(used);
			if (filled && (second || (!TITLES.contains(title)
					&& DATED.stream().noneMatch((dated) -> dated.matcher(title).matches())))) {
				this.problems.add(new ImportProblem(Problem.warning("import-column-ignored", title), null,
						new Place(table.sheet(), titles.number(), i + 1)));
			}
		}
	}

	private static List<Integer> years(Map<String, Integer> columns, Pattern pattern) {
		return columns.keySet()
			.stream()
			.map(pattern::matcher)
			.filter(Matcher::matches)
			.map((matcher) -> Integer.valueOf(matcher.group(1)))
			.sorted()
			.toList();
	}

	/**
	 * One line with its columns by name.
	 */
	private final class Line {

		private final String sheet;

		private final SourceRow row;

		private final Map<String, Integer> columns;

		Line(String sheet, SourceRow row, Map<String, Integer> columns) {
			this.sheet = sheet;
			this.row = row;
			this.columns = columns;
		}

		AnnexRow read() {
			String no = text("no");
			String parent = blankToNull(text("parent"));
			int dot = no.lastIndexOf('.');
			if (parent == null && dot > 0 && !this.columns.containsKey("parent")) {
				parent = no.substring(0, dot);
			}
			SortedMap<Integer, AnnexCell> targets = new TreeMap<>();
			for (Integer year : years(this.columns, YEAR)) {
				AnnexCell cell = cell("t" + year);
				if (cell != null) {
					targets.put(year, cell);
				}
			}
			SortedMap<Integer, AnnexCell> city = new TreeMap<>();
			for (Integer year : years(this.columns, CITY)) {
				AnnexCell cell = targets.get(year);
				if (cell != null && Boolean.TRUE.equals(yes("city" + year))) {
					city.put(year, cell);
				}
			}
			String baseline = years(this.columns, BASELINE).stream()
				.findFirst()
				.map((year) -> "baseline" + year)
				.orElse("");
			Stated stated = new Stated(value("role", IndicatorRole.class), decisive(),
					value("direction", Direction.class), value("valueType", ValueType.class),
					value("accumulation", Accumulation.class), yes("bounded"), yes("baselineComparable"),
					blankToNull(text("leaderInCharge")), blankToNull(text("baselineOrigin")));
			List<String> units = Stream.of(text("leadUnits").split(";"))
				.map(String::strip)
				.filter((name) -> !name.isEmpty())
				.toList();
			return new AnnexRow(no, parent, no, text("name"), blankToNull(text("unit")), blankToNull(text("field")),
					new Place(this.sheet, this.row.number(), null),
					this.row.cells().stream().map(SourceCell::line).toList(), targets, city, cell("period"),
					cell("partyCongress"), cell(baseline), others(), units, blankToNull(text("note")), stated);
		}

		private List<AnnexRow.Issued> others() {
			List<AnnexRow.Issued> others = new ArrayList<>();
			years(this.columns, CITY_TARGET).forEach((year) -> add(others, Issuer.CITY, year, "cityTarget" + year));
			add(others, Issuer.CITY, null, "cityPeriod");
			years(this.columns, PARTY)
				.forEach((year) -> add(others, Issuer.PARTY_CONGRESS, year, "partyCongress" + year));
			return others;
		}

		private void add(List<AnnexRow.Issued> others, Issuer issuer, @Nullable Integer year, String column) {
			AnnexCell cell = cell(column);
			if (cell != null) {
				others.add(new AnnexRow.Issued(issuer, year, cell));
			}
		}

		private <E extends Enum<E>> @Nullable E value(String column, Class<E> type) {
			String text = text(column);
			if (text.isEmpty()) {
				return null;
			}
			String name = text.toUpperCase(Locale.ROOT);
			E[] values = Objects.requireNonNull(type.getEnumConstants());
			for (E value : values) {
				if (value.name().equals(name)) {
					return value;
				}
			}
			List<String> allowed = Arrays.stream(values).map(Enum::name).toList();
			problem(Problem.error("import-value-unknown", text, column, String.join(", ", allowed)), column);
			return null;
		}

		/** A blank in this column says that the row does not decide. */
		private @Nullable Boolean decisive() {
			Boolean stated = yes("decisive");
			return (stated == null && this.columns.containsKey("decisive") && text("decisive").isEmpty())
					? Boolean.FALSE : stated;
		}

		private @Nullable Boolean yes(String column) {
			return switch (text(column).toLowerCase(Locale.ROOT)) {
				case "" -> null;
				case "yes", "true", "1", "có" -> Boolean.TRUE;
				case "no", "false", "0", "không" -> Boolean.FALSE;
				default -> {
					problem(Problem.error("import-value-unknown", text(column), column, "yes, no"), column);
					yield null;
				}
			};
		}

		private @Nullable AnnexCell cell(String column) {
			String text = text(column);
			return text.isEmpty() ? null : new AnnexCell(text, place(column));
		}

		private String text(String column) {
			Integer position = this.columns.get(column);
			return (position != null) ? SpreadsheetText.original(this.row.cell(position).line()) : "";
		}

		private Place place(String column) {
			Integer position = this.columns.get(column);
			return new Place(this.sheet, this.row.number(), (position != null) ? position + 1 : null);
		}

		private void problem(Problem problem, String column) {
			CanonicalReader.this.problems.add(new ImportProblem(problem, blankToNull(text("no")), place(column)));
		}

		private static @Nullable String blankToNull(String text) {
			return text.isEmpty() ? null : text;
		}

	}

}
