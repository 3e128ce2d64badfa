package vn.wardkpi.actual;

/**
 * Where a lead unit's figures stand on their way to approval: phiếu số liệu.
 */
public enum SubmissionStatus {

	DRAFT, SUBMITTED, APPROVED, RETURNED

}
