package vn.wardkpi.report.text;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.attainment.Issuer;
import vn.wardkpi.attainment.ReportingPeriod;
import vn.wardkpi.attainment.Verdict;
import vn.wardkpi.attainment.period.Course;
import vn.wardkpi.plan.PlanSummary;
import vn.wardkpi.ward.Ward;

/**
 * The templates of a report's sentences: in Vietnamese, whoever asks, for it is an
 * office's document.
 */
@Component
public class ReportWords {

	static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private final MessageSource messages;

	ReportWords(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * @param arguments numbers are given as written
	 */
	String of(String key, Object... arguments) {
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

	static String lowered(String text) {
		return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(VIETNAMESE) + text.substring(1);
	}

}
