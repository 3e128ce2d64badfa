package vn.wardkpi.shared;

import java.io.Serializable;
import java.util.List;

/**
 * Something about a figure or a file that its author should know.
 *
 * @param severity how grave it is: nothing with an ERROR is stored
 * @param code stable name of the check, also its message key ({@code problem.} + code)
 * @param arguments what the message names, shortened where it is long; numbers already
 * written the Vietnamese way
 */
public record Problem(Severity severity, String code, List<String> arguments) implements Serializable {

	public Problem {
		arguments = arguments.stream().map(FreeText::echo).toList();
	}

	public static Problem error(String code, String... arguments) {
		return new Problem(Severity.ERROR, code, List.of(arguments));
	}

	public static Problem warning(String code, String... arguments) {
		return new Problem(Severity.WARNING, code, List.of(arguments));
	}

	public static Problem info(String code, String... arguments) {
		return new Problem(Severity.INFO, code, List.of(arguments));
	}

	/**
	 * Whether nothing may be stored until it is put right.
	 */
	public boolean isError() {
		return this.severity == Severity.ERROR;
	}

	public String messageKey() {
		return "problem." + this.code;
	}

	public enum Severity {

		INFO, WARNING, ERROR

	}

}
