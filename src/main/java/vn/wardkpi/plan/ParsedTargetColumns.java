package vn.wardkpi.plan;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.Comparator;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * A target as the database keeps it; the rules know nothing of databases.
 */
@Embeddable
record ParsedTargetColumns(String text, @Enumerated(EnumType.STRING) @Nullable Comparator comparator,
		@Nullable BigDecimal value, @Nullable BigDecimal upper, @Nullable String unit, int decimals,
		@Enumerated(EnumType.STRING) ValueType valueType, boolean approximate) {

	static ParsedTargetColumns of(ParsedTarget target) {
		return new ParsedTargetColumns(target.text(), target.comparator(), target.value(), target.upper(),
				target.unit(), target.decimals(), target.valueType(), target.approximate());
	}

	ParsedTarget target() {
		return new ParsedTarget(this.text, this.comparator, this.value, this.upper, this.unit, this.decimals,
				this.valueType, this.approximate);
	}

}
