package vn.wardkpi.report.content;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A course over years beside its targets.
 *
 * @param unit of both
 * @param target what the line of targets is called
 * @param value what the line of values is called
 * @param alternative the same in words, for those who do not see it
 */
public record Chart(String title, String unit, String target, String value, List<Point> points, String alternative) {

	public Chart {
		points = List.copyOf(points);
	}

	/**
	 * @param target {@code null} where there is none that year, as the value
	 * @param targetText as published
	 */
	public record Point(int year, @Nullable BigDecimal target, @Nullable BigDecimal value, String targetText,
			String valueText) {
	}

}
