package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * What an administrator corrects of an indicator.
 *
 * @param leadUnits codes of lead units, the first answers for the indicator; {@code null}
 * where they stay
 * @param reason why; required once the plan is adopted
 * @param effectiveDate from when the attributes hold; required once the plan is adopted.
 * Lead units change at once, whatever the day: they say who works, not how it is judged
 */
public record IndicatorCorrection(AttributeCorrection attributes, @Nullable List<String> leadUnits,
		@Nullable String reason, @Nullable LocalDate effectiveDate) {

	private static final int LONGEST_NAME = 300;

	private static final int LONGEST_TEXT = 2_000;

	public IndicatorCorrection {
		leadUnits = (leadUnits != null) ? List.copyOf(leadUnits) : null;
	}

	/**
	 * What is missing, too long or unknown, each at its field.
	 * @param adopted whether the plan is
	 * @param known codes of the ward's lead units
	 */
	List<FieldProblem> problems(boolean adopted, Set<String> known) {
		List<FieldProblem> problems = new ArrayList<>();
		String name = this.attributes.name();
		if (name != null && name.isBlank()) {
			problems.add(new FieldProblem("name", Problem.error("required")));
		}
		limit("name", name, LONGEST_NAME, problems);
		limit("unit", this.attributes.unit(), LONGEST_NAME, problems);
		limit("reason", this.reason, LONGEST_TEXT, problems);
		if (adopted && (this.reason == null || this.reason.isBlank())) {
			problems.add(new FieldProblem("reason", Problem.error("required")));
		}
		if (adopted && this.effectiveDate == null) {
			problems.add(new FieldProblem("effectiveDate", Problem.error("required")));
		}
		Set<String> unknown = new TreeSet<>((this.leadUnits != null) ? this.leadUnits : List.of());
		unknown.removeAll(known);
		if (!unknown.isEmpty()) {
			problems.add(new FieldProblem("leadUnits", Problem.error("lead-unit-unknown", String.join(", ", unknown))));
		}
		return problems;
	}

	private static void limit(String field, @Nullable String text, int longest, List<FieldProblem> problems) {
		if (text != null && text.length() > longest) {
			problems.add(new FieldProblem(field, Problem.error("too-long", String.valueOf(longest))));
		}
	}

}
