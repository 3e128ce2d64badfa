package vn.wardkpi.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * A decision as an administrator types it, targets as texts.
 *
 * @param effectiveDate from when its targets hold; the decision's date where not given
 */
public record NewDecision(@Nullable Issuer issuer, @Nullable String number, @Nullable LocalDate date,
		@Nullable LocalDate effectiveDate, @Nullable List<NewTarget> targets) {

	/**
	 * @param year {@code null} for the period's own target
	 * @param text as published; "-" takes a target back
	 */
	public record NewTarget(@Nullable String no, @Nullable Integer year, @Nullable String text) {
	}

}
