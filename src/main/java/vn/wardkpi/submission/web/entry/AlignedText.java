package vn.wardkpi.submission.web.entry;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A published figure split at its decimal mark, so that a column of figures lines up
 * there: "9.923" and ",5", "66" and ",7%". Words stay whole.
 *
 * @param whole all before the decimal mark, or the whole text if it is no single number
 * @param rest the decimal mark and all behind it; {@code null} for words
 */
record AlignedText(String whole, @Nullable String rest) {

	private static final Pattern NUMBER = Pattern.compile("([-+−]?\\d[\\d.]*)((?:,\\d+)?\\s?%?)");

	/** Wider decimals would only push the column apart. */
	private static final int WIDEST = 6;

	static AlignedText of(String text) {
		Matcher matcher = NUMBER.matcher(text.strip());
		return matcher.matches() ? new AlignedText(matcher.group(1), matcher.group(2)) : new AlignedText(text, null);
	}

	/**
	 * Characters to keep free behind the decimal mark in a column of these texts.
	 */
	static int room(Collection<@Nullable AlignedText> column) {
		return column.stream()
			.filter(Objects::nonNull)
			.map(AlignedText::rest)
			.filter(Objects::nonNull)
			.mapToInt(String::length)
			.filter((length) -> length <= WIDEST)
			.max()
			.orElse(0);
	}

}
