package vn.wardkpi.report.sentence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.wardkpi.shared.Actor;
import vn.wardkpi.shared.RefusedException;
import vn.wardkpi.shared.RefusedException.Kind;
import vn.wardkpi.shared.WardCode;

/**
 * The sentences of a ward's reports. The ward's staff reads them, its reviewers and
 * administrators write them.
 */
@Service
@Transactional
public class Sentences {

	private final SentenceBook book;

	private final SentenceStore store;

	private final ApplicationEventPublisher events;

	Sentences(SentenceBook book, SentenceStore store, ApplicationEventPublisher events) {
		this.book = book;
		this.store = store;
		this.events = events;
	}

	/**
	 * What stands in the ward's reports: one statement.
	 */
	@Transactional(readOnly = true)
	public WardSentences of(WardCode ward) {
		Map<String, String> texts = new HashMap<>();
		for (SentenceVersion version : this.store.latest(ward)) {
			if (version.text() != null) {
				texts.put(version.key(), version.text());
			}
		}
		return new WardSentences(this.book, texts);
	}

	/**
	 * Every sentence with its text in force, in the order of a report.
	 * @throws RefusedException FORBIDDEN to all but the ward's staff
	 */
	@Transactional(readOnly = true)
	public List<SentenceInForce> all(WardCode ward, Actor actor) {
		refuseStrangers(ward, actor);
		Map<String, SentenceVersion> latest = this.store.latest(ward)
			.stream()
			.collect(Collectors.toMap(SentenceVersion::key, Function.identity()));
		return this.book.all()
			.stream()
			.map((sentence) -> SentenceInForce.of(sentence, latest.get(sentence.key()), List.of()))
			.toList();
	}

	/**
	 * One sentence with all it ever was.
	 * @throws RefusedException FORBIDDEN as above, NOT_FOUND
	 */
	@Transactional(readOnly = true)
	public SentenceInForce one(WardCode ward, String key, Actor actor) {
		refuseStrangers(ward, actor);
		return present(ward, this.book.require(key));
	}

	/**
	 * The ward's sentences as if a text were among them.
	 * @throws RefusedException FORBIDDEN, NOT_FOUND; INVALID as for {@link #change}
	 */
	@Transactional(readOnly = true)
	public WardSentences trying(WardCode ward, String key, @Nullable String text, Actor actor) {
		refuseStrangers(ward, actor);
		return of(ward).with(key, WrittenSentence.checked(this.book.require(key), text));
	}

	/**
	 * Without a difference nothing is stored.
	 * @param seen version that was changed, 0 for the program's own
	 * @throws RefusedException FORBIDDEN, NOT_FOUND, STALE; INVALID with all that is
	 * wrong at the field "text": a place that the sentence does not have or that is left
	 * out, a number
	 */
	public SentenceInForce change(WardCode ward, String key, @Nullable String text, int seen, Actor actor) {
		Sentence sentence = this.book.require(key);
		refuseOthers(ward, actor);
		SentenceInForce present = present(ward, sentence);
		refuseStale(present, seen);
		String written = WrittenSentence.checked(sentence, text);
		return store(ward, present, written.equals(sentence.own()) ? null : written, actor);
	}

	/**
	 * Goes back to the program's own sentence.
	 * @throws RefusedException FORBIDDEN, NOT_FOUND, STALE
	 */
	public SentenceInForce reset(WardCode ward, String key, int seen, Actor actor) {
		Sentence sentence = this.book.require(key);
		refuseOthers(ward, actor);
		SentenceInForce present = present(ward, sentence);
		refuseStale(present, seen);
		return store(ward, present, null, actor);
	}

	private SentenceInForce store(WardCode ward, SentenceInForce present, @Nullable String text, Actor actor) {
		Sentence sentence = present.sentence();
		String after = Objects.requireNonNullElse(text, sentence.own());
		if (after.equals(present.text())) {
			return present;
		}
		this.store.add(ward, sentence.key(), present.version() + 1, text, actor.username());
		this.events.publishEvent(new SentenceEvent(actor.username(), ward, sentence.key(), present.text(), after));
		return present(ward, sentence);
	}

	private SentenceInForce present(WardCode ward, Sentence sentence) {
		List<SentenceVersion> history = this.store.history(ward, sentence.key());
		return SentenceInForce.of(sentence, history.isEmpty() ? null : history.get(0), history);
	}

	private static void refuseStale(SentenceInForce present, int seen) {
		if (present.version() != seen) {
			throw SentenceStore.stale();
		}
	}

	private static void refuseStrangers(WardCode ward, Actor actor) {
		if (!actor.maySeeDrafts(ward)) {
			throw new RefusedException(Kind.FORBIDDEN, "report.sentence.read");
		}
	}

	/**
	 * @throws RefusedException FORBIDDEN to all but those who look after the ward's
	 * sentences
	 */
	public static void refuseOthers(WardCode ward, Actor actor) {
		if (!mayWrite(ward, actor)) {
			throw new RefusedException(Kind.FORBIDDEN, "report.sentence.write");
		}
	}

	/** Whether somebody looks after the ward's sentences. */
	public static boolean mayWrite(WardCode ward, Actor actor) {
		return actor.mayReview(ward) || actor.mayAdminister(ward);
	}

}
