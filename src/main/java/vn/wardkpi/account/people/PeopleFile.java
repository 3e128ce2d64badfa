package vn.wardkpi.account.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import vn.wardkpi.planimport.source.SourceCell;
import vn.wardkpi.planimport.source.SourceFile;
import vn.wardkpi.planimport.source.SourceProblem;
import vn.wardkpi.planimport.source.SourceRow;
import vn.wardkpi.planimport.source.SourceTable;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.SpreadsheetText;

/**
 * The rows of a list of people.
 *
 * @param remarks what of the file was not read, or not as it stands
 */
public record PeopleFile(List<PersonRow> rows, List<Problem> remarks) {

	/** A list of five hundred people has a tenth of it. */
	public static final int MOST_BYTES = 1024 * 1024;

	public static final int MOST_ROWS = 500;

	/** Lines above the headings at the most: a title, the office, a day. */
	private static final int MOST_ABOVE = 10;

	public PeopleFile {
		rows = List.copyOf(rows);
		remarks = List.copyOf(remarks);
	}

	/**
	 * @throws RefusedException TOO_LARGE; UNSUPPORTED if it cannot be read; INVALID if it
	 * is empty, names no columns, no people or too many
	 */
	public static PeopleFile read(byte[] content) {
		if (content.length == 0) {
			throw new RefusedException(Kind.INVALID, "people.no-file");
		}
		if (content.length > MOST_BYTES) {
			throw new RefusedException(Kind.TOO_LARGE, "people.file-too-large");
		}
		SourceFile file = SourceFile.read(content);
		for (SourceTable table : file.tables()) {
			List<SourceRow> rows = table.rows();
			for (int at = 0; at < Math.min(rows.size(), MOST_ABOVE); at++) {
				Map<PersonColumn, Integer> columns = PersonColumn
					.in(rows.get(at).cells().stream().map(SourceCell::line).toList());
				if (columns.containsKey(PersonColumn.USERNAME) && columns.containsKey(PersonColumn.NAME)) {
					return new PeopleFile(people(rows.subList(at + 1, rows.size()), columns),
							remarks(file, table.sheet()));
				}
			}
		}
		throw new RefusedException(Kind.INVALID, "people.no-headings");
	}

	private static List<PersonRow> people(List<SourceRow> rows, Map<PersonColumn, Integer> columns) {
		List<PersonRow> people = new ArrayList<>();
		for (SourceRow row : rows) {
			Map<PersonColumn, String> cells = new EnumMap<>(PersonColumn.class);
			columns.forEach((column, at) -> {
				String text = SpreadsheetText.original(row.cell(at).text()).strip();
				if (!text.isEmpty()) {
					cells.put(column, text);
				}
			});
			if (!cells.isEmpty()) {
				people.add(new PersonRow(row.number(), cells));
			}
		}
		refuseUnlessSome(people);
		return people;
	}

	/**
	 * @throws RefusedException INVALID if there is nobody, or too many
	 */
	static void refuseUnlessSome(List<PersonRow> people) {
		if (people.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "people.nobody");
		}
		if (people.size() > MOST_ROWS) {
			throw new RefusedException(Kind.INVALID, "people.too-many", String.valueOf(MOST_ROWS));
		}
	}

	/** What was said of other sheets is of no interest. */
	private static List<Problem> remarks(SourceFile file, String sheet) {
		return file.problems()
			.stream()
			.filter((problem) -> Objects.equals(problem.place().sheet(), sheet))
			.map(SourceProblem::problem)
			.filter((problem) -> problem.severity() != Problem.Severity.INFO)
			.toList();
	}

}
