package vn.wardkpi.attainment.year;

import vn.wardkpi.attainment.Verdict;

/**
 * How an indicator's verdict moved from the estimate (ước thực hiện) to the official
 * figure (chính thức). From the gravest on.
 */
public enum VerdictChange {

	/** Attained by the estimate, not met by the official figure. */
	LOST,

	/** Not met by the estimate, attained by the official figure. */
	GAINED,

	/** Exceeded by the estimate, just met by the official figure. */
	LOWERED,

	/** Met by the estimate, exceeded by the official figure. */
	RAISED,

	/** Judged at the estimate and no longer. */
	WITHDRAWN,

	/** Not judged at the estimate, judged now. */
	SETTLED,

	/** The same verdict, or not judged either time. */
	UNCHANGED;

	/**
	 * Between two verdicts in force, provisional or not.
	 */
	public static VerdictChange between(Verdict estimate, Verdict official) {
		if (estimate == official) {
			return UNCHANGED;
		}
		if (estimate.isOutcome() && official.isOutcome()) {
			return flip(estimate, official);
		}
		if (estimate.isOutcome()) {
			return WITHDRAWN;
		}
		return official.isOutcome() ? SETTLED : UNCHANGED;
	}

	private static VerdictChange flip(Verdict estimate, Verdict official) {
		if (official == Verdict.NOT_MET) {
			return LOST;
		}
		if (estimate == Verdict.NOT_MET) {
			return GAINED;
		}
		return (official == Verdict.MET) ? LOWERED : RAISED;
	}

	/**
	 * Whether one outcome took the place of another.
	 */
	public boolean isFlip() {
		return this == LOST || this == GAINED || this == LOWERED || this == RAISED;
	}

}
