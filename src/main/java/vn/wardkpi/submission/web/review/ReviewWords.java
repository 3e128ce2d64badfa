package vn.wardkpi.submission.web.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.VietnameseDay;
import vn.wardkpi.submission.SubmissionView;
import vn.wardkpi.submission.sheet.ReviewFlag;
import vn.wardkpi.submission.sheet.Sheet;
import vn.wardkpi.submission.web.SubmissionWords;

/**
 * What reviewers are told, in their language.
 */
@Component
class ReviewWords {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

	private final SubmissionWords words;

	private final MessageSource messages;

	private final Clock clock;

	ReviewWords(SubmissionWords words, MessageSource messages, Clock clock) {
		this.words = words;
		this.messages = messages;
		this.clock = clock;
	}

	String of(Problem problem, Locale locale) {
		return this.words.of(problem, locale);
	}

	String of(RefusedException refused, Locale locale) {
		return this.words.of(refused, locale);
	}

	ReviewRow.MarkView of(ReviewFlag mark, Locale locale) {
		Problem problem = mark.problem();
		return new ReviewRow.MarkView(mark.code(), name(mark.code(), locale),
				(problem != null) ? of(problem, locale) : text(mark, locale));
	}

	String name(ReviewFlag.Code code, Locale locale) {
		return text("submission.mark." + code, locale);
	}

	private @Nullable String text(ReviewFlag mark, Locale locale) {
		Object[] arguments = mark.arguments().stream().map((argument) -> word(argument, locale)).toArray();
		String text = this.messages.getMessage("submission.mark." + mark.code() + ".text", arguments, "", locale);
		return (text == null || text.isEmpty()) ? null : text;
	}

	/** A person's word on a qualitative indicator stands in place of its figure. */
	private String word(String figure, Locale locale) {
		boolean verdict = Stream.of(Verdict.values()).anyMatch((one) -> one.name().equals(figure));
		return verdict ? text("enum.verdict." + figure, locale) : figure;
	}

	/**
	 * How a form stands: "Chờ duyệt (an, 09:11 05/01/2027)".
	 */
	String state(Sheet sheet, Locale locale) {
		SubmissionView form = sheet.submission();
		String status = text("submission.status." + form.status(), locale);
		boolean waits = form.reviewedAt() == null;
		String who = waits ? form.submittedByName() : form.reviewedByName();
		Instant at = waits ? form.submittedAt() : form.reviewedAt();
		if (who == null || at == null) {
			return status;
		}
		return text("submission.review.state", locale, status, who, MINUTE.format(at.atZone(this.clock.getZone())) + " "
				+ VietnameseDay.write(LocalDate.ofInstant(at, this.clock.getZone()), locale));
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	String form(Sheet sheet, Locale locale) {
		String period = text("submission.period." + sheet.key().period(), locale);
		return text("submission.queue.form", locale, sheet.unit().name(), period, String.valueOf(sheet.key().year()));
	}

	private String text(String key, Locale locale, String... arguments) {
		return this.words.text(key, List.of(arguments), locale);
	}

}
