package vn.wardkpi.planimport.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.wardkpi.plan.written.WrittenAttributes;
import vn.wardkpi.planimport.text.LegacyEncoding;
import vn.wardkpi.shared.Problem;

/**
 * What is wrong with the texts of a table whatever file it came from: old encodings that
 * no font told of, recognised row by row by their letters, and marks of notes typed as
 * small digits. Each is put right and said.
 */
class TextRepair {

	/** Raised digits behind a word or a number, but for "m²" and "km³". */
	private static final Pattern NOTE_MARK = Pattern
		.compile("(?<=[\\p{L}\\p{Nd}%)–—-])(?<!(?<!\\p{L})[kcdh]?m)[¹²³⁰⁴-⁹]+(?!\\p{L})");

	/** In one of the old encodings it is a letter. */
	private static final String SOFT_HYPHEN = "\u00ad";

	private static final Pattern STARS = Pattern.compile("(?<=[\\p{L}\\p{Nd}%)–—-])\\s?(?:\\*+|\\(\\*+\\))$");

	private final List<SourceProblem> problems;

	/** Marks of names and fields. */
	private final Set<String> written;

	/**
	 * @param problems what was put right is added
	 * @param properties of the file: rows that the program itself wrote are as they are
	 */
	TextRepair(List<SourceProblem> problems, Map<String, String> properties) {
		this.problems = problems;
		this.written = properties.entrySet()
			.stream()
			.flatMap((property) -> WrittenAttributes.read(property.getKey(), property.getValue()).stream())
			.flatMap((attributes) -> Stream.of(attributes.name(), attributes.field()))
			.collect(Collectors.toSet());
	}

	/** A row of the program's own, in an office's file or in its CSV. */
	private boolean isWritten(SourceRow row, SourceTable table) {
		List<String> titles = table.rows().get(0).texts();
		return (titles.contains("no") && titles.contains("name")) || (!this.written.isEmpty()
				&& row.texts().stream().anyMatch((text) -> this.written.contains(WrittenAttributes.mark(text))));
	}

	SourceTable repaired(SourceTable table) {
		LegacyEncoding ofAll = LegacyEncoding
			.of(table.rows().stream().flatMap((row) -> row.texts().stream()).collect(Collectors.joining(" ")));
		SourceProblems found = new SourceProblems(table.sheet());
		LegacyEncoding seen = LegacyEncoding.NONE;
		List<SourceRow> rows = new ArrayList<>();
		for (SourceRow row : table.rows()) {
			LegacyEncoding encoding = encoding(row, ofAll);
			seen = (encoding != LegacyEncoding.NONE) ? encoding : seen;
			rows.add(changed(row, (text) -> decoded(text, encoding).replace(SOFT_HYPHEN, "")));
		}
		if (seen != LegacyEncoding.NONE) {
			found.add(Problem.warning("import-legacy-converted", seen.name(), table.sheet()), null, null);
		}
		List<SourceRow> clean = rows.stream()
			.map((row) -> isWritten(row, table) ? row : withoutMarks(row, found))
			.toList();
		this.problems.addAll(found.found());
		List<String> before = table.before().stream().map((text) -> LegacyEncoding.of(text).decode(text)).toList();
		return new SourceTable(table.sheet(), table.origin(), before, clean);
	}

	/**
	 * A row may have cells of both times: one that has letters of Unicode alone stays.
	 */
	private static String decoded(String text, LegacyEncoding ofRow) {
		if (isUnicode(text)) {
			return text;
		}
		LegacyEncoding own = LegacyEncoding.of(text);
		return ((own != LegacyEncoding.NONE) ? own : ofRow).decode(text);
	}

	private static boolean isUnicode(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((0x1ea0 <= c && c <= 0x1ef9) || (0x102 <= c && c <= 0x1b0)) {
				return true;
			}
		}
		return false;
	}

	private static LegacyEncoding encoding(SourceRow row, LegacyEncoding ofAll) {
		String text = row.texts().stream().filter((cell) -> !isUnicode(cell)).collect(Collectors.joining(" "));
		LegacyEncoding own = LegacyEncoding.of(text);
		if (own != LegacyEncoding.NONE || ofAll == LegacyEncoding.NONE) {
			return own;
		}
		return text.chars().anyMatch(LegacyEncoding::isWestern) ? ofAll : LegacyEncoding.NONE;
	}

	private static SourceRow changed(SourceRow row, UnaryOperator<String> change) {
		Map<String, String> changed = new HashMap<>();
		List<SourceCell> cells = new ArrayList<>(row.cells().size());
		for (SourceCell cell : row.cells()) {
			cells.add(isLatin(cell.text()) ? cell : cell.withText(changed.computeIfAbsent(cell.text(), change)));
		}
		return new SourceRow(row.number(), cells);
	}

	/** No letter or sign that another encoding could mean otherwise. */
	private static boolean isLatin(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) > 0x7f) {
				return false;
			}
		}
		return true;
	}

	private static boolean isMark(int c) {
		return c == '*' || c == '¹' || c == '²' || c == '³' || (0x2070 <= c && c <= 0x2079);
	}

	private static boolean hasMark(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (isMark(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private static SourceRow withoutMarks(SourceRow row, SourceProblems found) {
		List<SourceCell> cells = new ArrayList<>();
		for (int column = 0; column < row.cells().size(); column++) {
			SourceCell cell = row.cell(column);
			String text = cell.text();
			if (!hasMark(text)) {
				cells.add(cell);
				continue;
			}
			for (Pattern pattern : List.of(NOTE_MARK, STARS)) {
				Matcher matcher = pattern.matcher(text);
				if (matcher.find()) {
					if (!cell.continued()) {
						found.add(Problem.info("import-note-mark", matcher.group().strip()), row.number(), column);
					}
					text = matcher.replaceAll("").strip();
				}
			}
			cells.add(cell.withText(text));
		}
		return new SourceRow(row.number(), cells);
	}

}
