package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar.Reading;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;

/**
 * Reads the texts of a row's targets and of its baseline in the unit of its indicator.
 * What is no clear target is left out and asked.
 */
final class RowReader {

	/** "Chỉ tiêu pháp lệnh Thành phố giao năm 2026", also misspelt. */
	private static final Pattern GIVEN_BY_CITY = Pattern
		.compile("(?:thanh pho|\\btp\\b|tinh|cap tren|trung uong) giao(?: trong| cho)? nam (20\\d\\d)");

	private static final Pattern GIVEN = Pattern.compile("(?:thanh pho|\\btp\\b|tinh|cap tren|trung uong) giao\\b");

	private static final Pattern LEGALLY_GIVEN = Pattern
		.compile("phap lenh.*(?:thanh pho|\\btp\\b|tinh|cap tren|trung uong) giao");

	/** What a spreadsheet program shows for a truth value, and marks that say nothing. */
	private static final Pattern NO_FIGURE = Pattern
		.compile("(?iu)-*(true|false|đúng|sai|nt|n/a|như trên)\\.?-*|[\"“”'’]+");

	private final int from;

	private final int to;

	private final Readings readings = new Readings();

	private final List<ImportProblem> problems;

	/**
	 * @param problems what is unclear is added
	 */
	RowReader(int from, int to, List<ImportProblem> problems) {
		this.from = from;
		this.to = to;
		this.problems = problems;
	}

	ReadRow read(AnnexRow row) {
		SortedMap<Integer, ParsedTarget> targets = years(row, row.targets());
		SortedMap<Integer, ParsedTarget> city = years(row, row.cityTargets());
		if (row.note() != null) {
			List<Integer> given = yearsGivenByCity(row.note());
			if (given.isEmpty() && row.cityTargets().isEmpty() && row.stated().direction() == null
					&& GIVEN.matcher(SearchKey.of(row.note())).find()) {
				this.problems
					.add(new ImportProblem(Problem.warning("import-note-issuer", row.note()), row.no(), row.place()));
			}
			given.forEach((year) -> {
				ParsedTarget target = targets.get(year);
				if (target != null && row.others().stream().noneMatch((other) -> other.issuer() == Issuer.CITY)) {
					city.putIfAbsent(year, target);
				}
			});
		}
		RowChecks.check(row, this.readings, this.problems);
		return new ReadRow(row, targets, city, target(row, row.period()).orElse(null),
				target(row, row.party()).orElse(null), others(row), baseline(row).orElse(null));
	}

	private List<ReadRow.IssuedTarget> others(AnnexRow row) {
		List<ReadRow.IssuedTarget> others = new ArrayList<>();
		for (AnnexRow.Issued issued : row.others()) {
			Integer year = issued.year();
			if (year == null || (this.from <= year && year <= this.to)) {
				target(row, issued.cell())
					.ifPresent((target) -> others.add(new ReadRow.IssuedTarget(issued.issuer(), year, target)));
			}
		}
		return others;
	}

	private SortedMap<Integer, ParsedTarget> years(AnnexRow row, Map<Integer, AnnexCell> cells) {
		SortedMap<Integer, ParsedTarget> years = new TreeMap<>();
		cells.forEach((year, cell) -> {
			if (this.from <= year && year <= this.to) {
				target(row, cell).ifPresent((target) -> years.put(year, target));
			}
		});
		return years;
	}

	private List<Integer> yearsGivenByCity(String note) {
		String key = SearchKey.of(note);
		List<Integer> years = GIVEN_BY_CITY.matcher(key)
			.results()
			.map((MatchResult found) -> Integer.valueOf(found.group(1)))
			.toList();
		Matcher legally = LEGALLY_GIVEN.matcher(key);
		return (years.isEmpty() && legally.find()) ? List.of(this.from) : years;
	}

	private Optional<ParsedTarget> target(AnnexRow row, @Nullable AnnexCell cell) {
		if (cell == null) {
			return Optional.empty();
		}
		if (NO_FIGURE.matcher(cell.text()).matches()) {
			add(Problem.error("target-unclear", cell.text(), ""), row, cell);
			return Optional.empty();
		}
		Reading reading = this.readings.of(cell, row);
		if (reading instanceof Reading.Ambiguous ambiguous) {
			String suggestion = Objects.requireNonNullElse(ambiguous.suggestion(), "");
			add(Problem.error(ambiguous.code(), ambiguous.text(), suggestion), row, cell);
		}
		return understood(reading, row, cell);
	}

	/** A result that is no clear number is kept as a text. */
	private Optional<ParsedTarget> baseline(AnnexRow row) {
		AnnexCell cell = row.baseline();
		if (cell == null) {
			return Optional.empty();
		}
		Reading reading = this.readings.of(cell, row);
		if (reading instanceof Reading.Ambiguous ambiguous) {
			add(Problem.warning("import-baseline-unclear", ambiguous.text()), row, cell);
			return Optional.of(new ParsedTarget(cell.text(), null, null, null, null, 0, ValueType.QUALITATIVE, false));
		}
		if (NO_FIGURE.matcher(cell.text()).matches()) {
			add(Problem.warning("import-baseline-unclear", cell.text()), row, cell);
		}
		return understood(reading, row, cell);
	}

	/** Says where a text was turned into the indicator's unit. */
	private Optional<ParsedTarget> understood(Reading reading, AnnexRow row, AnnexCell cell) {
		if (!(reading instanceof Reading.Understood understood)) {
			return Optional.empty();
		}
		understood.remark().ifPresent((remark) -> add(remark, row, cell));
		return Optional.of(understood.target());
	}

	private void add(Problem problem, AnnexRow row, AnnexCell cell) {
		this.problems.add(new ImportProblem(problem, row.no(), cell.place()));
	}

}
