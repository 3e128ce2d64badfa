package vn.wardkpi.plan.annual;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanStatus;

/**
 * An annual plan beside the year of the five-year plan from which it is made.
 *
 * @param planId {@code null} where it is not stored
 */
public record AnnualPlan(@Nullable Long planId, long fiveYearPlanId, int year, String title, PlanStatus status,
		List<Row> rows) {

	public AnnualPlan {
		rows = List.copyOf(rows);
	}

	AnnualPlan stored(long id) {
		return new AnnualPlan(id, this.fiveYearPlanId, this.year, this.title, this.status, this.rows);
	}

	/**
	 * An indicator of either plan.
	 *
	 * @param fiveYearNo number of the five-year indicator whose figures it shows
	 */
	public record Row(String no, @Nullable String parentNo, String name, @Nullable String unit, Action action,
			@Nullable String fiveYearNo, List<RowTarget> targets) {

		public Row {
			targets = List.copyOf(targets);
		}

	}

	/**
	 * @param fiveYear the five-year plan's text of the year, if there is one
	 * @param text the annual plan's, if it has one
	 */
	public record RowTarget(Issuer issuer, @Nullable String fiveYear, @Nullable String text) {

		boolean isChanged() {
			return (this.fiveYear == null) ? this.text != null : !this.fiveYear.equals(this.text);
		}

	}

	/**
	 * What becomes of a row.
	 */
	public enum Action {

		TAKEN_OVER, CHANGED, ADDED, LEFT_OUT

	}

}
