package vn.wardkpi.planimport.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.planimport.annex.Annex;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.annex.Stated;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.SearchKey;
import vn.wardkpi.ward.LeadUnitCode;
import vn.wardkpi.ward.Ward;

/**
 * Makes a plan of an annex's rows: reads the texts of targets, infers what is not stated,
 * and notes what a person should look at.
 */
@Component
public class Proposer {

	/** "Chỉ tiêu pháp lệnh Thành phố giao năm 2026", also misspelt. */
	private static final Pattern GIVEN_BY_CITY = Pattern
		.compile("(?:thanh pho|\\btp\\b|tinh|cap tren|trung uong) giao(?: trong| cho)? nam (20\\d\\d)");

	private static final Pattern LEGALLY_GIVEN = Pattern
		.compile("phap lenh.*(?:thanh pho|\\btp\\b|tinh|cap tren|trung uong) giao");

	private static final Pattern SHARE = Pattern.compile("^ty le\\b|^ti le\\b|\\(%\\)");

	private static final int LONGEST_PLAN = 10;

	private final DraftTexts texts;

	private final Clock clock;

	Proposer(DraftTexts texts, Clock clock) {
		this.texts = texts;
		this.clock = clock;
	}

	public Proposal propose(Ward ward, Annex annex, ImportOptions options, Map<String, Correction> corrections) {
		return new Work(ward, annex, options, corrections).propose();
	}

	/**
	 * The work on one annex.
	 */
	private final class Work {

		private final Ward ward;

		private final Annex annex;

		private final ImportOptions options;

		private final Map<String, Correction> corrections;

		private final List<ImportProblem> problems;

		private final List<Inferred> inferred = new ArrayList<>();

		private final Issuer issuer;

		Work(Ward ward, Annex annex, ImportOptions options, Map<String, Correction> corrections) {
			this.ward = ward;
			this.annex = annex;
			this.options = options;
			this.corrections = corrections;
			this.problems = new ArrayList<>(annex.problems());
			this.issuer = Objects.requireNonNullElse(options.issuer(), Issuer.WARD_COUNCIL);
		}

		public Proposal propose() {
			Integer from = (this.options.fromYear() != null) ? this.options.fromYear() : this.annex.fromYear();
			Integer to = (this.options.toYear() != null) ? this.options.toYear()
					: (this.annex.toYear() != null && from != null)
							? Integer.valueOf(Math.max(this.annex.toYear(), from)) : null;
			if (from == null || to == null || this.annex.rows().isEmpty()) {
				if (this.problems.stream().noneMatch(ImportProblem::isError)) {
					problem(Problem.error("import-no-indicator"), null, Place.FILE);
				}
				return new Proposal(null, List.of(), List.of(), this.problems, null);
			}
			if (from > to || to - from >= LONGEST_PLAN || from < 2000 || to > 2100) {
				problem(Problem.error("import-years-wrong", String.valueOf(from), String.valueOf(to)), null,
						Place.FILE);
				return new Proposal(null, List.of(), List.of(), this.problems, null);
			}
			List<ReadRow> rows = this.annex.rows().stream().map((row) -> read(corrected(row), from, to)).toList();
			reportYearsOutside(from, to);
			List<PlanDraft.IndicatorDraft> indicators = indicators(rows);
			Map<String, String> units = units();
			List<PlanDraft.DecisionDraft> decisions = decisions(rows, from);
			PlanDraft draft = new PlanDraft(this.ward.code(), title(from, to), from, to, null, this.ward.illustrative(),
					units.entrySet()
						.stream()
						.map((unit) -> new PlanDraft.LeadUnitDraft(unit.getKey(), unit.getValue()))
						.toList(),
					indicators, decisions);
			AnnexChecks.figures(rows, indicators, from, to, this.problems);
			AnnexChecks.wording(rows.stream().map(ReadRow::row).toList(), this.problems);
			return new Proposal(draft, proposed(rows, draft), this.inferred, sorted(), null);
		}

		private String title(int from, int to) {
			String given = this.options.title();
			return (given != null && !given.isBlank()) ? given.strip() : Proposer.this.texts.title(from, to);
		}

		private AnnexRow corrected(AnnexRow row) {
			Correction correction = this.corrections.get(row.no());
			return (correction == null) ? row
					: row.corrected(correction.name(), correction.unit(), correction.stated());
		}

		private ReadRow read(AnnexRow row, int from, int to) {
			SortedMap<Integer, ParsedTarget> targets = new TreeMap<>();
			row.targets().forEach((year, cell) -> {
				if (from <= year && year <= to) {
					read(row, cell).ifPresent((target) -> targets.put(year, target));
				}
			});
			SortedMap<Integer, ParsedTarget> city = new TreeMap<>();
			row.cityTargets().forEach((year, cell) -> {
				if (from <= year && year <= to) {
					read(row, cell).ifPresent((target) -> city.put(year, target));
				}
			});
			if (row.note() != null) {
				cityYears(row.note(), from).forEach((year) -> {
					if (targets.containsKey(year)) {
						city.putIfAbsent(year, Objects.requireNonNull(targets.get(year)));
					}
				});
			}
			return new ReadRow(row, targets, city, read(row, row.period()).orElse(null),
					read(row, row.party()).orElse(null), baseline(row).orElse(null));
		}

		private static List<Integer> cityYears(String note, int from) {
			String key = SearchKey.of(note);
			List<Integer> years = GIVEN_BY_CITY.matcher(key)
				.results()
				.map((found) -> Integer.valueOf(found.group(1)))
				.toList();
			Matcher legally = LEGALLY_GIVEN.matcher(key);
			return (years.isEmpty() && legally.find()) ? List.of(from) : years;
		}

		private Optional<ParsedTarget> read(AnnexRow row, @Nullable AnnexCell cell) {
			if (cell == null) {
				return Optional.empty();
			}
			TargetGrammar.Reading reading = TargetGrammar.read(cell.text(), row.unit());
			if (reading instanceof TargetGrammar.Reading.Ambiguous ambiguous) {
				String suggestion = Objects.requireNonNullElse(ambiguous.suggestion(), "");
				problem(Problem.error(ambiguous.code(), ambiguous.text(), suggestion), row.no(), cell.place());
			}
			return understood(reading, row, cell);
		}

		private Optional<ParsedTarget> understood(TargetGrammar.Reading reading, AnnexRow row, AnnexCell cell) {
			if (!(reading instanceof TargetGrammar.Reading.Understood understood)) {
				return Optional.empty();
			}
			understood.remark().ifPresent((remark) -> problem(remark, row.no(), cell.place()));
			return Optional.of(understood.target());
		}

		/** A result that is no clear number is kept as a text. */
		private Optional<ParsedTarget> baseline(AnnexRow row) {
			AnnexCell cell = row.baseline();
			if (cell == null) {
				return Optional.empty();
			}
			TargetGrammar.Reading reading = TargetGrammar.read(cell.text(), row.unit());
			if (reading instanceof TargetGrammar.Reading.Ambiguous ambiguous) {
				problem(Problem.warning("import-baseline-unclear", ambiguous.text()), row.no(), cell.place());
				return Optional
					.of(new ParsedTarget(cell.text(), null, null, null, null, 0, ValueType.QUALITATIVE, false));
			}
			return understood(reading, row, cell);
		}

		private void reportYearsOutside(int from, int to) {
			this.annex.rows()
				.stream()
				.flatMap((row) -> row.targets().keySet().stream())
				.distinct()
				.filter((year) -> year < from || year > to)
				.forEach((year) -> problem(Problem.warning("import-year-outside", String.valueOf(year),
						String.valueOf(from), String.valueOf(to)), null, Place.FILE));
		}

		private List<PlanDraft.IndicatorDraft> indicators(List<ReadRow> rows) {
			Map<String, List<ReadRow>> children = new HashMap<>();
			rows.forEach((row) -> {
				if (row.row().parentNo() != null) {
					children.computeIfAbsent(row.row().parentNo(), (no) -> new ArrayList<>()).add(row);
				}
			});
			Map<String, IndicatorRole> roles = new HashMap<>();
			Map<String, Guess<IndicatorRole>> guessed = new HashMap<>();
			rows.forEach((row) -> {
				Guess<IndicatorRole> guess = role(row, children.containsKey(row.no()));
				guessed.put(row.no(), guess);
				roles.put(row.no(), Objects.requireNonNullElse(row.row().stated().role(), guess.value()));
			});
			Map<String, Guess<Boolean>> decisive = new HashMap<>();
			rows.forEach((row) -> {
				if (roles.get(row.no()) == IndicatorRole.GROUP) {
					decisive(children.getOrDefault(row.no(), List.of()), decisive);
				}
			});
			Map<String, PlanDraft.IndicatorDraft> drafts = new LinkedHashMap<>();
			rows.forEach((row) -> drafts.put(row.no(), indicator(row, Objects.requireNonNull(guessed.get(row.no())),
					decisive.get(row.no()), evidence(row, roles, children, decisive))));
			checkRoles(rows, drafts);
			return List.copyOf(drafts.values());
		}

		private void checkRoles(List<ReadRow> rows, Map<String, PlanDraft.IndicatorDraft> drafts) {
			Map<String, String> decided = new HashMap<>();
			for (ReadRow row : rows) {
				PlanDraft.IndicatorDraft draft = Objects.requireNonNull(drafts.get(row.no()));
				String parent = draft.parentNo();
				if (draft.role() == IndicatorRole.BREAKDOWN && parent == null) {
					problem(Problem.error("breakdown-without-parent", row.no()), row.no(), row.row().place());
				}
				if (draft.decisive() && parent == null) {
					problem(Problem.error("decisive-without-parent", row.no()), row.no(), row.row().place());
				}
				if (draft.decisive() && parent != null && decided.put(parent, row.no()) != null) {
					problem(Problem.error("decisive-twice", row.no()), row.no(), row.row().place());
				}
				if (!row.hasTarget() && draft.role() != IndicatorRole.GROUP) {
					problem(Problem.warning("import-no-target", row.no(), row.row().name()), row.no(),
							row.row().place());
				}
				if (draft.role() == IndicatorRole.GROUP
						&& drafts.values().stream().noneMatch((other) -> row.no().equals(other.parentNo()))) {
					problem(Problem.error("import-group-empty", row.no()), row.no(), row.row().place());
				}
			}
		}

		/** A group has no figures: what is inferred of its decisive row holds for it. */
		private ReadRow evidence(ReadRow row, Map<String, IndicatorRole> roles, Map<String, List<ReadRow>> children,
				Map<String, Guess<Boolean>> decisive) {
			List<ReadRow> below = children.getOrDefault(row.no(), List.of());
			if (roles.get(row.no()) != IndicatorRole.GROUP || below.isEmpty()) {
				return row;
			}
			return below.stream().filter((child) -> isDecisive(child, decisive)).findFirst().orElse(below.get(0));
		}

		private static boolean isDecisive(ReadRow row, Map<String, Guess<Boolean>> decisive) {
			Boolean stated = row.row().stated().decisive();
			return (stated != null) ? stated : decisive.containsKey(row.no());
		}

		private static Guess<IndicatorRole> role(ReadRow row, boolean parent) {
			if (row.row().parentNo() != null) {
				return Guess.sure(IndicatorRole.BREAKDOWN, "role.below", row.row().parentNo());
			}
			return (parent && !row.hasTarget()) ? Guess.sure(IndicatorRole.GROUP, "role.heading")
					: Guess.sure(IndicatorRole.COUNTED, "role.own-number");
		}

		private static void decisive(List<ReadRow> children, Map<String, Guess<Boolean>> decisive) {
			if (children.stream().anyMatch((row) -> row.row().stated().decisive() != null)) {
				return;
			}
			List<ReadRow> shares = children.stream()
				.filter((row) -> AttributeInference.valueType(row).value() == ValueType.PERCENT
						|| SHARE.matcher(row.key()).find())
				.toList();
			if (shares.size() == 1) {
				decisive.put(shares.get(0).no(), Guess.sure(true, "decisive.rate"));
			}
		}

		private PlanDraft.IndicatorDraft indicator(ReadRow row, Guess<IndicatorRole> roleGuess,
				@Nullable Guess<Boolean> decisiveGuess, ReadRow evidence) {
			AnnexRow source = row.row();
			Stated stated = source.stated();
			String no = row.no();
			IndicatorRole role = chosen(stated.role(), roleGuess, no, "role");
			boolean decisive = Boolean.TRUE.equals(stated.decisive());
			if (stated.decisive() == null && decisiveGuess != null) {
				decisive = true;
				this.inferred.add(decisiveGuess.of(no, "decisive"));
			}
			Direction direction = chosen(stated.direction(), DirectionInference.of(evidence), no, "direction");
			ValueType type = chosen(stated.valueType(), AttributeInference.valueType(evidence), no, "valueType");
			Accumulation accumulation = chosen(stated.accumulation(), AttributeInference.accumulation(evidence, type),
					no, "accumulation");
			boolean bounded = chosen(stated.bounded(), AttributeInference.bounded(evidence, type, direction), no,
					"bounded");
			int decimals = row.all().mapToInt(ParsedTarget::decimals).max().orElse(0);
			return new PlanDraft.IndicatorDraft(no, source.parentNo(), source.name(), source.unit(), source.field(),
					role, decisive, direction, type, accumulation, bounded, decimals, baseline(row), source.note(),
					source.leadUnits().stream().map(LeadUnitCode::of).distinct().toList());
		}

		private <T> T chosen(@Nullable T stated, Guess<T> guess, String no, String field) {
			if (stated != null) {
				return stated;
			}
			this.inferred.add(guess.of(no, field));
			return guess.value();
		}

		private @Nullable Baseline baseline(ReadRow row) {
			ParsedTarget baseline = row.baseline();
			Integer year = this.annex.baselineYear();
			if (baseline == null || year == null) {
				return null;
			}
			Boolean stated = row.row().stated().baselineComparable();
			Guess<Boolean> guess = AttributeInference.baselineComparable(row);
			if (stated == null && !guess.value()) {
				this.inferred.add(guess.of(row.no(), "baselineComparable"));
			}
			return new Baseline(year, baseline.text(), baseline.value(), (stated != null) ? stated : guess.value());
		}

		private Map<String, String> units() {
			Map<String, String> units = new LinkedHashMap<>();
			this.annex.rows()
				.forEach((row) -> row.leadUnits().forEach((name) -> units.putIfAbsent(LeadUnitCode.of(name), name)));
			return units;
		}

		private List<PlanDraft.DecisionDraft> decisions(List<ReadRow> rows, int from) {
			LocalDate today = LocalDate.now(Proposer.this.clock);
			LocalDate start = LocalDate.of(from, 1, 1);
			LocalDate earlier = today.isBefore(start) ? today : start;
			List<PlanDraft.TargetDraft> own = new ArrayList<>();
			List<PlanDraft.TargetDraft> city = new ArrayList<>();
			List<PlanDraft.TargetDraft> party = new ArrayList<>();
			for (ReadRow row : rows) {
				row.targets().forEach((year, target) -> own.add(new PlanDraft.TargetDraft(row.no(), year, target)));
				row.city().forEach((year, target) -> city.add(new PlanDraft.TargetDraft(row.no(), year, target)));
				if (row.period() != null) {
					own.add(new PlanDraft.TargetDraft(row.no(), null, row.period()));
				}
				if (row.party() != null) {
					party.add(new PlanDraft.TargetDraft(row.no(), null, row.party()));
				}
			}
			LocalDate date = this.options.decisionDate();
			List<PlanDraft.DecisionDraft> decisions = new ArrayList<>();
			decisions.add(new PlanDraft.DecisionDraft(this.issuer, blankToNull(this.options.decisionNumber()), null,
					date, (date != null) ? date : earlier, null, own));
			if (this.issuer != Issuer.CITY) {
				city.stream()
					.map(PlanDraft.TargetDraft::year)
					.filter(Objects::nonNull)
					.distinct()
					.sorted()
					.forEach((year) -> decisions.add(new PlanDraft.DecisionDraft(Issuer.CITY, null,
							Proposer.this.texts.city(this.ward, year), null, earlier, null,
							city.stream().filter((target) -> year.equals(target.year())).toList())));
			}
			if (this.issuer != Issuer.PARTY_CONGRESS && !party.isEmpty()) {
				decisions.add(new PlanDraft.DecisionDraft(Issuer.PARTY_CONGRESS, null,
						Proposer.this.texts.party(this.ward), null, earlier, null, party));
			}
			return decisions;
		}

		private List<Proposal.Row> proposed(List<ReadRow> rows, PlanDraft draft) {
			Map<String, List<TargetRow>> targets = new HashMap<>();
			for (PlanDraft.DecisionDraft decision : draft.decisions()) {
				String called = (decision.number() != null) ? decision.number() : decision.title();
				decision.targets()
					.forEach((target) -> targets.computeIfAbsent(target.no(), (no) -> new ArrayList<>())
						.add(new TargetRow(0, target.no(), decision.issuer(), target.year(), target.target(), called,
								decision.effectiveDate())));
			}
			Map<String, List<String>> units = new HashMap<>();
			List<Proposal.Row> proposed = new ArrayList<>();
			for (int i = 0; i < rows.size(); i++) {
				PlanDraft.IndicatorDraft indicator = draft.indicators().get(i);
				List<String> effective = (indicator.leadUnits().isEmpty() && indicator.parentNo() != null)
						? units.getOrDefault(indicator.parentNo(), List.of()) : indicator.leadUnits();
				units.put(indicator.no(), effective);
				List<TargetRow> own = targets.getOrDefault(indicator.no(), new ArrayList<>());
				own.sort(Comparator.comparing((TargetRow target) -> target.issuer().name())
					.thenComparing(TargetRow::year, Comparator.nullsLast(Comparator.naturalOrder())));
				proposed.add(new Proposal.Row(rows.get(i).row(), IndicatorView.of(indicator, effective, own)));
			}
			return proposed;
		}

		/** Errors first; else as they stand in the file. */
		private List<ImportProblem> sorted() {
			return this.problems.stream()
				.sorted(Comparator.comparing((ImportProblem problem) -> problem.problem().severity()).reversed())
				.toList();
		}

		private static @Nullable String blankToNull(@Nullable String text) {
			return (text == null || text.isBlank()) ? null : text.strip();
		}

		private void problem(Problem problem, @Nullable String no, Place place) {
			this.problems.add(new ImportProblem(problem, no, place));
		}

	}

}
