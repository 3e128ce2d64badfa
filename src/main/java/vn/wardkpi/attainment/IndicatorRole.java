package vn.wardkpi.attainment;

/**
 * Whether an indicator enters the headline: COUNTED does; BREAKDOWN ("trong đó") is
 * judged but not counted; GROUP has no value of its own, takes its verdict from its
 * sub-indicators, and is counted. SUPPLEMENTARY stands in the plan's text and not in its
 * annex: it is tracked and judged, but shown apart and not counted.
 */
public enum IndicatorRole {

	COUNTED, BREAKDOWN, GROUP, SUPPLEMENTARY;

	/**
	 * Whether it enters the headline, and the ranks of what endangers the period.
	 */
	public boolean isCounted() {
		return this == COUNTED || this == GROUP;
	}

}
