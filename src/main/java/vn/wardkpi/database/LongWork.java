package vn.wardkpi.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Work that may take longer than a page: its statements get a time of their own, in its
 * transaction alone.
 */
public final class LongWork {

	/** The driver hears of the server's own limit before it gives up. */
	private static final Duration ANSWER = Duration.ofSeconds(10);

	private LongWork() {
	}

	/**
	 * @param connection with a transaction that has begun or begins with this; the pool
	 * sets the driver's time back when the connection is returned
	 * @param limit for each statement, and for each pause between two of them
	 */
	public static void allow(Connection connection, Duration limit) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("set local statement_timeout = " + limit.toMillis());
			statement.execute("set local idle_in_transaction_session_timeout = " + limit.toMillis());
		}
		connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.plus(ANSWER).toMillis()));
	}

}
