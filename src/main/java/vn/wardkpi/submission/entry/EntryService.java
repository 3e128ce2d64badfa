package vn.wardkpi.submission.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.ActualDetails;
import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.actual.ApprovedActuals;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.SubmissionState;
import vn.wardkpi.submission.sheet.PlanYear;
import vn.wardkpi.submission.sheet.PlanYearReader;
import vn.wardkpi.submission.sheet.Sheet;

/**
 * Enters figures: reads, checks and stores them with their version. One figure costs one
 * read, a look into the calendar and one guarded write, besides its audit.
 */
@Service
@Transactional
public class EntryService {

	/**
	 * Retries before giving up; five concurrent changes of one form within a second do
	 * not occur.
	 */
	private static final int ATTEMPTS = 5;

	private final SheetCellReader cells;

	private final SheetEntry sheets;

	private final EntryRecorder recorder;

	private final OpenForms open;

	private final PlanYearReader years;

	private final ApprovedActuals approved;

	EntryService(SheetCellReader cells, SheetEntry sheets, EntryRecorder recorder, OpenForms open, PlanYearReader years,
			ApprovedActuals approved) {
		this.cells = cells;
		this.sheets = sheets;
		this.recorder = recorder;
		this.open = open;
		this.years = years;
		this.approved = approved;
	}

	/**
	 * The figure as this person may see it, wherever it is entered: drafts for the ward's
	 * staff, what was approved for everybody else.
	 * @throws RefusedException NOT_FOUND if there is none to be seen
	 */
	@Transactional(readOnly = true)
	public ActualDetails find(long planId, String no, int year, ReportingPeriod period, Actor actor) {
		SheetCell cell = this.cells.requireWhereEntered(planId, no, year, period);
		ActualDetails view = actor.maySeeDrafts(cell.ward()) ? draft(cell) : approved(cell).orElse(null);
		if (view == null || !view.entry().isAnswered()) {
			throw new RefusedException(Kind.NOT_FOUND, "actual.unknown", no, String.valueOf(year));
		}
		return view;
	}

	private @Nullable ActualDetails draft(SheetCell cell) {
		StoredActual stored = cell.stored();
		if (stored == null) {
			return null;
		}
		SubmissionState form = cell.form();
		boolean begun = form != null && form.id() != null;
		SubmissionStatus status = (form != null) ? form.status() : SubmissionStatus.DRAFT;
		return cell.view(stored, (begun || approved(cell).isEmpty()) ? status : SubmissionStatus.APPROVED);
	}

	/**
	 * What is in force for a cell, as everybody may see it.
	 */
	private Optional<ActualDetails> approved(SheetCell cell) {
		return this.approved.latest(cell.row().id(), cell.row().no(), cell.year(), cell.period())
			.map((figure) -> cell.view(figure, SubmissionStatus.APPROVED))
			.map(ActualDetails::withoutDrafts);
	}

	/**
	 * Stores one figure, unless its author has not seen the one that is there: then that
	 * one is answered. That of an annual plan's linked row is stored with the five-year
	 * plan.
	 * @param expectedVersion the version its author had before them, {@code null} if none
	 * was stated
	 * @throws RefusedException NOT_FOUND; FORBIDDEN to others than officials of the
	 * indicator's lead units; CONFLICT while its form is locked; INVALID with what is
	 * wrong
	 */
	public Answer enter(long planId, String no, int year, ReportingPeriod period, ActualInput input,
			@Nullable Integer expectedVersion, Actor actor) {
		return untilStored(() -> {
			SheetCell cell = this.cells.requireWhereEntered(planId, no, year, period);
			SubmissionState form = this.open.requireOpenForm(cell, actor);
			if (PlanYear.isGroup(cell.row())) {
				throw new RefusedException(Kind.INVALID, "input", List.of(),
						List.of(new FieldProblem("value", Problem.error("group-takes-no-figure", no))));
			}
			StoredActual stored = cell.stored();
			Optional<Answer> conflict = conflict(cell, form, expectedVersion);
			if (conflict.isPresent()) {
				return conflict;
			}
			ActualEntry entry = UnderstoodCell.of(cell.row(), period, input, cell::check).requireValid();
			if (stored != null && expectedVersion != null && entry.equals(stored.entry())) {
				return Optional.of(new Answer(cell.view(stored, form.status()), Outcome.UNCHANGED));
			}
			boolean first = stored == null || !stored.entry().isAnswered();
			return this.recorder.store(cell, form, entry, actor)
				.map((figure) -> new Answer(cell.view(figure, form.status()),
						first ? Outcome.CREATED : Outcome.CHANGED));
		});
	}

	/**
	 * Stores one cell of a form as it is left.
	 * @param typed with the version it had when its author saw it, 0 for none
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or CONFLICT while the form is locked
	 */
	public SavedCell enterCell(SubmissionKey key, TypedCell typed, Actor actor) {
		return untilStored(() -> {
			SheetCell cell = this.cells.require(key.planId(), typed.no(), key.year(), key.period());
			SubmissionState form = this.open.requireOpenForm(cell, actor);
			if (PlanYear.isGroup(cell.row()) || !form.unit().code().equals(key.leadUnit())) {
				throw new RefusedException(Kind.NOT_FOUND, "indicator.unknown", typed.no());
			}
			UnderstoodCell understood = UnderstoodCell.of(cell.row(), key.period(), typed.input(), cell::check);
			Optional<CellOutcome> notStored = understood.unchangedOrRejected(cell.stored(), typed.expectedVersion());
			if (notStored.isPresent()) {
				return Optional.of(saved(cell, cell.stored(), notStored.get()));
			}
			return this.recorder.store(cell, form, understood.entry(), actor)
				.map((figure) -> saved(cell, figure, new CellOutcome.Saved(figure, understood.problems())));
		});
	}

	/**
	 * Stores what can be stored of a form's cells; each of the others says why it was
	 * not. The same few SQL statements whatever the number of cells, besides the audit.
	 * @param cells with the version each had when its author saw it, 0 for none
	 * @return what became of each cell that differs from what is stored, by indicator
	 * number
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or CONFLICT while the form is locked
	 */
	public Map<String, CellOutcome> enterAll(SubmissionKey key, List<TypedCell> cells, Actor actor) {
		PlanYear of = this.years.require(key.planId(), key.year());
		WardCode ward = of.plan().wardCode();
		Map<String, IndicatorRow> rows = of.indicatorsOf(key.leadUnit())
			.stream()
			.filter((row) -> !PlanYear.isGroup(row) && actor.mayEnter(ward, row.leadUnitCodes()))
			.collect(Collectors.toMap(IndicatorRow::no, Function.identity()));
		Map<String, TypedCell> typed = new LinkedHashMap<>();
		cells.stream().filter((cell) -> rows.containsKey(cell.no())).forEach((cell) -> typed.put(cell.no(), cell));
		return untilStored(() -> {
			SubmissionState form = this.cells.form(key, of.unit(key.leadUnit()));
			this.open.requireOpen(form, key, of.plan(), Sheet.unitCodes(of.indicatorsOf(key.leadUnit())), actor);
			return this.sheets.enter(of, key, form, rows, typed, actor);
		});
	}

	/**
	 * What a figure would come to, without storing it.
	 */
	@Transactional(readOnly = true)
	public Preview preview(SubmissionKey key, TypedCell typed, Actor actor) {
		SheetCell cell = this.cells.require(key.planId(), typed.no(), key.year(), key.period());
		if (!actor.maySeeDrafts(cell.ward())) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
		UnderstoodCell understood = UnderstoodCell.of(cell.row(), key.period(), typed.input(), cell::check);
		CheckResult checked = understood.checked();
		return new Preview(checked, (checked != null) ? understood.problems() : List.of());
	}

	/**
	 * What was not stored because the form or the figure was changed meanwhile is looked
	 * at again, and then either refused for what is there now or stored after all.
	 */
	private static <T> T untilStored(Supplier<Optional<T>> attempt) {
		for (int i = 0; i < ATTEMPTS; i++) {
			Optional<T> result = attempt.get();
			if (result.isPresent()) {
				return result.get();
			}
		}
		throw new RefusedException(Kind.CONFLICT, "actual.gone");
	}

	/**
	 * @return why nothing is stored, if its author has not seen what is
	 */
	private static Optional<Answer> conflict(SheetCell cell, SubmissionState form, @Nullable Integer expectedVersion) {
		StoredActual stored = cell.stored();
		if (stored == null) {
			if (expectedVersion != null) {
				throw new RefusedException(Kind.STALE, "actual.gone");
			}
			return Optional.empty();
		}
		if (expectedVersion == null) {
			return stored.entry().isAnswered()
					? Optional.of(new Answer(cell.view(stored, form.status()), Outcome.VERSION_REQUIRED))
					: Optional.empty();
		}
		return (expectedVersion != stored.version())
				? Optional.of(new Answer(cell.view(stored, form.status()), Outcome.STALE)) : Optional.empty();
	}

	private static SavedCell saved(SheetCell cell, @Nullable StoredActual shown, CellOutcome outcome) {
		int answered = (shown != null) ? cell.answeredWith(shown.entry()) : cell.answered();
		return new SavedCell(cell.row(shown), outcome, answered, cell.cells(), cell.sums(shown));
	}

	/**
	 * @param figure as it is stored now, whoever entered it
	 */
	public record Answer(ActualDetails figure, Outcome outcome) {
	}

	/**
	 * What became of a figure that was put.
	 */
	public enum Outcome {

		/** Stored where there was none. */
		CREATED,

		/** Stored in place of the one its author saw. */
		CHANGED,

		/** As it is stored already. */
		UNCHANGED,

		/** Not stored: somebody changed the figure since its author saw it. */
		STALE,

		/** Not stored: there is a figure, and its author does not say to have seen it. */
		VERSION_REQUIRED

	}

	/**
	 * @param row as its page shows it now
	 * @param answered how many cells of the form are dealt with
	 * @param cells how many there are
	 * @param sums what is now to be said of sums beside the indicators that belong with
	 * it, by indicator number
	 */
	public record SavedCell(Sheet.Row row, CellOutcome outcome, int answered, int cells,
			Map<String, List<FieldProblem>> sums) {
	}

	/**
	 * What a cell would come to. Nothing is said of a text that cannot be read yet, such
	 * as "12," on its way to "12,5".
	 *
	 * @param checked {@code null} where the cell is empty or not understood
	 */
	public record Preview(@Nullable CheckResult checked, List<FieldProblem> problems) {
	}

}
