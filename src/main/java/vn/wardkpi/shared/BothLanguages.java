package vn.wardkpi.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Texts for the console, which knows no reader's language: Vietnamese, then English.
 *
 * @param module whose bundle has them
 */
public record BothLanguages(String module) {

	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	public String text(String key, Object... arguments) {
		return text(Locale.ROOT, key, arguments) + "\n" + text(Locale.ENGLISH, key, arguments);
	}

	private String text(Locale locale, String key, Object... arguments) {
		String pattern = ResourceBundle.getBundle("messages/" + this.module, locale, NO_FALLBACK).getString(key);
		return new MessageFormat(pattern, Locale.ROOT).format(arguments);
	}

}
