package vn.wardkpi.dashboard.overview;

import vn.wardkpi.attainment.year.Headline;
import vn.wardkpi.shared.WardCode;

/**
 * A ward's year in one line.
 *
 * @param planId the plan that covers the year; of several the one that began last
 * @param illustrative whether the ward is invented
 */
public record WardHeadline(WardCode wardCode, String wardName, String provinceName, boolean illustrative, long planId,
		Headline headline) {
}
