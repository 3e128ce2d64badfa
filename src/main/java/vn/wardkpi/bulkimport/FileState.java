package vn.wardkpi.bulkimport;

/**
 * What became of a file: it waits to be read, could be stored as it is, has open
 * questions, was refused, or its plan is stored.
 */
public enum FileState {

	WAITING, READY, QUESTIONS, REFUSED, STORED

}
