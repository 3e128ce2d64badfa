package vn.wardkpi.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells a database that does not answer (away, too late, locked by somebody, without
 * room) from a fault of the program: the same request may succeed a little later.
 */
public final class DatabaseOutage {

	/**
	 * Lock not available, statement cancelled, server going down, crashed or starting,
	 * connection closed after idling in a transaction, deadlock.
	 */
	private static final Set<String> STATES = Set.of("55P03", "57014", "57P01", "57P02", "57P03", "57P05", "25P03",
			"40P01");

	/** Connection exceptions, and resources (disk, memory, connections) at their end. */
	private static final Set<String> CLASSES = Set.of("08", "53");

	/** What the pool says where a connection broke under a transaction. */
	private static final String CLOSED = "Connection is closed";

	private DatabaseOutage() {
	}

	/**
	 * @return what the database or its driver said, on one line; null if something else
	 * is the matter
	 */
	public static @Nullable String reason(@Nullable Throwable thrown) {
		int depth = 0;
		for (Throwable cause = thrown; cause != null && depth < 50; cause = cause.getCause()) {
			if (cause instanceof SQLException refusal && isOutage(refusal)) {
				return describe(refusal);
			}
			depth++;
		}
		return null;
	}

	private static boolean isOutage(SQLException refusal) {
		String state = refusal.getSQLState();
		if (state != null && state.length() == 5) {
			return STATES.contains(state) || CLASSES.contains(state.substring(0, 2));
		}
		return CLOSED.equals(refusal.getMessage()) || refusal instanceof SQLTransientConnectionException
				|| refusal instanceof SQLNonTransientConnectionException || refusal instanceof SQLTimeoutException
				|| refusal instanceof SQLRecoverableException;
	}

	private static String describe(SQLException refusal) {
		String message = String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
		return (refusal.getSQLState() != null) ? message + " [" + refusal.getSQLState() + "]" : message;
	}

}
