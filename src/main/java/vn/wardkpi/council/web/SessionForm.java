package vn.wardkpi.council.web;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.BindingResult;

import vn.wardkpi.council.CouncilSession;
import vn.wardkpi.council.SessionInput;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.shared.VietnameseDay;

/**
 * A session as it was typed on its page.
 *
 * @param version that was shown, of one that is changed
 */
record SessionForm(@Nullable String title, @Nullable String date, @Nullable String asOf, @Nullable String agenda,
		@Nullable Integer version) {

	static final SessionForm EMPTY = new SessionForm(null, null, null, null, null);

	static SessionForm of(CouncilSession session) {
		return new SessionForm(session.title(), VietnameseDay.write(session.date(), LocaleContextHolder.getLocale()),
				null, session.agenda(), session.version());
	}

	/** What was emptied is taken away, not left as it stands. */
	SessionInput whole(SessionInput typed) {
		return new SessionInput(typed.date(), Objects.requireNonNullElse(typed.title(), ""), null,
				Objects.requireNonNullElse(typed.agenda(), ""));
	}

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
