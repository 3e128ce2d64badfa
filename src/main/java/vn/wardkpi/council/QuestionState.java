package vn.wardkpi.council;

/**
 * Where a question stands.
 */
public enum QuestionState {

	/** Nobody has answered. */
	OPEN,

	ANSWERED,

	/** It stands in a later session and waits for an answer there. */
	CARRIED_OVER

}
