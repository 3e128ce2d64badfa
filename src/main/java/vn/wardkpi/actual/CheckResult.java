package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.year.Judgement;
import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * What came of holding a figure against its targets.
 *
 * @param value as compared: as entered, or computed from x/y; {@code null} for a word
 * @param judgements the verdict it will have, for each issuer that set a target
 * @param explanationRequired whether cause and remedy are needed before submission
 */
public record CheckResult(@Nullable BigDecimal value, Map<Issuer, Judgement> judgements, List<FieldProblem> problems,
		boolean explanationRequired) {

	public CheckResult {
		judgements = Map.copyOf(judgements);
		problems = List.copyOf(problems);
	}

	/**
	 * What is still to be done or looked at: an explanation that was given is no longer
	 * asked for.
	 */
	public List<FieldProblem> problemsOf(ActualEntry entry) {
		return this.problems.stream()
			.filter((field) -> !entry.isExplained() || !"explanation".equals(field.field()))
			.toList();
	}

	public boolean hasErrors() {
		return this.problems.stream().anyMatch((field) -> field.problem().isError());
	}

}
