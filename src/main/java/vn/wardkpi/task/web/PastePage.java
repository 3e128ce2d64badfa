package vn.wardkpi.task.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.task.TaskInput;
import vn.wardkpi.ward.LeadUnitRow;
import vn.wardkpi.webui.ProblemMessages;

/**
 * Pasted tasks as they were understood.
 *
 * @param refusal what is said of all of them
 */
record PastePage(List<LeadUnitRow> units, String text, List<Line> lines, @Nullable String refusal) {

	static PastePage empty() {
		return new PastePage(List.of(), "", List.of(), null);
	}

	static PastePage of(List<LeadUnitRow> units, String text, List<TaskInput> typed, List<FieldProblem> wrong,
			ProblemMessages messages) {
		List<Line> lines = new ArrayList<>();
		for (int at = 0; at < typed.size(); at++) {
			String place = (typed.size() > 1) ? at + "." : "";
			List<String> remarks = wrong.stream()
				.filter((field) -> Objects.requireNonNullElse(field.field(), "").startsWith(place)
						&& (typed.size() == 1 || Objects.requireNonNullElse(field.field(), "").indexOf('.') > 0))
				.map((field) -> messages
					.text("task.field." + Objects.requireNonNullElse(field.field(), "").substring(place.length()))
						+ ": " + messages.message(field.problem()))
				.toList();
			lines.add(new Line(typed.get(at), remarks));
		}
		return new PastePage(units, text, lines, null);
	}

	PastePage refused(String words) {
		return new PastePage(this.units, this.text, this.lines, words);
	}

	/** As people call it; what was typed where there is no such unit. */
	public String unitName(String code) {
		return this.units.stream()
			.filter((unit) -> unit.code().equals(code))
			.map(LeadUnitRow::name)
			.findFirst()
			.orElse(code);
	}

	public boolean storable() {
		return !this.lines.isEmpty() && this.refusal == null
				&& this.lines.stream().allMatch((line) -> line.remarks().isEmpty());
	}

	/**
	 * @param remarks what is wrong with it
	 */
	record Line(TaskInput task, List<String> remarks) {
	}

}
