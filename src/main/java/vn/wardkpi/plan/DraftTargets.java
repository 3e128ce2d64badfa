package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.edit.PlanEdit;
import vn.wardkpi.plan.edit.PlanEdit.Aim;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * What a draft asks for, which may still be put right without a decision. A text is
 * understood in the unit that its indicator has after the edit.
 */
class DraftTargets {

	private final Plan plan;

	private final List<TargetDecision> decisions;

	private final List<FieldProblem> problems = new ArrayList<>();

	/**
	 * @param decisions of the draft, the earliest first; of another plan none
	 */
	DraftTargets(Plan plan, List<TargetDecision> decisions) {
		this.plan = plan;
		this.decisions = new ArrayList<>(decisions);
	}

	/**
	 * Numbers, as before the edit, of the indicators that have targets after it.
	 */
	Set<String> numbers(PlanEdit edit) {
		Map<String, Set<String>> places = new HashMap<>();
		this.decisions.forEach((decision) -> decision.targets()
			.forEach((target) -> places.computeIfAbsent(target.no(), (no) -> new HashSet<>())
				.add(Aim.field(decision.issuer(), target.year()))));
		edit.all(PlanEdit.Remove.class).forEach((step) -> places.remove(step.no()));
		for (Aim aim : edit.all(Aim.class)) {
			Set<String> own = places.computeIfAbsent(aim.no(), (no) -> new HashSet<>());
			if (TargetGrammar.read(aim.text(), null) instanceof TargetGrammar.Reading.NoTarget) {
				own.remove(aim.field());
			}
			else {
				own.add(aim.field());
			}
		}
		places.values().removeIf(Set::isEmpty);
		return places.keySet();
	}

	/**
	 * @throws RefusedException INVALID with each text that is not understood, or is of a
	 * year that the plan does not have
	 */
	void check(PlanEdit edit, PlanEditing editing) {
		edit.all(Aim.class).forEach((aim) -> read(aim, editing.standing(aim.no())));
		if (!this.problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), this.problems);
		}
	}

	/**
	 * Puts the texts into the decisions of their issuers, and takes those of rows that go
	 * out of them.
	 * @return the decisions that changed
	 */
	Set<TargetDecision> aim(PlanEdit edit, PlanEditing editing, Authorship authorship) {
		Set<TargetDecision> changed = new LinkedHashSet<>();
		Set<Indicator> aimed = new LinkedHashSet<>();
		for (Aim aim : edit.all(Aim.class)) {
			Indicator indicator = editing.standing(aim.no());
			ParsedTarget target = read(aim, indicator);
			TargetDecision decision = decision(aim, indicator, authorship);
			String was = decision.aim(indicator, aim.year(), target);
			String is = (target != null) ? target.text() : null;
			if (!Objects.equals(was, is)) {
				decision.announce(new PlanEvent.TargetCorrected(authorship.by(), this.plan.wardCode(), this.plan.id(),
						indicator.no(), aim.issuer(), aim.year(), was, is));
				changed.add(decision);
				aimed.add(indicator);
			}
		}
		this.decisions.forEach((decision) -> decision.targets()
			.removeIf((target) -> editing.gone().stream().anyMatch(target.indicator()::isSame)));
		aimed.forEach((indicator) -> indicator.showWith(decimals(indicator)));
		return changed;
	}

	private int decimals(Indicator indicator) {
		return this.decisions.stream()
			.flatMap((decision) -> decision.targets().stream())
			.filter((target) -> indicator.isSame(target.indicator()))
			.mapToInt((target) -> target.parsed().decimals())
			.max()
			.orElse(0);
	}

	/** The latest that speaks of the place, else the issuer's first, else a new one. */
	private TargetDecision decision(Aim aim, Indicator indicator, Authorship authorship) {
		List<TargetDecision> own = this.decisions.stream()
			.filter((decision) -> decision.issuer() == aim.issuer())
			.toList();
		return own.stream()
			.filter((decision) -> decision.targets().stream().anyMatch((target) -> target.isOf(indicator, aim.year())))
			.max(Comparator.comparing(own::indexOf))
			.or(() -> own.stream().findFirst())
			.orElseGet(() -> {
				TargetDecision first = new TargetDecision(this.plan, new PlanDraft.DecisionDraft(aim.issuer(), null,
						null, null, LocalDate.of(this.plan.fromYear(), 1, 1), null, List.of()), Map.of(), authorship);
				this.decisions.add(first);
				return first;
			});
	}

	private @Nullable ParsedTarget read(Aim aim, Indicator indicator) {
		Integer year = aim.year();
		if (year != null && (year < this.plan.fromYear() || year > this.plan.toYear())) {
			problem(aim, Problem.error("year-outside-plan", String.valueOf(year), String.valueOf(this.plan.fromYear()),
					String.valueOf(this.plan.toYear())));
			return null;
		}
		TargetGrammar.Reading reading = TargetGrammar.read(aim.text(), indicator.attributes(LocalDate.MIN).unit());
		if (reading instanceof TargetGrammar.Reading.Ambiguous ambiguous) {
			problem(aim, EditProblems.unclear(ambiguous));
		}
		return (reading instanceof TargetGrammar.Reading.Understood understood) ? understood.target() : null;
	}

	private void problem(Aim aim, Problem problem) {
		this.problems.add(new FieldProblem(aim.no() + "." + aim.field(), problem));
	}

}
