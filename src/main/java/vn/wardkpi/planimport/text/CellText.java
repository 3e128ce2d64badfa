package vn.wardkpi.planimport.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts of cells without what nobody sees: decomposed marks, non-breaking, doubled and
 * trailing blanks, characters of no width.
 */
public final class CellText {

	private static final int SHORT = 60;

	private static final String OTHER_SIGNS = "≧≦⩾⩽＞＜％＋－∕⁄";

	private static final String SIGNS = "≥≤≥≤><%+-//";

	private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]+");

	private static final Pattern NO_WIDTH = Pattern.compile("[\\u200b-\\u200f\\u2060\\ufeff\\u0000-\\u0008]");

	private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|\\u000b|\\u2028|\\u2029");

	private CellText() {
	}

	public static String clean(String text) {
		return isClean(text) ? text : cleaned(text);
	}

	/** Composed letters and single blanks: most texts are. */
	private static boolean isClean(String text) {
		boolean blank = true;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean sign = (' ' <= c && c < 0x7f) || (0xa1 <= c && c < 0x250) || (0x1e00 <= c && c < 0x1f00);
			if (!sign || (c == ' ' && blank)) {
				return false;
			}
			blank = c == ' ';
		}
		return !blank || text.isEmpty();
	}

	private static String cleaned(String text) {
		String composed = signs(Normalizer.normalize(NO_WIDTH.matcher(text).replaceAll(""), Normalizer.Form.NFC));
		return LINE_ENDS.matcher(composed)
			.replaceAll("\n")
			.lines()
			.map((line) -> BLANKS.matcher(line).replaceAll(" ").strip())
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n"));
	}

	/** Signs that some fonts draw otherwise, as everybody writes them. */
	private static String signs(String text) {
		String signs = text;
		for (int i = 0; i < OTHER_SIGNS.length(); i++) {
			signs = signs.replace(OTHER_SIGNS.charAt(i), SIGNS.charAt(i));
		}
		return signs;
	}

	/** For a message. */
	public static String abbreviated(String text) {
		String line = clean(text).replace('\n', ' ');
		return (line.length() > SHORT) ? line.substring(0, SHORT) + "…" : line;
	}

}
