package vn.wardkpi.dashboard.overview;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.dashboard.IndicatorYear;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.shared.WardCode;

/**
 * A ward's year in one line.
 *
 * @param illustrative whether the ward is invented
 * @param plan the plan that covers the year; of several the one that began last
 * @param headline computed; {@code null} without a plan, as is what follows
 * @param published what a report published, the official one before the estimate, if any
 * @param shared its indicators that are linked to a definition of the catalogue, by the
 * definition's id: those that were asked for, without their path; of several the first of
 * the plan
 * @param annualPlan id of the annual plan that was made of the plan's year, if any
 */
public record WardHeadline(WardCode wardCode, String wardName, String provinceName, boolean illustrative,
		@Nullable PlanSummary plan, @Nullable Headline headline, @Nullable PublishedHeadline published,
		Map<Long, IndicatorYear> shared, @Nullable Long annualPlan) {

	public WardHeadline {
		shared = Map.copyOf(shared);
	}

}
