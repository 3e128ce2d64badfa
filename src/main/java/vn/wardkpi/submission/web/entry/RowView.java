package vn.wardkpi.submission.web.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.OverrideRow;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.VietnameseNumber;
import vn.wardkpi.submission.entry.CellOutcome;
import vn.wardkpi.submission.sheet.Sheet;

/**
 * One indicator's row of a sheet as its page shows it.
 *
 * @param source what it was made of
 * @param id for the elements of the row, such as {@code c-2-1}
 * @param before the year before as people write it, if known
 * @param earlier the latest earlier reporting period of the year
 * @param parts whether x and y have cells of their own
 * @param earlierPeriod which period that is
 * @param cell what stands in the row's cells
 * @param kept what is stored, as it would stand in the cells
 * @param saved whether what stands in the cells is stored
 * @param collided somebody else's figure, stored meanwhile
 */
public record RowView(Sheet.Row source, IndicatorRow indicator, String id, boolean group, @Nullable String before,
		@Nullable String earlier, @Nullable ReportingPeriod earlierPeriod, List<TargetView> targets, boolean parts,
		boolean word, CellForm cell, CellForm kept, boolean mayEnter, boolean filled, boolean saved,
		List<VerdictView> verdicts, List<ProblemView> problems, boolean explain, @Nullable StoredActual stored,
		@Nullable CollisionView collided, List<OverrideRow> overrides, List<Issuer> issuers) {

	/** Problems whose second argument is what was probably meant. */
	private static final Set<String> OFFERS_A_NUMBER = Set.of("number-ambiguous", "number-words", "number-none",
			"share-fraction");

	/** "12/18 trường năm 2025" in a note says that x and y are known. */
	private static final Pattern SHARE = Pattern.compile("(?<![\\d/])\\d{1,5}/\\d{1,5}(?![\\d/])");

	public String no() {
		return this.indicator.no();
	}

	/** Why the cell stays empty on purpose, as stored. */
	public @Nullable String noDataReason() {
		return (this.stored != null) ? this.stored.entry().noDataReason() : null;
	}

	/** What became of the cell, as the sheet's script knows it. */
	public String state() {
		if (this.collided != null) {
			return "collided";
		}
		if (hasErrors()) {
			return "refused";
		}
		return this.saved ? "saved" : "empty";
	}

	/**
	 * By how much the official figure differs from the year's estimate, with its sign.
	 */
	public @Nullable String difference() {
		return this.source.difference()
			.map((by) -> VietnameseNumber.signed(by.signum(), number(by.abs())))
			.orElse(null);
	}

	/** The share that x and y make, as people write it. */
	public @Nullable String share() {
		CheckResult checked = this.source.checked();
		Figure figure = (this.stored != null) ? this.stored.entry().figure() : null;
		boolean ofParts = figure != null && figure.numerator() != null && figure.value() == null;
		return (ofParts && checked != null && checked.value() != null) ? VietnameseNumber.write(checked.value()) + "%"
				: null;
	}

	public @Nullable AlignedText beforeAligned() {
		return (this.before != null) ? AlignedText.of(this.before) : null;
	}

	public @Nullable AlignedText earlierAligned() {
		return (this.earlier != null) ? AlignedText.of(this.earlier) : null;
	}

	public boolean hasErrors() {
		return this.problems.stream().anyMatch((problem) -> problem.isError());
	}

	public List<ProblemView> errors() {
		return this.problems.stream().filter((problem) -> problem.isError()).toList();
	}

	/** Whether cause and remedy are asked for, be they given or not. */
	public boolean needsExplanation() {
		CheckResult checked = this.source.checked();
		return checked != null && checked.explanationRequired();
	}

	/** Which keys a phone offers: words and "/" where the row takes them. */
	public String inputMode(String part) {
		return (part.equals("value") && this.indicator.rule().valueType() != ValueType.COUNT) ? "text" : "decimal";
	}

	public boolean invalid(String field) {
		return this.problems.stream().anyMatch((problem) -> problem.isError() && problem.field().equals(field));
	}

	/**
	 * @param typed what was typed, if that is not what is stored
	 * @param outcome what became of it
	 */
	public static RowView of(Sheet.Row row, @Nullable CellForm typed, @Nullable CellOutcome outcome,
			Function<Problem, String> words) {
		IndicatorRow indicator = row.indicator();
		boolean parts = hasParts(row);
		StoredActual stored = row.stored();
		boolean open = outcome instanceof CellOutcome.Refused || outcome instanceof CellOutcome.Collided;
		CellForm stands = cell(row, parts);
		CellForm cell = (open && typed != null) ? typed : stands;
		List<FieldProblem> problems = problems(row, outcome);
		CollisionView collided = (outcome instanceof CellOutcome.Collided collision && typed != null)
				? CollisionView.of(collision, stands, typed) : null;
		boolean explain = !row.isGroup() && ((row.checked() != null && row.checked().explanationRequired())
				|| !cell.getCause().isBlank() || !cell.getRemedy().isBlank());
		boolean answered = stored != null && stored.entry().isAnswered();
		return new RowView(row, indicator, id(indicator.no()), row.isGroup(), before(row),
				written(row.earlier(), indicator), (row.earlier() != null) ? row.earlier().period() : null,
				targets(row), parts, indicator.rule().valueType() == ValueType.QUALITATIVE, cell, stands,
				row.mayEnter(), row.isFilled(), answered && !open, open ? List.of() : verdicts(row.checked()),
				views(problems, words), explain, stored, collided, List.copyOf(row.overrides().values()),
				Stream.of(Issuer.values()).filter(row.targets()::containsKey).toList());
	}

	/** The id of the elements of an indicator's row: "c-2-1". */
	static String id(String no) {
		return "c-" + no.replace('.', '-');
	}

	private static boolean hasParts(Sheet.Row row) {
		if (!row.takesShare()) {
			return false;
		}
		StoredActual stored = row.stored();
		Baseline baseline = row.indicator().baseline();
		boolean ratio = row.indicator().rule().valueType() == ValueType.RATIO
				|| row.targets().values().stream().anyMatch((target) -> target.valueType() == ValueType.RATIO)
				|| (stored != null && stored.entry().figure().numerator() != null);
		Stream<@Nullable String> hints = Stream.of(row.indicator().note(), (baseline != null) ? baseline.text() : null);
		return ratio || hints.anyMatch((hint) -> hint != null && SHARE.matcher(hint).find());
	}

	private static CellForm cell(Sheet.Row row, boolean parts) {
		CellForm cell = new CellForm();
		StoredActual stored = row.stored();
		if (stored == null) {
			cell.setVersion("0");
			return cell;
		}
		ActualEntry entry = stored.entry();
		Figure figure = entry.figure();
		if (parts) {
			cell.setNumerator(number(figure.numerator()));
			cell.setDenominator(number(figure.denominator()));
		}
		cell.setValue(number(figure.value()));
		cell.setAchieved((figure.achieved() != null) ? figure.achieved().name() : "");
		cell.setNote((entry.note() != null) ? entry.note() : "");
		cell.setCause((entry.cause() != null) ? entry.cause() : "");
		cell.setRemedy((entry.remedy() != null) ? entry.remedy() : "");
		cell.setNoDataReason((entry.noDataReason() != null) ? entry.noDataReason() : "");
		cell.setVersion(String.valueOf(stored.version()));
		return cell;
	}

	private static List<FieldProblem> problems(Sheet.Row row, @Nullable CellOutcome outcome) {
		if (outcome instanceof CellOutcome.Refused refused) {
			return refused.problems();
		}
		if (outcome instanceof CellOutcome.Saved saved) {
			return saved.problems();
		}
		CheckResult checked = row.checked();
		StoredActual stored = row.stored();
		boolean asStored = outcome == null || outcome instanceof CellOutcome.Same;
		return (asStored && checked != null && stored != null) ? checked.problemsOf(stored.entry()) : List.of();
	}

	static List<ProblemView> views(List<FieldProblem> problems, Function<Problem, String> words) {
		return problems.stream().map((field) -> {
			Problem problem = field.problem();
			boolean offers = OFFERS_A_NUMBER.contains(problem.code()) && problem.arguments().size() > 1;
			return new ProblemView(problem.severity(), problem.code(), (field.field() != null) ? field.field() : "",
					words.apply(problem), offers ? problem.arguments().get(1) : null);
		}).toList();
	}

	static List<VerdictView> verdicts(@Nullable CheckResult checked) {
		if (checked == null) {
			return List.of();
		}
		List<VerdictView> verdicts = new ArrayList<>();
		for (Issuer issuer : Issuer.values()) {
			Judgement judged = checked.judgements().get(issuer);
			if (judged != null) {
				verdicts.add(new VerdictView(issuer, judged.verdict(), judged.provisional()));
			}
		}
		boolean agreed = verdicts.stream().map(VerdictView::verdict).distinct().count() == 1;
		return (agreed && !verdicts.isEmpty()) ? verdicts.subList(0, 1) : verdicts;
	}

	/**
	 * Issuers that published the same text share it.
	 */
	private static List<TargetView> targets(Sheet.Row row) {
		Map<String, List<Issuer>> issuers = new LinkedHashMap<>();
		for (Issuer issuer : Issuer.values()) {
			ParsedTarget target = row.targets().get(issuer);
			if (target != null) {
				issuers.computeIfAbsent(target.text(), (text) -> new ArrayList<>()).add(issuer);
			}
		}
		return issuers.entrySet().stream().map((entry) -> new TargetView(entry.getValue(), entry.getKey())).toList();
	}

	private static @Nullable String before(Sheet.Row row) {
		String figure = written(row.before(), row.indicator());
		Baseline baseline = row.indicator().baseline();
		return (figure == null && baseline != null && baseline.year() == row.year() - 1) ? baseline.text() : figure;
	}

	public static @Nullable String written(@Nullable Figure figure, IndicatorRow indicator) {
		if (figure == null) {
			return null;
		}
		if (figure.numerator() != null && figure.denominator() != null) {
			return number(figure.numerator()) + "/" + number(figure.denominator());
		}
		if (figure.value() == null) {
			return null;
		}
		String sign = (indicator.rule().valueType() == ValueType.PERCENT) ? "%" : "";
		return VietnameseNumber.write(figure.value(), indicator.decimals()) + sign;
	}

	public static String number(@Nullable BigDecimal number) {
		return (number != null) ? VietnameseNumber.write(number) : "";
	}

	public record TargetView(List<Issuer> issuers, String text) {

		public AlignedText aligned() {
			return AlignedText.of(this.text);
		}

	}

	record VerdictView(Issuer issuer, Verdict verdict, boolean provisional) {
	}

	/**
	 * @param field the cell it belongs to: value, numerator, denominator, achieved, or
	 * explanation
	 * @param suggestion what was probably meant, to be taken with one click
	 */
	record ProblemView(Severity severity, String code, String field, String message, @Nullable String suggestion) {

		boolean isError() {
			return this.severity == Severity.ERROR;
		}

	}

}
