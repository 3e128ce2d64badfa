package vn.wardkpi.planimport;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.shared.Problem;

/**
 * What the wording of an annex is checked for. Names are kept as printed; a slip of the
 * pen is pointed out for a person to correct.
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
