package vn.wardkpi.submission.entry;

import vn.wardkpi.actual.ActualInput;

/**
 * A cell of a form as typed.
 *
 * @param no number of the indicator
 * @param expectedVersion the version its author had before them, 0 for none
 */
public record TypedCell(String no, ActualInput input, int expectedVersion) {
}
