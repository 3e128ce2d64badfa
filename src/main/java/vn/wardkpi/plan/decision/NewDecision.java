package vn.wardkpi.plan.decision;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * A decision as an administrator types it, targets as texts.
 *
 * @param effectiveDate from when its targets hold; the decision's date where not given
 * @param confirm codes of the warnings that were read and hold
 */
public record NewDecision(@Nullable Issuer issuer, @Nullable String number, @Nullable LocalDate date,
		@Nullable LocalDate effectiveDate, @Nullable List<NewTarget> targets, @Nullable List<String> confirm) {

	public NewDecision(@Nullable Issuer issuer, @Nullable String number, @Nullable LocalDate date,
			@Nullable LocalDate effectiveDate, @Nullable List<NewTarget> targets) {
		this(issuer, number, date, effectiveDate, targets, null);
	}

	public List<String> confirmed() {
		return (this.confirm != null) ? this.confirm : List.of();
	}

	/**
	 * @param year {@code null} for the period's own target
	 * @param text as published; "-" takes a target back
	 */
	public record NewTarget(@Nullable String no, @Nullable Integer year, @Nullable String text) {
	}

}
