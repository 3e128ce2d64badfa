package vn.wardkpi.dashboard;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.ActualRow;
import vn.wardkpi.plan.Baseline;

/**
 * Targets and values of an indicator over the years, as far as they are numbers.
 *
 * @param goals by year, what a value is compared with
 * @param values by year, full-year figures only
 * @param actuals by year, the figure that was judged or the latest there is
 */
public record IndicatorPath(int fromYear, int toYear, @Nullable Baseline baseline,
		NavigableMap<Integer, BigDecimal> goals, NavigableMap<Integer, BigDecimal> values,
		NavigableMap<Integer, ActualRow> actuals) {

	public IndicatorPath {
		goals = Collections.unmodifiableNavigableMap(new TreeMap<>(goals));
		values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
		actuals = Collections.unmodifiableNavigableMap(new TreeMap<>(actuals));
	}

	IndicatorPath withoutYears() {
		return new IndicatorPath(this.fromYear, this.toYear, this.baseline, Collections.emptyNavigableMap(),
				Collections.emptyNavigableMap(), Collections.emptyNavigableMap());
	}

	/**
	 * The baseline's value where it measures the same as the targets.
	 */
	public @Nullable BigDecimal comparableBaseline() {
		return (this.baseline != null && this.baseline.comparable()) ? this.baseline.value() : null;
	}

}
