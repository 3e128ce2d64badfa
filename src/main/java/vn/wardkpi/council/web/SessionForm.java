package vn.wardkpi.council.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import vn.wardkpi.council.SessionInput;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.TypedDay;

/**
 * A session as it was typed on its page.
 */
record SessionForm(@Nullable String title, @Nullable String date, @Nullable String asOf, @Nullable String agenda) {

	static final SessionForm EMPTY = new SessionForm(null, null, null, null);

	/** Days that are none are errors of their fields. */
	SessionInput read(BindingResult errors) {
		return new SessionInput(day("date", this.date, errors), this.title, day("asOf", this.asOf, errors),
				this.agenda);
	}

	static @Nullable LocalDate day(String field, @Nullable String typed, BindingResult errors) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		LocalDate day = TypedDay.read(typed).orElse(null);
		if (day == null) {
			errors.rejectValue(field, "problem.council.day-wrong", new Object[] { FreeText.echo(typed) }, null);
		}
		return day;
	}

}
