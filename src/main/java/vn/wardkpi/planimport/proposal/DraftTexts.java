package vn.wardkpi.planimport.proposal;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.ward.Ward;

/**
 * What a plan and its decisions are called where the annex does not say: in Vietnamese,
 * whoever imports it, for it is stored.
 */
@Component
class DraftTexts {

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private final MessageSource messages;

	DraftTexts(MessageSource messages) {
		this.messages = messages;
	}

	String title(int from, int to) {
		return (from == to) ? text("planimport.title.annual", String.valueOf(from)) : text("planimport.title.years",
				String.valueOf(to - from + 1), String.valueOf(from), String.valueOf(to));
	}

	String city(Ward ward, int year) {
		boolean city = ward.provinceName().startsWith("Thành phố");
		return text(city ? "planimport.decision.city" : "planimport.decision.province", String.valueOf(year));
	}

	String party(Ward ward) {
		String kind = text("enum.ward-kind." + ward.kind());
		return text("planimport.decision.party", kind.toLowerCase(Locale.ROOT));
	}

	String council(Ward ward) {
		String kind = text("enum.ward-kind." + ward.kind());
		return text("planimport.decision.council", kind.toLowerCase(Locale.ROOT));
	}

	private String text(String key, String... arguments) {
		return this.messages.getMessage(key, arguments, VIETNAMESE);
	}

}
