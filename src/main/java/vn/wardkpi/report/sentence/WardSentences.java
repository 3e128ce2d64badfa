package vn.wardkpi.report.sentence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a ward wrote in place of the program's sentences.
 */
public final class WardSentences {

	private final SentenceBook book;

	private final Map<String, String> texts;

	WardSentences(SentenceBook book, Map<String, String> texts) {
		this.book = book;
		this.texts = Map.copyOf(texts);
	}

	/**
	 * The ward's own sentence with its places filled in; nothing where it has none.
	 */
	public Optional<String> filled(String key, Object... arguments) {
		String text = this.texts.get(key);
		return (text != null) ? Optional.of(WrittenSentence.filled(this.book.require(key), text, arguments))
				: Optional.empty();
	}

	/**
	 * As if a text were in force.
	 */
	WardSentences with(String key, String text) {
		Map<String, String> changed = new HashMap<>(this.texts);
		changed.put(key, text);
		return new WardSentences(this.book, changed);
	}

}
