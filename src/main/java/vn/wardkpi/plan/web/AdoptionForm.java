package vn.wardkpi.plan.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.Adoption;

/**
 * The document by which a plan is adopted, as it was typed.
 */
record AdoptionForm(@Nullable String issuer, @Nullable String number, @Nullable String date,
		@Nullable String effectiveDate) {

	private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	static final AdoptionForm EMPTY = new AdoptionForm(Issuer.WARD_COUNCIL.name(), null, null, null);

	/**
	 * Reads the texts; a day that is none is rejected at its field.
	 */
	Adoption read(Errors errors) {
		Issuer named = Stream.of(Issuer.values())
			.filter((one) -> one.name().equals(this.issuer))
			.findFirst()
			.orElse(null);
		return new Adoption(named, this.number, day(this.date, "date", errors),
				day(this.effectiveDate, "effectiveDate", errors));
	}

	private static @Nullable LocalDate day(@Nullable String typed, String field, Errors errors) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		String day = typed.strip();
		try {
			return day.contains("/") ? LocalDate.parse(day, VIETNAMESE) : LocalDate.parse(day);
		}
		catch (DateTimeException ex) {
			errors.rejectValue(field, "plan.day.wrong");
			return null;
		}
	}

}
