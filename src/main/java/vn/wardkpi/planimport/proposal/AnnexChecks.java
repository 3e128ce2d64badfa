package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.check.PlanChecks;
import vn.wardkpi.attainment.check.PlannedIndicator;
import vn.wardkpi.plan.tree.IndicatorTree;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanDraft.IndicatorDraft;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.shared.Problem;

/**
 * What the structure, the figures and the wording of an annex are checked for. Names are
 * kept as printed; a slip of the pen is pointed out for a person to correct.
 */
final class AnnexChecks {

	/** Words that are often mistyped, with what was probably meant. */
	private static final Map<Pattern, String> SLIPS = Map.of(slip("chi tiêu(?! (?:ngân sách|thường xuyên|công))"),
			"chỉ tiêu", slip("chuyên đôi số|chuyên đổi số|chuyển đôi số"), "chuyển đổi số", slip("tỉ lê|tỷ lê"),
			"tỷ lệ");

	/** Wrong numbers are told of at their rows when the annex is read. */
	private static final Set<String> NUMBERING = Set.of("no", "parentNo");

	private final List<ReadRow> rows;

	private final PlanDraft draft;

	private final List<ImportProblem> problems;

	private final Map<String, AnnexRow> sources = new HashMap<>();

	/**
	 * @param rows each the source of the draft's indicator in the same place
	 * @param problems what is found is added
	 */
	AnnexChecks(List<ReadRow> rows, PlanDraft draft, List<ImportProblem> problems) {
		this.rows = rows;
		this.draft = draft;
		this.problems = problems;
		rows.forEach((row) -> this.sources.putIfAbsent(row.no(), row.row()));
	}

	private static Pattern slip(String regex) {
		return Pattern.compile("\\b(?:" + regex + ")\\b",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
	}

	/**
	 * What must hold between a plan's indicators. Lead units may still be named until the
	 * plan is adopted: one that is missing is pointed out where others are there.
	 */
	void tree() {
		for (IndicatorTree.Finding finding : this.draft.findings()) {
			if (NUMBERING.contains(finding.field())) {
				continue;
			}
			if (!finding.problem().code().equals(IndicatorTree.LEAD_UNIT_MISSING)) {
				add(finding.problem(), finding.no(), source(finding.no()).place());
			}
			else if (!this.draft.leadUnits().isEmpty()) {
				add(Problem.warning(IndicatorTree.LEAD_UNIT_MISSING, finding.no()), finding.no(),
						source(finding.no()).place());
			}
		}
	}

	/**
	 * Whether every indicator has a target; a group needs none.
	 */
	void targets() {
		for (int i = 0; i < this.rows.size(); i++) {
			ReadRow row = this.rows.get(i);
			if (!row.hasTarget() && this.draft.indicators().get(i).role() != IndicatorRole.GROUP) {
				add(Problem.warning("import-no-target", row.no(), row.row().name()), row.no(), row.row().place());
			}
		}
	}

	/**
	 * The checks of the rules over the plan's own figures, each at its cell.
	 */
	void figures() {
		List<PlannedIndicator> planned = new ArrayList<>();
		for (int i = 0; i < this.rows.size(); i++) {
			planned.add(planned(this.rows.get(i), this.draft.indicators().get(i)));
		}
		for (PlanChecks.Finding finding : PlanChecks.check(this.draft.fromYear(), this.draft.toYear(), planned)) {
			AnnexRow source = source(finding.no());
			AnnexCell cell = (finding.year() != null) ? source.targets().get(finding.year()) : source.period();
			add(finding.problem(), finding.no(), (cell != null) ? cell.place() : source.place());
		}
	}

	private static PlannedIndicator planned(ReadRow row, IndicatorDraft indicator) {
		return new PlannedIndicator(indicator.rule(), indicator.unit(),
				(indicator.baseline() != null) ? indicator.baseline().judged() : null, row.period(), row.targets(),
				row.party());
	}

	/**
	 * Slips of the pen in the names.
	 */
	void wording() {
		for (ReadRow row : this.rows) {
			SLIPS.forEach((slip, meant) -> slip.matcher(row.row().name())
				.results()
				.forEach((found) -> add(Problem.info("import-spelling", found.group(), meant), row.no(),
						row.row().place())));
		}
	}

	private AnnexRow source(String no) {
		return Objects.requireNonNull(this.sources.get(no));
	}

	private void add(Problem problem, String no, Place place) {
		this.problems.add(new ImportProblem(problem, no, place));
	}

}
