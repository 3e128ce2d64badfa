package vn.wardkpi.plan.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.Adoption;
import vn.wardkpi.shared.TypedDay;

/**
 * The document by which a plan is adopted, as it was typed.
 *
 * @param file the document as it was signed
 * @param seen mark of the plan that the page showed
 */
record AdoptionForm(@Nullable String issuer, @Nullable String number, @Nullable String date,
		@Nullable String effectiveDate, @Nullable MultipartFile file, @Nullable String seen) {

	static final AdoptionForm EMPTY = new AdoptionForm(Issuer.WARD_COUNCIL.name(), null, null, null, null, null);

	/**
	 * Reads the texts; a day that is none is rejected at its field.
	 */
	Adoption read(Errors errors) {
		return new Adoption(issuer(this.issuer), this.number, day(this.date, "date", errors),
				day(this.effectiveDate, "effectiveDate", errors));
	}

	/**
	 * A browser sends an empty part where no file was chosen.
	 */
	@Nullable MultipartFile chosen() {
		return (this.file == null || this.file.isEmpty()) ? null : this.file;
	}

	static @Nullable Issuer issuer(@Nullable String name) {
		return Stream.of(Issuer.values()).filter((one) -> one.name().equals(name)).findFirst().orElse(null);
	}

	private static @Nullable LocalDate day(@Nullable String typed, String field, Errors errors) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		Optional<LocalDate> day = TypedDay.read(typed);
		if (day.isEmpty()) {
			errors.rejectValue(field, "plan.day.wrong");
		}
		return day.orElse(null);
	}

}
