package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

import ch.obermuhlner.math.big.BigDecimalMath;

/**
 * Arithmetic over several years. Intermediate results carry 34 significant digits (IEEE
 * decimal128), far beyond any published figure, so that only what is shown is rounded.
 */
public final class Decimals {

	public static final MathContext PRECISION = MathContext.DECIMAL128;

	private Decimals() {
	}

	public static BigDecimal sum(Collection<BigDecimal> values) {
		return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	public static BigDecimal mean(Collection<BigDecimal> values) {
		return divide(sum(values), values.size());
	}

	public static BigDecimal divide(BigDecimal value, int by) {
		return value.divide(BigDecimal.valueOf(by), PRECISION);
	}

	public static BigDecimal round(BigDecimal value, int decimals) {
		return value.setScale(decimals, RoundingMode.HALF_UP);
	}

	/**
	 * What a yearly growth in percent multiplies by: 12.1 by 1.121. A fall by more than
	 * everything cannot be: it counts as everything.
	 */
	public static BigDecimal factor(BigDecimal growth) {
		return growth.movePointLeft(2).add(BigDecimal.ONE).max(BigDecimal.ZERO);
	}

	public static BigDecimal factors(Collection<BigDecimal> growths) {
		return growths.stream().map(Decimals::factor).reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, PRECISION));
	}

	/** Back from a factor to a growth in percent. */
	public static BigDecimal growth(BigDecimal factor) {
		return factor.subtract(BigDecimal.ONE).movePointRight(2);
	}

	/** The positive n-th root; of nothing, or of less, it is nothing. */
	public static BigDecimal root(BigDecimal of, int n) {
		if (of.signum() <= 0 || n == 1) {
			return of.max(BigDecimal.ZERO);
		}
		return BigDecimalMath.root(of, BigDecimal.valueOf(n), PRECISION);
	}

}
