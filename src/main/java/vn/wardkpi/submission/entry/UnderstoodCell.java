package vn.wardkpi.submission.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.actual.ActualParser;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A typed cell as it was understood.
 *
 * @param checked {@code null} where there is nothing to check
 */
record UnderstoodCell(ActualEntry entry, @Nullable CheckResult checked, List<FieldProblem> problems) {

	/**
	 * @param check what a figure of this cell is held against
	 */
	static UnderstoodCell of(IndicatorRow row, ReportingPeriod period, ActualInput input,
			Function<Figure, CheckResult> check) {
		ActualParser.Reading reading = ActualParser.read(row, period, input);
		ActualEntry entry = new ActualEntry(reading.figure(), input.note(), input.cause(), input.remedy(),
				input.noDataReason());
		List<FieldProblem> problems = new ArrayList<>(reading.problems());
		addIfTooLong("note", "note-too-long", entry.note(), problems);
		addIfTooLong("explanation.cause", "cause-too-long", entry.cause(), problems);
		addIfTooLong("explanation.remedy", "remedy-too-long", entry.remedy(), problems);
		addIfTooLong("noDataReason", "no-data-reason-too-long", entry.noDataReason(), problems);
		CheckResult checked = null;
		if (reading.isUnderstood() && !entry.isEmpty()) {
			checked = check.apply(entry.figure());
			problems.addAll(checked.problemsOf(entry));
		}
		return new UnderstoodCell(entry, checked, List.copyOf(problems));
	}

	private static void addIfTooLong(String field, String code, @Nullable String text, List<FieldProblem> problems) {
		FreeText.WORDS.problem(text, code).ifPresent((problem) -> problems.add(new FieldProblem(field, problem)));
	}

	boolean hasErrors() {
		return this.problems.stream().anyMatch((field) -> field.problem().isError());
	}

	/**
	 * @throws RefusedException INVALID with what is wrong
	 */
	ActualEntry requireValid() {
		if (hasErrors()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(),
					this.problems.stream().filter((field) -> field.problem().isError()).toList());
		}
		return this.entry;
	}

	/**
	 * What became of a cell that is not to be stored: it is wrong, says what is stored
	 * already, or was typed over a version its author has not seen.
	 * @param expectedVersion the version its author saw, 0 for none
	 */
	Optional<CellOutcome> unchangedOrRejected(@Nullable StoredActual stored, int expectedVersion) {
		if (hasErrors()) {
			return Optional.of(new CellOutcome.Refused(this.problems));
		}
		boolean same = (stored != null) ? this.entry.sameAs(stored.entry()) : this.entry.isBlank();
		if (same) {
			return Optional.of(new CellOutcome.Same());
		}
		return (stored != null && expectedVersion != stored.version()) ? Optional.of(new CellOutcome.Collided(stored))
				: Optional.empty();
	}

}
