package vn.wardkpi.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;
import vn.wardkpi.plan.baseline.BaselineOrigin;

/**
 * An indicator with its targets as the API answers it, stored or proposed.
 */
public record IndicatorView(String no, @Nullable String parentNo, String name, @Nullable String unit,
		@Nullable String field, IndicatorRole role, boolean decisive, Direction direction, ValueType valueType,
		Accumulation accumulation, boolean bounded, int decimals, List<String> leadUnits,
		@Nullable BaselineView baseline, List<TargetView> targets, List<PeriodTargetView> periodTargets,
		@Nullable String note, @Nullable String leaderInCharge) {

	public IndicatorView {
		leadUnits = List.copyOf(leadUnits);
		targets = List.copyOf(targets);
		periodTargets = List.copyOf(periodTargets);
	}

	public static IndicatorView of(IndicatorRow row, List<TargetRow> targets) {
		Baseline baseline = row.baseline();
		return new IndicatorView(row.no(), row.rule().parentNo(), row.name(), row.unit(), row.field(),
				row.rule().role(), row.rule().decisive(), row.rule().direction(), row.rule().valueType(),
				row.rule().accumulation(), row.rule().bounded(), row.decimals(), row.leadUnitCodes(),
				BaselineView.of(baseline), years(targets, row.rule().direction()),
				period(targets, row.rule().direction()), row.note(), row.leaderInCharge());
	}

	/**
	 * @param leadUnits codes of those that will answer for it: its own or its parent's
	 * @param decisions of the whole draft
	 */
	public static IndicatorView of(PlanDraft.IndicatorDraft draft, List<String> leadUnits,
			List<PlanDraft.DecisionDraft> decisions) {
		Baseline baseline = draft.baseline();
		return new IndicatorView(draft.no(), draft.parentNo(), draft.name(), draft.unit(), draft.field(), draft.role(),
				draft.decisive(), draft.direction(), draft.valueType(), draft.accumulation(), draft.bounded(),
				draft.decimals(), leadUnits, BaselineView.of(baseline), years(draft, decisions),
				period(draft, decisions), draft.note(), draft.leaderInCharge());
	}

	private static List<TargetView> years(PlanDraft.IndicatorDraft draft, List<PlanDraft.DecisionDraft> decisions) {
		List<TargetView> years = new ArrayList<>();
		for (PlanDraft.DecisionDraft decision : decisions) {
			for (PlanDraft.TargetDraft target : decision.targets()) {
				if (target.no().equals(draft.no()) && target.year() != null) {
					years.add(TargetView.of(decision.issuer(), target.year(), target.target(), draft.direction(),
							decision.called()));
				}
			}
		}
		years.sort(java.util.Comparator.comparing((TargetView target) -> target.issuer().name())
			.thenComparing(TargetView::year));
		return years;
	}

	private static List<PeriodTargetView> period(PlanDraft.IndicatorDraft draft,
			List<PlanDraft.DecisionDraft> decisions) {
		List<PeriodTargetView> period = new ArrayList<>();
		for (PlanDraft.DecisionDraft decision : decisions) {
			for (PlanDraft.TargetDraft target : decision.targets()) {
				if (target.no().equals(draft.no()) && target.year() == null) {
					period.add(PeriodTargetView.of(decision.issuer(), target.target(), draft.direction()));
				}
			}
		}
		period.sort(java.util.Comparator.comparing((target) -> target.issuer().name()));
		return period;
	}

	private static List<TargetView> years(List<TargetRow> targets, Direction direction) {
		List<TargetView> years = new ArrayList<>();
		for (TargetRow target : targets) {
			if (target.year() != null) {
				years.add(TargetView.of(target.issuer(), target.year(), target.target(), direction, target.decision()));
			}
		}
		return years;
	}

	private static List<PeriodTargetView> period(List<TargetRow> targets, Direction direction) {
		return targets.stream()
			.filter((target) -> target.year() == null)
			.map((target) -> PeriodTargetView.of(target.issuer(), target.target(), direction))
			.toList();
	}

	/**
	 * @param origin of which units' figures it is made, if it is
	 */
	public record BaselineView(int year, String text, @Nullable BigDecimal value, boolean comparable,
			@Nullable BaselineOrigin origin) {

		static @Nullable BaselineView of(@Nullable Baseline baseline) {
			return (baseline != null) ? new BaselineView(baseline.year(), baseline.text(), baseline.value(),
					baseline.comparable(), baseline.origin()) : null;
		}

	}

	public record TargetView(Issuer issuer, int year, String text, Comparator comparator, @Nullable BigDecimal value,
			@Nullable BigDecimal upper, int decimals, @Nullable String decision) {

		static TargetView of(Issuer issuer, int year, ParsedTarget target, Direction direction,
				@Nullable String decision) {
			return new TargetView(issuer, year, target.text(), target.effectiveComparator(direction), target.value(),
					target.upper(), target.decimals(), decision);
		}

	}

	public record PeriodTargetView(Issuer issuer, String text, Comparator comparator, @Nullable BigDecimal value,
			@Nullable BigDecimal upper) {

		static PeriodTargetView of(Issuer issuer, ParsedTarget target, Direction direction) {
			return new PeriodTargetView(issuer, target.text(), target.effectiveComparator(direction), target.value(),
					target.upper());
		}

	}

}
