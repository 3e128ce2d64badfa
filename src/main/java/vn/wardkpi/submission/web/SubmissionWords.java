package vn.wardkpi.submission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.submission.EntryLock;

/**
 * What people are told of their forms, in their language.
 */
@Component
public class SubmissionWords {

	/** Problems that name the indicator's unit last. */
	private static final Set<String> ENDS_WITH_UNIT = Set.of("unit-converted", "unit-other", "figure-scale",
			"figure-jump", "figure-half");

	private final MessageSource messages;

	SubmissionWords(MessageSource messages) {
		this.messages = messages;
	}

	public String of(Problem problem, Locale locale) {
		List<String> arguments = new ArrayList<>(problem.arguments());
		if (ENDS_WITH_UNIT.contains(problem.code())) {
			arguments.add(withinSentence(arguments.remove(arguments.size() - 1)));
		}
		return text(problem.messageKey(), arguments, locale);
	}

	/**
	 * A unit as published, "Tỷ đồng", as it stands in a sentence; "USD" stays as it is.
	 */
	private static String withinSentence(String unit) {
		boolean word = unit.length() < 2 || !Character.isUpperCase(unit.charAt(1));
		return word ? StringUtils.uncapitalize(unit) : unit;
	}

	public String of(RefusedException refused, Locale locale) {
		return text("refused." + refused.code(), refused.arguments(), locale);
	}

	public String of(EntryLock lock, Locale locale) {
		return text(lock.messageKey(), lock.arguments(), locale);
	}

	public String text(String key, List<String> arguments, Locale locale) {
		return this.messages.getMessage(key, arguments.toArray(), locale);
	}

}
