package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.List;
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

	public record LeadUnitDraft(String code, String name) {
	}

	/**
	 * @param decimals the most decimals its targets were published with
	 * @param leadUnits codes, the first answers for the indicator; empty where the
	 * parent's apply
	 */
	public record IndicatorDraft(String no, @Nullable String parentNo, String name, @Nullable String unit,
			@Nullable String field, IndicatorRole role, boolean decisive, Direction direction, ValueType valueType,
			Accumulation accumulation, boolean bounded, int decimals, @Nullable Baseline baseline,
			@Nullable String note, List<String> leadUnits) {

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
