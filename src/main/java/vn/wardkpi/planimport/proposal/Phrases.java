package vn.wardkpi.planimport.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Phrases of which the first one in a text is looked for. It finds what one expression of
 * all of them would, several times faster: most are plain words.
 */
final class Phrases {

	private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ,]+");

	private final List<String> plain = new ArrayList<>();

	private final List<@Nullable Pattern> patterns = new ArrayList<>();

	private Phrases() {
	}

	/**
	 * @param regex alternatives, the first of those that begin at one place wins
	 */
	static Phrases of(String regex) {
		Phrases phrases = new Phrases();
		int depth = 0;
		int from = 0;
		for (int i = 0; i <= regex.length(); i++) {
			char c = (i < regex.length()) ? regex.charAt(i) : '|';
			depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
			if (c == '|' && depth == 0) {
				phrases.add(regex.substring(from, i));
				from = i + 1;
			}
		}
		return phrases;
	}

	private void add(String alternative) {
		this.plain.add(alternative);
		this.patterns.add(PLAIN.matcher(alternative).matches() ? null : Pattern.compile(alternative));
	}

	/** Where the first one stands: its beginning and its end; {@code null} for none. */
	int @Nullable [] find(String text) {
		int start = Integer.MAX_VALUE;
		int end = 0;
		for (int i = 0; i < this.plain.size(); i++) {
			Pattern pattern = this.patterns.get(i);
			if (pattern == null) {
				int found = text.indexOf(this.plain.get(i));
				if (0 <= found && found < start) {
					start = found;
					end = found + this.plain.get(i).length();
				}
				continue;
			}
			Matcher matcher = pattern.matcher(text);
			if (matcher.find() && matcher.start() < start) {
				start = matcher.start();
				end = matcher.end();
			}
		}
		return (start == Integer.MAX_VALUE) ? null : new int[] { start, end };
	}

}
