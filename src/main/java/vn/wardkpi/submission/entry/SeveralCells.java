package vn.wardkpi.submission.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

import vn.wardkpi.actual.CheckResult;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.Role;
import vn.wardkpi.submission.SubmissionKey;
import vn.wardkpi.submission.sheet.PlanYear;
import vn.wardkpi.submission.sheet.PlanYearReader;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.sheet.SheetReader;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * Stores cells that wait together, each on the form it belongs to and with its own
 * answer. What holds for one cell holds for each of them; a form that is locked keeps no
 * other from being stored. As many SQL statements for many cells of a form as for one.
 */
@Service
public class SeveralCells {

	private final PlanYearReader years;

	private final EntryService figures;

	private final SheetReader sheets;

	SeveralCells(PlanYearReader years, EntryService figures, SheetReader sheets) {
		this.years = years;
		this.figures = figures;
		this.sheets = sheets;
	}

	/**
	 * @return what became of each cell, by indicator number, in the order given
	 * @throws RefusedException NOT_FOUND if there is no such plan or year; FORBIDDEN to
	 * others than officials of the ward's lead units
	 */
	public Map<String, Answer> enter(long planId, int year, ReportingPeriod period, List<TypedCell> cells,
			Actor actor) {
		PlanYear of = this.years.require(planId, year);
		if (actor.role() != Role.OFFICIAL) {
			throw new RefusedException(Kind.FORBIDDEN, "submission.enter");
		}
		Map<String, Answer> answers = new LinkedHashMap<>();
		Map<SubmissionKey, List<TypedCell>> forms = new LinkedHashMap<>();
		for (TypedCell cell : cells) {
			SubmissionKey form = form(of, cell.no(), period);
			answers.put(cell.no(), new Answer(cell, form, null, null, Map.of(), 0, 0,
					new RefusedException(Kind.NOT_FOUND, "indicator.unknown", cell.no())));
			if (form != null) {
				forms.computeIfAbsent(form, (key) -> new ArrayList<>()).add(cell);
			}
		}
		Map<String, CellOutcome> outcomes = new HashMap<>();
		Map<SubmissionKey, RefusedException> locked = new HashMap<>();
		forms.forEach((form, own) -> {
			try {
				outcomes.putAll(this.figures.enterAll(form, own, actor));
			}
			catch (RefusedException ex) {
				locked.put(form, ex);
			}
		});
		List<Sheet> now = this.sheets.all(planId, year, period, actor);
		answers.replaceAll((no, answer) -> answered(answer, outcomes.get(no), locked, now));
		return answers;
	}

	private static @Nullable SubmissionKey form(PlanYear of, String no, ReportingPeriod period) {
		return of.indicators()
			.stream()
			.filter((row) -> row.no().equals(no) && row.isEntered() && !PlanYear.isGroup(row))
			.map((row) -> row.answeringUnit())
			.filter(Objects::nonNull)
			.map(LeadUnitRow::code)
			.map((unit) -> new SubmissionKey(of.plan().id(), of.year(), period, unit))
			.findFirst()
			.orElse(null);
	}

	private static Answer answered(Answer answer, @Nullable CellOutcome outcome,
			Map<SubmissionKey, RefusedException> locked, List<Sheet> now) {
		SubmissionKey form = answer.form();
		if (form == null) {
			return answer;
		}
		RefusedException refused = locked.get(form);
		Sheet sheet = now.stream().filter((one) -> one.key().equals(form)).findFirst().orElse(null);
		Sheet.Row row = (sheet != null)
				? sheet.rows().stream().filter((one) -> one.no().equals(answer.typed().no())).findFirst().orElse(null)
				: null;
		if (refused != null || sheet == null || row == null || (!row.mayEnter() && outcome == null)) {
			return answer
				.barred((refused != null) ? refused : new RefusedException(Kind.FORBIDDEN, "submission.enter"));
		}
		return new Answer(answer.typed(), form, row, (outcome != null) ? outcome : new CellOutcome.Same(),
				sums(row.no(), now), sheet.filled(), sheet.cells(), null);
	}

	/**
	 * What is to be said of sums beside the rows that belong with one, none where they
	 * hold now.
	 */
	private static Map<String, List<FieldProblem>> sums(String no, List<Sheet> now) {
		String top = no.split("\\.", 2)[0];
		Map<String, List<FieldProblem>> sums = new LinkedHashMap<>();
		Set<String> seen = new HashSet<>(Set.of(no));
		now.stream()
			.flatMap((sheet) -> sheet.rows().stream())
			.filter((row) -> row.no().split("\\.", 2)[0].equals(top) && row.isFilled() && seen.add(row.no()))
			.forEach((row) -> sums.put(row.no(), breakdown(row.checked())));
		return sums;
	}

	private static List<FieldProblem> breakdown(@Nullable CheckResult checked) {
		return (checked == null) ? List.of()
				: checked.problems()
					.stream()
					.filter((field) -> field.problem().code().startsWith("breakdown-sum"))
					.toList();
	}

	/**
	 * What became of one cell.
	 *
	 * @param form the form it stands on; {@code null} if there is no such cell
	 * @param row as its page shows it now; {@code null} with a refusal
	 * @param outcome {@code null} with a refusal
	 * @param sums what is to be said of sums beside the rows that belong with it
	 * @param answered how many cells of the form are dealt with
	 * @param refusal why its form takes nothing
	 */
	public record Answer(TypedCell typed, @Nullable SubmissionKey form, Sheet.@Nullable Row row,
			@Nullable CellOutcome outcome, Map<String, List<FieldProblem>> sums, long answered, long cells,
			@Nullable RefusedException refusal) {

		Answer barred(RefusedException why) {
			return new Answer(this.typed, this.form, null, null, Map.of(), 0, 0, why);
		}

	}

}
