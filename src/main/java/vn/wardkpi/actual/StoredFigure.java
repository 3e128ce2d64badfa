package vn.wardkpi.actual;

import java.time.Instant;

/**
 * A figure as it stands now, with the revision by which two editors are told apart.
 *
 * @param no number of the indicator
 * @param revision counts its changes from 1
 */
public record StoredFigure(String no, int year, Entry entry, int revision, String enteredBy, Instant enteredAt) {

	static StoredFigure of(String no, int year, Actual actual) {
		return new StoredFigure(no, year, actual.entry(), actual.revision(), actual.enteredBy(), actual.enteredAt());
	}

}
