package vn.wardkpi.attainment.period;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the indicator arrives if it keeps its pace.
 *
 * @param points yearly values it rests on; the baseline counts when it is comparable
 * @param values one for each year still to come
 * @param periodValue what the period comes to with them
 */
public record Projection(Method method, int points, List<YearValue> values, @Nullable BigDecimal periodValue) {

	public Projection {
		values = List.copyOf(values);
	}

	/**
	 * How the future is drawn.
	 */
	public enum Method {

		/** A straight line on from the latest value by the average yearly change. */
		LINEAR

	}

	/**
	 * A year and its value, rounded as the indicator is shown.
	 */
	public record YearValue(int year, BigDecimal value) {
	}

}
