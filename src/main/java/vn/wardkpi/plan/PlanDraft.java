package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.tree.IndicatorTree;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.WardCode;

/**
 * A whole plan that is not stored yet.
 *
 * @param source where its figures come from, for people
 * @param illustrative whether plan and figures are invented
 * @param leadUnits the lead units that indicators name; those the ward already has are
 * reused by code
 * @param indicators in the order of the annex, parents before their sub-indicators
 */
public record PlanDraft(WardCode ward, String title, int fromYear, int toYear, @Nullable String source,
		boolean illustrative, List<LeadUnitDraft> leadUnits, List<IndicatorDraft> indicators,
		List<DecisionDraft> decisions) {

	public PlanDraft {
		leadUnits = List.copyOf(leadUnits);
		indicators = List.copyOf(indicators);
		decisions = List.copyOf(decisions);
	}

	/**
	 * What contradicts itself between its indicators.
	 */
	public List<IndicatorTree.Finding> findings() {
		Set<String> withTargets = this.decisions.stream()
			.flatMap((decision) -> decision.targets().stream())
			.map(TargetDraft::no)
			.collect(Collectors.toSet());
		return IndicatorTree.check(this.indicators.stream()
			.map((indicator) -> new IndicatorTree.Node(indicator.rule(), indicator.leadUnits(),
					withTargets.contains(indicator.no())))
			.toList());
	}

	/**
	 * Names of the indicators by their numbers.
	 */
	Map<String, String> names() {
		return this.indicators.stream()
			.collect(Collectors.toMap(IndicatorDraft::no, IndicatorDraft::name, (first, second) -> first));
	}

	/**
	 * The same, each at its field, without the units that may still be named later.
	 */
	List<FieldProblem> contradictions() {
		return findings().stream()
			.filter((finding) -> !finding.problem().code().equals(IndicatorTree.LEAD_UNIT_MISSING))
			.map((finding) -> new FieldProblem(finding.no() + "." + finding.field(), finding.problem()))
			.toList();
	}

	public record LeadUnitDraft(String code, String name) {
	}

	/**
	 * @param decimals the most decimals its targets were published with
	 * @param leadUnits codes, the first answers for the indicator; empty where the
	 * parent's apply
	 * @param leaderInCharge who of the ward's leaders answers for it in person
	 */
	public record IndicatorDraft(String no, @Nullable String parentNo, String name, @Nullable String unit,
			@Nullable String field, IndicatorRole role, boolean decisive, Direction direction, ValueType valueType,
			Accumulation accumulation, boolean bounded, int decimals, @Nullable Baseline baseline,
			@Nullable String note, List<String> leadUnits, @Nullable String leaderInCharge) {

		public IndicatorDraft(String no, @Nullable String parentNo, String name, @Nullable String unit,
				@Nullable String field, IndicatorRole role, boolean decisive, Direction direction, ValueType valueType,
				Accumulation accumulation, boolean bounded, int decimals, @Nullable Baseline baseline,
				@Nullable String note, List<String> leadUnits) {
			this(no, parentNo, name, unit, field, role, decisive, direction, valueType, accumulation, bounded, decimals,
					baseline, note, leadUnits, null);
		}

		public IndicatorDraft {
			leadUnits = List.copyOf(leadUnits);
		}

		public IndicatorRule rule() {
			return new IndicatorRule(this.no, this.parentNo, this.role, this.decisive, this.direction, this.valueType,
					this.accumulation, this.bounded);
		}

	}

	/**
	 * @param number such as "15/NQ-HĐND", if known
	 */
	public record DecisionDraft(Issuer issuer, @Nullable String number, @Nullable String title,
			@Nullable LocalDate date, LocalDate effectiveDate, @Nullable String source, List<TargetDraft> targets) {

		public DecisionDraft {
			targets = List.copyOf(targets);
		}

		/**
		 * Targets of indicators or years that the plan does not have, each at its field.
		 * @param known numbers of the plan's indicators
		 */
		List<FieldProblem> problems(Set<String> known, int fromYear, int toYear) {
			List<FieldProblem> problems = new ArrayList<>();
			for (int i = 0; i < this.targets.size(); i++) {
				TargetDraft target = this.targets.get(i);
				Integer year = target.year();
				if (!known.contains(target.no())) {
					problems.add(
							new FieldProblem("targets[" + i + "].no", Problem.error("indicator-unknown", target.no())));
				}
				if (year != null && (year < fromYear || year > toYear)) {
					problems.add(new FieldProblem("targets[" + i + "].year", Problem.error("year-outside-plan",
							String.valueOf(year), String.valueOf(fromYear), String.valueOf(toYear))));
				}
			}
			return problems;
		}

		/**
		 * Its number, else its title.
		 */
		@Nullable String called() {
			return (this.number != null) ? this.number : this.title;
		}

	}

	/**
	 * @param no number of the indicator
	 * @param year {@code null} for the period's own target
	 */
	public record TargetDraft(String no, @Nullable Integer year, ParsedTarget target) {
	}

}
