package vn.wardkpi.planexport.annex;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * A column of the annex.
 *
 * @param issuer whose targets it holds
 * @param year of its targets or results; {@code null} for the period
 * @param above a heading that it shares with the columns beside it
 * @param heading its own, below
 */
record AnnexColumn(Part part, @Nullable Issuer issuer, @Nullable Integer year, @Nullable String above, String heading) {

	/**
	 * What a column holds, and how wide it is in hundredths of the page.
	 */
	enum Part {

		NUMBER(4), NAME(20), UNIT(7), BASELINE(7), TARGET(7), LEAD_UNITS(12), NOTE(12);

		private final int width;

		Part(int width) {
			this.width = width;
		}

		boolean isValue() {
			return this == BASELINE || this == TARGET;
		}

	}

	static AnnexColumn of(Part part, String heading) {
		return new AnnexColumn(part, null, null, null, heading);
	}

	int width() {
		return this.part.width;
	}

}
