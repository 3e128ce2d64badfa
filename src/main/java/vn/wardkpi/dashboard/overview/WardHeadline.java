package vn.wardkpi.dashboard.overview;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.shared.WardCode;

/**
 * A ward's year in one line.
 *
 * @param planId the plan that covers the year; of several the one that began last
 * @param illustrative whether the ward is invented
 * @param headline computed; {@code null} without a plan, as is what follows
 * @param published what a report published, the official one before the estimate, if any
 */
public record WardHeadline(WardCode wardCode, String wardName, String provinceName, boolean illustrative,
		@Nullable Long planId, @Nullable Headline headline, @Nullable PublishedHeadline published) {
}
