package vn.wardkpi.embedded;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL cannot start; the message keys say why and what to do.
 */
final class EmbeddedStartException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	private final List<String> arguments;

	EmbeddedStartException(String reason, @Nullable Throwable cause, String... arguments) {
		super("Embedded PostgreSQL: " + reason + " " + List.of(arguments), cause);
		this.reason = reason;
		this.arguments = List.of(arguments);
	}

	/**
	 * Message key without its prefix {@code embedded.failure.}.
	 */
	String reason() {
		return this.reason;
	}

	List<String> arguments() {
		return this.arguments;
	}

}
