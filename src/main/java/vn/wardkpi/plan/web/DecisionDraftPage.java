package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanChange;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.decision.DecisionCheck;
import vn.wardkpi.plan.decision.DecisionProblem;
import vn.wardkpi.plan.preview.AttainmentPreview.AttainmentChange;
import vn.wardkpi.shared.Problem.Severity;
import vn.wardkpi.webui.ProblemMessages;

/**
 * A decision that is being written, with what it would come to.
 *
 * @param rows with some empty ones to write on
 * @param errors at the fields above the rows
 * @param remarks what was found about other rows of the plan, or none in particular
 * @param warnings codes of what is to be confirmed, joined by commas
 * @param day on which the changes show first; {@code null} where it was not checked or
 * cannot be stored
 * @param changes verdicts and headlines that would not be the same
 */
record DecisionDraftPage(PlanSummary plan, DecisionForm form, List<Integer> years, List<Row> rows,
		Map<String, List<String>> errors, List<Remark> remarks, String warnings, @Nullable LocalDate day,
		List<PreviewedChange> changes) {

	private static final int ROOM = 5;

	DecisionDraftPage {
		years = List.copyOf(years);
		rows = List.copyOf(rows);
		remarks = List.copyOf(remarks);
		changes = List.copyOf(changes);
	}

	static DecisionDraftPage empty(PlanSummary plan, DecisionForm form) {
		return new DecisionDraftPage(plan, form, years(plan), withRoom(List.of()), Map.of(), List.of(), "", null,
				List.of());
	}

	static DecisionDraftPage of(PlanSummary plan, DecisionForm form, List<IndicatorRow> indicators,
			List<TargetRow> targets, DecisionCheck check, List<AttainmentChange> changes, ProblemMessages messages) {
		Map<String, String> names = indicators.stream().collect(Collectors.toMap(IndicatorRow::no, IndicatorRow::name));
		Map<String, String> current = targets.stream()
			.filter((target) -> target.issuer().name().equals(form.issuer()))
			.collect(Collectors.toMap((target) -> target.no() + "/" + target.year(),
					(target) -> target.target().text()));
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < form.rows().size(); i++) {
			DecisionForm.TypedTarget typed = form.rows().get(i);
			String at = "targets[" + i + "]";
			rows.add(new Row(typed.no(), typed.year(), typed.text(), names.get(typed.no()),
					current.get(typed.no() + "/" + typed.readYear().map(String::valueOf).orElse("null")),
					check.problems()
						.stream()
						.filter((problem) -> problem.field() != null
								&& (problem.field().equals(at) || problem.field().startsWith(at + ".")))
						.map((problem) -> Remark.of(problem, messages))
						.toList()));
		}
		Map<String, List<String>> errors = new HashMap<>();
		form.wrongDays().forEach((field) -> errors.put(field, List.of(messages.text("plan.day.wrong"))));
		check.problems()
			.stream()
			.filter((problem) -> problem.field() != null && !problem.field().startsWith("targets["))
			.forEach((problem) -> errors.putIfAbsent(problem.field(), List.of(messages.message(problem.problem()))));
		boolean storable = check.errors().isEmpty() && errors.isEmpty();
		PlanChange change = check.change();
		return new DecisionDraftPage(plan, form, years(plan), withRoom(rows), errors,
				check.problems()
					.stream()
					.filter((problem) -> problem.field() == null)
					.map((problem) -> Remark.of(problem, messages))
					.toList(),
				check.problems()
					.stream()
					.filter((problem) -> problem.problem().severity() == Severity.WARNING)
					.map((problem) -> problem.problem().code())
					.distinct()
					.collect(Collectors.joining(",")),
				(storable && change != null) ? change.day() : null,
				changes.stream().map((one) -> PreviewedChange.of(one, names)).toList());
	}

	/** How many verdicts of indicators change. */
	public long verdicts() {
		return this.changes.stream().filter((one) -> one.no() != null).count();
	}

	/** How many headlines of years change. */
	public long headlines() {
		return this.changes.size() - verdicts();
	}

	private static List<Integer> years(PlanSummary plan) {
		return IntStream.rangeClosed(plan.fromYear(), plan.toYear()).boxed().toList();
	}

	private static List<Row> withRoom(List<Row> rows) {
		List<Row> all = new ArrayList<>(rows);
		for (int i = 0; i < ROOM; i++) {
			all.add(new Row("", "", "", null, null, List.of()));
		}
		return all;
	}

	/**
	 * Whether it can be stored as it was checked.
	 */
	public boolean isStorable() {
		return this.day != null;
	}

	/**
	 * @param name of the indicator, where it is known
	 * @param current what the issuer asks for until then
	 */
	record Row(String no, String year, String text, @Nullable String name, @Nullable String current,
			List<Remark> remarks) {

		Row {
			remarks = List.copyOf(remarks);
		}

		public boolean wrong() {
			return this.remarks.stream().anyMatch((remark) -> remark.severity() == Severity.ERROR);
		}

	}

	/**
	 * @param no number of the indicator it is about, if about one
	 */
	record Remark(Severity severity, @Nullable String no, String text) {

		static Remark of(DecisionProblem problem, ProblemMessages messages) {
			return new Remark(problem.problem().severity(), problem.no(), messages.message(problem.problem()));
		}

	}

}
