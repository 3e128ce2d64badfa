package vn.wardkpi.attainment;

import java.util.Collection;

/**
 * The sum of a year's verdicts for one issuer.
 *
 * @param assigned counted indicators and groups with a target; always exceeded + met +
 * notMet + inProgress + noData
 * @param provisional whether any counted verdict is
 */
public record Headline(int assigned, int exceeded, int met, int notMet, int inProgress, int noData, int notAssigned,
		boolean provisional) {

	/**
	 * Counts the judgements of COUNTED indicators and GROUPs.
	 */
	public static Headline of(Collection<Judgement> counted) {
		throw new UnsupportedOperationException(counted.toString());
	}

	/**
	 * "Đạt và vượt" is met + exceeded.
	 */
	public int attained() {
		return this.met + this.exceeded;
	}

	/**
	 * The sentence of a council report, in Vietnamese: "Đạt và vượt 21/22 chỉ tiêu (vượt
	 * 7, đạt 14), không đạt 1"; further counts only where they are not zero; "ước" where
	 * provisional.
	 */
	public String text() {
		throw new UnsupportedOperationException();
	}

}
