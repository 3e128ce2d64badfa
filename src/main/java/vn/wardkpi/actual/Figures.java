package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.LeadUnitRow;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.Change;
import vn.wardkpi.shared.Change.Subject;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Enters figures: reads, checks and stores them with their version.
 */
@Service
@Transactional
public class Figures {

	private final PlanYears years;

	private final Actuals actuals;

	private final Submissions submissions;

	private final ActualCatalog catalog;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Figures(PlanYears years, Actuals actuals, Submissions submissions, ActualCatalog catalog,
			ApplicationEventPublisher events, Clock clock) {
		this.years = years;
		this.actuals = actuals;
		this.submissions = submissions;
		this.catalog = catalog;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The figure as this person may see it: drafts for the ward's staff, what was
	 * approved for everybody else.
	 * @throws RefusedException NOT_FOUND if there is none to be seen
	 */
	@Transactional(readOnly = true)
	public FigureView find(long planId, String no, int year, ReportingPeriod period, Actor actor) {
		PlanYear of = this.years.require(planId, year);
		IndicatorRow row = of.indicator(no);
		boolean drafts = actor.maySeeDrafts(of.plan().wardCode());
		List<ActualRow> seen = drafts ? this.catalog.withDrafts(planId) : this.catalog.approved(planId, null);
		ActualRow actual = seen.stream()
			.filter((candidate) -> candidate.no().equals(no) && candidate.year() == year
					&& candidate.figure().period() == period)
			.findFirst()
			.orElseThrow(() -> new RefusedException(Kind.NOT_FOUND, "actual.unknown", no, String.valueOf(year),
					period.name()));
		Checked checked = of.check(row, actual.figure());
		Integer revision = drafts ? this.actuals.findByIndicatorIdAndYearAndPeriod(row.id(), year, period)
			.map(Actual::revision)
			.orElse(null) : null;
		Entry entry = new Entry(actual.figure(), actual.note(), actual.cause(), actual.remedy());
		return new FigureView(no, year, entry, checked.value(), actual.status(), actual.enteredBy(), actual.enteredAt(),
				drafts ? checked.problemsOf(entry) : List.of(), revision);
	}

	/**
	 * Stores one figure.
	 * @param seen the revision its author had before them, {@code null} if none was
	 * stated
	 * @throws RefusedException NOT_FOUND; FORBIDDEN to others than officials of the
	 * indicator's lead units; CONFLICT while its form is submitted or approved;
	 * VERSION_REQUIRED or STALE if there is a figure that its author has not seen;
	 * INVALID with what is wrong
	 */
	public Stored enter(long planId, String no, int year, ReportingPeriod period, FigureInput input, Texts texts,
			@Nullable Integer seen, Actor actor) {
		PlanYear of = this.years.require(planId, year);
		IndicatorRow row = of.indicator(no);
		if (!actor.mayEnter(of.plan().wardCode(), row.leadUnitCodes())) {
			throw new RefusedException(Kind.FORBIDDEN, "actual.enter", no);
		}
		if (PlanYear.isGroup(row)) {
			throw invalid(List.of(new FieldProblem("value", Problem.error("group-takes-no-figure", no))));
		}
		Submission submission = open(of, row, period);
		Optional<Actual> stored = this.actuals.findByIndicatorIdAndYearAndPeriod(row.id(), year, period);
		Actual actual = stored.orElse(null);
		refuseUnlessSeen(actual, seen);
		Understood understood = understand(of, row, period, input, texts);
		if (understood.hasErrors()) {
			throw invalid(understood.problems());
		}
		boolean created = actual == null || actual.entry().isEmpty();
		StoredFigure figure = store(of, row, actual, understood.entry(), actor);
		return new Stored(new FigureView(no, year, figure.entry(), understood.value(), submission.status(),
				figure.enteredBy(), figure.enteredAt(), understood.problems(), figure.revision()), created);
	}

	/**
	 * Stores what can be stored of a form's cells; each of the others says why it was
	 * not.
	 * @param cells with the revision each had when its author saw it, 0 for none
	 * @return what became of each cell that differs from what is stored, by indicator
	 * number
	 * @throws RefusedException NOT_FOUND, or CONFLICT while the form is submitted or
	 * approved
	 */
	public Map<String, CellOutcome> enterAll(FormKey key, List<TypedCell> cells, Actor actor) {
		PlanYear of = this.years.require(key.planId(), key.year());
		List<IndicatorRow> rows = of.indicatorsOf(key.leadUnit());
		if (rows.stream().noneMatch((row) -> actor.mayEnter(of.plan().wardCode(), row.leadUnitCodes()))) {
			throw new RefusedException(Kind.FORBIDDEN, "actual.enter", of.unit(key.leadUnit()).name());
		}
		open(of, rows.get(0), key.period());
		Map<Long, Actual> stored = new HashMap<>();
		this.actuals
			.findByIndicatorIdInAndYearAndPeriod(rows.stream().map(IndicatorRow::id).toList(), key.year(), key.period())
			.forEach((actual) -> stored.put(actual.indicatorId(), actual));
		Map<String, CellOutcome> outcomes = new HashMap<>();
		for (TypedCell cell : cells) {
			rows.stream()
				.filter((row) -> row.no().equals(cell.no()) && !PlanYear.isGroup(row)
						&& actor.mayEnter(of.plan().wardCode(), row.leadUnitCodes()))
				.findFirst()
				.ifPresent((row) -> outcomes.put(row.no(),
						enter(of, row, key.period(), cell, stored.get(row.id()), actor)));
		}
		outcomes.values().removeIf(CellOutcome.Same.class::isInstance);
		return outcomes;
	}

	/**
	 * What a figure would come to, without storing it.
	 */
	@Transactional(readOnly = true)
	public Preview preview(FormKey key, TypedCell cell, Actor actor) {
		PlanYear of = this.years.require(key.planId(), key.year());
		if (!actor.maySeeDrafts(of.plan().wardCode())) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.see");
		}
		Understood understood = understand(of, of.indicator(cell.no()), key.period(), cell.input(), cell.texts());
		return new Preview(understood.checked(), understood.problems());
	}

	private CellOutcome enter(PlanYear of, IndicatorRow row, ReportingPeriod period, TypedCell cell,
			@Nullable Actual actual, Actor actor) {
		Understood understood = understand(of, row, period, cell.input(), cell.texts());
		if (understood.hasErrors()) {
			return new CellOutcome.Refused(understood.problems());
		}
		Entry entry = understood.entry();
		if (actual == null && entry.isBlank()) {
			return new CellOutcome.Same();
		}
		if (actual != null && entry.sameAs(actual.entry())) {
			return new CellOutcome.Same();
		}
		if (actual != null && cell.seen() != actual.revision()) {
			return new CellOutcome.Collided(StoredFigure.of(row.no(), of.year(), actual));
		}
		return new CellOutcome.Saved(store(of, row, actual, entry, actor), understood.problems());
	}

	/**
	 * The open form on which an indicator's figure stands, locked until the transaction
	 * ends.
	 */
	private Submission open(PlanYear of, IndicatorRow row, ReportingPeriod period) {
		LeadUnitRow unit = row.answeringUnit();
		if (unit == null) {
			throw new RefusedException(Kind.CONFLICT, "actual.no-lead-unit", row.no());
		}
		this.submissions.startIfAbsent(of.plan().id(), of.year(), period, unit.id());
		Submission submission = this.submissions.lock(of.plan().id(), of.year(), period, unit.id()).orElseThrow();
		submission.refuseUnless(Step.ENTER);
		return submission;
	}

	private static void refuseUnlessSeen(@Nullable Actual actual, @Nullable Integer seen) {
		if (actual == null) {
			if (seen != null) {
				throw new RefusedException(Kind.STALE, "actual.gone");
			}
			return;
		}
		if (seen != null) {
			actual.refuseUnlessSeen(seen);
		}
		else if (!actual.entry().isEmpty()) {
			throw new RefusedException(Kind.VERSION_REQUIRED, "actual.version-required");
		}
	}

	private static Understood understand(PlanYear of, IndicatorRow row, ReportingPeriod period, FigureInput input,
			Texts texts) {
		FigureReader.Reading reading = FigureReader.read(row, period, input);
		Entry entry = new Entry(reading.figure(), texts.note(), texts.cause(), texts.remedy(), texts.noDataReason());
		List<FieldProblem> problems = new ArrayList<>(reading.problems());
		Checked checked = null;
		if (reading.isUnderstood() && !entry.isEmpty()) {
			checked = of.check(row, entry.figure());
			problems.addAll(checked.problemsOf(entry));
		}
		return new Understood(entry, checked, List.copyOf(problems));
	}

	private StoredFigure store(PlanYear of, IndicatorRow row, @Nullable Actual actual, Entry entry, Actor actor) {
		Entry before = (actual != null) ? actual.entry() : null;
		Actual changed = actual;
		if (changed == null) {
			changed = new Actual(row.id(), of.year(), entry, actor.username(), this.clock.instant());
		}
		else {
			changed.change(entry, changed.revision(), actor.username(), this.clock.instant());
		}
		try {
			changed = this.actuals.saveAndFlush(changed);
		}
		catch (OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			RefusedException refused = new RefusedException(Kind.STALE, "actual.gone");
			refused.initCause(ex);
			throw refused;
		}
		publish(of.plan(), row, of.year(), before, entry, actor);
		return StoredFigure.of(row.no(), of.year(), changed);
	}

	private void publish(PlanSummary plan, IndicatorRow row, int year, @Nullable Entry before, Entry after,
			Actor actor) {
		String key = year + " " + after.figure().period();
		String from = FigureNotation.write((before != null) ? before.figure() : null);
		String to = FigureNotation.write(after.figure());
		if (!Objects.equals(from, to)) {
			this.events.publishEvent(new Change(actor.username(), plan.wardCode(), plan.id(), row.no(), Subject.ACTUAL,
					key, (before == null) ? "CREATED" : "CHANGED", from, to, after.note()));
		}
		String explained = FigureNotation.explanation(before);
		String explanation = FigureNotation.explanation(after);
		if (!Objects.equals(explained, explanation)) {
			this.events
				.publishEvent(new Change(actor.username(), plan.wardCode(), plan.id(), row.no(), Subject.EXPLANATION,
						key, (explained == null) ? "CREATED" : "CHANGED", explained, explanation, null));
		}
	}

	private static RefusedException invalid(List<FieldProblem> problems) {
		List<FieldProblem> errors = problems.stream()
			.filter((field) -> field.problem().severity() == Severity.ERROR)
			.toList();
		return new RefusedException(Kind.INVALID, "input", List.of(), errors);
	}

	/**
	 * @param checked {@code null} where there is nothing to check
	 */
	private record Understood(Entry entry, @Nullable Checked checked, List<FieldProblem> problems) {

		boolean hasErrors() {
			return this.problems.stream().anyMatch((field) -> field.problem().severity() == Severity.ERROR);
		}

		@Nullable BigDecimal value() {
			return (this.checked != null) ? this.checked.value() : null;
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
	public record TypedCell(String no, FigureInput input, Texts texts, int seen) {
	}

	/**
	 * @param created whether there was no figure before
	 */
	public record Stored(FigureView figure, boolean created) {
	}

	/**
	 * @param checked {@code null} where the cell is empty or not understood
	 */
	public record Preview(@Nullable Checked checked, List<FieldProblem> problems) {
	}

}
