package vn.wardkpi.plan.web.headline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.Errors;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.plan.headline.HeadlineInput;
import vn.wardkpi.plan.headline.HeadlineStage;
import vn.wardkpi.plan.headline.PublishedHeadline;
import vn.wardkpi.shared.TypedDay;
import vn.wardkpi.shared.VietnameseDay;

/**
 * A headline of a report as it was typed.
 */
record HeadlineForm(@Nullable String issuer, @Nullable String year, @Nullable String stage, @Nullable String assigned,
		@Nullable String attained, @Nullable String exceeded, @Nullable String notMet, @Nullable String decision,
		@Nullable String reportedOn, @Nullable String note, @Nullable String source, @Nullable String sourceUrl,
		@Nullable String reason) {

	static HeadlineForm ofYear(int year) {
		return new HeadlineForm(Issuer.WARD_COUNCIL.name(), String.valueOf(year), HeadlineStage.FINAL.name(), null,
				null, null, null, null, null, null, null, null, null);
	}

	static HeadlineForm of(PublishedHeadline said) {
		return new HeadlineForm(said.issuer().name(), String.valueOf(said.year()), said.stage(),
				String.valueOf(said.assigned()), String.valueOf(said.attained()), text(said.exceeded()),
				text(said.notMet()), said.decision(), (said.reportedOn() != null)
						? VietnameseDay.write(said.reportedOn(), LocaleContextHolder.getLocale()) : null,
				said.note(), said.source(), said.sourceUrl(), null);
	}

	/**
	 * Reads the texts; a number or a day that is none is rejected at its field.
	 * @param corrects id of the one whose place it takes
	 */
	HeadlineInput read(@Nullable Long corrects, Errors errors) {
		return new HeadlineInput(named(Issuer.values(), this.issuer), number(this.year, "year", errors),
				named(HeadlineStage.values(), this.stage), number(this.assigned, "assigned", errors),
				number(this.attained, "attained", errors), null, number(this.exceeded, "exceeded", errors),
				number(this.notMet, "notMet", errors), this.decision, day(this.reportedOn, errors), this.note,
				this.source, this.sourceUrl, corrects, (corrects != null) ? this.reason : null);
	}

	private static <E extends Enum<E>> @Nullable E named(E[] all, @Nullable String name) {
		return Arrays.stream(all).filter((one) -> one.name().equals(name)).findFirst().orElse(null);
	}

	private static @Nullable String text(@Nullable Integer count) {
		return (count != null) ? count.toString() : null;
	}

	private static @Nullable Integer number(@Nullable String typed, String field, Errors errors) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		if (!typed.strip().matches("\\d{1,9}")) {
			errors.rejectValue(field, "plan.headline.number.wrong");
			return null;
		}
		return Integer.valueOf(typed.strip());
	}

	private static @Nullable LocalDate day(@Nullable String typed, Errors errors) {
		if (typed == null || typed.isBlank()) {
			return null;
		}
		Optional<LocalDate> day = TypedDay.read(typed);
		if (day.isEmpty()) {
			errors.rejectValue("reportedOn", "plan.day.wrong");
		}
		return day.orElse(null);
	}

}
