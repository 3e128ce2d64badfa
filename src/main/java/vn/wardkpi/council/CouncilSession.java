package vn.wardkpi.council;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * A session of a ward's council (kỳ họp).
 *
 * @param date the day it is held
 * @param asOf the day whose targets and approved figures it saw; it never changes
 * @param cancelled why it is not held; {@code null} for one that is
 */
public record CouncilSession(long id, WardCode ward, String title, LocalDate date, LocalDate asOf,
		@Nullable String agenda, @Nullable String cancelled, int version) {

	public boolean isCancelled() {
		return this.cancelled != null;
	}

	/** As it was typed, so that it can be typed again. */
	public SessionInput input() {
		return new SessionInput(this.date, this.title, this.asOf, this.agenda);
	}

}
