package vn.wardkpi.planexport.annex;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.attainment.Issuer;

/**
 * A column of the annex. Columns of results, of their comparison with the targets and of
 * verdicts are for reports.
 *
 * @param issuer whose targets it holds
 * @param year of its targets or results; {@code null} for the period
 * @param above a heading that it shares with the columns beside it
 * @param heading its own, below
 */
public record AnnexColumn(Part part, @Nullable Issuer issuer, @Nullable Integer year, @Nullable String above,
		String heading) {

	/**
	 * What a column holds, and how wide it is in hundredths of the page.
	 */
	public enum Part {

		NUMBER(4), NAME(20), UNIT(7), BASELINE(7), TARGET(7), RESULT(9), COMPARISON(8), VERDICT(8), LEAD_UNITS(12),
		LEADER(10), NOTE(12);

		private final int width;

		Part(int width) {
			this.width = width;
		}

		/** Whether it holds figures. */
		public boolean isValue() {
			return this == BASELINE || this == TARGET || this == RESULT || this == COMPARISON;
		}

	}

	static AnnexColumn of(Part part, String heading) {
		return new AnnexColumn(part, null, null, null, heading);
	}

	public int width() {
		return this.part.width;
	}

}
