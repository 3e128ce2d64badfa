package vn.wardkpi.planimport.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import vn.wardkpi.plan.IndicatorView;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.layout.RawGrid.RawCell;
import vn.wardkpi.planimport.proposal.Proposal;
import vn.wardkpi.planimport.table.TableMapping.RowRole;
import vn.wardkpi.shared.SearchKey;

/**
 * Where each cell of a file ended: in an indicator, in what is listed as left out, or in
 * a question.
 */
public final class Endings {

	/** Said of whole rows that are left out. */
	private static final Set<String> OF_ROWS = Set.of("import-row-ignored", "import-total-ignored", "import-hidden-row",
			"import-deleted-row", "import-section-text");

	private static final Set<String> OF_COLUMNS = Set.of("import-column-ignored", "import-hidden-column",
			"import-column-untitled", "import-year-twice");

	private static final Set<String> OF_TABLES = Set.of("import-table-ignored", "import-table-left-out",
			"import-hidden-sheet");

	private static final Pattern DASH = Pattern.compile("[-–—+*•]");

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?");

	private static final Pattern DITTO = Pattern
		.compile("[-\"'“”’‘„〃 ]*(nt|n\\.t|nhu tren|[\"“”〃″]|//|''|’’)[-\"'“”’‘. ]*");

	/** What numbers a row, or says that it is a part, before its name. */
	private static final Pattern MARK = Pattern
		.compile("(?iu)^(?:[-+*–]\\s*|(?:trong đó|tr\\.đó|t\\.đó|tđ)(?:\\s*[:,]|$)\\s*"
				+ "|\\(?(?:[a-zđ]|[ivx]+|\\d{1,3}(?:\\.\\d{1,3})*)[.)/:]+\\s*)+");

	private final Proposal proposal;

	public Endings(Proposal proposal) {
		this.proposal = proposal;
	}

	/** Those that ended nowhere. */
	public List<RawCell> lost(List<RawCell> cells) {
		return cells.stream().filter((cell) -> !isListed(cell) && !isRead(cell)).toList();
	}

	private boolean isListed(RawCell cell) {
		return this.proposal.problems().stream().anyMatch((problem) -> isOf(problem, cell));
	}

	private static boolean isOf(ImportProblem problem, RawCell cell) {
		String code = problem.problem().code();
		String sheet = problem.place().sheet();
		Integer row = problem.place().row();
		Integer column = problem.place().column();
		if (sheet == null || !sheet.replaceFirst(" \\(\\d+\\)$", "").equals(cell.sheet())) {
			return false;
		}
		if (row == null && column == null) {
			return OF_TABLES.contains(code);
		}
		if (column == null) {
			return Objects.equals(row, cell.row()) && (problem.isError() || OF_ROWS.contains(code));
		}
		if (code.equals("import-row-longer")) {
			return Objects.equals(row, cell.row());
		}
		return column == cell.column() && (Objects.equals(row, cell.row()) || OF_COLUMNS.contains(code));
	}

	private boolean isRead(RawCell cell) {
		Map<Integer, RowRole> roles = this.proposal.mapping().rows().getOrDefault(cell.sheet(), Map.of());
		RowRole role = roles.get(cell.row());
		if (role == null) {
			return roles.keySet().stream().anyMatch((row) -> row > cell.row());
		}
		return switch (role) {
			case HEADING, TITLE, OF_WHICH -> true;
			case SECTION -> isField(cell.text());
			case INDICATOR -> holds(cell);
			default -> false;
		};
	}

	private boolean holds(RawCell cell) {
		return rows(cell).anyMatch((row) -> holds(row, cell.text()));
	}

	/** A mark of a section goes without saying. */
	private boolean isField(String text) {
		String words = key(text.replaceFirst("^\\(?(?:[IVX]+|[A-H]|\\d+)[.)/: -]*(?=\\s|$)", ""));
		return words.isEmpty() || this.proposal.rows()
			.stream()
			.anyMatch((row) -> row.indicator().field() != null && key(row.indicator().field()).contains(words));
	}

	private Stream<Proposal.Row> rows(RawCell cell) {
		return this.proposal.rows()
			.stream()
			.filter((row) -> cell.sheet().equals(row.source().place().sheet())
					&& Objects.equals(row.source().place().row(), cell.row()));
	}

	private boolean holds(Proposal.Row row, String text) {
		IndicatorView view = row.indicator();
		List<String> held = new ArrayList<>(List.of(row.source().printed(), view.name(), view.no()));
		Stream
			.of(view.unit(), view.field(), view.note(), view.leaderInCharge(),
					(view.baseline() != null) ? view.baseline().text() : null)
			.filter(Objects::nonNull)
			.forEach(held::add);
		held.addAll(row.source().leadUnits());
		view.targets().forEach((target) -> held.add(target.text()));
		view.periodTargets().forEach((target) -> held.add(target.text()));
		List<String> keys = held.stream().map(Endings::key).filter((key) -> !key.isEmpty()).toList();
		String bare = MARK.matcher(text).replaceFirst("");
		String key = key(bare);
		boolean unit = view.unit() != null && text.replaceAll("[()\\s]", "").equals(view.unit());
		boolean note = view.note() != null && view.note().contains(text);
		if (bare.isBlank() || unit || note || DASH.matcher(text).matches()) {
			return true;
		}
		return DITTO.matcher(SearchKey.of(text)).matches() || isOfOldLetters(row)
				|| (NUMBER.matcher(text).matches() && held.stream().anyMatch((one) -> digits(one).equals(digits(text))))
				|| keys.stream().anyMatch((one) -> one.equals(key) || one.equals(key(text)))
				|| (key.length() > 2 && keys.stream().anyMatch((one) -> one.contains(key)))
				|| isOfUnits(key, row.source().leadUnits().stream().map(Endings::key).toList());
	}

	/** As they are stored and as they are shown: 0.667 and 66,7%. */
	private static String digits(String number) {
		return number.replaceAll("\\D", "").replaceAll("^0+|0+$", "");
	}

	private boolean isOfOldLetters(Proposal.Row row) {
		return this.proposal.problems()
			.stream()
			.anyMatch((problem) -> problem.problem().code().equals("import-legacy-converted")
					&& Objects.equals(problem.place().sheet(), row.source().place().sheet()));
	}

	/** A cell of several units with words around them. */
	private static boolean isOfUnits(String key, List<String> units) {
		String rest = key;
		for (String one : units) {
			rest = rest.replace(one, "");
		}
		return rest.length() < key.length() && rest.replaceAll("chutri|phoihop|voi", "").isEmpty();
	}

	/** Without signs and blanks; the Symbol font's codes for ≤ and ≥ are signs too. */
	private static String key(String text) {
		return SearchKey.of(text.replaceAll("^[£³²≤≥<>=~]+", "").replace('²', '2'))
			.replaceAll("[^\\p{L}\\p{Nd}]", "")
			.replaceAll("^0+(?=\\d)", "");
	}

}
