package vn.wardkpi.planimport.web;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.planimport.proposal.ImportOptions;
import vn.wardkpi.shared.FreeText;
import vn.wardkpi.shared.TypedDay;

/**
 * What is typed beside an uploaded annex, as it was typed.
 */
record UploadForm(@Nullable String title, @Nullable String fromYear, @Nullable String toYear,
		@Nullable String decisionNumber, @Nullable String decisionDate, @Nullable Issuer issuer) {

	static final UploadForm EMPTY = new UploadForm(null, null, null, null, null, Issuer.WARD_COUNCIL);

	/**
	 * Reads the texts; what is wrong is rejected at its field.
	 */
	ImportOptions read(Errors errors) {
		refuseTooLong("title", this.title, errors);
		refuseTooLong("decisionNumber", this.decisionNumber, errors);
		return new ImportOptions(text(this.title), year(this.fromYear, "fromYear", errors),
				year(this.toYear, "toYear", errors), this.issuer, text(this.decisionNumber), date(errors), null);
	}

	private static void refuseTooLong(String field, @Nullable String typed, Errors errors) {
		FreeText.NAME.problem(text(typed))
			.ifPresent(
					(problem) -> errors.rejectValue(field, problem.messageKey(), problem.arguments().toArray(), null));
	}

	private static @Nullable String text(@Nullable String typed) {
		return (typed == null || typed.isBlank()) ? null : typed.strip();
	}

	private static @Nullable Integer year(@Nullable String typed, String field, Errors errors) {
		String year = text(typed);
		if (year == null) {
			return null;
		}
		if (!year.matches("20\\d\\d")) {
			errors.rejectValue(field, "planimport.year.wrong");
			return null;
		}
		return Integer.valueOf(year);
	}

	private @Nullable LocalDate date(Errors errors) {
		String date = text(this.decisionDate);
		if (date == null) {
			return null;
		}
		LocalDate day = TypedDay.read(date).orElse(null);
		if (day == null) {
			errors.rejectValue("decisionDate", "planimport.date.wrong");
		}
		return day;
	}

}
