package vn.wardkpi.council;

/**
 * Who asks for what.
 */
public enum QuestionKind {

	/** Of a delegate of the council. */
	QUESTION,

	/** Of a leader, that a result be explained. */
	EXPLANATION_REQUEST

}
