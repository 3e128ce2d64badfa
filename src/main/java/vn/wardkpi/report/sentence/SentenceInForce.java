package vn.wardkpi.report.sentence;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A sentence with the text that stands in the ward's reports.
 *
 * @param version of the ward's text; 0 where it was never changed
 * @param changed whether the text is the ward's own
 * @param history the newest first, where it was asked for
 */
public record SentenceInForce(Sentence sentence, String text, int version, boolean changed,
		List<SentenceVersion> history) {

	public SentenceInForce {
		history = List.copyOf(history);
	}

	static SentenceInForce of(Sentence sentence, @Nullable SentenceVersion latest, List<SentenceVersion> history) {
		String own = (latest != null) ? latest.text() : null;
		return new SentenceInForce(sentence, (own != null) ? own : sentence.own(),
				(latest != null) ? latest.version() : 0, own != null, history);
	}

}
