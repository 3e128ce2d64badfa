package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar.Reading;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.shared.UnitName;

/**
 * What the cells of one row say of each other: a unit that none of them has, words among
 * numbers, shares that are probably written as fractions.
 */
final class RowChecks {

	private static final Pattern FRACTION = Pattern.compile("0,\\d+|1|1,0+");

	/** With their marks: "giám sát" is no change. */
	private static final Pattern CHANGE = Pattern.compile(
			"(?:giảm|tăng)(?! *(?:còn|xuống|lên|đến|tới|về))(?: thêm)?[^\\d;]{0,25}\\d",
			Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern OF_CHANGE = Pattern.compile("\\b(?:giảm|tăng|tốc độ|nâng)\\b",
			Pattern.UNICODE_CHARACTER_CLASS);

	private final AnnexRow row;

	private final Readings readings;

	private final List<AnnexCell> cells;

	private final List<ImportProblem> problems;

	private RowChecks(AnnexRow row, Readings readings, List<ImportProblem> problems) {
		this.row = row;
		this.readings = readings;
		this.problems = problems;
		Stream<@Nullable AnnexCell> single = Stream.of(row.period(), row.party());
		this.cells = Stream
			.of(row.targets().values().stream(), row.cityTargets().values().stream(),
					row.others().stream().map(AnnexRow.Issued::cell),
					single.filter(Objects::nonNull).map(Objects::requireNonNull))
			.flatMap((part) -> part)
			.toList();
	}

	static void check(AnnexRow row, Readings readings, List<ImportProblem> problems) {
		RowChecks checks = new RowChecks(row, readings, problems);
		checks.units();
		checks.words();
		checks.fractions();
		checks.result();
		checks.otherThings();
		checks.changes();
	}

	/**
	 * "Giảm 0,5%" under a name that is that of a level: how much less, or the level
	 * itself.
	 */
	private void changes() {
		if (OF_CHANGE.matcher(this.row.name().toLowerCase(Locale.ROOT)).find()) {
			return;
		}
		this.cells.stream()
			.filter((cell) -> CHANGE.matcher(cell.text().toLowerCase(Locale.ROOT)).lookingAt())
			.filter((cell) -> read(cell) instanceof Reading.Understood understood
					&& understood.target().value() != null)
			.forEach((cell) -> add(Problem.warning("import-change-of-level", cell.text()), cell));
	}

	/** Where every cell has another unit, the row's own is probably the wrong one. */
	private void units() {
		List<Reading> readings = this.cells.stream()
			.map(this::read)
			.filter(Reading.Understood.class::isInstance)
			.toList();
		boolean all = readings.size() > 1 && readings.stream()
			.allMatch((reading) -> reading instanceof Reading.Understood understood
					&& understood.convertedFrom() != null);
		if (all && this.row.unit() != null) {
			add(Problem.warning("import-unit-of-all", this.row.unit()), this.cells.get(0));
		}
	}

	/** A word where the others of the row have a number. */
	private void words() {
		List<ParsedTarget> read = targets();
		long words = read.stream().filter((target) -> target.valueType() == ValueType.QUALITATIVE).count();
		if (words == 0 || (words == read.size() && !isMeasured())) {
			return;
		}
		List<AnnexCell> own = new ArrayList<>(this.row.targets().values());
		own.addAll(this.row.cityTargets().values());
		this.row.others().forEach((issued) -> own.add(issued.cell()));
		Stream.ofNullable(this.row.period()).forEach(own::add);
		for (AnnexCell cell : own) {
			if (read(cell) instanceof Reading.Understood understood
					&& understood.target().valueType() == ValueType.QUALITATIVE) {
				add(Problem.warning("import-words-among-numbers", cell.text()), cell);
			}
		}
	}

	/** Whether the row's unit measures, or its result is a number: words are none. */
	private boolean isMeasured() {
		String unit = this.row.unit();
		AnnexCell baseline = this.row.baseline();
		return (unit != null && (UnitName.of(unit).isPercent() || UnitName.of(unit).isMeasure()))
				|| (baseline != null && read(baseline) instanceof Reading.Understood understood
						&& understood.target().value() != null && understood.target().upper() == null);
	}

	/** A result in words where the targets are numbers. */
	private void result() {
		AnnexCell baseline = this.row.baseline();
		boolean numbers = targets().stream().anyMatch((target) -> target.value() != null);
		if (baseline != null && numbers && read(baseline) instanceof Reading.Understood understood
				&& understood.target().valueType() == ValueType.QUALITATIVE) {
			add(Problem.warning("import-baseline-unclear", baseline.text()), baseline);
		}
	}

	/** A cell that names another thing than the row counts: "5 hộ" under "người". */
	private void otherThings() {
		String unit = this.row.unit();
		if (unit == null) {
			return;
		}
		Stream.concat(this.cells.stream(), Stream.ofNullable(this.row.baseline())).forEach((cell) -> {
			if (read(cell) instanceof Reading.Understood understood && understood.convertedFrom() == null
					&& isOther(understood.target(), unit)) {
				add(Problem.warning("import-unit-other", cell.text(), unit), cell);
			}
		});
	}

	private static boolean isOther(ParsedTarget target, String unit) {
		String own = target.unit();
		if (own == null || own.isBlank() || target.valueType() == ValueType.RATIO
				|| target.valueType() == ValueType.QUALITATIVE) {
			return false;
		}
		String named = SearchKey.of(UnitName.of(own).canonical());
		String stated = SearchKey.of(UnitName.of(unit).canonical());
		return !named.isEmpty() && !named.contains(stated) && !stated.contains(named);
	}

	/**
	 * "0,955" under "%" in cells without a percent sign, and nothing above one beside.
	 */
	private void fractions() {
		boolean percent = this.row.unit() != null && UnitName.of(this.row.unit()).isPercent();
		AnnexCell baseline = this.row.baseline();
		if (!percent || (baseline != null && isAboveOne(baseline))
				|| this.cells.stream().anyMatch(RowChecks::isAboveOne)) {
			return;
		}
		boolean fraction = this.cells.stream().anyMatch((cell) -> cell.text().startsWith("0,"));
		this.cells.stream()
			.filter((cell) -> fraction && FRACTION.matcher(cell.text()).matches())
			.forEach((cell) -> add(Problem.warning("target-fraction", cell.text(), asPercent(cell.text())), cell));
	}

	private static boolean isAboveOne(AnnexCell cell) {
		return cell.text().chars().anyMatch(Character::isDigit) && !FRACTION.matcher(cell.text()).matches()
				&& !cell.text().equals("0");
	}

	private static String asPercent(String fraction) {
		return vn.wardkpi.shared.VietnameseNumber
			.write(new java.math.BigDecimal(fraction.replace(',', '.')).movePointRight(2).stripTrailingZeros());
	}

	private List<ParsedTarget> targets() {
		return this.cells.stream()
			.map(this::read)
			.filter(Reading.Understood.class::isInstance)
			.map((reading) -> ((Reading.Understood) reading).target())
			.toList();
	}

	private Reading read(AnnexCell cell) {
		return this.readings.of(cell, this.row);
	}

	private void add(Problem problem, AnnexCell cell) {
		ImportProblem found = new ImportProblem(problem, this.row.no(), cell.place());
		if (!this.problems.contains(found)) {
			this.problems.add(found);
		}
	}

}
