package vn.wardkpi.report.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.report.sentence.WardSentences;
import vn.wardkpi.ward.Ward;

/**
 * The templates of a report's sentences: in Vietnamese, whoever asks, for it is an
 * office's document.
 */
@Component
public class ReportWords {

	static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private final MessageSource messages;

	private final @Nullable WardSentences own;

	private final BiConsumer<String, String> said;

	@Autowired
	ReportWords(MessageSource messages) {
		this(messages, null, (key, text) -> {
		});
	}

	private ReportWords(MessageSource messages, @Nullable WardSentences own, BiConsumer<String, String> said) {
		this.messages = messages;
		this.own = own;
		this.said = said;
	}

	/**
	 * The same with the sentences that a ward wrote itself.
	 * @param said is told each template's key and what it became
	 */
	ReportWords with(WardSentences sentences, BiConsumer<String, String> said) {
		return new ReportWords(this.messages, sentences, said);
	}

	/**
	 * @param arguments numbers are given as written
	 */
	String of(String key, Object... arguments) {
		String text = (this.own != null) ? this.own.filled(key, arguments).orElseGet(() -> program(key, arguments))
				: program(key, arguments);
		this.said.accept(key, text);
		return text;
	}

	private String program(String key, Object... arguments) {
		return this.messages.getMessage("report." + key, arguments, VIETNAMESE);
	}

	/**
	 * The words of the sheets of a workbook.
	 */
	public String sheet(String key, Object... arguments) {
		return of("sheet." + key, arguments);
	}

	/** "hội đồng nhân dân phường Từ Liêm", as it stands within a sentence. */
	String issuer(Issuer issuer, PlanSummary plan) {
		return of("issuer." + issuer, Ward.inSentence((issuer == Issuer.CITY) ? plan.provinceName() : plan.wardName()));
	}

	/** "HĐND xã", "Tỉnh", as it stands above a column. */
	String issuerName(Issuer issuer, PlanSummary plan) {
		return this.messages.getMessage(plan.issuerKey(issuer), null, VIETNAMESE);
	}

	/** "Ước đạt" where provisional. */
	String verdict(Verdict verdict, boolean provisional) {
		String key = "enum.verdict." + verdict;
		return this.messages.getMessage((provisional && verdict.isOutcome()) ? key + ".provisional" : key, null,
				VIETNAMESE);
	}

	String course(Course course) {
		return this.messages.getMessage("enum.course." + course, null, VIETNAMESE);
	}

	String period(ReportingPeriod period) {
		return this.messages.getMessage("enum.period." + period, null, VIETNAMESE);
	}

	/** "2026, 2027". */
	static String years(List<Integer> years) {
		return String.join(", ", years.stream().map(String::valueOf).toList());
	}

	/** With its full stop, if it has none. */
	static String sentence(String text) {
		String plain = text.strip();
		return (plain.isEmpty() || ".!?…".indexOf(plain.charAt(plain.length() - 1)) >= 0) ? plain : plain + ".";
	}

	/** Two digits, as documents write days of a month below 10. */
	static String dayOfMonth(LocalDate day) {
		return "%02d".formatted(day.getDayOfMonth());
	}

	/** Two digits below 3 alone. */
	static String month(LocalDate day) {
		return (day.getMonthValue() < 3) ? "0" + day.getMonthValue() : String.valueOf(day.getMonthValue());
	}

	static String lowered(String text) {
		return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(VIETNAMESE) + text.substring(1);
	}

}
