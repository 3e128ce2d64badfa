package vn.wardkpi.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.WardCode;

/**
 * What was asked about an indicator, and what came of it.
 *
 * @param session the session where it stands; {@code null} between sessions
 * @param askedIn the session it was asked in, wherever it stands now
 * @param askedBy username of who asked
 * @param asker how that person is called
 * @param unitCode code of the lead unit that answers for the indicator, if any does
 * @param due the last day for an answer
 * @param steps in the order in which they were taken
 */
public record Question(long id, long planId, WardCode ward, String no, String indicator, QuestionKind kind, String text,
		@Nullable SessionName session, @Nullable SessionName askedIn, String askedBy, String asker, Instant askedAt,
		@Nullable String unitCode, @Nullable String unit, LocalDate due, QuestionState state, List<Step> steps) {

	public Question {
		steps = List.copyOf(steps);
	}

	/** Whether an answer is still owed. */
	public boolean isOpen() {
		return this.state != QuestionState.ANSWERED;
	}

	public boolean isLate(LocalDate today) {
		return isOpen() && this.due.isBefore(today);
	}

	/** Whether it stood in this session and was carried over to another. */
	public boolean isCarriedOn(long from) {
		return this.session == null || this.session.id() != from;
	}

	/** The latest answer. */
	public @Nullable Step answer() {
		return this.steps.stream().filter((step) -> step.text() != null).reduce((one, later) -> later).orElse(null);
	}

	/**
	 * An answer, or that it was carried over.
	 *
	 * @param text of the answer; {@code null} where it was carried over
	 * @param session to which it was carried over, or in which it was answered
	 */
	public record Step(@Nullable String text, @Nullable SessionName session, String by, String person, Instant at) {
	}

	/**
	 * A session by its name and day.
	 */
	public record SessionName(long id, String title, LocalDate date) {
	}

}
