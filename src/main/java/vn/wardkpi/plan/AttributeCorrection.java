package vn.wardkpi.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Accumulation;
import vn.wardkpi.attainment.Direction;
import vn.wardkpi.attainment.IndicatorRole;
import vn.wardkpi.attainment.ValueType;

/**
 * Attributes that are put right; what is {@code null} stays as it is.
 */
@Embeddable
public record AttributeCorrection(@Nullable String name, @Nullable String unit,
		@Enumerated(EnumType.STRING) @Nullable IndicatorRole role, @Nullable Boolean decisive,
		@Enumerated(EnumType.STRING) @Nullable Direction direction,
		@Enumerated(EnumType.STRING) @Nullable ValueType valueType,
		@Enumerated(EnumType.STRING) @Nullable Accumulation accumulation, @Nullable Boolean bounded) {

	public static final AttributeCorrection NONE = new AttributeCorrection(null, null, null, null, null, null, null,
			null);

}
