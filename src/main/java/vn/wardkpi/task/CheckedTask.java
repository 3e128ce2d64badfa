package vn.wardkpi.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.ward.LeadUnitRow;

/**
 * A task that can be stored.
 */
record CheckedTask(@Nullable IndicatorRow indicator, String what, LeadUnitRow unit, @Nullable String person,
		LocalDate due, @Nullable String product, @Nullable String authority, TaskState state,
		@Nullable LocalDate done) {

	/**
	 * @param indicators of the plan
	 * @param units of the ward by code
	 * @throws RefusedException INVALID with everything that is wrong, each at its field
	 */
	static CheckedTask of(TaskInput typed, List<IndicatorRow> indicators, Map<String, LeadUnitRow> units,
			LocalDate today) {
		Reading reading = new Reading();
		IndicatorRow indicator = reading.indicator(typed.no(), indicators);
		String what = reading.required("what", typed.what(), FreeText.WORDS);
		LeadUnitRow unit = reading.unit(typed.leadUnit(), units);
		String person = reading.optional("person", typed.person(), FreeText.NAME);
		LocalDate due = reading.day("due", typed.due(), true);
		String product = reading.optional("product", typed.product(), FreeText.WORDS);
		String authority = reading.optional("authority", typed.authority(), FreeText.WORDS);
		TaskState state = reading.state(typed.state());
		LocalDate done = reading.day("done", typed.done(), false);
		if (done != null && state != TaskState.DONE) {
			reading.problem("done", "task.done-of-open");
		}
		if (done != null && done.isAfter(today)) {
			reading.problem("done", "task.done-in-future");
		}
		if (unit == null || due == null || !reading.problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), reading.problems);
		}
		return new CheckedTask(indicator, what, unit, person, due, product, authority, state,
				(state == TaskState.DONE && done == null) ? today : done);
	}

	/** Collects what is wrong. */
	private static final class Reading {

		private final List<FieldProblem> problems = new ArrayList<>();

		private void problem(String field, String code, String... arguments) {
			this.problems.add(new FieldProblem(field, Problem.error(code, arguments)));
		}

		private @Nullable IndicatorRow indicator(@Nullable String no, List<IndicatorRow> indicators) {
			if (text(no).isEmpty()) {
				return null;
			}
			Optional<IndicatorRow> found = indicators.stream().filter((row) -> row.no().equals(text(no))).findFirst();
			if (found.isEmpty()) {
				problem("no", "task.no-unknown", FreeText.echo(text(no)));
			}
			return found.orElse(null);
		}

		private @Nullable LeadUnitRow unit(@Nullable String code, Map<String, LeadUnitRow> units) {
			LeadUnitRow found = units.get(text(code));
			if (text(code).isEmpty()) {
				problem("leadUnit", "required");
			}
			else if (found == null) {
				problem("leadUnit", "lead-unit-unknown", FreeText.echo(text(code)));
			}
			return found;
		}

		private String required(String field, @Nullable String typed, FreeText kind) {
			if (text(typed).isEmpty()) {
				problem(field, "required");
			}
			kind.problemAt(field, text(typed)).ifPresent(this.problems::add);
			return text(typed);
		}

		private @Nullable String optional(String field, @Nullable String typed, FreeText kind) {
			kind.problemAt(field, text(typed)).ifPresent(this.problems::add);
			return text(typed).isEmpty() ? null : text(typed);
		}

		private @Nullable LocalDate day(String field, @Nullable String typed, boolean required) {
			if (text(typed).isEmpty()) {
				if (required) {
					problem(field, "required");
				}
				return null;
			}
			Optional<LocalDate> day = TypedDay.read(text(typed));
			if (day.isEmpty()) {
				problem(field, "task.day-wrong", FreeText.echo(text(typed)));
			}
			return day.orElse(null);
		}

		private TaskState state(@Nullable String typed) {
			if (text(typed).isEmpty()) {
				return TaskState.PLANNED;
			}
			Optional<TaskState> state = Arrays.stream(TaskState.values())
				.filter((one) -> one.name().equals(text(typed)))
				.findFirst();
			if (state.isEmpty()) {
				problem("state", "task.state-unknown", FreeText.echo(text(typed)));
			}
			return state.orElse(TaskState.PLANNED);
		}

		private static String text(@Nullable String typed) {
			return (typed != null) ? typed.strip() : "";
		}

	}

}
