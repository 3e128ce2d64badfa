package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Arithmetic over several years. Intermediate results carry 34 significant digits (IEEE
 * decimal128), far beyond any published figure, so that only what is shown is rounded.
 */
public final class Decimals {

	public static final MathContext PRECISION = MathContext.DECIMAL128;

	/** Newton's method doubles its digits with every step; this is ample. */
	private static final int MAX_STEPS = 500;

	/** One step beyond {@link #PRECISION}, so that its last digit is right. */
	private static final MathContext GUARDED = new MathContext(PRECISION.getPrecision() + 6, RoundingMode.HALF_EVEN);

	/** Nine digits, whose products still fit into a machine word. */
	private static final MathContext ROUGH = new MathContext(9, RoundingMode.HALF_EVEN);

	/** Lifts a rough root above the true one, from where the iteration only falls. */
	private static final BigDecimal SLIGHTLY_MORE = new BigDecimal("1.000001");

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

	/**
	 * The positive n-th root by Newton's iteration x − (xⁿ − a)/(n·xⁿ⁻¹) from above,
	 * first roughly, then in full; the JDK has only the square root, and a library for
	 * this one function would be out of proportion.
	 */
	public static BigDecimal root(BigDecimal of, int n) {
		if (of.signum() <= 0 || n == 1) {
			return of.max(BigDecimal.ZERO);
		}
		BigDecimal rough = newton(of, n, of.max(BigDecimal.ONE), ROUGH);
		return newton(of, n, rough.multiply(SLIGHTLY_MORE), GUARDED).round(PRECISION);
	}

	private static BigDecimal newton(BigDecimal of, int n, BigDecimal from, MathContext precision) {
		BigDecimal root = from;
		for (int step = 0; step < MAX_STEPS; step++) {
			BigDecimal next = root.multiply(BigDecimal.valueOf(n - 1L), precision)
				.add(of.divide(root.pow(n - 1, precision), precision), precision)
				.divide(BigDecimal.valueOf(n), precision);
			if (next.compareTo(root) >= 0) {
				break;
			}
			root = next;
		}
		return root;
	}

}
