package vn.wardkpi.dashboard.web.open;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.PlanSummary;

/**
 * The address of a public page, whole: nothing of what the caller typed is repeated.
 *
 * @param year {@code null} for the whole period
 * @param issuer {@code null} for the one that is shown unasked
 */
record PublicAddress(PlanSummary plan, @Nullable Integer year, @Nullable Issuer issuer) {

	PublicAddress of(@Nullable Issuer other) {
		return new PublicAddress(this.plan, this.year, other);
	}

	/** The same page in another language. */
	public String in(String language) {
		return builder().queryParam("lang", language).build().toUriString();
	}

	/** Where its data is, as this format. */
	public String data(String format) {
		return api("/data").queryParam("format", format).build().toUriString();
	}

	public String description() {
		return api("/datapackage.json").build().toUriString();
	}

	@Override
	public String toString() {
		return builder().build().toUriString();
	}

	private UriComponentsBuilder builder() {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/public/wards/" + this.plan.wardCode());
		address.path((this.year != null) ? "/years/" + this.year : "/period").queryParam("plan", this.plan.id());
		return (this.issuer != null) ? address.queryParam("issuer", this.issuer) : address;
	}

	private UriComponentsBuilder api(String path) {
		return UriComponentsBuilder.fromPath("/api/v1/public/wards/" + this.plan.wardCode() + path)
			.queryParam("plan", this.plan.id());
	}

}
