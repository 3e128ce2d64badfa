package vn.wardkpi.submission.entry;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualParser;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionState;
import vn.wardkpi.submission.sheet.PlanYear;

/**
 * Stores what can be stored of a form's cells; each of the others says why it was not.
 * The same few SQL statements whatever the number of cells, besides the audit.
 */
@Component
class SheetEntry {

	private final SheetCellReader cells;

	private final EntryRecorder recorder;

	SheetEntry(SheetCellReader cells, EntryRecorder recorder) {
		this.cells = cells;
		this.recorder = recorder;
	}

	/**
	 * @param rows those that may be entered, by indicator number
	 * @param typed cells of these rows, by indicator number
	 * @return what became of each cell that differs from what is stored, by indicator
	 * number; empty if the form was changed since it was read
	 */
	Optional<Map<String, CellOutcome>> enter(PlanYear of, SubmissionKey key, SubmissionState form,
			Map<String, IndicatorRow> rows, Map<String, TypedCell> typed, Actor actor) {
		List<StoredActual> ofYear = this.cells.figures(key.planId(), key.year());
		Map<String, StoredActual> stored = ofPeriod(ofYear, key.period());
		Map<String, Figure> earlier = earlier(ofYear, key.period());
		Map<String, BigDecimal> numbers = numbers(key, rows, typed, stored);
		Set<String> approvedRows = this.cells.approvedRows(form);
		Map<String, CellOutcome> outcomes = new HashMap<>();
		Map<IndicatorRow, UnderstoodCell> toStore = new LinkedHashMap<>();
		typed.forEach((no, cell) -> {
			IndicatorRow row = Objects.requireNonNull(rows.get(no));
			UnderstoodCell understood = UnderstoodCell.of(row, key.period(), cell.input(),
					(figure) -> of.check(row, figure, earlier.get(no), numbers));
			understood.unchangedOrRejected(stored.get(no), cell.expectedVersion())
				.or(() -> approvedRows.contains(no) ? Optional.of(approvedRow()) : Optional.empty())
				.ifPresentOrElse((outcome) -> outcomes.put(no, outcome), () -> toStore.put(row, understood));
		});
		if (!toStore.isEmpty() && !store(of, key, form, toStore, stored, outcomes, actor)) {
			return Optional.empty();
		}
		outcomes.values().removeIf(CellOutcome.Same.class::isInstance);
		return Optional.of(outcomes);
	}

	private static Map<String, StoredActual> ofPeriod(List<StoredActual> ofYear, ReportingPeriod period) {
		return ofYear.stream()
			.filter((figure) -> figure.entry().figure().period() == period)
			.collect(Collectors.toMap(StoredActual::no, Function.identity()));
	}

	/** The latest figures of earlier periods of the year. */
	private static Map<String, Figure> earlier(List<StoredActual> ofYear, ReportingPeriod period) {
		return ofYear.stream()
			.filter((figure) -> !figure.entry().isEmpty() && figure.entry().figure().period().compareTo(period) < 0)
			.collect(Collectors.toMap(StoredActual::no, (figure) -> figure.entry().figure(),
					BinaryOperator.maxBy(Comparator.comparing(Figure::period))));
	}

	private static CellOutcome approvedRow() {
		return new CellOutcome.Refused(List.of(new FieldProblem("value", Problem.error("row-approved"))));
	}

	/**
	 * @return whether the form was still the one that was read
	 */
	private boolean store(PlanYear of, SubmissionKey key, SubmissionState form,
			Map<IndicatorRow, UnderstoodCell> toStore, Map<String, StoredActual> before,
			Map<String, CellOutcome> outcomes, Actor actor) {
		Map<IndicatorRow, ActualEntry> entries = new LinkedHashMap<>();
		toStore.forEach((row, understood) -> entries.put(row, understood.entry()));
		Optional<Map<String, StoredActual>> stored = this.recorder.storeAll(key, form, of.plan().wardCode(), entries,
				before, actor);
		if (stored.isEmpty()) {
			return false;
		}
		Map<String, StoredActual> theirs = (stored.get().size() < toStore.size())
				? ofPeriod(this.cells.figures(key.planId(), key.year()), key.period()) : Map.of();
		toStore.forEach((row, understood) -> {
			StoredActual figure = stored.get().get(row.no());
			outcomes.put(row.no(), (figure != null) ? new CellOutcome.Saved(figure, understood.problems())
					: new CellOutcome.Collided(Objects.requireNonNull(theirs.get(row.no()))));
		});
		return true;
	}

	/**
	 * What stands on the form once this is stored: parts are held against their wholes.
	 */
	private static Map<String, BigDecimal> numbers(SubmissionKey key, Map<String, IndicatorRow> rows,
			Map<String, TypedCell> typed, Map<String, StoredActual> stored) {
		Map<String, BigDecimal> numbers = new HashMap<>();
		stored.forEach((no, figure) -> put(numbers, no, figure.entry().figure()));
		typed.forEach((no, cell) -> put(numbers, no,
				ActualParser.read(Objects.requireNonNull(rows.get(no)), key.period(), cell.input()).figure()));
		return numbers;
	}

	private static void put(Map<String, BigDecimal> numbers, String no, Figure figure) {
		if (figure.value() != null) {
			numbers.put(no, figure.value());
		}
		else {
			numbers.remove(no);
		}
	}

}
