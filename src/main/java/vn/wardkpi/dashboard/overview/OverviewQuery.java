package vn.wardkpi.dashboard.overview;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * Which headlines are asked for.
 *
 * @param province code of a province, or {@code null} for all
 * @param withoutPlan whether wards that have no plan for the year are listed too
 * @param illustrative whether invented wards are listed too
 * @param linked which indicators are wanted as well; {@code null} for none
 */
public record OverviewQuery(int year, Issuer issuer, @Nullable String province, boolean withoutPlan,
		boolean illustrative, @Nullable Linked linked, Order order) {

	/**
	 * Indicators that are linked to the catalogue.
	 *
	 * @param definition id of the one they are; {@code null} for any
	 */
	public record Linked(@Nullable Long definition) {
	}

	/**
	 * What wards are sorted by: the name is compared without the kind of unit, the
	 * Vietnamese way.
	 */
	public enum Order {

		CODE("w.code"), NAME("""
				regexp_replace(w.name, '^(Phường|Xã|Đặc khu|Quận|Huyện) ', '') collate "vi-x-icu", w.code
				""");

		private final String sql;

		Order(String sql) {
			this.sql = sql;
		}

		String sql() {
			return this.sql;
		}

	}

}
