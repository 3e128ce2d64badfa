package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import vn.wardkpi.attainment.check.PlanChecks;
import vn.wardkpi.attainment.check.PlannedIndicator;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.shared.Problem;

/**
 * What the figures and the wording of an annex are checked for. Names are kept as
 * printed; a slip of the pen is pointed out for a person to correct.
 */
final class AnnexChecks {

	/** Words that are often mistyped, with what was probably meant. */
	private static final Map<Pattern, String> SLIPS = Map.of(slip("chi tiêu(?! (?:ngân sách|thường xuyên|công))"),
			"chỉ tiêu", slip("chuyên đôi số|chuyên đổi số|chuyển đôi số"), "chuyển đổi số", slip("tỉ lê|tỷ lê"),
			"tỷ lệ");

	private AnnexChecks() {
	}

	private static Pattern slip(String regex) {
		return Pattern.compile("\\b(?:" + regex + ")\\b",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
	}

	/**
	 * The checks of the rules over the plan's own figures, each at its cell.
	 */
	static void figures(List<ReadRow> rows, List<PlanDraft.IndicatorDraft> indicators, int from, int to,
			List<ImportProblem> problems) {
		List<PlannedIndicator> planned = new ArrayList<>();
		Map<String, AnnexRow> sources = new HashMap<>();
		for (int i = 0; i < rows.size(); i++) {
			ReadRow row = rows.get(i);
			PlanDraft.IndicatorDraft draft = indicators.get(i);
			sources.put(row.no(), row.row());
			planned.add(new PlannedIndicator(draft.rule(), draft.unit(),
					(draft.baseline() != null) ? draft.baseline().judged() : null, row.period(), row.targets(),
					row.party()));
		}
		for (PlanChecks.Finding finding : PlanChecks.check(from, to, planned)) {
			AnnexRow source = Objects.requireNonNull(sources.get(finding.no()));
			AnnexCell cell = (finding.year() != null) ? source.targets().get(finding.year()) : source.period();
			problems.add(
					new ImportProblem(finding.problem(), finding.no(), (cell != null) ? cell.place() : source.place()));
		}
	}

	static void wording(List<AnnexRow> rows, List<ImportProblem> problems) {
		for (AnnexRow row : rows) {
			SLIPS.forEach((slip, meant) -> slip.matcher(row.name())
				.results()
				.forEach(
						(found) -> problems.add(new ImportProblem(Problem.info("import-spelling", found.group(), meant),
								row.no(), row.place()))));
		}
	}

}
