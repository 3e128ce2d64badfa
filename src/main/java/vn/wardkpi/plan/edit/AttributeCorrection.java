package vn.wardkpi.plan.edit;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;

/**
 * Attributes that are put right; what is {@code null} stays as it is, an empty field,
 * note, leader or baseline text takes it away.
 *
 * @param leaderInCharge who of the ward's leaders answers for it in person
 * @param baselineText {@code null} where the baseline stays; the others go with it
 * @param baselineValue what the text says in the indicator's unit
 */
@Embeddable
public record AttributeCorrection(@Nullable String name, @Nullable String unit,
		@Enumerated(EnumType.STRING) @Nullable IndicatorRole role, @Nullable Boolean decisive,
		@Enumerated(EnumType.STRING) @Nullable Direction direction,
		@Enumerated(EnumType.STRING) @Nullable ValueType valueType,
		@Enumerated(EnumType.STRING) @Nullable Accumulation accumulation, @Nullable Boolean bounded,
		@Nullable String field, @Nullable String note, @Nullable String leaderInCharge, @Nullable Integer baselineYear,
		@Nullable String baselineText, @Nullable BigDecimal baselineValue, @Nullable Boolean baselineComparable,
		@Nullable String baselineOrigin) {

	public static final AttributeCorrection NONE = new AttributeCorrection(null, null, null, null, null, null, null,
			null);

	/**
	 * How it is called and judged alone.
	 */
	public AttributeCorrection(@Nullable String name, @Nullable String unit, @Nullable IndicatorRole role,
			@Nullable Boolean decisive, @Nullable Direction direction, @Nullable ValueType valueType,
			@Nullable Accumulation accumulation, @Nullable Boolean bounded) {
		this(name, unit, role, decisive, direction, valueType, accumulation, bounded, null, null, null, null, null,
				null, null, null);
	}

	/**
	 * Together with what is said of it beside.
	 * @param baseline {@code null} where it stays
	 */
	public AttributeCorrection describedBy(@Nullable String newField, @Nullable String newNote,
			@Nullable String newLeader, @Nullable BaselineText baseline) {
		return new AttributeCorrection(this.name, this.unit, this.role, this.decisive, this.direction, this.valueType,
				this.accumulation, this.bounded, newField, newNote, newLeader,
				(baseline != null) ? baseline.year() : null, (baseline != null) ? baseline.text() : null, null,
				(baseline != null) ? baseline.comparable() : null, (baseline != null) ? baseline.origin() : null);
	}

	/**
	 * With what the baseline's text was understood to say.
	 */
	public AttributeCorrection understood(@Nullable BigDecimal value) {
		return new AttributeCorrection(this.name, this.unit, this.role, this.decisive, this.direction, this.valueType,
				this.accumulation, this.bounded, this.field, this.note, this.leaderInCharge, this.baselineYear,
				this.baselineText, value, this.baselineComparable, this.baselineOrigin);
	}

	/**
	 * The level before the plan begins, as published.
	 *
	 * @param text empty for none
	 * @param origin of which units' figures it is made, as it is stored
	 */
	public record BaselineText(@Nullable Integer year, String text, boolean comparable, @Nullable String origin) {

		public BaselineText(@Nullable Integer year, String text, boolean comparable) {
			this(year, text, comparable, null);
		}

	}

}
