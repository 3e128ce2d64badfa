package vn.wardkpi.task;

/**
 * How far a task has come.
 */
public enum TaskState {

	PLANNED, IN_PROGRESS, DONE, DROPPED;

	/** Whether something is still to be done. */
	public boolean isOpen() {
		return this == PLANNED || this == IN_PROGRESS;
	}

}
