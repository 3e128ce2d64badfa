package vn.wardkpi.planexport.annex;

import java.util.regex.Pattern;

/**
 * Texts as the XML of office documents may hold them.
 */
public final class Printable {

	private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

	private Printable() {
	}

	public static String of(String text) {
		return UNPRINTABLE.matcher(text).replaceAll("");
	}

}
