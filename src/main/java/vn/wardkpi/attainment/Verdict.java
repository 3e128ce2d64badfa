package vn.wardkpi.attainment;

/**
 * What came of an indicator in a year.
 */
public enum Verdict {

	EXCEEDED, MET, NOT_MET, IN_PROGRESS, NO_DATA, NOT_ASSIGNED;

	/**
	 * Whether something was judged: exceeded, met or not met.
	 */
	public boolean isOutcome() {
		return isAttained() || this == NOT_MET;
	}

	/**
	 * "Đạt và vượt".
	 */
	public boolean isAttained() {
		return this == EXCEEDED || this == MET;
	}

}
