package vn.wardkpi.planimport.proposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanDraft.DecisionDraft;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;
import vn.wardkpi.plan.PlanDraft.LeadUnitDraft;
import vn.wardkpi.plan.PlanDraft.TargetDraft;
import vn.wardkpi.planimport.annex.Annex;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.planimport.table.TableMapping;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.ward.LeadUnitCode;
import vn.wardkpi.ward.Ward;

/**
 * Builds the proposal of one annex step by step: its years, what its texts say, its
 * indicators, its decisions, and what does not fit.
 */
final class ProposalBuilder {

	private static final int LONGEST_PLAN = 10;

	/** Of years, where it is not one. */
	private static final int USUAL_PLAN = 5;

	private static final int EARLIEST = 2000;

	private static final int LATEST = 2100;

	private final Ward ward;

	private final Annex annex;

	private final ImportOptions options;

	private final DraftTexts texts;

	private final List<ImportProblem> problems;

	private final List<Inferred> inferred = new ArrayList<>();

	ProposalBuilder(Ward ward, Annex annex, ImportOptions options, DraftTexts texts) {
		this.ward = ward;
		this.annex = annex;
		this.options = options;
		this.texts = texts;
		this.problems = new ArrayList<>(annex.problems());
	}

	Proposal build(LocalDate today, SimilarUnits units) {
		Integer from = (this.annex.fromYear() != null) ? this.annex.fromYear() : this.options.fromYear();
		Integer to = (this.annex.toYear() != null) ? this.annex.toYear() : lastYear(from);
		if (from == null || to == null || this.annex.rows().isEmpty()) {
			if (this.problems.stream().noneMatch(ImportProblem::isError)) {
				add(Problem.error("import-no-indicator"));
			}
			return Proposal.unreadable(this.problems, mapping());
		}
		if (from > to || to - from >= LONGEST_PLAN || from < EARLIEST || to > LATEST) {
			add(Problem.error("import-years-wrong", String.valueOf(from), String.valueOf(to)));
			return Proposal.unreadable(this.problems, mapping());
		}
		askUnits(units);
		return build(from, to, today);
	}

	private @Nullable Integer lastYear(@Nullable Integer from) {
		Integer last = this.options.toYear();
		return (last != null && from != null) ? Integer.valueOf(Math.max(last, from)) : null;
	}

	private Proposal build(int from, int to, LocalDate today) {
		RowReader reader = new RowReader(from, to, this.problems);
		List<ReadRow> rows = this.annex.rows().stream().map(reader::read).toList();
		reportYearsOutside(from, to);
		Integer before = this.annex.baselineYear();
		boolean usual = from == to || to - from + 1 == USUAL_PLAN;
		if (!usual && before == null) {
			add(Problem.warning("import-years-unusual", String.valueOf(from), String.valueOf(to)));
		}
		TextChecks lengths = new TextChecks(this.problems);
		rows.forEach((row) -> lengths.check(row.row()));
		List<IndicatorDraft> indicators = new IndicatorProposer(rows, this.annex.baselineYear(), this.inferred)
			.propose();
		List<DecisionDraft> decisions = new DecisionProposer(this.ward, this.options, this.texts, rows, this.problems)
			.propose(from, today);
		PlanDraft draft = new PlanDraft(this.ward.code(), title(from, to), from, to, null, this.ward.illustrative(),
				leadUnits(), indicators, decisions);
		AnnexChecks checks = new AnnexChecks(rows, draft, this.problems);
		checks.tree();
		checks.targets();
		checks.figures();
		checks.wording();
		return new Proposal(draft, proposed(rows, draft), this.inferred, sorted(), mapping(), null);
	}

	private TableMapping mapping() {
		return this.annex.mapping().withValues(this.options.tables().values());
	}

	private void reportYearsOutside(int from, int to) {
		this.annex.rows()
			.stream()
			.flatMap((row) -> Stream
				.of(row.targets().keySet().stream(), row.cityTargets().keySet().stream(),
						row.others().stream().map(AnnexRow.Issued::year).filter(Objects::nonNull))
				.flatMap((years) -> years))
			.distinct()
			.filter((year) -> year < from || year > to)
			.forEach((year) -> add(Problem.warning("import-year-outside", String.valueOf(year), String.valueOf(from),
					String.valueOf(to))));
	}

	private String title(int from, int to) {
		String given = this.options.title();
		return (given != null && !given.isBlank()) ? given.strip() : this.texts.title(from, to);
	}

	private List<LeadUnitDraft> leadUnits() {
		Map<String, String> units = new LinkedHashMap<>();
		this.annex.rows()
			.forEach((row) -> row.leadUnits().forEach((name) -> units.putIfAbsent(LeadUnitCode.of(name), name)));
		return units.entrySet().stream().map((unit) -> new LeadUnitDraft(unit.getKey(), unit.getValue())).toList();
	}

	/** Once for each name, where it stands first. */
	private void askUnits(SimilarUnits units) {
		Set<String> seen = new HashSet<>();
		for (AnnexRow row : this.annex.rows()) {
			for (String name : row.leadUnits()) {
				List<String> similar = seen.add(name) ? units.of(name) : List.of();
				if (!similar.isEmpty()) {
					List<String> arguments = new ArrayList<>(List.of(name, String.join("”, “", similar)));
					arguments.addAll(similar);
					this.problems.add(new ImportProblem(
							Problem.warning("import-lead-unit-similar", arguments.toArray(String[]::new)), row.no(),
							row.place()));
				}
			}
		}
	}

	private static List<Proposal.Row> proposed(List<ReadRow> rows, PlanDraft draft) {
		Map<String, List<String>> units = new HashMap<>();
		Map<String, List<DecisionDraft>> decisions = byIndicator(draft.decisions());
		List<Proposal.Row> proposed = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			IndicatorDraft indicator = draft.indicators().get(i);
			List<String> effective = (indicator.leadUnits().isEmpty() && indicator.parentNo() != null)
					? units.getOrDefault(indicator.parentNo(), List.of()) : indicator.leadUnits();
			units.put(indicator.no(), effective);
			proposed.add(new Proposal.Row(rows.get(i).row(),
					IndicatorView.of(indicator, effective, decisions.getOrDefault(indicator.no(), List.of()))));
		}
		return proposed;
	}

	/** Each decision with the targets of one indicator alone. */
	private static Map<String, List<DecisionDraft>> byIndicator(List<DecisionDraft> decisions) {
		Map<String, List<DecisionDraft>> found = new HashMap<>();
		for (DecisionDraft decision : decisions) {
			Map<String, List<TargetDraft>> targets = new HashMap<>();
			decision.targets()
				.forEach((target) -> targets.computeIfAbsent(target.no(), (no) -> new ArrayList<>()).add(target));
			targets.forEach((no, own) -> found.computeIfAbsent(no, (key) -> new ArrayList<>())
				.add(new DecisionDraft(decision.issuer(), decision.number(), decision.title(), decision.date(),
						decision.effectiveDate(), decision.source(), own)));
		}
		return found;
	}

	/** Errors first; else as they stand in the file. */
	private List<ImportProblem> sorted() {
		return this.problems.stream()
			.distinct()
			.sorted(Comparator.comparing((ImportProblem problem) -> problem.problem().severity()).reversed())
			.toList();
	}

	private void add(Problem problem) {
		this.problems.add(new ImportProblem(problem, null, Place.FILE));
	}

}
