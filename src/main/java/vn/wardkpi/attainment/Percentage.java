package vn.wardkpi.attainment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Shares in percent points, as the program computes them.
 */
public final class Percentage {

	public static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private Percentage() {
	}

	/**
	 * x of y in percent points, rounded HALF_UP to as many decimals as the target was
	 * published with, but at least one.
	 */
	public static BigDecimal of(BigDecimal x, BigDecimal y, int publishedDecimals) {
		return x.multiply(WHOLE).divide(y, Math.max(publishedDecimals, 1), RoundingMode.HALF_UP);
	}

	/** Whether a value can be a share of a whole. */
	public static boolean isPossible(BigDecimal value) {
		return value.signum() >= 0 && value.compareTo(WHOLE) <= 0;
	}

}
