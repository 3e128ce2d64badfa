package vn.wardkpi.submission.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.wardkpi.shared.Problem;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.submission.EntryLock;

/**
 * What people are told of their forms, in their language.
 */
@Component
public class SubmissionWords {

	private final MessageSource messages;

	SubmissionWords(MessageSource messages) {
		this.messages = messages;
	}

	public String of(Problem problem, Locale locale) {
		return text(problem.messageKey(), problem.arguments(), locale);
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
