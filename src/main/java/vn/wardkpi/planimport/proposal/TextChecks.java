package vn.wardkpi.planimport.proposal;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.planimport.annex.AnnexCell;
import vn.wardkpi.planimport.annex.AnnexRow;
import vn.wardkpi.planimport.annex.ImportProblem;
import vn.wardkpi.planimport.source.Place;
import vn.wardkpi.shared.FreeText;

/**
 * Whether the texts of an annex are short enough to be kept, each told at its row or
 * cell.
 */
final class TextChecks {

	private final List<ImportProblem> problems;

	/**
	 * @param problems what is found is added
	 */
	TextChecks(List<ImportProblem> problems) {
		this.problems = problems;
	}

	void check(AnnexRow row) {
		check(FreeText.NAME, row.name(), row, row.place());
		check(FreeText.NAME, row.unit(), row, row.place());
		check(FreeText.NAME, row.field(), row, row.place());
		check(FreeText.NAME, row.stated().leader(), row, row.place());
		check(FreeText.WORDS, row.note(), row, row.place());
		row.leadUnits().forEach((name) -> check(FreeText.NAME, name, row, row.place()));
		Stream.of(row.targets().values(), row.cityTargets().values())
			.flatMap((cells) -> cells.stream())
			.forEach((cell) -> check(row, cell));
		Stream.of(row.period(), row.party(), row.baseline()).forEach((cell) -> check(row, cell));
	}

	private void check(AnnexRow row, @Nullable AnnexCell cell) {
		if (cell != null) {
			check(FreeText.WORDS, cell.text(), row, cell.place());
		}
	}

	private void check(FreeText limit, @Nullable String text, AnnexRow row, Place place) {
		limit.problem(text).ifPresent((problem) -> this.problems.add(new ImportProblem(problem, row.no(), place)));
	}

}
