package vn.wardkpi.attainment.period;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Figure;
import vn.wardkpi.attainment.Fraction;
import vn.wardkpi.attainment.Percentage;
import vn.wardkpi.attainment.ValueType;
import vn.wardkpi.attainment.target.ParsedTarget;

/**
 * x and y of several years, added.
 */
record Sums(BigDecimal x, BigDecimal y) {

	static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);

	/** Nothing of a target that is no x/y. */
	static Sums of(@Nullable ParsedTarget target) {
		return (target != null && target.valueType() == ValueType.RATIO) ? of(target.value(), target.upper()) : NONE;
	}

	/** Nothing of a figure that is no x/y. */
	static Sums of(Figure figure) {
		return of(figure.numerator(), figure.denominator());
	}

	private static Sums of(@Nullable BigDecimal x, @Nullable BigDecimal y) {
		return (x != null && y != null) ? new Sums(x, y) : NONE;
	}

	Sums plus(Sums other) {
		return new Sums(this.x.add(other.x), this.y.add(other.y));
	}

	/** In percent points. */
	@Nullable Fraction share() {
		return (this.y.signum() > 0) ? new Fraction(this.x.multiply(Percentage.WHOLE), this.y) : null;
	}

}
