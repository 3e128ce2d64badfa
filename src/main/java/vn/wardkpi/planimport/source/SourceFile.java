package vn.wardkpi.planimport.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What an uploaded file contains, whatever its format.
 */
public record SourceFile(List<SourceTable> tables, List<SourceProblem> problems) {

	/** Annexes have some tens of kilobytes. */
	public static final int MOST_BYTES = 5 * 1024 * 1024;

	public SourceFile {
		tables = List.copyOf(tables);
		problems = List.copyOf(problems);
	}

	/**
	 * Reads by content, not by the name's ending.
	 * @throws RefusedException TOO_LARGE; UNSUPPORTED if it is no file that can be read,
	 * saying what to do; INVALID if it is empty
	 */
	public static SourceFile read(byte[] content) {
		if (content.length == 0) {
			throw new RefusedException(Kind.INVALID, "import.file-empty");
		}
		if (content.length > MOST_BYTES) {
			throw new RefusedException(Kind.TOO_LARGE, "import.file-too-large",
					String.valueOf(MOST_BYTES / 1024 / 1024));
		}
		SourceFile file = switch (FileKind.of(content)) {
			case WORKBOOK -> new WorkbookReader().read(content);
			case DOCUMENT -> new DocumentReader().read(content);
			case TEXT -> new DelimitedReader().read(content);
		};
		return file.withoutLegacyEncodings();
	}

	private SourceFile withoutLegacyEncodings() {
		List<SourceProblem> found = new ArrayList<>(this.problems);
		List<SourceTable> readable = new ArrayList<>();
		for (SourceTable table : this.tables) {
			String all = table.rows().stream().flatMap((row) -> row.texts().stream()).collect(Collectors.joining(" "));
			LegacyEncoding legacy = LegacyEncoding.of(all);
			if (legacy == LegacyEncoding.NONE) {
				readable.add(table);
			}
			else {
				found.add(new SourceProblem(Problem.error("import-legacy-encoding", legacy.name(), table.sheet()),
						new Place(table.sheet(), null, null)));
			}
		}
		return new SourceFile(readable, found);
	}

}
