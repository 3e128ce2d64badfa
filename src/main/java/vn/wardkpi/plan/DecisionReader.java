package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Reads a typed decision; reports everything that is wrong at once, each at its field.
 */
class DecisionReader {

	private final Plan plan;

	private final Set<String> numbers;

	private final Map<String, @Nullable String> units;

	private final List<FieldProblem> problems = new ArrayList<>();

	DecisionReader(Plan plan, Set<String> numbers, Map<String, @Nullable String> units) {
		this.plan = plan;
		this.numbers = numbers;
		this.units = units;
	}

	PlanDraft.DecisionDraft read(NewDecision decision) {
		LocalDate effective = (decision.effectiveDate() != null) ? decision.effectiveDate() : decision.date();
		if (decision.issuer() == null) {
			problem("issuer", Problem.error("required"));
		}
		if (effective == null) {
			problem("effectiveDate", Problem.error("required"));
		}
		List<PlanDraft.TargetDraft> targets = new ArrayList<>();
		List<NewDecision.NewTarget> typed = (decision.targets() != null) ? decision.targets() : List.of();
		if (typed.isEmpty()) {
			problem("targets", Problem.error("required"));
		}
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < typed.size(); i++) {
			NewDecision.NewTarget target = typed.get(i);
			String field = "targets[" + i + "]";
			if (!seen.add(target.no() + "/" + target.year())) {
				problem(field, Problem.error("target-twice", String.valueOf(target.no()), year(target)));
				continue;
			}
			PlanDraft.TargetDraft draft = read(field, target);
			if (draft != null) {
				targets.add(draft);
			}
		}
		if (!this.problems.isEmpty() || decision.issuer() == null || effective == null) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), this.problems);
		}
		return new PlanDraft.DecisionDraft(decision.issuer(), decision.number(), null, decision.date(), effective, null,
				targets);
	}

	private PlanDraft.@Nullable TargetDraft read(String field, NewDecision.NewTarget target) {
		String no = target.no();
		String text = target.text();
		Integer year = target.year();
		if (no == null || !this.numbers.contains(no)) {
			problem(field + ".no", Problem.error("indicator-unknown", String.valueOf(no)));
			return null;
		}
		if (year != null && !this.plan.covers(year)) {
			problem(field + ".year", Problem.error("year-outside-plan", String.valueOf(year),
					String.valueOf(this.plan.fromYear()), String.valueOf(this.plan.toYear())));
			return null;
		}
		if (text == null) {
			problem(field + ".text", Problem.error("required"));
			return null;
		}
		TargetGrammar.Reading reading = TargetGrammar.read(text, this.units.get(no));
		if (reading instanceof TargetGrammar.Reading.Ambiguous ambiguous) {
			String suggestion = (ambiguous.suggestion() != null) ? ambiguous.suggestion() : "";
			problem(field + ".text", Problem.error(ambiguous.code(), ambiguous.text(), suggestion));
			return null;
		}
		if (reading instanceof TargetGrammar.Reading.Understood understood) {
			return new PlanDraft.TargetDraft(no, year, understood.target());
		}
		ParsedTarget takenBack = new ParsedTarget("-", null, null, null, null, 0, ValueType.AMOUNT, false);
		return new PlanDraft.TargetDraft(no, year, takenBack);
	}

	private static String year(NewDecision.NewTarget target) {
		return (target.year() != null) ? String.valueOf(target.year()) : "-";
	}

	private void problem(String field, Problem problem) {
		this.problems.add(new FieldProblem(field, problem));
	}

}
