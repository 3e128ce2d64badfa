package vn.wardkpi.submission.entry;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.actual.ActualEntry;
import vn.wardkpi.actual.ActualFormat;
import vn.wardkpi.actual.ActualInput;
import vn.wardkpi.actual.ActualParser;
import vn.wardkpi.actual.ActualStore;
import vn.wardkpi.actual.ActualDetails;
import vn.wardkpi.actual.ApprovedActuals;
import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.actual.StoredActual;
import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.calendar.ReportingCalendar;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;
import vn.wardkpi.submission.EntryLock;
import vn.wardkpi.submission.RowDecision;
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

	/** So often the same form is moved in the same second by nobody. */
	private static final int ATTEMPTS = 5;

	private final SheetCellReader cells;

	private final ActualStore store;

	private final PlanYearReader years;

	private final ReportingCalendar calendar;

	private final ApprovedActuals approved;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	EntryService(SheetCellReader cells, ActualStore store, PlanYearReader years, ReportingCalendar calendar,
			ApprovedActuals approved, ApplicationEventPublisher events, Clock clock) {
		this.cells = cells;
		this.store = store;
		this.years = years;
		this.calendar = calendar;
		this.approved = approved;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The figure as this person may see it: drafts for the ward's staff, what was
	 * approved for everybody else.
	 * @throws RefusedException NOT_FOUND if there is none to be seen
	 */
	@Transactional(readOnly = true)
	public ActualDetails find(long planId, String no, int year, ReportingPeriod period, Actor actor) {
		SheetCell cell = this.cells.require(planId, no, year, period);
		ActualDetails view = actor.maySeeDrafts(cell.ward()) ? draft(cell) : approved(cell).orElse(null);
		if (view == null || !view.entry().isAnswered()) {
			throw new RefusedException(Kind.NOT_FOUND, "actual.unknown", no, String.valueOf(year), period.name());
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
	 * one is answered.
	 * @param seen the revision its author had before them, {@code null} if none was
	 * stated
	 * @throws RefusedException NOT_FOUND; FORBIDDEN to others than officials of the
	 * indicator's lead units; CONFLICT while its form is locked; INVALID with what is
	 * wrong
	 */
	public Answer enter(long planId, String no, int year, ReportingPeriod period, ActualInput input, Texts texts,
			@Nullable Integer seen, Actor actor) {
		return untilStored(() -> {
			SheetCell cell = this.cells.require(planId, no, year, period);
			SubmissionState form = admit(cell, actor);
			if (PlanYear.isGroup(cell.row())) {
				throw invalid(List.of(new FieldProblem("value", Problem.error("group-takes-no-figure", no))));
			}
			StoredActual stored = cell.stored();
			Optional<Answer> unseen = unseen(cell, form, seen);
			if (unseen.isPresent()) {
				return unseen;
			}
			Understood understood = understand(cell.row(), period, input, texts, cell::check);
			if (understood.hasErrors()) {
				throw invalid(understood.problems());
			}
			if (stored != null && seen != null && understood.entry().equals(stored.entry())) {
				return Optional.of(new Answer(cell.view(stored, form.status()), Outcome.UNCHANGED));
			}
			boolean first = stored == null || !stored.entry().isAnswered();
			return store(cell, form, understood.entry(), actor)
				.map((figure) -> new Answer(cell.view(figure, form.status()),
						first ? Outcome.CREATED : Outcome.CHANGED));
		});
	}

	/**
	 * Stores one cell of a form as it is left.
	 * @param typed with the revision it had when its author saw it, 0 for none
	 * @throws RefusedException NOT_FOUND, FORBIDDEN, or CONFLICT while the form is locked
	 */
	public SavedCell enterCell(SubmissionKey key, TypedCell typed, Actor actor) {
		return untilStored(() -> {
			SheetCell cell = this.cells.require(key.planId(), typed.no(), key.year(), key.period());
			SubmissionState form = admit(cell, actor);
			if (PlanYear.isGroup(cell.row()) || !form.unit().code().equals(key.leadUnit())) {
				throw new RefusedException(Kind.NOT_FOUND, "indicator.unknown", typed.no());
			}
			Understood understood = understand(cell.row(), key.period(), typed.input(), typed.texts(), cell::check);
			Optional<CellOutcome> settled = settled(understood, cell.stored(), typed.seen());
			if (settled.isPresent()) {
				return Optional.of(saved(cell, cell.stored(), settled.get()));
			}
			return store(cell, form, understood.entry(), actor)
				.map((figure) -> saved(cell, figure, new CellOutcome.Saved(figure, understood.problems())));
		});
	}

	/**
	 * Stores what can be stored of a form's cells; each of the others says why it was
	 * not. The same few SQL statements whatever the number of cells, besides the audit.
	 * @param cells with the revision each had when its author saw it, 0 for none
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
			refuseIfLocked(actor, ward, form, Sheet.unitCodes(of.indicatorsOf(key.leadUnit())), false, key.year(),
					key.period());
			return enterAll(of, key, form, rows, typed, actor);
		});
	}

	private Optional<Map<String, CellOutcome>> enterAll(PlanYear of, SubmissionKey key, SubmissionState form,
			Map<String, IndicatorRow> rows, Map<String, TypedCell> typed, Actor actor) {
		Map<String, StoredActual> stored = this.cells.figures(key.planId(), key.year(), key.period());
		Map<String, BigDecimal> numbers = new HashMap<>();
		stored.forEach((no, figure) -> put(numbers, no, figure.entry().figure()));
		typed.forEach((no, cell) -> put(numbers, no,
				ActualParser.read(Objects.requireNonNull(rows.get(no)), key.period(), cell.input()).figure()));
		Set<String> approvedRows = this.cells.approvedRows(form);
		Map<String, CellOutcome> outcomes = new HashMap<>();
		Map<String, Understood> toStore = new LinkedHashMap<>();
		typed.forEach((no, cell) -> {
			IndicatorRow row = Objects.requireNonNull(rows.get(no));
			Understood understood = understand(row, key.period(), cell.input(), cell.texts(),
					(figure) -> of.check(row, figure, numbers));
			settled(understood, stored.get(no), cell.seen())
				.or(() -> approvedRows.contains(no) ? Optional
					.of(new CellOutcome.Refused(List.of(new FieldProblem("value", Problem.error("row-approved")))))
						: Optional.empty())
				.ifPresentOrElse((outcome) -> outcomes.put(no, outcome), () -> toStore.put(no, understood));
		});
		if (!toStore.isEmpty()) {
			Instant at = now();
			List<ActualStore.Typed> figures = toStore.entrySet()
				.stream()
				.map((entry) -> ActualStore.Typed.of(Objects.requireNonNull(rows.get(entry.getKey())).id(),
						revision(stored.get(entry.getKey())), entry.getValue().entry()))
				.toList();
			Optional<Map<Long, Integer>> revisions = this.store
				.store(form.guard(key.planId(), key.year(), key.period()), figures, actor.username(), at);
			if (revisions.isEmpty()) {
				return Optional.empty();
			}
			Map<String, StoredActual> theirs = (revisions.get().size() < toStore.size())
					? this.cells.figures(key.planId(), key.year(), key.period()) : Map.of();
			toStore.forEach((no, understood) -> {
				Integer revision = revisions.get().get(Objects.requireNonNull(rows.get(no)).id());
				if (revision == null) {
					outcomes.put(no, new CellOutcome.Collided(Objects.requireNonNull(theirs.get(no))));
					return;
				}
				StoredActual figure = new StoredActual(no, key.year(), understood.entry(), revision, actor.username(),
						at);
				publish(of.plan().wardCode(), key.planId(), stored.get(no), figure, actor);
				outcomes.put(no, new CellOutcome.Saved(figure, understood.problems()));
			});
		}
		outcomes.values().removeIf(CellOutcome.Same.class::isInstance);
		return Optional.of(outcomes);
	}

	private static void put(Map<String, BigDecimal> numbers, String no, Figure figure) {
		if (figure.value() != null) {
			numbers.put(no, figure.value());
		}
		else {
			numbers.remove(no);
		}
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
		Understood understood = understand(cell.row(), key.period(), typed.input(), typed.texts(), cell::check);
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
	 * The form on which a cell can be entered by this person now. What is decided here
	 * holds for the version of the form that was read, and only under that is the figure
	 * stored.
	 */
	private SubmissionState admit(SheetCell cell, Actor actor) {
		SubmissionState form = cell.form();
		if (form == null) {
			throw new RefusedException(Kind.CONFLICT, "actual.no-lead-unit", cell.row().no());
		}
		RowDecision decision = cell.decision();
		refuseIfLocked(actor, cell.ward(), form, cell.row().leadUnitCodes(), decision != null && decision.isApproved(),
				cell.year(), cell.period());
		return form;
	}

	/**
	 * Asks the calendar only where nothing else is in the way.
	 */
	private void refuseIfLocked(Actor actor, WardCode ward, SubmissionState form, Collection<String> unitCodes,
			boolean rowApproved, int year, ReportingPeriod period) {
		EntryLock.of(actor, ward, form.unit().name(), unitCodes, form.status(), rowApproved, null)
			.or(() -> EntryLock.of(this.calendar.window(ward, year, period, form.unit().code()),
					LocalDate.now(this.clock)))
			.ifPresent((lock) -> {
				throw lock.refusal();
			});
	}

	/**
	 * @return why nothing is stored, if its author has not seen what is
	 */
	private static Optional<Answer> unseen(SheetCell cell, SubmissionState form, @Nullable Integer seen) {
		StoredActual stored = cell.stored();
		if (stored == null) {
			if (seen != null) {
				throw new RefusedException(Kind.STALE, "actual.gone");
			}
			return Optional.empty();
		}
		if (seen == null) {
			return stored.entry().isAnswered()
					? Optional.of(new Answer(cell.view(stored, form.status()), Outcome.VERSION_REQUIRED))
					: Optional.empty();
		}
		return (seen != stored.revision()) ? Optional.of(new Answer(cell.view(stored, form.status()), Outcome.STALE))
				: Optional.empty();
	}

	/**
	 * @return what became of a cell that is not to be stored
	 */
	private static Optional<CellOutcome> settled(Understood understood, @Nullable StoredActual stored, int seen) {
		if (understood.hasErrors()) {
			return Optional.of(new CellOutcome.Refused(understood.problems()));
		}
		ActualEntry entry = understood.entry();
		boolean same = (stored != null) ? entry.sameAs(stored.entry()) : entry.isBlank();
		if (same) {
			return Optional.of(new CellOutcome.Same());
		}
		return (stored != null && seen != stored.revision()) ? Optional.of(new CellOutcome.Collided(stored))
				: Optional.empty();
	}

	private static SavedCell saved(SheetCell cell, @Nullable StoredActual shown, CellOutcome outcome) {
		int answered = (shown != null) ? cell.answeredWith(shown.entry()) : cell.answered();
		return new SavedCell(cell.row(shown), outcome, answered, cell.cells());
	}

	private static Understood understand(IndicatorRow row, ReportingPeriod period, ActualInput input, Texts texts,
			Function<Figure, CheckResult> check) {
		ActualParser.Reading reading = ActualParser.read(row, period, input);
		ActualEntry entry = new ActualEntry(reading.figure(), texts.note(), texts.cause(), texts.remedy(),
				texts.noDataReason());
		List<FieldProblem> problems = new ArrayList<>(reading.problems());
		CheckResult checked = null;
		if (reading.isUnderstood() && !entry.isEmpty()) {
			checked = check.apply(entry.figure());
			problems.addAll(checked.problemsOf(entry));
		}
		return new Understood(entry, checked, List.copyOf(problems));
	}

	/**
	 * @return the figure with its new revision; empty if the form or the figure was
	 * changed since it was read
	 */
	private Optional<StoredActual> store(SheetCell cell, SubmissionState form, ActualEntry entry, Actor actor) {
		Instant at = now();
		ActualStore.Typed typed = ActualStore.Typed.of(cell.row().id(), revision(cell.stored()), entry);
		Integer revision = this.store
			.store(form.guard(cell.planId(), cell.year(), cell.period()), List.of(typed), actor.username(), at)
			.map((revisions) -> revisions.get(cell.row().id()))
			.orElse(null);
		if (revision == null) {
			return Optional.empty();
		}
		StoredActual figure = new StoredActual(cell.row().no(), cell.year(), entry, revision, actor.username(), at);
		publish(cell.ward(), cell.planId(), cell.stored(), figure, actor);
		return Optional.of(figure);
	}

	private static int revision(@Nullable StoredActual stored) {
		return (stored != null) ? stored.revision() : 0;
	}

	/** As exact as the database keeps it, so that both answers name the same moment. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private void publish(WardCode ward, long planId, @Nullable StoredActual stored, StoredActual figure, Actor actor) {
		ActualEntry before = (stored != null) ? stored.entry() : null;
		ActualEntry after = figure.entry();
		String key = figure.year() + " " + after.figure().period();
		String from = ActualFormat.write(before);
		String to = ActualFormat.write(after);
		String note = (before != null) ? before.note() : null;
		if (!Objects.equals(from, to) || !Objects.equals(note, after.note())) {
			this.events.publishEvent(new Change(actor.username(), ward, planId, figure.no(), Subject.ACTUAL, key,
					(before == null) ? "CREATED" : "CHANGED", from, to, after.note()));
		}
		String explained = ActualFormat.explanation(before);
		String explanation = ActualFormat.explanation(after);
		if (!Objects.equals(explained, explanation)) {
			this.events.publishEvent(new Change(actor.username(), ward, planId, figure.no(), Subject.EXPLANATION, key,
					(explained == null) ? "CREATED" : "CHANGED", explained, explanation, null));
		}
	}

	private static RefusedException invalid(List<FieldProblem> problems) {
		List<FieldProblem> errors = problems.stream().filter((field) -> field.problem().isError()).toList();
		return new RefusedException(Kind.INVALID, "input", List.of(), errors);
	}

	/**
	 * @param checked {@code null} where there is nothing to check
	 */
	private record Understood(ActualEntry entry, @Nullable CheckResult checked, List<FieldProblem> problems) {

		boolean hasErrors() {
			return this.problems.stream().anyMatch((field) -> field.problem().isError());
		}

	}

	/**
	 * What goes with a figure in words.
	 *
	 * @param noDataReason why there is no figure
	 */
	public record Texts(@Nullable String note, @Nullable String cause, @Nullable String remedy,
			@Nullable String noDataReason) {
	}

	/**
	 * A cell of a form as typed.
	 *
	 * @param seen the revision its author had before them, 0 for none
	 */
	public record TypedCell(String no, ActualInput input, Texts texts, int seen) {
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
	 */
	public record SavedCell(Sheet.Row row, CellOutcome outcome, int answered, int cells) {
	}

	/**
	 * @param checked {@code null} where the cell is empty or not understood
	 */
	/**
	 * What a cell would come to. Nothing is said of a text that cannot be read yet, such
	 * as "12," on its way to "12,5".
	 */
	public record Preview(@Nullable CheckResult checked, List<FieldProblem> problems) {
	}

}
