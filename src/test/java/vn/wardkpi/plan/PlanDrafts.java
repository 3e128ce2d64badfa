package vn.wardkpi.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.TargetGrammar;
import vn.wardkpi.shared.WardCode;

/**
 * Small plans for tests of any module.
 */
public final class PlanDrafts {

	private final WardCode ward;

	private final List<PlanDraft.IndicatorDraft> indicators = new ArrayList<>();

	private final List<PlanDraft.TargetDraft> targets = new ArrayList<>();

	private PlanDrafts(WardCode ward) {
		this.ward = ward;
	}

	public static PlanDrafts aPlanOf(String wardCode) {
		return new PlanDrafts(new WardCode(wardCode));
	}

	public PlanDrafts percent(String no, String name, String unitCode, String target2026) {
		return indicator(no, null, name, "%", IndicatorRole.COUNTED, ValueType.PERCENT, unitCode, target2026);
	}

	public PlanDrafts amount(String no, String name, String unitCode, String target2026) {
		return indicator(no, null, name, "Tỷ đồng", IndicatorRole.COUNTED, ValueType.AMOUNT, unitCode, target2026);
	}

	public PlanDrafts breakdown(String no, String parentNo, String name, String target2026) {
		return indicator(no, parentNo, name, "Tỷ đồng", IndicatorRole.BREAKDOWN, ValueType.AMOUNT, null, target2026);
	}

	public PlanDraft build() {
		List<PlanDraft.LeadUnitDraft> units = this.indicators.stream()
			.flatMap((indicator) -> indicator.leadUnits().stream())
			.distinct()
			.map((code) -> new PlanDraft.LeadUnitDraft(code, code))
			.toList();
		LocalDate effective = LocalDate.of(2026, 1, 1);
		return new PlanDraft(this.ward, "Kế hoạch 2026 - 2030", 2026, 2030, null, false, units, this.indicators,
				List.of(new PlanDraft.DecisionDraft(Issuer.WARD_COUNCIL, "15/NQ-HĐND", null, effective, effective, null,
						this.targets)));
	}

	private PlanDrafts indicator(String no, @Nullable String parentNo, String name, String unit, IndicatorRole role,
			ValueType valueType, @Nullable String unitCode, String target2026) {
		boolean bounded = valueType == ValueType.PERCENT;
		Accumulation accumulation = bounded ? Accumulation.LAST : Accumulation.SUM;
		this.indicators
			.add(new PlanDraft.IndicatorDraft(no, parentNo, name, unit, null, role, false, Direction.HIGHER_IS_BETTER,
					valueType, accumulation, bounded, 1, new Baseline(2025, "50", new BigDecimal("50"), true), null,
					(unitCode != null) ? List.of(unitCode) : List.of()));
		if (TargetGrammar.read(target2026, unit) instanceof TargetGrammar.Reading.Understood understood) {
			this.targets.add(new PlanDraft.TargetDraft(no, 2026, understood.target()));
		}
		return this;
	}

}
