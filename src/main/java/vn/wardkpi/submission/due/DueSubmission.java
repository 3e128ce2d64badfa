package vn.wardkpi.submission.due;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.actual.SubmissionStatus;
import vn.wardkpi.calendar.EntryWindow;
import vn.wardkpi.submission.SubmissionSummary;

/**
 * A form that is asked for, with its days.
 *
 * @param today the day on which this was found
 * @param soon whether the last day is so near that people are reminded
 * @param returned what the reviewer wrote to single rows, where the form came back
 */
public record DueSubmission(SubmissionSummary form, EntryWindow window, State state, LocalDate today, boolean soon,
		List<ReturnedRow> returned) {

	public DueSubmission {
		returned = List.copyOf(returned);
	}

	/** Days to the last one, 0 on it; how many have passed since where it is late. */
	public long days() {
		return Math.abs(this.window.daysLeft(this.today));
	}

	/**
	 * Where a form stands, what needs doing most first.
	 */
	public enum State {

		RETURNED, LATE, DUE, WAITING, DONE;

		static State of(SubmissionStatus status, EntryWindow window, LocalDate today) {
			return switch (status) {
				case RETURNED -> RETURNED;
				case SUBMITTED -> WAITING;
				case APPROVED -> DONE;
				case DRAFT -> window.isOver(today) ? LATE : DUE;
			};
		}

		/** Whether the lead unit has something to do. */
		public boolean isOpen() {
			return this == RETURNED || this == LATE || this == DUE;
		}

	}

	/**
	 * A row that came back.
	 */
	public record ReturnedRow(String no, String name, @Nullable String comment) {
	}

}
