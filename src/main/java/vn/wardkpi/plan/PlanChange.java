package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * A plan before and after a change, on the day on which the change shows first.
 */
public record PlanChange(long planId, LocalDate day, State before, State after) {

	/**
	 * @param indicators in the order of the annex
	 * @param targets in force on that day
	 */
	public record State(List<IndicatorRow> indicators, List<TargetRow> targets) {

		public State {
			indicators = List.copyOf(indicators);
			targets = List.copyOf(targets);
		}

		/**
		 * One of its indicators with its targets.
		 * @throws java.util.NoSuchElementException if there is none of this number
		 */
		public IndicatorView indicator(String no) {
			IndicatorRow row = this.indicators.stream().filter((one) -> one.no().equals(no)).findFirst().orElseThrow();
			return IndicatorView.of(row, this.targets.stream().filter((target) -> target.no().equals(no)).toList());
		}

	}

}
