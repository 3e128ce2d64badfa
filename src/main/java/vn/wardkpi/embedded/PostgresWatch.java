package vn.wardkpi.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import vn.wardkpi.shared.BothLanguages;

/**
 * Starts the server again, at the same port, when it has ended without being asked to:
 * killed, out of memory, stopped by hand. Where that does not help it gives up.
 */
final class PostgresWatch implements AutoCloseable {

	/** How often within {@link #PERIOD}; a server that dies again and again is broken. */
	static final int MOST_RESTARTS = 3;

	private static final Duration PERIOD = Duration.ofMinutes(10);

	/** A program that is being killed as well must not start anything new. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int ATTEMPTS = 20;

	private static final Logger logger = LoggerFactory.getLogger(PostgresWatch.class);

	private static final BothLanguages TEXTS = new BothLanguages("embedded");

	private final PostgresCluster cluster;

	private final int port;

	private final String log;

	private final Runnable whenGivenUp;

	private final Thread thread;

	private final Deque<Long> restarts = new ArrayDeque<>();

	private volatile boolean closed;

	/**
	 * @param port that the server listens on
	 * @param log the server's own, to be named
	 * @param whenGivenUp what to do when the server cannot be kept running
	 */
	PostgresWatch(PostgresCluster cluster, int port, String log, Runnable whenGivenUp) {
		this.cluster = cluster;
		this.port = port;
		this.log = log;
		this.whenGivenUp = whenGivenUp;
		this.thread = new Thread(this::watch, "embedded-postgres-watch");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	/** After this nothing is started any more. */
	@Override
	public void close() {
		this.closed = true;
		this.thread.interrupt();
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void watch() {
		try {
			while (!this.closed) {
				awaitEnd();
				if (this.closed || !restart()) {
					break;
				}
			}
		}
		catch (InterruptedException ex) {
			// Closed, which is how this ends.
			Thread.currentThread().interrupt();
		}
		if (!this.closed) {
			logger.error("\n\n{}\n", TEXTS.text("embedded.given-up", this.log));
			this.whenGivenUp.run();
		}
	}

	private void awaitEnd() throws InterruptedException {
		while (this.cluster.isRunning()) {
			Thread.sleep(PAUSE.toMillis());
		}
	}

	private boolean restart() throws InterruptedException {
		long now = System.nanoTime();
		this.restarts.removeIf((before) -> now - before > PERIOD.toNanos());
		if (this.restarts.size() == MOST_RESTARTS) {
			return false;
		}
		this.restarts.add(now);
		logger.error("{}", TEXTS.text("embedded.ended", this.log));
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Thread.sleep(PAUSE.toMillis());
			if (this.cluster.startAgain(this.port)) {
				logger.warn("{}", TEXTS.text("embedded.runs-again"));
				return true;
			}
		}
		return false;
	}

}
