package vn.wardkpi.actual;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.RefusedException.FieldProblem;

/**
 * A figure as shown to a person who may see it.
 *
 * @param no number of the indicator
 * @param value as compared: as entered, or computed from x/y
 * @param version counts its changes from 1; {@code null} for those who see only what was
 * approved
 * @param enteredByName what the person is called
 */
public record ActualDetails(String no, int year, ActualEntry entry, @Nullable BigDecimal value, SubmissionStatus status,
		String enteredBy, Instant enteredAt, List<FieldProblem> problems, @Nullable Integer version,
		String enteredByName) {

	public ActualDetails {
		problems = List.copyOf(problems);
	}

	/** Neither remarks nor version are for those who see only what was approved. */
	public ActualDetails withoutDrafts() {
		return new ActualDetails(this.no, this.year, this.entry, this.value, this.status, this.enteredBy,
				this.enteredAt, List.of(), null, this.enteredByName);
	}

}
