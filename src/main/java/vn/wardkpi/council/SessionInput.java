package vn.wardkpi.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.FieldProblem;
import vn.wardkpi.shared.RefusedException.Kind;

/**
 * A session as it was typed or sent.
 *
 * @param asOf the day of the session where it is left out
 */
public record SessionInput(@Nullable LocalDate date, @Nullable String title, @Nullable LocalDate asOf,
		@Nullable String agenda) {

	/**
	 * This, and what is left out as it stands; the day that it saw always does. An agenda
	 * of blanks takes it away.
	 */
	SessionInput over(SessionInput standing) {
		return new SessionInput((this.date != null) ? this.date : standing.date,
				(this.title != null) ? this.title : standing.title, standing.asOf,
				(this.agenda != null) ? this.agenda : standing.agenda);
	}

	/**
	 * @return this without blanks, complete
	 * @throws RefusedException INVALID with everything that is wrong, each at its field
	 */
	SessionInput checked() {
		List<FieldProblem> problems = new ArrayList<>();
		String called = (this.title != null) ? this.title.strip() : "";
		String business = (this.agenda != null && !this.agenda.isBlank()) ? this.agenda.strip() : null;
		if (this.date == null) {
			problems.add(new FieldProblem("date", Problem.error("required")));
		}
		if (called.isEmpty()) {
			problems.add(new FieldProblem("title", Problem.error("required")));
		}
		FreeText.NAME.problemAt("title", called).ifPresent(problems::add);
		LocalDate known = (this.asOf != null) ? this.asOf : this.date;
		if (this.date != null && known != null && known.isAfter(this.date)) {
			problems.add(new FieldProblem("asOf", Problem.error("council.as-of-after-session")));
		}
		FreeText.WORDS.problemAt("agenda", business).ifPresent(problems::add);
		if (!problems.isEmpty()) {
			throw new RefusedException(Kind.INVALID, "input", List.of(), problems);
		}
		return new SessionInput(this.date, called, known, business);
	}

}
