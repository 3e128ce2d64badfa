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

/**
 * An indicator with its targets as the API answers it, stored or proposed.
 */
public record IndicatorView(String no, @Nullable String parentNo, String name, @Nullable String unit,
		@Nullable String field, IndicatorRole role, boolean decisive, Direction direction, ValueType valueType,
		Accumulation accumulation, boolean bounded, int decimals, List<String> leadUnits,
		@Nullable BaselineView baseline, List<TargetView> targets, List<PeriodTargetView> periodTargets,
		@Nullable String note) {

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
				(baseline != null)
						? new BaselineView(baseline.year(), baseline.text(), baseline.value(), baseline.comparable())
						: null,
				years(targets, row.rule().direction()), period(targets, row.rule().direction()), row.note());
	}

	/**
	 * @param leadUnits codes of those that will answer for it: its own or its parent's
	 */
	public static IndicatorView of(PlanDraft.IndicatorDraft draft, List<String> leadUnits, List<TargetRow> targets) {
		Baseline baseline = draft.baseline();
		return new IndicatorView(draft.no(), draft.parentNo(), draft.name(), draft.unit(), draft.field(), draft.role(),
				draft.decisive(), draft.direction(), draft.valueType(), draft.accumulation(), draft.bounded(),
				draft.decimals(), leadUnits,
				(baseline != null)
						? new BaselineView(baseline.year(), baseline.text(), baseline.value(), baseline.comparable())
						: null,
				years(targets, draft.direction()), period(targets, draft.direction()), draft.note());
	}

	private static List<TargetView> years(List<TargetRow> targets, Direction direction) {
		List<TargetView> years = new ArrayList<>();
		for (TargetRow target : targets) {
			if (target.year() != null) {
				ParsedTarget parsed = target.target();
				years.add(new TargetView(target.issuer(), target.year(), parsed.text(),
						parsed.effectiveComparator(direction), parsed.value(), parsed.upper(), parsed.decimals(),
						target.decision()));
			}
		}
		return years;
	}

	private static List<PeriodTargetView> period(List<TargetRow> targets, Direction direction) {
		return targets.stream()
			.filter((target) -> target.year() == null)
			.map((target) -> new PeriodTargetView(target.issuer(), target.target().text(),
					target.target().effectiveComparator(direction), target.target().value(), target.target().upper()))
			.toList();
	}

	public record BaselineView(int year, String text, @Nullable BigDecimal value, boolean comparable) {
	}

	public record TargetView(Issuer issuer, int year, String text, Comparator comparator, @Nullable BigDecimal value,
			@Nullable BigDecimal upper, int decimals, @Nullable String decision) {
	}

	public record PeriodTargetView(Issuer issuer, String text, Comparator comparator, @Nullable BigDecimal value,
			@Nullable BigDecimal upper) {
	}

}
