package vn.wardkpi.actual;

/**
 * Where a lead unit's figures stand on their way to approval: phiếu số liệu.
 */
public enum SubmissionStatus {

	DRAFT, SUBMITTED, APPROVED, RETURNED;

	/**
	 * Whether figures may still be entered.
	 */
	public boolean isOpen() {
		return this == DRAFT || this == RETURNED;
	}

}
