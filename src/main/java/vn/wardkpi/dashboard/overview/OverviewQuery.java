package vn.wardkpi.dashboard.overview;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * Which headlines are asked for.
 *
 * @param province code of a province, or {@code null} for all
 * @param withoutPlan whether wards that have no plan for the year are listed too
 * @param illustrative whether invented wards are listed too
 * @param definition id of the catalogue's definition whose indicators are wanted as well;
 * {@code null} for none
 */
public record OverviewQuery(int year, Issuer issuer, @Nullable String province, boolean withoutPlan,
		boolean illustrative, @Nullable Long definition) {
}
