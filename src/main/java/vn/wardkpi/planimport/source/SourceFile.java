package vn.wardkpi.planimport.source;

import java.util.ArrayList;
import java.util.List;

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
		List<SourceProblem> found = new ArrayList<>(file.problems());
		TextRepair repair = new TextRepair(found, DocumentProperties.of(content));
		return new SourceFile(file.tables().stream().map(repair::repaired).toList(), found);
	}

}
