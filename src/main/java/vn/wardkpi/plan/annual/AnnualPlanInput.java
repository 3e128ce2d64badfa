package vn.wardkpi.plan.annual;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * What an annual plan takes from a year of a five-year plan, and what it does not.
 *
 * @param title a usual one where not given
 * @param leaveOut numbers of the indicators that it does not have
 * @param targets those that are not the five-year plan's
 */
public record AnnualPlanInput(@Nullable Integer year, @Nullable String title, @Nullable List<String> leaveOut,
		@Nullable List<ChangedTarget> targets) {

	/**
	 * @param text as published; "-" for none
	 */
	public record ChangedTarget(@Nullable String no, @Nullable Issuer issuer, @Nullable String text) {
	}

}
