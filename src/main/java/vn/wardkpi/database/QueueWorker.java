package vn.wardkpi.database;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import vn.wardkpi.shared.RefusedException;

/**
 * Does what waits in a table, one piece after the other, on however many instances. A
 * piece is claimed for a while under a claim of its own, which whatever is written of it
 * names: who comes back after another has taken it is not heard. A piece that was begun
 * three times and never finished is given up, so that it stops no other.
 *
 * @param <T> a piece, as it was claimed
 */
public abstract class QueueWorker<T extends QueueWorker.Claimed> {

	private static final Logger log = LoggerFactory.getLogger(QueueWorker.class);

	private static final int MOST_ATTEMPTS = 3;

	private static final Duration PAUSE = Duration.ofSeconds(5);

	/**
	 * Takes the next piece that waits, so that nobody else does.
	 */
	protected abstract Optional<T> claim();

	/**
	 * Does it; what comes of it is written under its claim.
	 */
	protected abstract void carryOut(T piece);

	protected abstract void refused(T piece, RefusedException refusal);

	protected abstract void giveUp(T piece);

	/**
	 * Lets it wait for another attempt.
	 */
	protected abstract void release(T piece, Duration after);

	/**
	 * @param most after so many others who wait for the scheduler have their turn
	 */
	protected final void work(int most) {
		int done = 0;
		while (done < most && step()) {
			done++;
		}
	}

	/**
	 * Does what is next.
	 * @return whether there was anything
	 */
	public final boolean step() {
		Optional<T> next = claim();
		next.ifPresent(this::attempt);
		return next.isPresent();
	}

	private void attempt(T piece) {
		if (piece.attempts() > MOST_ATTEMPTS) {
			giveUp(piece);
			return;
		}
		try {
			carryOut(piece);
		}
		catch (RefusedException ex) {
			refused(piece, ex);
		}
		catch (RuntimeException | StackOverflowError ex) {
			log.error("Could not do {}, attempt {}", piece.described(), piece.attempts(), ex);
			release(piece, PAUSE);
		}
	}

	/**
	 * A piece of work in somebody's hands.
	 */
	public interface Claimed {

		/** How often it was begun, this time among them. */
		int attempts();

		/** What it is, for the log. */
		String described();

	}

}
