package vn.wardkpi.shared;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A request that was understood and is refused for a reason the caller can act on. Pages
 * show the message; the API answers a problem document with the kind's status.
 */
public final class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Kind kind;

	private final String code;

	private final List<String> arguments;

	private final List<FieldProblem> fields;

	public RefusedException(Kind kind, String code, String... arguments) {
		this(kind, code, List.of(arguments), List.of());
	}

	public RefusedException(Kind kind, String code, List<String> arguments, List<FieldProblem> fields) {
		super(kind + " " + code + " " + arguments.stream().map(FreeText::echo).toList());
		this.kind = kind;
		this.code = code;
		this.arguments = arguments.stream().map(FreeText::echo).toList();
		this.fields = List.copyOf(fields);
	}

	public Kind kind() {
		return this.kind;
	}

	/**
	 * Message key without its prefix {@code refused.}.
	 */
	public String code() {
		return this.code;
	}

	public List<String> arguments() {
		return this.arguments;
	}

	public List<FieldProblem> fields() {
		return this.fields;
	}

	/**
	 * A problem with one input field, for the API's {@code errors} and a page's field.
	 *
	 * @param field name of the field, or {@code null} for the whole request
	 */
	public record FieldProblem(@Nullable String field, Problem problem) implements Serializable {
	}

	/**
	 * Why it is refused, with the HTTP status the API answers.
	 */
	public enum Kind {

		MALFORMED(400), FORBIDDEN(403), NOT_FOUND(404), TOO_SLOW(408), CONFLICT(409), STALE(412), TOO_LARGE(413),
		UNSUPPORTED(415), INVALID(422), VERSION_REQUIRED(428), TOO_MANY(429), UNAVAILABLE(503);

		private final int status;

		Kind(int status) {
			this.status = status;
		}

		public int status() {
			return this.status;
		}

	}

}
