package vn.wardkpi.planimport.proposal;

import java.util.List;

/**
 * A value found by inference.
 *
 * @param reason last part of a message key
 */
record Guess<T>(T value, String reason, List<String> arguments, boolean certain) {

	static <T> Guess<T> sure(T value, String reason, String... arguments) {
		return new Guess<>(value, reason, List.of(arguments), true);
	}

	static <T> Guess<T> unsure(T value, String reason, String... arguments) {
		return new Guess<>(value, reason, List.of(arguments), false);
	}

	Inferred of(String no, String field) {
		return new Inferred(no, field, String.valueOf(this.value), this.reason, this.arguments, this.certain);
	}

}
