package vn.wardkpi.plan.annual;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.plan.Baseline;
import vn.wardkpi.plan.IndicatorRow;
import vn.wardkpi.plan.PlanDraft;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.TargetRow;
import vn.wardkpi.plan.annual.AnnualPlan.Action;
import vn.wardkpi.plan.annual.AnnualPlanInput.ChangedTarget;
import vn.wardkpi.plan.edit.EditProblems;
import vn.wardkpi.plan.tree.IndicatorTree;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * Makes a plan of one year of the rows of a five-year plan.
 */
final class AnnualDraft {

	private final PlanSummary plan;

	private final int year;

	private final List<IndicatorRow> indicators;

	/** Of each issuer, in the order of the five-year plan. */
	private final Map<Issuer, Map<String, ParsedTarget>> before = new EnumMap<>(Issuer.class);

	private final Map<Issuer, Map<String, ParsedTarget>> after = new EnumMap<>(Issuer.class);

	private final Set<String> leftOut = new HashSet<>();

	private final List<FieldProblem> problems = new ArrayList<>();

	/**
	 * @param targets of the five-year plan
	 */
	AnnualDraft(PlanSummary plan, int year, List<IndicatorRow> indicators, List<TargetRow> targets) {
		this.plan = plan;
		this.year = year;
		this.indicators = indicators;
		targets.stream().filter((row) -> Objects.equals(row.year(), year)).forEach((row) -> {
			this.before.computeIfAbsent(row.issuer(), (issuer) -> new LinkedHashMap<>()).put(row.no(), row.target());
			this.after.computeIfAbsent(row.issuer(), (issuer) -> new LinkedHashMap<>()).put(row.no(), row.target());
		});
	}

	/**
	 * @throws RefusedException INVALID with everything that is wrong, each at its field
	 */
	PlanDraft read(AnnualPlanInput input, String title, LocalDate today) {
		FreeText.NAME.problemAt("title", title).ifPresent(this.problems::add);
		Map<String, IndicatorRow> byNo = new HashMap<>();
		this.indicators.forEach((row) -> byNo.put(row.no(), row));
		List<String> leave = (input.leaveOut() != null) ? input.leaveOut() : List.of();
		for (int at = 0; at < leave.size(); at++) {
			String no = leave.get(at);
			if (no == null || !byNo.containsKey(no)) {
				problem("leaveOut[" + at + "]", Problem.error("indicator-unknown", String.valueOf(no)));
			}
			else {
				this.leftOut.add(no);
			}
		}
		List<ChangedTarget> changed = (input.targets() != null) ? input.targets() : List.of();
		Set<String> seen = new HashSet<>();
		for (int at = 0; at < changed.size(); at++) {
			ChangedTarget target = changed.get(at);
			String field = "targets[" + at + "]";
			if (target == null) {
				problem(field, Problem.error("required"));
			}
			else if (!seen.add(target.issuer() + " " + target.no())) {
				problem(field, Problem.error("target-twice", String.valueOf(target.no()), String.valueOf(this.year)));
			}
			else {
				change(field, target, byNo);
			}
		}
		PlanDraft draft = draft(title, today);
		if (draft.indicators().isEmpty()) {
			problem("leaveOut", Problem.error("annual-empty"));
		}
		draft.findings()
			.stream()
			.filter((finding) -> !finding.problem().code().equals(IndicatorTree.LEAD_UNIT_MISSING))
			.forEach((finding) -> problem(finding.no() + "." + finding.field(), finding.problem()));
		if (!this.problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), this.problems);
		}
		return draft;
	}

	List<AnnualPlan.Row> rows() {
		Set<Issuer> issuers = new HashSet<>(this.before.keySet());
		issuers.addAll(this.after.keySet());
		return this.indicators.stream().map((row) -> row(row, issuers)).toList();
	}

	private AnnualPlan.Row row(IndicatorRow row, Set<Issuer> issuers) {
		boolean left = this.leftOut.contains(row.no());
		List<AnnualPlan.RowTarget> targets = issuers.stream()
			.sorted()
			.map((issuer) -> new AnnualPlan.RowTarget(issuer, text(this.before, issuer, row.no()),
					left ? null : text(this.after, issuer, row.no())))
			.filter((target) -> target.fiveYear() != null || target.text() != null)
			.toList();
		Action action = left ? Action.LEFT_OUT
				: targets.stream().anyMatch(AnnualPlan.RowTarget::isChanged) ? Action.CHANGED : Action.TAKEN_OVER;
		return new AnnualPlan.Row(row.no(), row.rule().parentNo(), row.name(), row.unit(), action, row.no(), targets);
	}

	private static @Nullable String text(Map<Issuer, Map<String, ParsedTarget>> of, Issuer issuer, String no) {
		ParsedTarget target = of.getOrDefault(issuer, Map.of()).get(no);
		return (target != null) ? target.text() : null;
	}

	private void change(String field, ChangedTarget target, Map<String, IndicatorRow> byNo) {
		IndicatorRow row = (target.no() != null) ? byNo.get(target.no()) : null;
		String text = target.text();
		if (row == null) {
			problem(field + ".no", Problem.error("indicator-unknown", String.valueOf(target.no())));
		}
		else if (this.leftOut.contains(row.no())) {
			problem(field + ".no", Problem.error("target-left-out", row.no()));
		}
		else if (row.rule().role() == IndicatorRole.GROUP) {
			problem(field + ".no", Problem.error("group-with-target", row.no()));
		}
		if (target.issuer() == null) {
			problem(field + ".issuer", Problem.error("required"));
		}
		if (text == null) {
			problem(field + ".text", Problem.error("required"));
		}
		FreeText.WORDS.problemAt(field + ".text", text).ifPresent(this.problems::add);
		if (row == null || target.issuer() == null || text == null) {
			return;
		}
		Map<String, ParsedTarget> own = this.after.computeIfAbsent(target.issuer(), (issuer) -> new LinkedHashMap<>());
		TargetGrammar.Reading reading = TargetGrammar.read(text, row.unit());
		if (reading instanceof TargetGrammar.Reading.Ambiguous ambiguous) {
			problem(field + ".text", EditProblems.unclear(ambiguous));
		}
		else if (reading instanceof TargetGrammar.Reading.Understood understood) {
			own.put(row.no(), understood.target());
		}
		else {
			own.remove(row.no());
		}
	}

	private PlanDraft draft(String title, LocalDate today) {
		List<IndicatorRow> taken = this.indicators.stream().filter((row) -> !this.leftOut.contains(row.no())).toList();
		LocalDate begins = LocalDate.of(this.year, 1, 1);
		List<PlanDraft.DecisionDraft> decisions = new ArrayList<>();
		this.after.forEach((issuer, targets) -> {
			List<PlanDraft.TargetDraft> own = taken.stream()
				.filter((row) -> targets.containsKey(row.no()))
				.map((row) -> new PlanDraft.TargetDraft(row.no(), this.year,
						Objects.requireNonNull(targets.get(row.no()))))
				.toList();
			if (!own.isEmpty()) {
				decisions.add(new PlanDraft.DecisionDraft(issuer, null, null, null,
						begins.isBefore(today) ? begins : today, null, own));
			}
		});
		Map<String, String> units = new LinkedHashMap<>();
		taken.forEach((row) -> row.leadUnits().forEach((unit) -> units.put(unit.code(), unit.name())));
		return new PlanDraft(this.plan.wardCode(), title, this.year, this.year, this.plan.title(),
				this.plan.illustrative(),
				units.entrySet()
					.stream()
					.map((unit) -> new PlanDraft.LeadUnitDraft(unit.getKey(), unit.getValue()))
					.toList(),
				taken.stream().map(this::indicator).toList(), decisions);
	}

	private PlanDraft.IndicatorDraft indicator(IndicatorRow row) {
		Baseline baseline = row.baseline();
		return new PlanDraft.IndicatorDraft(row.no(), row.rule().parentNo(), row.name(), row.unit(), row.field(),
				row.rule().role(), row.rule().decisive(), row.rule().direction(), row.rule().valueType(),
				row.rule().accumulation(), row.rule().bounded(), row.decimals(),
				(baseline != null && baseline.year() == this.year - 1) ? baseline : null, row.note(),
				row.ownLeadUnitCodes());
	}

	private void problem(String field, Problem problem) {
		this.problems.add(new FieldProblem(field, problem));
	}

}
