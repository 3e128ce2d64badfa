package vn.wardkpi.dashboard.stages;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * How far an official figure is from its estimate.
 *
 * @param change official less estimate, in percent points or the unit
 * @param rate the same in percent of the estimate, two decimals HALF_UP; {@code null} for
 * shares and where the estimate is not positive
 */
public record StageDifference(BigDecimal change, @Nullable BigDecimal rate) {

	private static final int DECIMALS = 2;

	/**
	 * @param share whether both are in percent
	 * @return {@code null} where one of them is missing or no number
	 */
	public static @Nullable StageDifference between(@Nullable BigDecimal estimate, @Nullable BigDecimal official,
			boolean share) {
		if (estimate == null || official == null) {
			return null;
		}
		BigDecimal change = official.subtract(estimate);
		return new StageDifference(change, (share || estimate.signum() <= 0) ? null
				: change.movePointRight(2).divide(estimate, DECIMALS, RoundingMode.HALF_UP));
	}

}
