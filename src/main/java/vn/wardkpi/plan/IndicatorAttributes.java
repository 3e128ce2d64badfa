package vn.wardkpi.plan;

import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.IndicatorRule;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.plan.edit.AttributeCorrection;

/**
 * How an indicator is called and judged, and what is said of it: what holds from a day on
 * until it is changed.
 */
@Embeddable
record IndicatorAttributes(String name, @Nullable String unit, @Enumerated(EnumType.STRING) IndicatorRole role,
		boolean decisive, @Enumerated(EnumType.STRING) Direction direction,
		@Enumerated(EnumType.STRING) ValueType valueType, @Enumerated(EnumType.STRING) Accumulation accumulation,
		boolean bounded, @Nullable String field, @Nullable String note, @Nullable String leaderInCharge,
		@Embedded @Nullable Baseline baseline) {

	/**
	 * As an annex states it.
	 * @param leader who leads where the annex does not print it
	 */
	static IndicatorAttributes of(PlanDraft.IndicatorDraft draft, @Nullable String leader) {
		return new IndicatorAttributes(draft.name(), draft.unit(), draft.role(), draft.decisive(), draft.direction(),
				draft.valueType(), draft.accumulation(), draft.bounded(), draft.field(), draft.note(),
				(draft.leaderInCharge() != null) ? draft.leaderInCharge() : leader, draft.baseline());
	}

	/**
	 * @param given everything that has no default
	 */
	static IndicatorAttributes of(AttributeCorrection given) {
		return new IndicatorAttributes("", null, IndicatorRole.COUNTED, false, Direction.HIGHER_IS_BETTER,
				ValueType.AMOUNT, Accumulation.LAST, false, null, null, null, null)
			.with(given);
	}

	IndicatorAttributes with(AttributeCorrection correction) {
		return new IndicatorAttributes(Objects.requireNonNullElse(correction.name(), this.name),
				(correction.unit() != null) ? correction.unit() : this.unit,
				Objects.requireNonNullElse(correction.role(), this.role),
				Objects.requireNonNullElse(correction.decisive(), this.decisive),
				Objects.requireNonNullElse(correction.direction(), this.direction),
				Objects.requireNonNullElse(correction.valueType(), this.valueType),
				Objects.requireNonNullElse(correction.accumulation(), this.accumulation),
				Objects.requireNonNullElse(correction.bounded(), this.bounded), text(correction.field(), this.field),
				text(correction.note(), this.note), text(correction.leaderInCharge(), this.leaderInCharge),
				baseline(correction));
	}

	IndicatorRule rule(String no, @Nullable String parentNo) {
		return new IndicatorRule(no, parentNo, this.role, this.decisive, this.direction, this.valueType,
				this.accumulation, this.bounded);
	}

	private static @Nullable String text(@Nullable String corrected, @Nullable String stands) {
		String text = (corrected != null) ? corrected : stands;
		return (text == null || text.isEmpty()) ? null : text;
	}

	private @Nullable Baseline baseline(AttributeCorrection correction) {
		String text = correction.baselineText();
		if (text == null) {
			return this.baseline;
		}
		Integer year = correction.baselineYear();
		return (text.isEmpty() || year == null) ? null : new Baseline(year, text, correction.baselineValue(),
				!Boolean.FALSE.equals(correction.baselineComparable()), correction.baselineOrigin());
	}

}
