package vn.wardkpi.webui.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells Vietnamese words in a text of a page in another language. What messages put in
 * from the data stands between marks; of other texts, one with words that only English
 * has is an English sentence with Vietnamese names in it, and any other is Vietnamese as
 * a whole.
 */
final class Vietnamese {

	static final char BEGIN = '\uE000';

	static final char END = '\uE001';

	private static final String LETTER = "[ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩĨũŨ\u1EA0-\u1EF9]";

	private static final Pattern LETTERS = Pattern.compile(LETTER);

	private static final String WORD = "[\\p{L}]*" + LETTER + "[\\p{L}]*";

	private static final Pattern NAMES = Pattern
		.compile("(?<=“)[^”]*" + LETTER + "[^”]*(?=”)|" + WORD + "(?:[\\s,]+" + WORD + ")*");

	private static final Pattern MARKED = Pattern.compile(BEGIN + "([^" + END + "]*)" + END);

	private static final Pattern ENGLISH = Pattern
		.compile("(?iU)\\b(the|is|are|of|for|with|from|and|was|has|have|this|that|on|ward|there|it)\\b");

	private Vietnamese() {
	}

	static boolean isIn(CharSequence text) {
		return LETTERS.matcher(text).find();
	}

	static boolean isMarked(String text) {
		return text.indexOf(BEGIN) >= 0;
	}

	static String mark(String text) {
		return BEGIN + text + END;
	}

	static String withoutMarks(String text) {
		return text.replace(String.valueOf(BEGIN), "").replace(String.valueOf(END), "");
	}

	/**
	 * The text in its order, without marks.
	 */
	static List<Part> parts(String text) {
		if (isMarked(text)) {
			return parts(text, MARKED, 1);
		}
		if (!isIn(text)) {
			return List.of(new Part(text, false));
		}
		return ENGLISH.matcher(text).find() ? parts(text, NAMES, 0) : List.of(new Part(text, true));
	}

	private static List<Part> parts(String text, Pattern vietnamese, int group) {
		List<Part> parts = new ArrayList<>();
		Matcher found = vietnamese.matcher(text);
		int from = 0;
		while (found.find()) {
			add(parts, text.substring(from, found.start()), false);
			add(parts, found.group(group), true);
			from = found.end();
		}
		add(parts, text.substring(from), false);
		return parts;
	}

	private static void add(List<Part> parts, String text, boolean vietnamese) {
		if (!text.isEmpty()) {
			parts.add(new Part(withoutMarks(text), vietnamese));
		}
	}

	record Part(String text, boolean vietnamese) {
	}

}
