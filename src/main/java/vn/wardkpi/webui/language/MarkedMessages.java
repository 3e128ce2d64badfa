package vn.wardkpi.webui.language;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * The messages of pages; in another language than Vietnamese they carry marks around what
 * is put in from the data and is Vietnamese.
 */
final class MarkedMessages implements MessageSource {

	private final MessageSource messages;

	MarkedMessages(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public @Nullable String getMessage(String code, Object @Nullable [] arguments, @Nullable String otherwise,
			@Nullable Locale locale) {
		return this.messages.getMessage(code, marked(arguments, locale), otherwise, locale);
	}

	@Override
	public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale)
			throws NoSuchMessageException {
		return this.messages.getMessage(code, marked(arguments, locale), locale);
	}

	@Override
	public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale)
			throws NoSuchMessageException {
		return this.messages.getMessage(resolvable, locale);
	}

	private static Object @Nullable [] marked(Object @Nullable [] arguments, @Nullable Locale locale) {
		if (arguments == null || locale == null || locale.getLanguage().equals("vi")) {
			return arguments;
		}
		return Arrays.stream(arguments)
			.map((one) -> (one instanceof String text && Vietnamese.isIn(text) && !Vietnamese.isMarked(text))
					? Vietnamese.mark(text) : one)
			.toArray();
	}

}
