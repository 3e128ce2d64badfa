package vn.wardkpi.dashboard.web;

import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.WardCode;

/**
 * The address of a year or of a whole period, with what was chosen on the page.
 *
 * @param year {@code null} for the whole period
 * @param plan named only where the year does not say which plan is meant
 * @param verdict shows only indicators of this verdict
 * @param byUnit whether the table is grouped by lead unit
 * @param stages whether it is the page of the year's estimate and official figures
 */
public record YearAddress(WardCode ward, @Nullable Integer year, @Nullable Long plan, @Nullable Issuer issuer,
		@Nullable LocalDate asOf, @Nullable Verdict verdict, boolean byUnit, boolean stages) {

	public YearAddress(WardCode ward, @Nullable Integer year, @Nullable Long plan, @Nullable Issuer issuer,
			@Nullable LocalDate asOf, @Nullable Verdict verdict, boolean byUnit) {
		this(ward, year, plan, issuer, asOf, verdict, byUnit, false);
	}

	public YearAddress at(@Nullable Integer otherYear, @Nullable Long otherPlan) {
		return new YearAddress(this.ward, otherYear, otherPlan, this.issuer, this.asOf, null, this.byUnit, this.stages);
	}

	public YearAddress of(Issuer otherIssuer) {
		return new YearAddress(this.ward, this.year, this.plan, otherIssuer, this.asOf, null, this.byUnit, this.stages);
	}

	public YearAddress only(@Nullable Verdict shown) {
		return new YearAddress(this.ward, this.year, this.plan, this.issuer, this.asOf, shown, this.byUnit,
				this.stages);
	}

	public YearAddress grouped(boolean unit) {
		return new YearAddress(this.ward, this.year, this.plan, this.issuer, this.asOf, this.verdict, unit,
				this.stages);
	}

	/**
	 * The page of the year's estimate and official figures.
	 */
	public YearAddress ofStages() {
		return new YearAddress(this.ward, this.year, this.plan, this.issuer, this.asOf, null, false, true);
	}

	/**
	 * The page of the year as it was known on a day.
	 */
	public YearAddress onDay(@Nullable LocalDate day) {
		return new YearAddress(this.ward, this.year, this.plan, this.issuer, day, null, this.byUnit, false);
	}

	public String path() {
		String year = (this.year != null) ? "/years/" + this.year : "/period";
		return "/wards/" + this.ward + year + ((this.stages && this.year != null) ? "/stages" : "");
	}

	@Override
	public String toString() {
		return UriComponentsBuilder.fromPath(path())
			.queryParamIfPresent("plan", Optional.ofNullable(this.plan))
			.queryParamIfPresent("issuer", Optional.ofNullable(this.issuer))
			.queryParamIfPresent("asOf", Optional.ofNullable(this.asOf))
			.queryParamIfPresent("verdict", Optional.ofNullable(this.verdict))
			.queryParamIfPresent("group", this.byUnit ? Optional.of("unit") : Optional.empty())
			.build()
			.toUriString();
	}

	/**
	 * The address of an indicator's page, seen from here.
	 */
	public String indicator(long planId, String no) {
		return UriComponentsBuilder.fromPath("/plans/" + planId + "/indicators/" + no)
			.queryParamIfPresent("year", Optional.ofNullable(this.year))
			.queryParamIfPresent("issuer", Optional.ofNullable(this.issuer))
			.queryParamIfPresent("asOf", Optional.ofNullable(this.asOf))
			.build()
			.toUriString();
	}

}
