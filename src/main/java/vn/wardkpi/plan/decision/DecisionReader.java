package vn.wardkpi.plan.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;

/**
 * Reads a typed decision; reports everything that is wrong at once, each at its field.
 */
class DecisionReader {

	private static final ParsedTarget TAKEN_BACK = new ParsedTarget("-", null, null, null, null, 0, ValueType.AMOUNT,
			false);

	private final PlanSummary plan;

	private final Map<String, IndicatorRow> indicators = new HashMap<>();

	private final List<DecisionProblem> problems = new ArrayList<>();

	DecisionReader(PlanSummary plan, List<IndicatorRow> indicators) {
		this.plan = plan;
		indicators.forEach((row) -> this.indicators.put(row.no(), row));
	}

	/**
	 * @return {@code null} if anything is an ERROR
	 */
	PlanDraft.@Nullable DecisionDraft read(NewDecision decision) {
		LocalDate effective = (decision.effectiveDate() != null) ? decision.effectiveDate() : decision.date();
		if (decision.issuer() == null) {
			error("issuer", Problem.error("required"));
		}
		if (effective == null) {
			error("effectiveDate", Problem.error("required"));
		}
		FreeText.NAME.problem(decision.number()).ifPresent((problem) -> error("number", problem));
		List<NewDecision.NewTarget> typed = (decision.targets() != null)
				? decision.targets().stream().filter(Objects::nonNull).toList() : List.of();
		if (typed.isEmpty()) {
			error("targets", Problem.error("required"));
		}
		List<PlanDraft.TargetDraft> targets = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < typed.size(); i++) {
			NewDecision.NewTarget target = typed.get(i);
			String field = "targets[" + i + "]";
			if (!seen.add(target.no() + "/" + target.year())) {
				String year = (target.year() != null) ? String.valueOf(target.year()) : "-";
				add(field, target, Problem.error("target-twice", String.valueOf(target.no()), year));
				continue;
			}
			PlanDraft.TargetDraft draft = read(field, target);
			if (draft != null) {
				targets.add(draft);
			}
		}
		if (decision.issuer() == null || effective == null
				|| this.problems.stream().anyMatch((problem) -> problem.problem().isError())) {
			return null;
		}
		return new PlanDraft.DecisionDraft(decision.issuer(), decision.number(), null, decision.date(), effective, null,
				targets);
	}

	List<DecisionProblem> problems() {
		return this.problems;
	}

	private PlanDraft.@Nullable TargetDraft read(String field, NewDecision.NewTarget target) {
		String no = target.no();
		String text = target.text();
		Integer year = target.year();
		if (no == null) {
			add(field + ".no", target, Problem.error("indicator-no-missing"));
			return null;
		}
		IndicatorRow indicator = this.indicators.get(no);
		if (indicator == null) {
			add(field + ".no", target, Problem.error("indicator-unknown", no));
			return null;
		}
		if (indicator.rule().role() == IndicatorRole.GROUP) {
			add(field + ".no", target, Problem.error("group-with-target", no));
			return null;
		}
		if (year != null && !this.plan.covers(year)) {
			add(field + ".year", target, Problem.error("year-outside-plan", String.valueOf(year),
					String.valueOf(this.plan.fromYear()), String.valueOf(this.plan.toYear())));
			return null;
		}
		if (text == null) {
			add(field + ".text", target, Problem.error("required"));
			return null;
		}
		Optional<Problem> tooLong = FreeText.WORDS.problem(text);
		if (tooLong.isPresent()) {
			add(field + ".text", target, tooLong.get());
			return null;
		}
		return understand(field + ".text", target, no, text, indicator);
	}

	private PlanDraft.@Nullable TargetDraft understand(String field, NewDecision.NewTarget target, String no,
			String text, IndicatorRow indicator) {
		TargetGrammar.Reading reading = TargetGrammar.read(text, indicator.unit());
		if (reading instanceof TargetGrammar.Reading.Ambiguous ambiguous) {
			String suggestion = (ambiguous.suggestion() != null) ? ambiguous.suggestion() : "";
			add(field, target, Problem.error(ambiguous.code(), ambiguous.text(), suggestion));
			return null;
		}
		if (reading instanceof TargetGrammar.Reading.Understood understood) {
			understood.remark().ifPresent((remark) -> add(field, target, remark));
		}
		ParsedTarget parsed = (reading instanceof TargetGrammar.Reading.Understood understood) ? understood.target()
				: TAKEN_BACK;
		return new PlanDraft.TargetDraft(no, target.year(), parsed);
	}

	private void error(String field, Problem problem) {
		this.problems.add(new DecisionProblem(problem, field, null, null));
	}

	private void add(String field, NewDecision.NewTarget target, Problem problem) {
		this.problems.add(new DecisionProblem(problem, field, target.no(), target.year()));
	}

}
