package vn.wardkpi.dashboard.web.overview;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import vn.wardkpi.attainment.Issuer;

/**
 * The address of the page of a province or the country, with what was chosen on it.
 *
 * @param province code, or empty for the country
 * @param indicator the definition of the catalogue that is compared, if it is one alone
 * @param page from 1
 */
record OverviewAddress(String path, String province, int year, Issuer issuer, WardOrder sort, @Nullable Long indicator,
		boolean illustrative, int page) {

	/** Of the province; {@code null} for the country. */
	@Nullable String inProvince() {
		return this.province.isEmpty() ? null : this.province;
	}

	/**
	 * One indicator alone is sorted by its figures, unless something else is asked for.
	 */
	static WardOrder usual(String province, @Nullable Long definition) {
		return (definition != null && !province.isEmpty()) ? WardOrder.VALUE : WardOrder.NAME;
	}

	OverviewAddress of(@Nullable Long definition) {
		return new OverviewAddress(this.path, this.province, this.year, this.issuer, usual(this.province, definition),
				definition, this.illustrative, 1);
	}

	OverviewAddress in(String otherProvince) {
		return new OverviewAddress(this.path, otherProvince, this.year, this.issuer,
				this.province.isEmpty() ? usual(otherProvince, this.indicator) : this.sort, this.indicator,
				this.illustrative, 1);
	}

	OverviewAddress at(int otherPage) {
		return new OverviewAddress(this.path, this.province, this.year, this.issuer, this.sort, this.indicator,
				this.illustrative, otherPage);
	}

	OverviewAddress file() {
		return new OverviewAddress(this.path + ".csv", this.province, this.year, this.issuer, this.sort, this.indicator,
				this.illustrative, 1);
	}

	@Override
	public String toString() {
		return UriComponentsBuilder.fromPath(this.path)
			.queryParam("province", this.province)
			.queryParam("year", this.year)
			.queryParamIfPresent("issuer", onlyIf(this.issuer != Issuer.WARD_COUNCIL, this.issuer))
			.queryParamIfPresent("sort", onlyIf(this.sort != usual(this.province, this.indicator), this.sort))
			.queryParamIfPresent("indicator", Optional.ofNullable(this.indicator))
			.queryParamIfPresent("illustrative", onlyIf(this.illustrative, true))
			.queryParamIfPresent("page", onlyIf(this.page > 1, this.page))
			.build()
			.toUriString();
	}

	private static Optional<Object> onlyIf(boolean named, Object value) {
		return named ? Optional.of(value) : Optional.empty();
	}

}
