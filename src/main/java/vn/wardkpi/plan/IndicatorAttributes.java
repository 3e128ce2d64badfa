package vn.wardkpi.plan;

import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;

/**
 * How an indicator is called and judged: what holds from a day on until it is changed.
 */
@Embeddable
record IndicatorAttributes(String name, @Nullable String unit, @Enumerated(EnumType.STRING) IndicatorRole role,
		boolean decisive, @Enumerated(EnumType.STRING) Direction direction,
		@Enumerated(EnumType.STRING) ValueType valueType, @Enumerated(EnumType.STRING) Accumulation accumulation,
		boolean bounded) {

	static IndicatorAttributes of(PlanDraft.IndicatorDraft draft) {
		return new IndicatorAttributes(draft.name(), draft.unit(), draft.role(), draft.decisive(), draft.direction(),
				draft.valueType(), draft.accumulation(), draft.bounded());
	}

	IndicatorAttributes with(AttributeCorrection correction) {
		return new IndicatorAttributes(Objects.requireNonNullElse(correction.name(), this.name),
				(correction.unit() != null) ? correction.unit() : this.unit,
				Objects.requireNonNullElse(correction.role(), this.role),
				Objects.requireNonNullElse(correction.decisive(), this.decisive),
				Objects.requireNonNullElse(correction.direction(), this.direction),
				Objects.requireNonNullElse(correction.valueType(), this.valueType),
				Objects.requireNonNullElse(correction.accumulation(), this.accumulation),
				Objects.requireNonNullElse(correction.bounded(), this.bounded));
	}

	IndicatorRule rule(String no, @Nullable String parentNo) {
		return new IndicatorRule(no, parentNo, this.role, this.decisive, this.direction, this.valueType,
				this.accumulation, this.bounded);
	}

}
